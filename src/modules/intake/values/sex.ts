import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"
import { foldText } from "../../../kernel/text-fold.ts"

const MALE = new Set(
  "l lk lki lkl lak laki lakilaki laki2 lelaki lel m male man pria putra pa cowok cowo ♂ 1".split(
    " ",
  ),
)
const FEMALE = new Set(
  "p pr prp prm perp per perempuan perem prmpuan wanita w wnt wan f female woman putri pi cewek cewe ♀ 2".split(
    " ",
  ),
)
/** Long enough that so many slips leave no doubt. */
const SPELLED = [
  { name: "lakilaki", sex: "L", slips: 2 },
  { name: "perempuan", sex: "P", slips: 2 },
  { name: "wanita", sex: "P", slips: 1 },
] as const
const SLIPPED_MIN = 6

/** L (laki-laki), P (perempuan), or null where the cell says neither or both. */
export function readSex(text: string): "L" | "P" | null {
  const plain = foldText(text).replace(/laki\s*[-.²2 ]\s*laki|laki[²2]/g, "lakilaki")
  // "P/W" is the choice of a form, not an answer.
  if (/\w\s*\/\s*\w/.test(plain)) return null
  let found: "L" | "P" | null = null
  for (const word of plain.split(/[\s.,;:()[\]=/-]+/)) {
    if (word === "") continue
    const read = sexOfWord(word)
    if (read === null || (found !== null && found !== read)) return null
    found = read
  }
  return found
}

function sexOfWord(word: string): "L" | "P" | null {
  if (MALE.has(word)) return "L"
  if (FEMALE.has(word)) return "P"
  if (word.length < SLIPPED_MIN) return null
  const near = SPELLED.filter(
    ({ name, slips }) =>
      // Every character more or less is a slip: most words are told by their length.
      Math.abs(word.length - name.length) <= slips && damerauLevenshtein(word, name) <= slips,
  )
  return near.length === 1 ? (near[0]?.sex ?? null) : null
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
