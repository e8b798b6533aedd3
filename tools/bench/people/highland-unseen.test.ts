import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { compare, likeness } from "./highland-unseen-evidence.ts"
import type { Draft, Style } from "./highland-unseen-draft.ts"
import { KELURAHAN } from "./highland-unseen-places.ts"
import { writeUnseenList, type Made } from "./highland-unseen-writer.ts"

const HEADER =
  "no,nama,nik,no_kk,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kelurahan,pekerjaan,no_hp,nama_ibu"
const folder = mkdtempSync(join(tmpdir(), "payung-highland-unseen-"))
afterAll(() => rmSync(folder, { recursive: true }))

interface Files {
  readonly made: Made
  readonly list: string
  readonly truth: string
}

function make(rows: number, seed: number): Files {
  const [list, truth] = [join(folder, "list.csv"), join(folder, "truth.csv")]
  const made = writeUnseenList(rows, seed, list, truth)
  return { made, list: readFileSync(list, "utf8"), truth: readFileSync(truth, "utf8") }
}

const linesOf = (text: string): string[] => text.trimEnd().split("\n")
const { made, list, truth } = make(2000, 7)

describe("a list of 2,000 rows", () => {
  test("is the same for the same rows and seed, another for another seed", () => {
    const again = make(2000, 7)
    expect(again.list === list && again.truth === truth).toBe(true)
    expect(make(2000, 8).list === list).toBe(false)
  })

  test("has the header, every row numbered, fourteen cells each", () => {
    const [header, ...rows] = linesOf(list)
    expect(header).toBe(HEADER)
    expect(rows).toHaveLength(2000)
    for (const [at, row] of rows.entries()) {
      const cells = row.match(/(?:"(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)?.slice(0, 14) ?? []
      expect([cells.join(""), cells[0]]).toEqual([row, `${at + 1},`])
    }
  })

  test("has a truth for every row: about 7 % are later sendings, some third ones", () => {
    const [header, ...rows] = linesOf(truth)
    expect(header).toBe("no,person,household")
    const seen = rows.map((row) => row.split(",").map(Number))
    expect(seen.map(([no]) => no)).toEqual(Array.from({ length: 2000 }, (_, at) => at + 1))
    const sizes = new Map<number, number>()
    const homes = new Map<number, number>()
    for (const [, person = 0, household = 0] of seen) {
      sizes.set(person, (sizes.get(person) ?? 0) + 1)
      expect(homes.get(person) ?? household).toBe(household)
      homes.set(person, household)
    }
    expect(sizes.size).toBe(made.persons)
    expect(Math.max(...sizes.values())).toBe(3)
    expect((2000 - sizes.size) / 2000).toBeGreaterThan(0.05)
    expect((2000 - sizes.size) / 2000).toBeLessThan(0.09)
    expect(new Set(homes.values()).size).toBeLessThan(0.6 * made.persons)
  })

  test("holds reserved serials and phones only where nobody slipped", () => {
    const niks = linesOf(list).filter((row) => /,\d{12}9\d{3},/.test(row))
    expect(niks.length).toBeGreaterThan(1800)
    expect(list.match(/0899\d{7,8},/g)?.length).toBeGreaterThan(1000)
  })
})

test("the shares of difficulty are those aimed at, and nearly all pairs can be decided", () => {
  const { tally } = make(40_000, 11).made
  const { easy, medium, hard } = tally.difficulties
  const pairs = easy + medium + hard
  expect(Math.abs(easy / pairs - 0.45)).toBeLessThan(0.03)
  expect(Math.abs(medium / pairs - 0.35)).toBeLessThan(0.03)
  expect(Math.abs(hard / pairs - 0.2)).toBeLessThan(0.03)
  expect(tally.undecidable / pairs).toBeLessThan(0.02)
})

test("the kelurahan are those of the pack", () => {
  const path = new URL("../../../law/64.71-balikpapan/areas.yaml", import.meta.url)
  const pack = parse(readFileSync(path, "utf8")) as {
    areas: { code: string; kelurahan: { name: string }[] }[]
  }
  const wanted = pack.areas.flatMap(({ code, kelurahan }) =>
    kelurahan.map(({ name }) => `${code.slice(-2)} ${name}`),
  )
  expect(KELURAHAN.map(([district, name]) => `${district} ${name}`)).toEqual(wanted)
})

describe("what a human could decide", () => {
  const style: Style = {
    letters: "upper",
    dates: "iso",
    sexes: ["L", "P"],
    rtWidth: 3,
    blank: new Set(),
  }
  const row: Draft = {
    ...{ name: "Maria Bere", nik: "5304015203809001", kk: "6471010101159501", place: "Belu" },
    ...{
      year: 1980,
      month: 3,
      day: 12,
      date: "whole",
      sex: "P",
      address: "Gg. Nuri",
      rt: 3,
      rw: 1,
    },
    ...{ area: "Manggar", trade: "petani", phone: "08991234567", mother: "Yuliana Seran" },
  }
  test.each([
    ["the same row", {}, "easy", true],
    ["a digit of the NIK", { nik: "5304015203809007" }, "medium", true],
    ["no NIK and another name", { nik: "", name: "Meri B." }, "hard", true],
    ["nothing but the house", { nik: "", name: "Domi", year: 2001, month: 1 }, "hard", false],
  ] as const)("%s", (_, change, difficulty, isDecidable) => {
    expect(compare(row, style, { ...row, ...change }, style)).toEqual({ difficulty, isDecidable })
  })

  test("likeness goes from 0 to 1", () => {
    expect(likeness("Yohanes", "YOHANES")).toBe(1)
    expect(likeness("Yohanes", "Wilk")).toBe(0)
  })
})
