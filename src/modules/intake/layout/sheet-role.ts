// Sheets beside the list that look like one: how to fill it in, an example, choices.
import { foldText } from "../../../kernel/text-fold.ts"
import type { HeadedSheet } from "./layout.ts"
import { holdsNik } from "./header-rows.ts"

const GUIDE =
  /\b(contoh|petunjuk|panduan|cara|pengisian|template|format|referensi|example|guide|readme|instruksi|kosong)\b/
/** An example shows one or two people; more are meant. */
const EXAMPLE_MAX = 3

/** A sheet whose name says that it only shows how, beside one that holds people. */
export function isGuide(headed: HeadedSheet, all: readonly HeadedSheet[]): boolean {
  const named = foldText(headed.sheet.name).replace(/[^a-z]+/g, " ")
  if (!GUIDE.test(named)) return false
  const others = all.filter((other) => other !== headed && other.headers.length > 0)
  return others.length > 0 && peopleIn(headed) <= EXAMPLE_MAX
}

function peopleIn({ sheet, headers }: HeadedSheet): number {
  const from = headers[0]?.at ?? 0
  return sheet.rows.slice(from).filter(holdsNik).length
}
