// Which area a name means that no area is spelt like: cut short, or with a slip of the pen.
import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"
import { compact, digitsOf, wordsOf, type AreaTable } from "./area-table.ts"

/** "Gn. Sr. Ulu", "B. Ilir", "Sepgn": words cut short, as long as exactly one area fits. */
export function abbreviated(table: AreaTable, folded: string): string | null {
  const written = wordsOf(folded)
  const letters = written.join("").length
  const hits = new Set<string>()
  for (const { words, code } of table.inWords) {
    if (words.length !== written.length || letters < (words.length > 1 ? 5 : 4)) continue
    const isShort = words.every((word, at) => {
      const short = written[at] ?? ""
      return (
        short === word || (!table.words.has(short) && isShortOf(short, word, words.length === 1))
      )
    })
    if (isShort || isInitialed(written, words)) hits.add(code)
  }
  return hits.size === 1 ? ([...hits][0] ?? null) : null
}

/** "B. Ilir": the first word by its letter, the others in full. */
function isInitialed([first = "", ...rest]: readonly string[], words: readonly string[]): boolean {
  const [word = "", ...others] = words
  const isInitial = first.length === 1 && first === word[0] && rest.length > 0
  return (
    isInitial && rest.length === others.length && others.every((other, at) => other === rest[at])
  )
}

/** The first letter and others in their order; alone, the last consonant as well ("Sepgn"). */
function isShortOf(short: string, word: string, alone: boolean): boolean {
  if (short.length < 2 || short[0] !== word[0] || word.length - short.length < 2) return false
  let at = 0
  for (const letter of word) if (letter === short[at]) at++
  return at === short.length && (!alone || lastConsonant(short) === lastConsonant(word))
}

function lastConsonant(word: string): string {
  return word.replace(/[aeiou]+$/, "").slice(-1)
}

/**
 * "Baraya" is no slip of "Barana" where there is a "Bara-Baraya", and "Gunung" is not short for
 * "Gunungbahagia" where other names begin so: half a name is asked.
 */
export function isHalfName(table: AreaTable, form: string): boolean {
  return table.inWords.some(({ words }) => words.length > 1 && words.includes(form))
}

/** Shorter texts are near to too many names. */
const LETTERS_MIN = 4

/** The one area whose words, or whose letters where words are written as one, are nearest. */
export function nearest(table: AreaTable, opened: string): string | null {
  const written = wordsOf(opened)
  if (compact(opened).length < LETTERS_MIN) return null
  const slips = new Map<string, number>()
  for (const { words, code } of table.inWords) {
    const count = words.length === written.length ? slipsIn(table, written, words) : null
    if (count !== null) slips.set(code, Math.min(count, slips.get(code) ?? count))
  }
  const least = Math.min(...slips.values())
  const found = [...slips].filter(([, count]) => count === least)
  if (found.length > 0) return found.length === 1 ? (found[0]?.[0] ?? null) : null
  // Words of several areas, put together as no area is called, are nobody's slip.
  if (written.length > 1 && written.every((word) => table.words.has(word))) return null
  return nearestJoined(table, compact(opened), written.length)
}

/**
 * Slips between words written and meant, one in each or two in a long one; null where they are others.
 * A word that some area bears is no slip of another: "Batu Ulu" is not "Baru Ulu" where there is a
 * "Batu Ampar".
 */
function slipsIn(
  table: AreaTable,
  written: readonly string[],
  words: readonly string[],
): number | null {
  let count = 0
  for (const [at, word] of words.entries()) {
    const said = written[at] ?? ""
    if (said === word) continue
    const most = slipsOf(word)
    const isOther = table.words.has(said) || digitsOf(said) !== digitsOf(word)
    if (isOther || Math.abs(said.length - word.length) > most) return null
    const slips = damerauLevenshtein(said, word)
    if (slips > most) return null
    count += slips
  }
  return count <= SLIPS_MAX ? count : null
}

const SLIPS_MAX = 2

function slipsOf(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 3 ? 1 : 0
}

/** Words written as one or apart: no other area may be nearly as near. */
function nearestJoined(table: AreaTable, form: string, wordCount: number): string | null {
  const [digits, letters] = [digitsOf(form), letterSet(form)]
  let [best, bestCode, second] = [Number.POSITIVE_INFINITY, "", Number.POSITIVE_INFINITY]
  for (const { words, code } of table.inWords) {
    const name = words.join("")
    const most = name.length >= 8 ? 2 : 1
    if (words.length === wordCount || Math.abs(form.length - name.length) > most + 1) continue
    // An edit adds or takes one letter, or changes one into another.
    if (bitCount(letters ^ letterSet(name)) > 2 * (most + 1)) continue
    // Another number is another area.
    if (digits !== digitsOf(name)) continue
    const distance = damerauLevenshtein(form, name)
    if (code === bestCode) best = Math.min(best, distance)
    else if (distance < best) [best, bestCode, second] = [distance, code, best]
    else second = Math.min(second, distance)
  }
  const isNear = best <= (form.length >= 8 ? 2 : 1)
  return isNear && second - best >= MARGIN ? bestCode : null
}

/** How much further away the next area has to be. */
const MARGIN = 2

/** The letters of a text as bits; what is no letter shares a bit with one, which tells less. */
function letterSet(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
