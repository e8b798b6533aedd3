/** A file of a run's result; `path` with "/" below the run's folder. */
export interface ResultFile {
  readonly path: string
  readonly bytes: number
}

export const groups = [
  "report",
  "documents",
  "requests",
  "repairs",
  "dataFiles",
  "timings",
] as const
export type FileGroup = (typeof groups)[number]

/** Which part of the page of files shows it. */
export function groupOf(path: string): FileGroup {
  if (path === "laporan.html") return "report"
  if (path.startsWith("permintaan/")) return "requests"
  if (path.startsWith("perbaikan/")) return "repairs"
  if (path.startsWith("data/")) return "dataFiles"
  return path === "timings.json" ? "timings" : "documents"
}

export function filesIn(group: FileGroup, files: readonly ResultFile[]): readonly ResultFile[] {
  return files.filter((file) => groupOf(file.path) === group)
}

/** Each part of the path encoded, so that a name may hold "?" or "#". */
export function fileAddress(runId: string, path: string): string {
  return `/hasil/${runId}/berkas/${path.split("/").map(encodeURIComponent).join("/")}`
}

/** "124 KB" for people; 1 KB is 1,000 bytes, as disks are sold. */
export function sizeText(bytes: number, decimal: "," | "."): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace(".", decimal)} MB`
}
