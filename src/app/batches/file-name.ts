/** As a shell takes it, for commands that are shown to be typed. */
export function quotedPath(path: string): string {
  return /[^\w./-]/.test(path) ? `"${path}"` : path
}
