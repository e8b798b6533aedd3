/** Indonesian number words below ten; "se" stands for one in front of a unit. */
const UNITS: Readonly<Record<string, number>> = {
  nol: 0,
  se: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
}

/** Sums that are still open while a number is read from left to right. */
interface OpenSums {
  /** Closed by juta and ribu. */
  total: number
  /** Below a thousand. */
  group: number
  /** The last word of a unit, which puluh, belas and ratus take; null where none stands open. */
  unit: number | null
  half: boolean
  /** What the last closing word was worth, so that larger ones cannot follow smaller ones. */
  closed: number
}

/**
 * A whole number in Indonesian words ("dua juta sembilan ratus lima puluh ribu", "sejuta", "satu
 * setengah juta"), or null where a word or the order of words is none of a number.
 */
export function numberInWords(text: string): number | null {
  const words = text
    .trim()
    .replace(/\bse(puluh|belas|ratus|ribu|juta)\b/g, "se $1")
    .split(/\s+/)
  const sums: OpenSums = { total: 0, group: 0, unit: null, half: false, closed: Infinity }
  for (const word of words) if (!takeWord(sums, word)) return null
  // "Sejuta setengah" is one and a half million.
  if (sums.half && (sums.closed !== 1_000_000 || sums.group > 0 || sums.unit !== null)) return null
  if (sums.half) return sums.total + 500_000
  return sums.total + sums.group + (sums.unit ?? 0)
}

/** "Sejuta dua ratus" leaves out "ribu" in speech: 1,200,000 or 1,000,200, nobody can tell. */
export function lacksThousand(text: string): boolean {
  return (
    /juta/.test(text) &&
    /(?:ratus|puluh|belas|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))\s*$/.test(
      text.trim(),
    )
  )
}

function takeWord(sums: OpenSums, word: string): boolean {
  const unit = UNITS[word]
  if (unit !== undefined) {
    if (sums.unit !== null || sums.half) return false
    sums.unit = unit
    return true
  }
  if (word === "setengah") {
    const repeated = sums.half
    sums.half = true
    return !repeated
  }
  if (word === "juta") return closeGroup(sums, 1_000_000)
  if (word === "ribu") return closeGroup(sums, 1000)
  return widenUnit(sums, word)
}

/** "lima puluh", "lima belas", "lima ratus": only the unit before the word grows, not the group. */
function widenUnit(sums: OpenSums, word: string): boolean {
  const { unit, group } = sums
  if (unit === null || unit === 0 || sums.half) return false
  if (word === "ratus" && group === 0) sums.group = unit * 100
  else if (word === "puluh" && group % 100 === 0) sums.group = group + unit * 10
  else if (word === "belas" && group % 100 === 0) sums.group = group + unit + 10
  else return false
  sums.unit = null
  return true
}

function closeGroup(sums: OpenSums, worth: number): boolean {
  const amount = sums.group + (sums.unit ?? 0) + (sums.half ? 0.5 : 0)
  if (amount === 0 || worth >= sums.closed) return false
  sums.total += amount * worth
  Object.assign(sums, { group: 0, unit: null, half: false, closed: worth })
  return true
}
