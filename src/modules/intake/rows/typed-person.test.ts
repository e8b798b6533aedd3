import { expect, test } from "vitest"
import { localDate } from "../../../kernel/local-date.ts"
import { readTyped } from "./typed-person.ts"

const ON = localDate(2025, 11, 15)

test.each([
  ["a number with blanks", { nik: "6471 0117 0880 9001" }, { nik: "6471011708809001" }],
  ["a digit too few", { nik: "647101170880901" }, { nik: null, nikPattern: "647101170880901" }],
  [
    "a title and a date in words",
    { name: "H. Budi", birthDate: "17 Agustus 1980" },
    { birthDate: "1980-08-17" },
  ],
  ["a woman, a phone", { sex: "perempuan", phone: "+62 899-0000-1111" }, { sex: "P" }],
  ["nothing", {}, { name: "", nik: null, kk: null, birthDate: null, sex: null, phone: "" }],
] as const)("%s is read as in a list", (_what, typed, expected) => {
  if (ON === null) throw new Error("no such day")
  expect(readTyped(typed, ON)).toMatchObject(expected)
})
