/** The two ends of a span of money as written; an empty one is open. */
export interface MoneySpan {
  readonly low: string
  readonly high: string
}

const BELOW = new RegExp(
  [
    "^(?:<\\s*=?|=\\s*<|≤",
    "(?:di ?|ke ?)?bawah|dbwh|(?:kurang|krg|kurg)(?: dari| dr)?",
    "ma(?:x|ks?)(?:imal|imum)?\\.?|paling (?:banyak|tinggi|besar|mahal)|setinggi-?tingginya",
    "(?:tidak|tdk|tak|gak) (?:sampai|sampe|lebih(?: dari)?|melebihi)|belum sampai",
    "s\\.?\\s?\\/?\\s?d\\.?|sampai(?: dengan)?|hingga|up to|under|below)\\s*(.+)$",
  ].join("|"),
)
const BELOW_BEHIND = /^(.+?)\s*(?:ke ?bawah|kurang|kbwh|dan di ?bawahnya)$/
const ABOVE = new RegExp(
  [
    "^(?:>\\s*=?|=\\s*>|≥",
    "(?:di ?|ke ?)?atas|dats|(?:lebih|lbh)(?: dari| dr)?",
    "min(?:imal|imum)?\\.?|paling (?:sedikit|kurang|rendah|kecil)|sekurang-?kurangnya|above|over)\\s*(.+)$",
  ].join("|"),
)
const ABOVE_BEHIND = /^(.+?)\s*(?:ke ?atas|lebih|\+|up|dan di ?atasnya)$/
const BETWEEN = /^(?:antara|kisaran|berkisar(?: antara)?)\s+/
const PARTS =
  /\s*(?:-|–|—|\bs\.?\s?\/?\s?d\.?(?=[\s\d]|rp)|\bsampai(?: dengan)?\b|\bsampe\b|\bhingga\b|\bto\b)\s*/
/** These part a span only behind "antara", or before an upper end that alone has a unit. */
const LOOSE_PARTS = /\s+(?:dan|atau|&)\s+/

/** "1-2 juta", "kurang dari 1 juta", "3 juta ke atas"; null where one amount is written. */
export function splitSpan(text: string): MoneySpan | null {
  const below = BELOW.exec(text) ?? BELOW_BEHIND.exec(text)
  if (below) return { low: "0", high: below[1] ?? "" }
  const above = ABOVE.exec(text) ?? ABOVE_BEHIND.exec(text)
  if (above) return { low: above[1] ?? "", high: "" }
  const between = text.replace(BETWEEN, "")
  const plain = between.replace(/,-(?!\d)/g, "")
  const parts = plain.split(PARTS)
  const loose = between !== text || /^\d\s+atau\s+\d/.test(plain)
  const [low, high, ...more] = parts.length === 1 && loose ? plain.split(LOOSE_PARTS) : parts
  if (more.length > 0 || low === undefined || high === undefined || low === "" || high === "")
    return null
  return { low, high }
}
