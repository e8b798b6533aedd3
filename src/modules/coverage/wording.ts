import { isNik, maskNik } from "../../kernel/nik.ts"
import { formatCount, formatRupiah, type Rupiah } from "../../kernel/rupiah.ts"

export type Words = Readonly<Record<string, string | number>>

/** Fills {name}; numbers get their thousands separators. A name without a value is our bug. */
export function fill(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`no word for {${name}} in: ${text}`)
    return typeof word === "number" ? formatCount(word) : word
  })
}

/** "80,2 %" of a whole; "–" of nothing. Less than all is never rounded to all. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return "–"
  const percent = (part / whole) * 100
  if (percent < 100 && percent >= 99.95) return "> 99,9 %"
  return `${percent.toFixed(1).replace(".", ",")} %`
}

/** "+12", "−3" with a true minus sign, or "0". */
export function signed(count: number): string {
  if (count === 0) return "0"
  return `${count < 0 ? "−" : "+"}${formatCount(Math.abs(count))}`
}

/** One amount, or both ends where people cost differently. */
export function rupiahRange(lowest: Rupiah, highest: Rupiah): string {
  const low = formatRupiah(lowest)
  return lowest === highest ? low : `${low} – ${formatRupiah(highest)}`
}

/** Masks what looks like a NIK inside a sentence or a file's name: 16 digits in a row. */
export function withoutNik(text: string): string {
  return text.replace(/(?<!\d)\d{16}(?!\d)/g, (digits) => maskNik(digits))
}

/** A NIK that was to come masked; masked here if it did not. */
export function maskedNik(text: string): string {
  return isNik(text) ? maskNik(text) : text
}
