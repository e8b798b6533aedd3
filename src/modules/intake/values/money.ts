import { rupiah, type Rupiah } from "../../../kernel/rupiah.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"
import { lacksThousand, numberInWords } from "./number-words.ts"
import { splitSpan, type MoneySpan } from "./money-range.ts"

export interface IncomeReading {
  /** Monthly; both ends alike where one amount is written. */
  readonly low: Rupiah | null
  readonly high: Rupiah | null
  readonly codes: readonly FindingCode[]
}

const BLANK: readonly RegExp[] = [
  /^(-+|\.+|\?+|n\/?a|null|kosong|menyusul|rp\.?\s*-*)?$/,
  /^((tidak|tdk|tak|gak) (ada|menentu|tentu|tetap|diisi)|belum (ada|diisi))$/,
]
/** Paid by another span than a month: the monthly sum depends on days that nobody wrote. */
const OTHER_SPAN: readonly RegExp[] = [
  /(\/|per|se|tiap|setiap)\s*(hari|hr|minggu|mgg|pekan|trip|jam|tahun|thn|day|week|kali)/,
  /\b(harian|mingguan|sehari|seminggu)\b/,
]
const MONTH_SPAN = /[\s/]*(\/|per|se|tiap|setiap|@)\s*-?\s*(bulan|bln|bl|month)\b\.?/g
const ABOUT =
  /\b((?:kurang|krg|kr) (?:lebih|lbh|lbih)|(?:lebih|lbh) (?:kurang|krg)|sekitar(an)?|kira-?(kira|2)|k ?\/ ?l|about|approx)\b\.?|\+ ?\/? ?-(?=\s*(rp|\d|$))|[±~≈]/g
