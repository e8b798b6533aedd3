import { DECREE_BLANK, OPEN_NAME_NOTE } from "./annex-wording.ts"
import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import { terbilangRupiah } from "./terbilang.ts"
import type { Annex, AnnexTotals } from "./annex.ts"
import type { Typesetter } from "./page-line.ts"

/** The sums of a kelurahan in one sentence below its table. */
export function totalsText(annex: Annex, totals: AnnexTotals): string {
  return (
    `${formatCount(totals.people)} orang. ` +
    `Per bulan: JKK ${formatRupiah(totals.jkkMonth)}, JKM ${formatRupiah(totals.jkmMonth)}, ` +
    `jumlah ${formatRupiah(totals.month)}. ${annex.frame.months} bulan: ` +
    `JKK ${formatRupiah(totals.jkkYear)}, JKM ${formatRupiah(totals.jkmYear)}, ` +
    `jumlah ${formatRupiah(totals.year)}.`
  )
}

/** What stands under the last table: the sums in figures and words, and what they rest on. */
export function closingLines(annex: Annex): string[] {
  const { frame, totals } = annex
  return [
    `Jumlah penerima ${formatCount(totals.people)} orang. Iuran per orang per bulan: ` +
      `JKK ${formatRupiah(frame.jkkMonthly)} dan JKM ${formatRupiah(frame.jkmMonthly)}, ` +
      `selama ${frame.months} bulan.`,
    `JKK ${formatRupiah(totals.jkkYear)} dan JKM ${formatRupiah(totals.jkmYear)}, ` +
      `jumlah ${formatRupiah(totals.year)} dari pagu ${formatRupiah(frame.ceiling)}.`,
    `Terbilang: ${terbilangRupiah(totals.year)}.`,
    `Sidik jari hasil (SHA-256): ${frame.resultHash}. Versi aturan ${frame.law.pack}: ` +
      `${frame.law.version}. Dibuat per ${formatDateId(frame.generatedOn)}.`,
  ]
}

/** Says how many names are not sure yet, so that nobody signs them unseen. */
export function openNameLines(annex: Annex): string[] {
  const rows = annex.groups.flatMap((group) => group.rows)
  const count = rows.filter(({ person }) => person.isNameOpen).length
  if (count === 0) return []
  return [
    `${OPEN_NAME_NOTE}: ${formatCount(count)} orang. Betulkan sebelum keputusan ditetapkan; ` +
      "sebelum itu mereka tidak didaftarkan.",
  ]
}

/** Says on how many lines a letter is printed as "?", so that nobody takes that for the name. */
export function lossLines(annex: Annex, setter: Typesetter): string[] {
  const rows = annex.groups.flatMap((group) => group.rows)
  const count = rows.filter(({ person, sectorLabel }) =>
    [person.name, person.address, person.rt, sectorLabel].some((text) =>
      losesLetters(text, setter),
    ),
  ).length
  if (count === 0) return []
  return [
    `Pada ${formatCount(count)} orang ada huruf yang tidak dapat dicetak dan tertulis "?". ` +
      "Tulisan lengkapnya ada di lampiran-sk.xlsx.",
  ]
}

function losesLetters(text: string | null, setter: Typesetter): boolean {
  const marks = (t: string): number => t.split("?").length
  return text !== null && marks(setter.drawable(text)) > marks(text)
}

/** Office and blank; the name is not ours to give. */
export function signatureLines(annex: Annex): string[] {
  return [`WALI KOTA ${annex.frame.cityName.toUpperCase()},`, DECREE_BLANK]
}
