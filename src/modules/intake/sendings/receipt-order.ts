import type { LetterEvidence } from "./letter-evidence.ts"

/** What is known of a file's place among the others. */
export interface Receipt {
  readonly name: string
  /** Number in the register of letters; null where it does not name the file. */
  readonly order: number | null
  readonly senderId: string
  readonly evidence: LetterEvidence
  readonly sha256: string
  /** SHA-256 of the file that this one is a corrected return of; empty for any other. */
  readonly base: string
}

/**
 * Files in order of receipt: as the register of letters has it; what it does not name comes after,
 * the files of one sender together, as their names and dates tell. What came back follows what went
 * out.
 */
export function receiptOrder<T extends Receipt>(files: readonly T[]): T[] {
  const listed = files.filter(({ order }) => order !== null)
  const others = files.filter(({ order }) => order === null)
  const started = new Map<string, string>()
  for (const file of others) {
    const [before, on] = [started.get(file.senderId) ?? UNDATED, dateOf(file)]
    started.set(file.senderId, on < before ? on : before)
  }
  const key = (file: T): readonly (string | number)[] => [
    started.get(file.senderId) ?? UNDATED,
    file.senderId,
    file.evidence.revision,
    dateOf(file),
    file.name,
  ]
  listed.sort((a, b) => compare([a.order ?? 0, a.name], [b.order ?? 0, b.name]))
  others.sort((a, b) => compare(key(a), key(b)))
  return returnsAfterBase([...listed, ...others])
}

const UNDATED = "9999-12-31"

/** The surest date of a file; the day on which it was saved says least. */
function dateOf({ evidence }: Receipt): string {
  return evidence.letterOn ?? evidence.namedOn ?? evidence.savedOn ?? UNDATED
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index]
    if (other !== undefined && value !== other) return value < other ? -1 : 1
  }
  return 0
}

function returnsAfterBase<T extends Receipt>(files: readonly T[]): T[] {
  const bySha = new Map(files.map((file) => [file.sha256, file]))
  const placed = new Set<T>()
  const place = (file: T): void => {
    if (placed.has(file)) return
    placed.add(file)
    const base = bySha.get(file.base)
    if (base !== undefined && !done.includes(base)) place(base)
    done.push(file)
  }
  const done: T[] = []
  for (const file of files) place(file)
  return done
}
