import { expect, test } from "vitest"
import { localDate } from "../../kernel/local-date.ts"
import { likelyPersons, typedRow, type OnePerson } from "./one-person.ts"

const ON = localDate(2025, 11, 15)
const BUDI = {
  ...{ personId: "p1", name: "BUDI SANTOSO", birthDate: "1980-08-17", sex: "L" as const },
  ...{ areaCode: "64.71.01.1001", nik: "6471011708809001", kk: null, phone: "089900001111" },
}
const NOBODY: OnePerson = {
  ...{ name: "", nik: "", kk: "", birthDate: "", sex: "", areaCode: "", phone: "" },
}
const COUNTS = { rows: 12_000, words: { budi: 180, santoso: 60 }, born: 2 }

function likely(typed: Partial<OnePerson>) {
  if (ON === null) throw new Error("no such day")
  const row = typedRow({ ...NOBODY, ...typed }, ON)
  return likelyPersons(row, [BUDI], { counts: COUNTS, language: "id" })
}

test.each([
  ["his number", { name: "Budi Santoso", nik: "6471 0117 0880 9001" }, "same"],
  [
    "a digit wrong",
    { name: "Boedi Santosa", nik: "6471011708809071", birthDate: "17-08-1980" },
    "same",
  ],
  [
    "no number, all else",
    { name: "BUDI S.", birthDate: "17/8/1980", phone: "0899 0000 1111", areaCode: "64.71.01.1001" },
    "same",
  ],
  ["a name that nobody else has", { name: "Budi Santoso" }, "review"],
  [
    "his number, another's name",
    { name: "Siti Aminah", nik: "6471011708809001", sex: "P" },
    "review",
  ],
  [
    "a stranger",
    { name: "Joko Wibowo", birthDate: "1-2-1975", nik: "6471010102759004" },
    undefined,
  ],
] as const)("%s: %j", (_what, typed, verdict) => {
  expect(likely(typed)[0]?.verdict).toBe(verdict)
})

test("an answer masks the number and says why", () => {
  const [found] = likely({ name: "Budi Santoso", nik: "6471011708809001" })
  expect(JSON.stringify(found)).not.toContain("6471011708809001")
  expect(found?.because.map(({ words }) => words)).toContain("NIK sama")
})
