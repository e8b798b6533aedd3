import { foldText } from "../../kernel/text-fold.ts"

const MALE = /^(l|lk|laki|laki-laki|laki laki|laki2|lelaki|lki|m|male|pria|cowok|1)\.?$/
const FEMALE = /^(p|pr|prp|perempuan|perem|prmpuan|f|female|wanita|cewek|w|2)\.?$/

/** L (laki-laki), P (perempuan), or null where the cell says neither. */
export function readSex(text: string): "L" | "P" | null {
  const plain = foldText(text).replace(/\s*-\s*/g, "-")
  if (MALE.test(plain)) return "L"
  return FEMALE.test(plain) ? "P" : null
}

/** Two columns to tick, L and P: exactly one of them must carry a mark. */
export function readTicks(male: string, female: string): "L" | "P" | null {
  const [isMale, isFemale] = [isTicked(male), isTicked(female)]
  if (isMale === isFemale) return null
  return isMale ? "L" : "P"
}

function isTicked(text: string): boolean {
  return !/^(|0|-+|–|\.+|tidak|no|false)$/.test(foldText(text))
}
