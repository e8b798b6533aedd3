import type { ListFrequencies } from "./list-frequencies.ts"
import { NameAlignment, type NameLevel } from "./name-alignment.ts"
import { NameLexicon } from "./name-lexicon.ts"
import type { StandardRow } from "./standard-row.ts"
import { NAME_BITS_MAX } from "./weights.ts"

export interface NameComparison {
  readonly level: NameLevel
  readonly bits: number
}

const UNKNOWN: NameComparison = { level: "unknown", bits: 0 }

export type NameComparer = (a: StandardRow, b: StandardRow) => NameComparison

/** A comparer with the frequencies of one list. */
export function nameComparer(frequencies: ListFrequencies): NameComparer {
  const lexicon = new NameLexicon(frequencies)
  return (a, b) => {
    if (a.words.length + a.initials.length === 0) return UNKNOWN
    if (b.words.length + b.initials.length === 0) return UNKNOWN
    const alignment = new NameAlignment(lexicon, a, b)
    const cap = wholeNameCap(frequencies, a, b)
    return { level: alignment.level(), bits: Math.min(alignment.bits(), cap) }
  }
}

/** Words of a name depend on each other: a whole name is never rarer than the list shows it. */
function wholeNameCap(frequencies: ListFrequencies, a: StandardRow, b: StandardRow): number {
  const share = Math.max(frequencies.wholeName(a.sortedName), frequencies.wholeName(b.sortedName))
  return Math.min(NAME_BITS_MAX, Math.log2(1 / share))
}
