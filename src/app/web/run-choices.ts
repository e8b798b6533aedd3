import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { RunChoices } from "./run-state.ts"

export type ChoiceRefusal = "CEILING_INVALID" | "YEAR_INVALID" | "MONTHS_INVALID"

/** As written into a form or an address: empty means "as the pack says". */
export interface WrittenChoices {
  readonly ceiling: string
  readonly year: string
  readonly months: string
}

/** Forms, addresses and problems use the same names. */
export function writtenIn(read: (name: string) => string): WrittenChoices {
  return { ceiling: read("pagu"), year: read("tahun"), months: read("bulan") }
}

const LONGEST = 40

/** What was written and not left empty, under the names of the form. */
export function choiceParams({ ceiling, year, months }: WrittenChoices): Record<string, string> {
  const all = { pagu: ceiling, tahun: year, bulan: months }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) =>
      text.trim() === "" ? [] : [[name, text.trim().slice(0, LONGEST)]],
    ),
  )
}

/** The form with these values in it, so that nobody types them twice. */
export function formAddress(written: WrittenChoices): string {
  const query = new URLSearchParams(choiceParams(written)).toString()
  return query === "" ? "/#unggah" : `/?${query}#unggah`
}

/** Choices as they would be written. */
export function writeChoices({ ceilingRupiah, year, months }: RunChoices): WrittenChoices {
  const text = (value: number | null): string => (value === null ? "" : String(value))
  return { ceiling: text(ceilingRupiah), year: text(year), months: text(months) }
}

/** Rupiah as people write them, "Rp 60.000.000" or "60000000"; years and months as digits. */
export function readChoices(written: WrittenChoices): Result<RunChoices, ChoiceRefusal> {
  const ceiling = written.ceiling.trim()
  const year = written.year.trim()
  const months = written.months.trim()
  const amount = /^(?:rp\.?\s*)?(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,-|,00)?$/i.exec(ceiling)?.[1]
  const rupiah = amount === undefined ? 0 : Number(amount.replace(/[.\s]/g, ""))
  if (ceiling !== "" && !(Number.isSafeInteger(rupiah) && rupiah > 0))
    return refuse("CEILING_INVALID")
  if (year !== "" && !/^20\d\d$/.test(year)) return refuse("YEAR_INVALID")
  if (months !== "" && !/^(?:[1-9]|1[0-2])$/.test(months)) return refuse("MONTHS_INVALID")
  return ok({
    ceilingRupiah: ceiling === "" ? null : rupiah,
    year: year === "" ? null : Number(year),
    months: months === "" ? null : Number(months),
  })
}
