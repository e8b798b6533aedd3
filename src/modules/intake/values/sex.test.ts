import fc from "fast-check"
import { expect, test } from "vitest"
import { readSex, readTicks } from "./sex.ts"

fc.configureGlobal({ seed: 2026 })

const MALE = [
  "L",
  "l",
  "LK",
  "Lk.",
  "Laki-laki",
  "laki - laki",
  "Laki2",
  "Pria",
  "M",
  "Male",
  "1",
  "Lakilaki",
  "LAKI LAKI",
  "1. Laki-laki",
  "L (Laki-laki)",
  "Laki²",
  "Putra",
]
const FEMALE = [
  "P",
  "p",
  "PR",
  "Prp",
  "Perempuan",
  "Wanita",
  "F",
  "FEMALE",
  "w",
  "2",
  "P (Perempuan)",
  "2 - Perempuan",
  "Prempuan",
  "Perenpuan",
  "Wanitta",
  "Putri",
  "perem.",
]
const NEITHER = [
  "",
  "-",
  "L/P",
  "?",
  "3",
  "LP",
  "ya",
  "Laki perempuan",
  "x",
  "P/W",
  "12",
  "lainnya",
  "warga",
]

test.each(MALE)("%s is L", (text) => expect(readSex(text)).toBe("L"))
test.each(FEMALE)("%s is P", (text) => expect(readSex(text)).toBe("P"))
test.each(NEITHER)("%j is neither", (text) => expect(readSex(text)).toBeNull())

test.each([
  ["v", "", "L"],
  ["", "√", "P"],
  ["1", "0", "L"],
  ["-", "x", "P"],
  ["", "", null],
  ["v", "v", null],
])("ticks %j | %j are %s", (male, female, sex) => expect(readTicks(male, female)).toBe(sex))

test("never throws", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void [readSex(a), readTicks(a, b)]))
})
