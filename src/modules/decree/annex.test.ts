import { describe, expect, test } from "vitest"
import fc from "fast-check"
import { buildAnnex, groupTitle } from "./annex.ts"
import { FRAME, people, person } from "./decree.testing.ts"

describe("buildAnnex", () => {
  test("orders kelurahan by code, names inside, and numbers both ways", () => {
    const annex = buildAnnex(FRAME, [
      person(1, { name: "Zainal", areaCode: "64.71.01.1001" }),
      person(2, { name: "ani", areaCode: "64.71.01.1001" }),
      person(3, { name: "Élise", areaCode: "64.71.01.1001" }),
      person(4, { name: "Budi", areaCode: "64.71.02.1001" }),
      person(5, { name: "Cici", areaCode: "64.71.99.9999" }),
      person(6, { name: "Dedi", areaCode: null }),
    ])
    const lines = annex.groups.flatMap((group) =>
      group.rows.map((row) => [groupTitle(group), row.number, row.numberInArea, row.person.name]),
    )
    expect(lines).toEqual([
      ["Kelurahan Tanjung, Kecamatan Timur", 1, 1, "ani"],
      ["Kelurahan Tanjung, Kecamatan Timur", 2, 2, "Élise"],
      ["Kelurahan Tanjung, Kecamatan Timur", 3, 3, "Zainal"],
      ["Kelurahan Barat Laut, Kecamatan Barat", 4, 1, "Budi"],
      ["Kelurahan belum diketahui", 5, 1, "Cici"],
      ["Kelurahan belum diketahui", 6, 2, "Dedi"],
    ])
  })

  test("9,920 people for 12 months cost Rp 1,999,872,000", () => {
    const { totals } = buildAnnex(FRAME, people(9_920))
    expect(totals).toEqual({
      people: 9_920,
      jkkMonth: 99_200_000n,
      jkmMonth: 67_456_000n,
      month: 166_656_000n,
      jkkYear: 1_190_400_000n,
      jkmYear: 809_472_000n,
      year: 1_999_872_000n,
    })
  })

  test("is the same for any order, loses nobody, and its sums add up", () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 60 })
    fc.assert(
      fc.property(list, fc.array(fc.nat()), (numbers, keys) => {
        const all = numbers.map((number) => person(number))
        const shuffled = all
          .map((one, i) => ({ one, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const annex = buildAnnex(FRAME, all)
        expect(buildAnnex(FRAME, shuffled)).toEqual(annex)
        const rows = annex.groups.flatMap((group) => group.rows)
        expect(rows.map((row) => row.number)).toEqual(rows.map((_, i) => i + 1))
        expect(new Set(rows.map((row) => row.person.personId)).size).toBe(all.length)
        for (const key of [
          "jkkMonth",
          "jkmMonth",
          "month",
          "jkkYear",
          "jkmYear",
          "year",
        ] as const) {
          const sum = annex.groups.reduce((total, group) => total + group.totals[key], 0n)
          expect(annex.totals[key]).toBe(sum)
        }
        expect(annex.totals.year).toBe(annex.totals.month * BigInt(FRAME.months))
      }),
      { seed: 6471, numRuns: 60 },
    )
  })

  test("the list's hash changes with a NIK, a name or a kelurahan, and with nothing else", () => {
    const hash = (change: Parameters<typeof person>[1]) =>
      buildAnnex(FRAME, [person(1), person(2, change)]).listHash
    expect(hash({ nik: "6471010101809999" })).not.toBe(hash({}))
    expect(hash({ name: "Lain" })).not.toBe(hash({}))
    expect(hash({ areaCode: null })).not.toBe(hash({}))
    expect(hash({ phone: "0", address: "lain", rank: 77 })).toBe(hash({}))
  })
})
