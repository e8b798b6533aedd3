/** As a shell takes it, for commands that are shown to be typed. */
export function quotedPath(path: string): string {
  if (!/[^\w./-]/.test(path)) return path
  // What a shell would evaluate even in double quotes.
  return /["$`\\!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`
}
