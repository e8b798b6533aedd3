/** What a running server writes about itself into `postmaster.pid`. */
export type PostmasterFile = {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/** Null when the text is incomplete, which is so for a moment while a server starts. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split("\n").map((line) => line.trim())
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null
  return { pid, port, status: lines[7] ?? "" }
}
