/** Whole rupiah. Sen exist only in published minimum wages and are floored before comparing. */
export type Rupiah = bigint & { readonly __unit: "rupiah" }

export function rupiah(amount: bigint | number): Rupiah {
  return BigInt(amount) as Rupiah
}

export function plus(a: Rupiah, b: Rupiah): Rupiah {
  return (a + b) as Rupiah
}

export function timesCount(amount: Rupiah, count: number): Rupiah {
  return (amount * BigInt(count)) as Rupiah
}

/** "Rp1.999.872.000", as Indonesian documents write it. */
export function formatRupiah(amount: Rupiah): string {
  const sign = amount < 0n ? "-" : ""
  return `${sign}Rp${groupThousands((amount < 0n ? -amount : amount).toString())}`
}

/** "1.250": the Indonesian thousands separator. */
export function formatCount(count: number): string {
  return groupThousands(String(count))
}

/** For JSON: a number, checked below 2^53. */
export function jsonRupiah(amount: Rupiah): number {
  const number = Number(amount)
  if (!Number.isSafeInteger(number)) throw new RangeError("rupiah amount above 2^53")
  return number
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".")
}