const AVERAGE = /\brata-?(rata|2)\b/g
/** "2 jutaan", "500rb-an": about two million, about 500 thousand. */
const ABOUT_BEHIND = /(jt|juta|rb|ribu|\d{3}(?=\s))\s?-?an\b/g
/** "1.500.000 (satu juta lima ratus ribu rupiah)": the same amount twice. */
const TWICE = /^([^(]*\d[^(]*?)\s*\(([^()]*\b(?:juta|ribu|rupiah)\b[^()]*)\)$/
/** What the amount is called. Turnover and gross sums are no income. */
const LABEL =
  /^(@|=|:)|^(penghasilan|pendapatan|gaji|upah|income|hasil)( pokok| bersih)?( (per|se)bulan)?[\s:=]*|\b(bersih|net+o?)\b/g
/** Below this an amount without unit is thousands, millions or a day's wage: nobody can tell. */
const MONTHLY_MIN = 100_000
/** Above this the unit is doubtful ("2.500 juta"), whoever the worker is. */
const MONTHLY_MAX = 100_000_000
/** The minimum wage by name; that of the province is another amount. */
const MINIMUM_WAGE = /\b(?:umr|umk|umkot|umkab|upah minimum(?: regional| kota| kabupaten)?)\b/

/**
 * A declared monthly income. A range keeps both ends; a unit that is not written is asked. Where
 * `wage` is known, "kurang dari UMR" ends there.
 */
export function readIncome(
  text: string,
  kind: CellKind,
  csv: boolean,
  wage: Rupiah | null = null,
): IncomeReading {
  const plain = foldText(withDecimals(text))
  if (BLANK.some((pattern) => pattern.test(plain)))
    return { low: null, high: null, codes: ["INCOME_MISSING"] }
  if (PACKED_DATE.test(plain)) return ambiguous()
  if (kind === "number") return numericCell(plain)
  const bare = plain
    .replace(MONTH_SPAN, "")
    .replace(SPAN_TILDE, "-")
    .replace(AVERAGE, " ")
    .replace(ABOUT, " ")
    .replace(ABOUT_BEHIND, "$1")
    .trim()
    .replace(LABEL, "")
    .trim()
  if (OTHER_SPAN.some((pattern) => pattern.test(bare))) return ambiguous()
  if (MINIMUM_WAGE.test(bare)) return byWage(bare, wage)
  const range = splitSpan(bare)
  if (range) return readRange(range)
  const amount = readTwice(bare) ?? readAmount(bare, "")
  if (amount === null) return ambiguous()
  // About so much: the amount is the only end that is known, and no repair of its style.
  const isAbout = [ABOUT, ABOUT_BEHIND].some((pattern) => plain.search(pattern) >= 0)
  if (isAbout) return { low: amount, high: amount, codes: ["INCOME_RANGE"] }
  const plainCsvDigits = csv && /^\d+$/.test(text.trim())
  return { low: amount, high: amount, codes: plainCsvDigits ? [] : ["INCOME_TEXT"] }
}

/** "17081980", "19800817": a date of birth that slipped in, and nobody's wage to the rupiah. */
const PACKED_DATE =
  /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[2-9]\d|200\d)|(?:19[2-9]\d|200\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/

/** "1~2jt" is a span, "~2jt" is about so much. */
const SPAN_TILDE = /(?<=[\da-z])\s?~\s?(?=\d)/g
const FRACTIONS: Readonly<Record<string, string>> = {
  ...{ "½": "5", "1/2": "5", "¼": "25", "1/4": "25", "¾": "75", "3/4": "75" },
}

/** "1½ juta", "1 1/2 jt", "¾ juta" with a decimal comma; "1/2 jt" may be one or two. */
function withDecimals(text: string): string {
  const asDecimal = (_: string, whole: string | undefined, part: string): string =>
    `${whole === undefined || whole === "" ? "0" : whole},${FRACTIONS[part] ?? ""}`
  return text
    .replace(/(?<![\d.,])(\d*)\s?([½¼¾])/g, asDecimal)
    .replace(/(?<![\d.,/])(\d+)\s+(1\/2|1\/4|3\/4)(?=\s*(?:jt|juta))/gi, asDecimal)
}

/** In digits and again in words; two amounts that differ are a question. */
function readTwice(text: string): Rupiah | null {
  const [, digits, words] = TWICE.exec(text) ?? []
  if (digits === undefined || words === undefined) return null
  const [first, second] = [readAmount(digits, ""), readAmount(words, "")]
  return first === second ? first : null
}

/** A warning and no repair: the writer may have had the wage of another year in mind. */
function byWage(text: string, wage: Rupiah | null): IncomeReading {
  if (wage === null) return ambiguous()
  const amount = text.replace(MINIMUM_WAGE, String(wage))
  return readRange(splitSpan(amount) ?? { low: amount, high: amount })
}

function numericCell(text: string): IncomeReading {
  const value = Number(text)
  const amount = Number.isFinite(value) ? plausible(Math.round(value)) : null
  return amount === null ? ambiguous() : { low: amount, high: amount, codes: [] }
}

function ambiguous(): IncomeReading {
  return { low: null, high: null, codes: ["INCOME_AMBIGUOUS"] }
}

/** "1-2 juta": the unit of the upper end holds for the lower. */
function readRange(range: MoneySpan): IncomeReading {
  const unit = unitOf(range.high)
  // "1.750.000 - 2jt": an amount that is whole takes no unit from the other end.
  const whole = unit === "" ? null : readAmount(range.low, "")
  const low = range.low === "0" ? rupiah(0) : (whole ?? readAmount(range.low, unit))
  const high = range.high === "" ? null : readAmount(range.high, "")
  if (low === null || (range.high !== "" && high === null)) return ambiguous()
  if (high !== null && high < low) return ambiguous()
  return { low, high, codes: ["INCOME_RANGE"] }
}

function unitOf(text: string): string {
  return /(jt|juta|million|rb|ribu|k)\b/.exec(text.replace(/([a-z])\d+$/, "$1"))?.[1] ?? ""
}

/** One amount: "2.500.000", "Rp 2,5 jt", "2jt5", "2,500,000", "dua juta lima ratus ribu". */
function readAmount(text: string, unit: string): Rupiah | null {
  const bare = text
    .replace(/\b(rp|idr|rupiah)\b\.?/g, " ")
    .replace(/^(rp|idr)\.?/, "")
    .replace(/,\s*[-–=]+|\.\s*-+/g, "")
    .trim()
    // Blanks and accents between groups of three part thousands as dots do.
    .replace(/^\d{1,3}(?:[ ']\d{3})+$/, (digits) => digits.replace(/\D/g, ""))
    .replace(/^(\d+)\.\s?(?=(?:jt|juta|rb|ribu)\b)/, "$1 ")
  const scaled = /^(\d+(?:[.,]\d+)*)\s*(jt|jta|juta|million|rb|rbu|rebu|ribu|k)?\.?\s*(\d)?$/.exec(
    bare,
  )
  if (scaled) return scaledAmount(scaled[1] ?? "", scaled[2] ?? unit, scaled[3])
  const compound = /^(\d+)\s*(?:jt|juta)\s*(\d{1,3})\s*(?:rb|ribu|k)?$/.exec(bare)
  if (compound) return plausible(Number(compound[1]) * 1_000_000 + Number(compound[2]) * 1000)
  const half = /^(\d+)\s*(?:jt|juta)\s*setengah$/.exec(bare)
  if (half) return plausible(Number(half[1]) * 1_000_000 + 500_000)
  const mixed = /^(\d+)\s*(?:jt|juta)\s+([a-z ]+)$/.exec(bare)
  if (mixed) return mixedAmount(Number(mixed[1]), mixed[2] ?? "")
  return wordAmount(
    unit === "" || /juta|ribu/.test(bare) ? bare : `${bare} ${UNIT_WORD[unit] ?? ""}`,
  )
}

/** "satu sampai dua juta": the lower end takes the unit as a word. */
const UNIT_WORD: Readonly<Record<string, string>> = {
  jt: "juta",
  juta: "juta",
  rb: "ribu",
  ribu: "ribu",
}

/** "1 juta lima ratus ribu". */
function mixedAmount(millions: number, words: string): Rupiah | null {
  const rest = numberInWords(words)
  return rest === null || rest < 1000 || rest >= 1_000_000
    ? null
    : plausible(millions * 1_000_000 + rest)
}

function scaledAmount(number: string, unit: string, tail: string | undefined): Rupiah | null {
  if (unit === "") return plainAmount(number + (tail ?? ""))
  const value = decimal(number)
  if (value === null) return null
  if (unit.startsWith("jt") || unit === "juta" || unit === "million") {
    return plausible(Math.round(value * 1_000_000) + Number(tail ?? 0) * 100_000)
  }
  return tail === undefined ? plausible(Math.round(value * 1000)) : null
}

/** Groups of three behind dots or commas are thousands; decimals may follow. */
function plainAmount(number: string): Rupiah | null {
  const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?$/.exec(number)
  const digits = grouped
    ? number.replace(/[.,]\d{1,2}$/, "").replace(/[.,]/g, "")
    : number.replace(/[.,]0{1,2}$/, "")
  // "08990000" begins as a phone number does.
  return /^[1-9]\d*$/.test(digits) ? plausible(Number(digits)) : null
}

function decimal(number: string): number | null {
  if (/^\d{1,3}(\.\d{3})+$/.test(number)) return Number(number.replaceAll(".", ""))
  if (/^\d{1,3}(,\d{3})+$/.test(number)) return Number(number.replaceAll(",", ""))
  const plain = number.replace(",", ".")
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** What nobody earns a month is an amount whose unit or marks were misread: a human is asked. */
function plausible(amount: number): Rupiah | null {
  return amount >= MONTHLY_MIN && amount <= MONTHLY_MAX ? rupiah(amount) : null
}

function wordAmount(written: string): Rupiah | null {
  const text = written.replace(/\bjt\b/g, "juta").replace(/\brb\b/g, "ribu")
  const amount = lacksThousand(text) ? null : numberInWords(text)
  return amount === null ? null : plausible(amount)
}
