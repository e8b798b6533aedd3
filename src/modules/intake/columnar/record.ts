// What the bytes of a record show before it is read.
import type { FieldBlock } from "../../../columns/field-block.ts"

/** Whether one of the first two cells may be the word "contoh" or another for an example. */
export function mayBeExample(
  { bytes, starts, ends }: FieldBlock,
  first: number,
  end: number,
): boolean {
  let seen = 0
  for (let field = first; field < end && seen < 2; field++) {
    const start = starts[field] ?? 0
    if (start === ends[field]) continue
    seen++
    const letter = (bytes[start] ?? 0) | 0x20
    if (letter <= 0x20 || letter >= 0x80) return true
    if (letter !== 0x63 && letter !== 0x6d && letter !== 0x65) continue
    const [second, third] = [(bytes[start + 1] ?? 0) | 0x20, (bytes[start + 2] ?? 0) | 0x20]
    // con, cth, mis, exa; "ex" is followed by no letter.
    if (letter === 0x63 && ((second === 0x6f && third === 0x6e) || second === 0x74)) return true
    if (letter === 0x6d && second === 0x69 && third === 0x73) return true
    if (letter === 0x65 && second === 0x78) return true
  }
  return false
}

/** First letters of the words for a sum: subtotal, grand, total, jumlah, rekap, pindahan. */
const OF_TOTALS = new Set([..."sgtjrp"].map((letter) => letter.charCodeAt(0)))

/** Whether one of the first three cells may be a word for a sum. */
export function mayBeTotal(
  { bytes, starts, ends }: FieldBlock,
  first: number,
  end: number,
): boolean {
  let seen = 0
  for (let field = first; field < end && seen < 3; field++) {
    const start = starts[field] ?? 0
    if (start === ends[field]) continue
    seen++
    const letter = (bytes[start] ?? 0) | 0x20
    // A blank may stand before the word.
    if (letter <= 0x20 || letter >= 0x80 || OF_TOTALS.has(letter)) return true
  }
  return false
}

export function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** The most digits that one cell of a record holds. */
export function mostDigits({ bytes, starts, ends, firsts }: FieldBlock, record: number): number {
  let most = 0
  for (let field = firsts[record] ?? 0; field < (firsts[record + 1] ?? 0); field++) {
    let digits = 0
    for (let at = starts[field] ?? 0; at < (ends[field] ?? 0); at++) {
      const byte = bytes[at] ?? 0
      if (byte >= 0x30 && byte <= 0x39) digits++
    }
    if (digits > most) most = digits
  }
  return most
}
