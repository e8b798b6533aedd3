import fc from "fast-check"
import { expect, test } from "vitest"
import { NO_DIGITS, textOfHalves } from "../../../columns/digits.ts"
import { LooseNik, LoosePhone } from "./loose.ts"
import { csvCell } from "../../../platform/spreadsheet/csv/raw-row.ts"
import { marksOf } from "./marks.ts"
import { phoneOfCell } from "../rows/phone.ts"
import { readNik } from "../values/nik.ts"

function viewOf(text: string): [DataView, number, number] {
  const bytes = new Uint8Array(128)
  bytes.set(Buffer.from(text).subarray(0, 100))
  return [new DataView(bytes.buffer), 0, Math.min(100, Buffer.byteLength(text))]
}

function looseNik(text: string) {
  const loose = new LooseNik()
  const code = loose.read(...viewOf(text))
  const nik = loose.high === NO_DIGITS ? null : textOfHalves(loose.high, loose.low)
  return code === null ? null : { nik, code }
}

function loosePhone(text: string) {
  const loose = new LoosePhone()
  const codes = loose.read(...viewOf(text))
  return codes === null
    ? null
    : { phone: loose.phone === 0 ? "" : String(loose.phone).slice(1), codes }
}

/** Digits of a number in which marks are put, digits are lost, doubled and replaced. */
function damaged(whole: fc.Arbitrary<string>, marks: string): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.nat({ max: 18 }),
    put: fc.constantFrom("", ...marks),
    lost: fc.nat({ max: 2 }),
  })
  return fc
    .tuple(whole, fc.array(slip, { maxLength: 4 }))
    .map(([text, slips]) =>
      slips.reduce((at, cut) => at.slice(0, cut.at) + cut.put + at.slice(cut.at + cut.lost), text),
    )
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(..."0012356789"), { minLength: length, maxLength: length })
    .map((list) => list.join(""))
const NIKS = damaged(
  fc.oneof(
    digits(16),
    digits(12).map((head) => `${head}9001`),
    fc.constant("6471 0117 0880 9001"),
    fc.constantFrom("6.47101E+15", "6,471e+15", "3.2E+9"),
  ),
  "'  .-0OlBz+=\n\t\"",
)
const HEADS = fc.constantFrom("08", "+62", "62", "8", "0062", "021", "+1", "+62 0")
const PHONES = damaged(
  fc.tuple(HEADS, fc.nat({ max: 12 }).chain(digits)).map(([head, rest]) => head + rest),
  "-- '/.(+a",
)
const RUNS = { seed: 20_261_123, numRuns: 20_000 }

test("a NIK that is told by its bytes is what its reader says", () => {
  let told = 0
  fc.assert(
    fc.property(NIKS, (text) => {
      const loose = looseNik(text)
      if (loose === null) return
      told++
      const { nik, code } = readNik(text, "text")
      expect(loose).toEqual({ nik, code })
      expect(marksOf("nik", text)).toEqual([])
    }),
    RUNS,
  )
  expect(told).toBeGreaterThan(RUNS.numRuns / 10)
})

test("a phone that is told by its bytes is what its reader says", () => {
  let told = 0
  fc.assert(
    fc.property(PHONES, (text) => {
      const loose = text === "" ? null : loosePhone(text)
      if (loose === null) return
      told++
      expect(loose).toEqual(phoneOfCell(csvCell(0, text)))
      expect(marksOf("phone", text)).toEqual([])
    }),
    RUNS,
  )
  expect(told).toBeGreaterThan(RUNS.numRuns / 10)
})

test.each([
  ["'6471011708809001", "NIK_APOSTROPHE"],
  ["64710 11708 809001", "NIK_SPACES"],
  ["647101170880900", "NIK_LENGTH"],
  ["", "NIK_EMPTY"],
  ["6.47101E+15", "NIK_SCI_TEXT"],
  ["647101170880900l", "NIK_LETTERS"],
])("%j is told by its bytes", (text, code) => {
  expect(looseNik(text)?.code).toBe(code)
})

test.each([
  "6.471.011.708.809.000",
  "6 471 011 708 809 000",
  "0000",
  "'0",
  "6471O",
  "-",
  " 6471",
  '="6471"',
])("%j is left to the reader of NIK", (text) => {
  expect(looseNik(text)).toBeNull()
})

test.each<[string, string]>([
  ["+62 899-0000-1234", "089900001234"],
  ["89900001234", "089900001234"],
  ["0899-0000-1234", "089900001234"],
  ["62089900001234", "089900001234"],
  ["0215550000", "0215550000"],
  ["-", ""],
  ["0899", ""],
])("%j is the phone %j by its bytes", (text, phone) => {
  expect(loosePhone(text)?.phone).toBe(phone)
})

test.each([
  "089900001234 / 089900005678",
  "+1 899 0000 1234",
  "0062899",
  "08990000123a",
  "=A1",
  " 0899",
])("%j is left to the reader of phones", (text) => {
  expect(loosePhone(text)).toBeNull()
})
