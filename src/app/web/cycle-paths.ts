import { ok, refuse, type Result } from "../../kernel/result.ts"

/** Where received files go in a cycle folder. */
export interface Placement {
  /** Received name → path in the cycle folder, in the order of the paths. */
  readonly placed: ReadonlyMap<string, string>
  readonly leftOut: readonly string[]
}

export type PlacementRefusal =
  | { readonly kind: "unsafe_path"; readonly path: string }
  | { readonly kind: "no_lists" }

const folders = new Set(["usulan", "register", "verifikasi"])
const letters = /^surat[-_ ]?masuk\.(?:csv|xlsx|xls|ods)$/i
const lists = /\.(?:xlsx|xlsm|xls|ods|csv|tsv|txt)$/i
/** Lock and system files that spreadsheets, file systems and zip programs leave behind. */
const leftover = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$|__macosx$)/i
const NAME_BYTES = 200

/**
 * Sorts what a zip or a chosen folder holds. One folder around everything is taken off; lists that
 * lie at the top count as proposals; folders below the known ones are flattened.
 */
export function placeFiles(received: readonly string[]): Result<Placement, PlacementRefusal> {
  const files = received.filter((name) => !/[/\\]$/.test(name)).sort()
  const unsafe = files.find((name) => !isSafePath(name))
  if (unsafe !== undefined) return refuse({ kind: "unsafe_path", path: unsafe })
  const kept = files.map(partsOf).filter((parts) => !parts.some((part) => leftover.test(part)))
  const wrapped = wrapperOf(kept)
  const placed = new Map<string, string>()
  const leftOut: string[] = []
  const taken = new Set<string>()
  for (const name of files) {
    const parts = partsOf(name)
    if (parts.some((part) => leftover.test(part))) continue
    const path = cyclePath(wrapped ? parts.slice(1) : parts)
    if (path === null) leftOut.push(name)
    else placed.set(name, freePath(path, taken))
  }
  const hasLists = [...placed.values()].some((path) => path.startsWith("usulan/"))
  return hasLists ? ok({ placed, leftOut }) : refuse({ kind: "no_lists" })
}

/** No way out of the folder, no control characters, no part longer than file systems take. */
export function isSafePath(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (name === "" || /[\x00-\x1f\x7f]/.test(name) || /^(?:[/\\]|[a-z]:)/i.test(name)) return false
  const parts = name.split(/[/\\]/)
  return parts.every(
    (part) => part !== "" && part !== "." && part !== ".." && Buffer.byteLength(part) <= NAME_BYTES,
  )
}

/** macOS writes decomposed letters; the letters' register writes composed ones. */
function partsOf(name: string): string[] {
  return name.normalize("NFC").split(/[/\\]/)
}

function wrapperOf(files: readonly (readonly string[])[]): boolean {
  const first = files[0]?.[0]
  if (first === undefined || folders.has(first.toLowerCase())) return false
  return files.every((parts) => parts.length > 1 && parts[0] === first)
}

function cyclePath(parts: readonly string[]): string | null {
  const base = parts.at(-1) ?? ""
  if (parts.length === 1) {
    if (letters.test(base)) return base
    return lists.test(base) ? `usulan/${base}` : null
  }
  const folder = (parts[0] ?? "").toLowerCase()
  return folders.has(folder) ? `${folder}/${base}` : null
}

/** Two files of one name from different folders are two files. */
function freePath(path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf(".")
  const [stem, ending] =
    dot > path.indexOf("/") ? [path.slice(0, dot), path.slice(dot)] : [path, ""]
  let free = path
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${stem} (${copy})${ending}`
  taken.add(free.toLowerCase())
  return free
}
