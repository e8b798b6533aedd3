import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import type { Dimensions, Reference, ValueUse } from "../law/index.ts"

/** A value of the law in words, short enough for a cell. */
export function lawValueText({ value }: ValueUse): string {
  switch (value.unit) {
    case "contribution_bands": {
      const [lowest] = value.bands
      const count = `${formatCount(value.bands.length)} golongan`
      if (lowest === undefined) return count
      const amounts = `JKK ${formatRupiah(lowest.jkk)}, JKM ${formatRupiah(lowest.jkm)}`
      return `${count}; golongan ${lowest.band}: ${amounts} per bulan`
    }
    case "relief":
      return value.relief.effect === "exclusion"
        ? "tanpa keringanan"
        : `keringanan: JKK ${value.relief.jkkPercent} %, JKM ${value.relief.jkmPercent} % tetap dibayar`
    case "band_rule":
      return value.rule === "lowest" ? "golongan terendah" : "golongan menurut penghasilan"
    case "rupiah_sen":
      return rupiahSen(value.sen)
    case "years":
      return `${value.years} tahun`
    case "months":
      return `${value.months} bulan`
    case "sectors":
      return value.sectors.map((sector) => sector.replaceAll("_", " ")).join(", ")
    default:
      return value satisfies never
  }
}

/** "64.71, 2026": what the value depends on; empty for one that holds everywhere. */
export function dimensionText(dims: Dimensions): string {
  const parts = Object.entries(dims).sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.map(([, value]) => (value === "all" ? "semua" : value)).join(", ")
}

export function referenceText({ regulation, article }: Reference): string {
  return article === null ? regulation : `${regulation}, ${article}`
}

/** A published minimum wage carries sen: "Rp3.856.694,43". */
function rupiahSen(sen: bigint): string {
  const rest = String(sen % 100n).padStart(2, "0")
  const whole = formatRupiah((sen / 100n) as Parameters<typeof formatRupiah>[0])
  return rest === "00" ? whole : `${whole},${rest}`
}
