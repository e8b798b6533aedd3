import { textOfPacked } from "../../../columns/packed-digits.ts"
import {
  ADDRESS,
  AREA,
  KK_HIGH,
  KK_LOW,
  MAN,
  MOTHER,
  NAME,
  NIK_DATE,
  PHONE_HIGH,
  PHONE_LOW,
  ROW,
  TRAITS,
  UNKNOWN,
  WRITTEN_DATE,
  type MatchTable,
} from "./match-table.ts"
import type { NameTable } from "./name-table.ts"

/** A row of a table as texts, for other engines; "" is unknown. Dates are yymmdd. */
export interface RowTexts {
  readonly nik: string
  readonly kk: string
  readonly words: readonly string[]
  readonly date: string
  readonly sex: "L" | "P" | ""
  readonly area: string
  readonly phone: string
  /** Rows of equal addresses have equal marks. */
  readonly address: string
  readonly motherWords: readonly string[]
}

export function rowTexts(table: MatchTable, position: number): RowTexts {
  const { cells } = table
  const at = position * ROW
  const date = (cells[at + WRITTEN_DATE] ?? 0) || (cells[at + NIK_DATE] ?? 0)
  const sex = (cells[at + TRAITS] ?? 0) & 3
  const address = cells[at + ADDRESS] ?? UNKNOWN
  return {
    nik: table.digitsAt(at),
    kk: numberOf(cells[at + KK_HIGH], cells[at + KK_LOW]),
    words: wordsOf(table.names, cells[at + NAME] ?? 0),
    date: date === UNKNOWN ? "" : date.toString(16).padStart(6, "0"),
    sex: sex === UNKNOWN ? "" : sex === MAN ? "L" : "P",
    area: table.areas.texts[(cells[at + AREA] ?? 0) & 0xffff] ?? "",
    phone: numberOf(cells[at + PHONE_HIGH], cells[at + PHONE_LOW]).replace(/^0+/, ""),
    address: address === UNKNOWN ? "" : `a${address}`,
    motherWords: wordsOf(table.mothers, cells[at + MOTHER] ?? 0),
  }
}

function numberOf(high = 0, low = 0): string {
  return high === 0xffffffff ? "" : textOfPacked(high) + textOfPacked(low)
}

function wordsOf(names: NameTable, name: number): string[] {
  const numbers = names.list.subarray(names.firstWord(name), names.endWord(name))
  return Array.from(numbers, (word) => names.words.texts[word] ?? "")
}
