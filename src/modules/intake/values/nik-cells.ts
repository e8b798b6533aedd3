// A NIK that shares its cell with the name, or stands in sixteen boxes of one digit each.
import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"

export const BOXES = 16

const DIGITS = "\\d(?:[\\s.-]?\\d){15}"
const NAME = "\\p{L}[^\\d]*?"
const TITLE = "(?:(?:e-?)?(?:nik|ktp)\\b[\\s.:=-]*)?"
const NAME_FIRST = new RegExp(`^\\s*(${NAME})[\\s,;:/|([-]*?${TITLE}(${DIGITS})[)\\].\\s]*$`, "iu")
const NIK_FIRST = new RegExp(`^\\s*${TITLE}(${DIGITS})[\\s,;:/|)(-]+(${NAME})[)\\s]*$`, "iu")

/** Words that say what the number is: no name holds them. */
const OTHER_NUMBER = /\b(nik|e-?ktp|ktp|n?kk|kartu|no|nomor|hp|telp?|rek(ening)?)\b/i

export interface NameAndNik {
  readonly name: string
  readonly nik: string
}

/** "BUDI / 6471…": words without a digit and one number of sixteen; null for all else. */
export function splitNameAndNik(text: string): NameAndNik | null {
  if (text.replace(/\D/g, "").length !== BOXES) return null
  const [, name, nik] = NAME_FIRST.exec(text) ?? []
  if (name !== undefined && nik !== undefined) return parts(name, nik)
  const [, first, last] = NIK_FIRST.exec(text) ?? []
  return first === undefined || last === undefined ? null : parts(last, first)
}

function parts(name: string, nik: string): NameAndNik | null {
  const plain = name.replace(/\s+/g, " ").replace(/[\s,;:/|([-]+$/, "")
  return plain === "" || OTHER_NUMBER.test(plain) ? null : { name: plain, nik }
}

/** Each box as it is written; a box that holds anything but one digit makes the number no number. */
export function joinBoxes(boxes: readonly (RawCell | undefined)[]): RawCell | undefined {
  const first = boxes.find((box) => box !== undefined)
  if (first === undefined) return undefined
  const digits = boxes.map((box) => box?.text.trim() ?? "")
  const text = digits.every((digit) => digit === "")
    ? ""
    : digits.map((digit) => (/^\d$/.test(digit) ? digit : "?")).join("")
  const isFormula = boxes.some((box) => box?.formula === true)
  return { ...first, kind: "text", text, formula: isFormula }
}
