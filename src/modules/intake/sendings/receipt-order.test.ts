import fc from "fast-check"
import { expect, test } from "vitest"
import type { LocalDate } from "../../../kernel/local-date.ts"
import { receiptOrder, type Receipt } from "./receipt-order.ts"

const receipt = (
  name: string,
  changes: Partial<Receipt> & { on?: string; revision?: number } = {},
) => {
  const { on, revision = 1, ...rest } = changes
  const letterOn = (on ?? null) as LocalDate | null
  const evidence = { number: "", letterOn, namedOn: null, savedOn: null, claimed: null, revision }
  return { name, order: null, senderId: "damai", evidence, sha256: name, base: "", ...rest }
}

test.each([
  [
    "the register, then the others",
    [receipt("b", { order: 2 }), receipt("x"), receipt("a", { order: 9 })],
    "bax",
  ],
  ["agenda numbers, not names", [receipt("a", { order: 2 }), receipt("b", { order: 1 })], "ba"],
  [
    "days of letters",
    [receipt("a", { on: "2025-10-12" }), receipt("b", { on: "2025-10-02" })],
    "ba",
  ],
  ["words before days", [receipt("a", { revision: 2 }), receipt("b", { on: "2025-12-01" })], "ba"],
  [
    "files of one sender together",
    [
      receipt("a", { on: "2025-10-12" }),
      receipt("b", { on: "2025-10-05", senderId: "lamaru" }),
      receipt("c", { on: "2025-10-01" }),
    ],
    "cab",
  ],
  [
    "what came back after what went out",
    [receipt("a", { base: "b" }), receipt("b", { revision: 5 })],
    "ba",
  ],
  [
    "a return registered before its list",
    [receipt("a", { base: "b", order: 1 }), receipt("b", { order: 2 })],
    "ba",
  ],
])("%s", (_, files, order) => {
  expect(
    receiptOrder(files)
      .map(({ name }) => name)
      .join(""),
  ).toBe(order)
})

test("the order in which a folder lists its files is none", () => {
  const file = fc.record({
    on: fc.constantFrom("2025-10-01", "2025-10-02"),
    revision: fc.integer({ min: 0, max: 2 }),
    senderId: fc.constantFrom("damai", "lamaru"),
    base: fc.constantFrom("", "f0", "f3"),
  })
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), fc.nat(), (made, turn) => {
      const files = made.map((changes, index) => receipt(`f${index}`, changes))
      const turned = files.map((_, index) => files[(index + turn) % files.length] ?? receipt(""))
      const names = (list: readonly Receipt[]) => receiptOrder(list).map(({ name }) => name)
      expect(names(turned)).toEqual(names(files))
      expect(names(files).toSorted()).toEqual(files.map(({ name }) => name).toSorted())
    }),
    { seed: 2026, numRuns: 200 },
  )
})
