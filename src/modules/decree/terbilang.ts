import { assert } from "../../kernel/assert.ts"

const DIGITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
const SCALES = ["", "ribu", "juta", "miliar", "triliun"]
const LIMIT = 10n ** 15n

/**
 * A number in Indonesian words, 0 to 999 trillion. One before puluh, belas, ratus and ribu is the
 * prefix se-; before juta and above it is a word ("satu juta").
 */
export function terbilang(amount: bigint): string {
  assert(amount >= 0n && amount < LIMIT, "an amount from 0 to below 10^15")
  if (amount === 0n) return "nol"
  const words: string[] = []
  for (let scale = SCALES.length - 1; scale >= 0; scale--) {
    const three = Number((amount / 1000n ** BigInt(scale)) % 1000n)
    if (three === 0) continue
    if (three === 1 && scale === 1) words.push("seribu")
    else words.push(belowThousand(three), SCALES[scale] ?? "")
  }
  return words.filter((word) => word !== "").join(" ")
}

/** "Satu miliar … rupiah": the form that stands under a sum of money. */
export function terbilangRupiah(amount: bigint): string {
  const words = `${terbilang(amount)} rupiah`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function belowThousand(n: number): string {
  const hundreds = Math.floor(n / 100)
  const rest = belowHundred(n % 100)
  if (hundreds === 0) return rest
  const head = hundreds === 1 ? "seratus" : `${DIGITS[hundreds]} ratus`
  return rest === "" ? head : `${head} ${rest}`
}

function belowHundred(n: number): string {
  if (n === 10) return "sepuluh"
  if (n === 11) return "sebelas"
  if (n < 10) return DIGITS[n] ?? ""
  if (n < 20) return `${DIGITS[n - 10]} belas`
  const ones = DIGITS[n % 10] ?? ""
  const tens = `${DIGITS[Math.floor(n / 10)]} puluh`
  return ones === "" ? tens : `${tens} ${ones}`
}
