/**
 * Damerau–Levenshtein distance, optimal string alignment: one edit is an insertion, deletion,
 * substitution or swap of neighbours.
 */
export function damerauLevenshtein(a: string, b: string): number {
  if (a === b) return 0
  let [beforePrevious, previous, current] = b.length < ROOM ? LINES : newLines(b.length + 1)
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && swapped(a, b, i, j))
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1)
      current[j] = cost
    }
    const oldest = beforePrevious
    beforePrevious = previous
    previous = current
    current = oldest
  }
  return previous[b.length] ?? 0
}

type Lines = readonly [Uint16Array, Uint16Array, Uint16Array]

/** Names and numbers are short: their lines of the table are kept. */
const ROOM = 64
const LINES = newLines(ROOM)

function newLines(length: number): Lines {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)]
}

function swapped(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
}

/** Jaro–Winkler similarity, 0 to 1, prefix scale 0.1 over at most 4 characters. */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroSimilarity(a: string, b: string): number {
  if (a === b) return a.length === 0 ? 0 : 1
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenA = new Uint8Array(a.length)
  const takenB = new Uint8Array(b.length)
  let matches = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      takenA[i] = takenB[j] = 1
      matches++
      break
    }
  }
  if (matches === 0) return 0
  const half = transposed(a, b, takenA, takenB) / 2
  return (matches / a.length + matches / b.length + (matches - half) / matches) / 3
}

function transposed(a: string, b: string, takenA: Uint8Array, takenB: Uint8Array): number {
  let [count, j] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    if (!takenA[i]) continue
    while (!takenB[j]) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) count++
    j++
  }
  return count
}
