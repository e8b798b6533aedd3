import fc from "fast-check"
import { expect, test } from "vitest"
import { SequenceTable } from "./sequence-table.ts"

test("equal sequences have one number, others another, in order of first sight", () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 60 }), (sequences) => {
      const table = new SequenceTable()
      const known = new Map<string, number>()
      for (const words of sequences) {
        const key = words.join()
        if (!known.has(key)) known.set(key, known.size)
        expect(table.numberOf(Uint32Array.from(words), words.length)).toBe(known.get(key))
      }
    }),
    { seed: 31 },
  )
})

test("many more sequences than first fit are still told apart, and come back", () => {
  const table = new SequenceTable()
  const wordsAt = (number: number) =>
    Uint32Array.from([number % 1000, Math.floor(number / 1000), 7])
  for (let number = 0; number < 20_000; number++)
    expect(table.numberOf(wordsAt(number), 3)).toBe(number)
  for (const number of [0, 999, 1000, 19_999]) {
    expect(table.numberOf(wordsAt(number), 3)).toBe(number)
    const words = table.list.subarray(table.firsts[number], table.firsts[number + 1])
    expect([...words]).toEqual([...wordsAt(number)])
  }
})
