import { ok, refuse, type Result } from "../../kernel/result.ts"
import { decodeBase64, parseNotes, verifyNote, type Note, type VerifierKey } from "./checkpoint.ts"
import { entryLeaf, parseEntry } from "./entry.ts"
import { CompactRange } from "./merkle.ts"
import { refusalOf, type LogRefusal, type LogRefusalCode } from "./log-refusal.ts"

/** What a successful check established. */
export interface LogReport {
  readonly entries: number
  readonly checkpoints: number
  /** Entries under the newest checkpoint; those after it are not yet proven by a signature. */
  readonly covered: number
  readonly root: string
}

export interface SignedHeads {
  readonly key: VerifierKey
  /** The log's own notes in the order of their sizes. */
  readonly checkpoints: readonly Note[]
  /** Notes that an outsider kept, in any order. */
  readonly witnessed: readonly Note[]
}

const ENTRY_LINE =
  /^\{"seq":(0|[1-9][0-9]{0,14}),"id":"([0-9a-f-]{36})","bytes":"([A-Za-z0-9+/]*={0,2})"\}$/

export interface HeadFiles {
  readonly checkpoints: string
  readonly witness: string | null
  /** Before the first signature a log has no checkpoint; everywhere else that is a fault. */
  readonly unsigned?: boolean
}

/** Verifies the notes of `checkpoints.txt` and of a witness: form, signature, growing sizes. */
export function checkHeads(key: VerifierKey, files: HeadFiles): Result<SignedHeads, LogRefusal> {
  const name = "checkpoints.txt"
  const checkpoints = readSigned(files.checkpoints, key, name)
  if (!checkpoints.ok) return checkpoints
  if (checkpoints.value.length === 0 && files.unsigned !== true) {
    return refuse(refusalOf("CHECKPOINT_MISSING", name))
  }
  for (const [index, note] of checkpoints.value.entries()) {
    const before = checkpoints.value[index - 1]?.checkpoint.size ?? -1
    if (note.checkpoint.size > before) continue
    return refuse(refusalOf("CHECKPOINT_ORDER", `${name}: size ${note.checkpoint.size}`))
  }
  if (files.witness === null) return ok({ key, checkpoints: checkpoints.value, witnessed: [] })
  const witnessed = readSigned(files.witness, key, "witness")
  if (!witnessed.ok) return witnessed
  if (witnessed.value.length === 0) return refuse(refusalOf("CHECKPOINT_MISSING", "witness"))
  return ok({ key, checkpoints: checkpoints.value, witnessed: witnessed.value })
}

function readSigned(file: string, key: VerifierKey, name: string): Result<Note[], LogRefusal> {
  const notes = parseNotes(file)
  if (notes === null) return refuse(refusalOf("CHECKPOINT_MALFORMED", name))
  for (const note of notes) {
    if (verifyNote(note, key)) continue
    return refuse(refusalOf("CHECKPOINT_SIGNATURE", `${name}: size ${note.checkpoint.size}`))
  }
  return ok(notes)
}

/** Feeds entries one by one through the tree and compares every signed root on its way. */
export class LogCheck {
  readonly #range = new CompactRange()
  readonly #ids = new Set<string>()
  readonly #heads: SignedHeads
  readonly #roots: Map<number, Buffer[]>

  constructor(heads: SignedHeads) {
    this.#heads = heads
    this.#roots = rootsBySize(heads)
  }

  /** One line of `entries.ndjson` without its LF. */
  addLine(line: string): LogRefusal | null {
    const where = `entry ${this.#range.size}`
    const early = this.#compareRoots()
    if (early !== null) return early
    const [, seq, id, encoded] = ENTRY_LINE.exec(line) ?? []
    if (seq === undefined || id === undefined) return refusalOf("ENTRY_LINE", where)
    const bytes = decodeBase64(encoded ?? "")
    if (bytes === null) return refusalOf("ENTRY_LINE", where)
    return this.add({ seq, id, bytes })
  }

  add(entry: { seq: string; id: string; bytes: Uint8Array }): LogRefusal | null {
    const where = `entry ${this.#range.size}`
    const early = this.#compareRoots()
    if (early !== null) return early
    if (entry.seq !== String(this.#range.size)) return refusalOf("ENTRY_SEQUENCE", where)
    const code = this.#entryFault(entry)
    if (code !== null) return refusalOf(code, where)
    this.#ids.add(packId(entry.id))
    this.#range.append(entryLeaf(entry.bytes))
    return null
  }

  finish(): Result<LogReport, LogRefusal> {
    const last = this.#compareRoots()
    if (last !== null) return refuse(last)
    const size = this.#range.size
    const signed = Math.max(...this.#roots.keys())
    if (signed > size) return refuse(refusalOf("ENTRIES_MISSING", `${size} < ${signed}`))
    const { checkpoints } = this.#heads
    const covered = checkpoints.at(-1)?.checkpoint.size ?? 0
    const root = this.#range.root().toString("hex")
    return ok({ entries: size, checkpoints: checkpoints.length, covered, root })
  }

  #entryFault(entry: { id: string; bytes: Uint8Array }): LogRefusalCode | null {
    const parsed = parseEntry(entry.bytes)
    if (!parsed.ok) return "ENTRY_BYTES"
    if (parsed.value.id !== entry.id) return "ENTRY_ID"
    if (this.#heads.key.name !== `payung.audit/${parsed.value.tenant}`) return "ENTRY_TENANT"
    return this.#ids.has(packId(entry.id)) ? "ENTRY_DUPLICATE" : null
  }

  #compareRoots(): LogRefusal | null {
    const size = this.#range.size
    const signed = this.#roots.get(size)
    if (signed === undefined) return null
    const root = this.#range.root()
    if (signed.every((each) => each.equals(root))) return null
    return refusalOf("ROOT_DIFFERS", `size ${size}`)
  }
}

function rootsBySize(heads: SignedHeads): Map<number, Buffer[]> {
  const roots = new Map<number, Buffer[]>()
  for (const { checkpoint } of [...heads.checkpoints, ...heads.witnessed]) {
    roots.set(checkpoint.size, [...(roots.get(checkpoint.size) ?? []), checkpoint.root])
  }
  return roots
}

// A slice of the line would keep the whole file in memory; 16 fresh characters do not.
function packId(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("latin1")
}
