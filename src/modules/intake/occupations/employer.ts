// Does the text itself say that the person employs people? ("punya 3 karyawan", "anak buah 4 org")
import type { EmployerWords } from "./vocabulary.ts"
import { BREAK } from "./words.ts"

export interface EmployerTable {
  readonly staff: ReadonlySet<string>
  readonly staffCounted: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  readonly employ: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly not: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

export function compileEmployer(words: EmployerWords): EmployerTable {
  return {
    staff: new Set(words.staff),
    staffCounted: new Set(words.staffCounted),
    have: new Set(words.have),
    employ: new Set(words.employ),
    titles: new Set(words.titles),
    people: new Set(words.people),
    not: new Set(words.not),
    numbers: new Set(words.numbers),
  }
}

/**
 * `rest` is the text without what it says of staff, so that "karyawan" there is not read as the
 * person's own occupation.
 */
export function readEmployer(
  table: EmployerTable,
  words: readonly string[],
): { employer: boolean; rest: readonly string[] } {
  let employer = false
  let rest = words
  for (let at = 0; at < rest.length; at++) {
    const found = staffAt(table, rest, at)
    if (found === null) continue
    employer ||= found.employs
    rest = [...rest.slice(0, found.from), BREAK, ...rest.slice(found.to)]
    at = found.from
  }
  return { employer, rest }
}

interface Staff {
  readonly from: number
  readonly to: number
  readonly employs: boolean
}

function staffAt(table: EmployerTable, words: readonly string[], at: number): Staff | null {
  const word = words[at] ?? ""
  if (at === 0 && table.titles.has(word)) return { from: 0, to: 1, employs: true }
  if (table.employ.has(word)) {
    const to = endOfPart(words, at)
    return { from: startOfClaim(table, words, at), to, employs: !denied(table, words, at) }
  }
  const pair = `${word} ${words[at + 1] ?? ""}`
  const length = table.staff.has(pair) ? 2 : 1
  const certain = length === 2 || table.staff.has(word)
  if (!certain && !table.staffCounted.has(word)) return null
  // "Anak buah kapal" is a crew member.
  if (length === 2 && ["kapal", "nelayan"].includes(words[at + 2] ?? "")) return null
  const from = startOfClaim(table, words, at)
  const after = countAfter(table, words, at + length)
  const claimed = words.slice(from, at)
  if (denied(table, words, from) || claimed.some((w) => table.not.has(w)))
    return { from: startOfDenial(table, words, from), to: after ?? at + length, employs: false }
  const owned = claimed.some((w) => table.have.has(w))
  const counted = after !== null || claimed.some((w) => isNumber(table, w))
  const employs = certain ? owned || counted : owned && counted
  return employs ? { from, to: after ?? at + length, employs } : null
}

/** Back over "punya 3", "dengan 2 orang". */
function startOfClaim(table: EmployerTable, words: readonly string[], at: number): number {
  let from = at
  while (from > 0) {
    const word = words[from - 1] ?? ""
    const part = table.have.has(word) || table.people.has(word) || isNumber(table, word)
    if (!part) break
    from--
  }
  return from
}

function startOfDenial(table: EmployerTable, words: readonly string[], from: number): number {
  return from > 0 && table.not.has(words[from - 1] ?? "") ? from - 1 : from
}

function denied(table: EmployerTable, words: readonly string[], at: number): boolean {
  return table.not.has(words[at - 1] ?? "")
}

/** "3 orang" or a lone number at the end of the part; null when no count follows. */
function countAfter(table: EmployerTable, words: readonly string[], at: number): number | null {
  if (!isNumber(table, words[at] ?? "")) return null
  if (table.people.has(words[at + 1] ?? "")) return at + 2
  return at + 1 >= words.length || words[at + 1] === BREAK ? at + 1 : null
}

function endOfPart(words: readonly string[], at: number): number {
  const end = words.indexOf(BREAK, at)
  return end < 0 ? words.length : end
}

function isNumber(table: EmployerTable, word: string): boolean {
  return /^\d+$/.test(word) || table.numbers.has(word)
}
