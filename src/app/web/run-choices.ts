import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { RunChoices } from "./run-state.ts"

export type ChoiceRefusal = "CEILING_INVALID" | "YEAR_INVALID" | "MONTHS_INVALID"

/** As written into a form or an address: empty means "as the pack says". */
export interface WrittenChoices {
  readonly ceiling: string
  readonly year: string
  readonly months: string
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
