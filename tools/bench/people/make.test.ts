import { describe, expect, test } from "vitest"
import { makePeople, PEOPLE_HEADER, POPULATIONS } from "./make.ts"

const COLUMNS = PEOPLE_HEADER.split(",").length - 1
const NIK = /,(\d{16}),/

describe.each(Object.entries(POPULATIONS))("people of the %s", (_name, population) => {
  const rows = makePeople(population, 2_000, 5)

  test("are the same for the same seed and others for another", () => {
    expect(makePeople(population, 2_000, 5)).toEqual(rows)
    expect(makePeople(population, 2_000, 6)).not.toEqual(rows)
  })

  test("are as many as asked for, in the columns of the header", () => {
    expect(rows).toHaveLength(2_000)
    for (const { line } of rows)
      expect(line.replace(/"[^"]*"/g, "").split(",")).toHaveLength(COLUMNS)
  })

  test("stand on the list twice now and then, with one household a person", () => {
    const homeOf = new Map(rows.map(({ person, household }) => [person, household]))
    for (const { person, household } of rows) expect(homeOf.get(person)).toBe(household)
    const again = rows.length - homeOf.size
    expect(again / rows.length).toBeGreaterThan(0.03)
    expect(again / rows.length).toBeLessThan(0.12)
  })

  test("have numbers that nobody has", () => {
    const serials = rows.flatMap(({ line }) => NIK.exec(line)?.[1]?.slice(12) ?? [])
    expect(serials.length).toBeGreaterThan(1_000)
    expect(serials.filter((serial) => Number(serial) < 9_000).length / serials.length).toBeLessThan(
      0.05,
    )
  })
})
