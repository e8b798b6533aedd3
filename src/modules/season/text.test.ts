import { expect, test } from "vitest"
import { SEASON_TEXT_ID } from "./text.id.ts"

test.each([
  ["Bantuan iuran", "Usulan penerima bantuan iuran tahun 2027"],
  ["bantuan iuran", "Usulan penerima bantuan iuran tahun 2027"],
  ["BPU Sejahtera", "Usulan penerima BPU Sejahtera tahun 2027"],
  ["JKK dan JKM", "Usulan penerima JKK dan JKM tahun 2027"],
])("inside a sentence %s begins small, unless it is an abbreviation", (programme, said) => {
  expect(SEASON_TEXT_ID.letter.subjectValue(programme, 2027)).toBe(said)
})
