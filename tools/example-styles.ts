import type { Cell } from "./example-grid.ts"

export type DateStyle =
  | "cell"
  | "iso"
  | "dots"
  | "slash"
  | "dash"
  | "dash2"
  | "spaces"
  | "month-id"
  | "month-short"
  | "roman"
  | "month-en"
export type IncomeStyle =
  | "number"
  | "rp"
  | "jt"
  | "jt-mixed"
  | "english"
  | "words"
  | "per-month"
  | "range"

const MONTHS_ID =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  )
const MONTHS_EN =
  "January February March April May June July August September October November December".split(" ")
const SHORT_ID = "Jan Peb Mar Apr Mei Jun Jul Agt Sep Okt Nop Des".split(" ")
const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ")

/** A birth date as the sender writes it. */
export function writeDate(iso: string, style: DateStyle): Cell {
  if (style === "cell") return { kind: "date", iso }
  const [y, m, d] = iso.split("-") as [string, string, string]
  const month = Number(m) - 1
  switch (style) {
    case "iso":
      return iso
    case "dots":
      return `${d}.${m}.${y}`
    case "slash":
      return `${d}/${m}/${y}`
    case "dash":
      return `${d}-${m}-${y}`
    case "dash2":
      return `${d}-${m}-${y.slice(2)}`
    case "spaces":
      return `${d} ${m} ${y}`
    case "month-id":
      return `${Number(d)} ${MONTHS_ID[month]} ${y}`
    case "month-short":
      return `${d}-${SHORT_ID[month]}-${y}`
    case "roman":
      return `${d}-${ROMAN[month]}-${y}`
    case "month-en":
      return `${Number(d)} ${MONTHS_EN[month]} ${y}`
  }
}

/**
 * The outline of a written date: digits by their number, words as words. Two cells of one outline
 * are written in one style.
 */
export function dateOutline(cell: Cell): string | null {
  if (cell === null || cell === "") return null
  if (typeof cell !== "string") return cell.kind === "date" ? "cell" : null
  const text = cell.replace(/^[A-Za-z]+, /, "").trim()
  if (/^\d{4}$/.test(text)) return null
  return text
    .replace(/\b[IVX]+\b/g, "R")
    .replace(/[A-Za-z]{2,}/g, "M")
    .replace(/\d{4}/g, "y")
    .replace(/\d{1,2}/g, "d")
}

/** Rupiah a month as the sender writes it; of a range the whole millions around it. */
export function writeIncome(rupiah: number, style: IncomeStyle, csv: boolean): Cell {
  const millions = String(rupiah / 1_000_000).replace(".", ",")
  const rest = Math.round((rupiah % 1_000_000) / 1000)
  switch (style) {
    case "number":
      return csv ? String(rupiah) : { kind: "number", digits: String(rupiah) }
    case "rp":
      return `Rp ${grouped(rupiah, ".")}`
    case "jt":
      return `${millions} jt`
    case "jt-mixed":
      return jtMixed(Math.floor(rupiah / 1_000_000), rest)
    case "english":
      return `IDR ${grouped(rupiah, ",")}`
    case "words":
      return incomeWords(rupiah)
    case "per-month":
      return `${grouped(rupiah, ".")}/bln`
    case "range":
      return `${Math.floor(rupiah / 1_000_000)} sd ${Math.floor(rupiah / 1_000_000) + 1} juta`
  }
}

function jtMixed(millions: number, rest: number): string {
  if (millions === 0) return `${rest}rb`
  if (rest === 0) return `${millions}jt`
  return rest % 100 === 0 ? `${millions}jt${rest / 100}` : `${millions}jt${rest}rb`
}

function grouped(value: number, separator: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator)
}

const ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ")

/** Counts below one thousand in Indonesian words. */
function countWords(value: number): string {
  if (value < 12) return ONES[value] as string
  if (value < 20) return `${countWords(value - 10)} belas`
  if (value < 100) return `${countWords(Math.floor(value / 10))} puluh ${tail(value % 10)}`.trim()
  const head = value < 200 ? "seratus" : `${countWords(Math.floor(value / 100))} ratus`
  return `${head} ${tail(value % 100)}`.trim()
}

function tail(value: number): string {
  return value === 0 ? "" : countWords(value)
}

function incomeWords(rupiah: number): string {
  const millions = Math.floor(rupiah / 1_000_000)
  const thousands = Math.round((rupiah % 1_000_000) / 1000)
  const parts = [
    millions ? `${countWords(millions)} juta` : "",
    thousands ? `${countWords(thousands)} ribu` : "",
  ]
  return parts.filter((part) => part !== "").join(" ")
}
