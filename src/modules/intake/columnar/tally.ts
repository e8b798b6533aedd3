import type { InternTable } from "../../../columns/intern-table.ts"
import { CLEAN_DATES, ORDER_SAMPLES, orderSampleOf } from "./clean-date.ts"
import type { RowStore } from "./rows.ts"
import { emptyTally, tallyDate, type DateTally } from "../values/date-order.ts"

/** What the dates tell of their order; each distinct text counts as often as it stands. */
export function tallyOf({ dates, length }: RowStore, dateTexts: InternTable): DateTally {
  const samples = new Uint32Array(ORDER_SAMPLES.length)
  const texts = new Uint32Array(dateTexts.size)
  for (let row = 0; row < length; row++) {
    const date = dates[row] ?? 0
    if (date < CLEAN_DATES) {
      const sample = orderSampleOf(date)
      samples[sample] = (samples[sample] ?? 0) + 1
    } else texts[date - CLEAN_DATES] = (texts[date - CLEAN_DATES] ?? 0) + 1
  }
  const tally = emptyTally()
  for (const [at, sample] of ORDER_SAMPLES.entries()) tallyDate(tally, sample, samples[at])
  for (let text = 0; text < texts.length; text++)
    tallyDate(tally, dateTexts.textOf(text).slice(0, 100), texts[text])
  return tally
}
