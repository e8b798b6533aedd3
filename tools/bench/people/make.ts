/**
 * Writes a seeded list of invented people, some of them sent twice, and who is who: of the coast, of its
 * harbour (what the weights are fitted to), of the highlands (the test) and of the valley (where attempts are judged).
 *
 *   node tools/bench/people/make.ts coast|harbour|highland|valley --rows N --seed S --out LIST.csv --truth TRUTH.csv
 */
import { closeSync, openSync, writeSync } from "node:fs"
import { parseArgs } from "node:util"
import { seededRandom, type Random } from "../../example-random.ts"
import { COAST } from "./coast.ts"
import { HARBOUR } from "./harbour.ts"
import { HIGHLAND } from "./highland.ts"
import { makeHousehold } from "./households.ts"
import type { Entry, Near, Population } from "./person.ts"
import { VALLEY } from "./valley.ts"

export const PEOPLE_HEADER =
  "no,nama,nik,no_kk,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kelurahan,pekerjaan,no_hp,nama_ibu"
export const POPULATIONS: Readonly<Record<string, Population>> = {
  coast: COAST,
  harbour: HARBOUR,
  highland: HIGHLAND,
  valley: VALLEY,
}

export interface PeopleRow {
  /** All but the running number. */
  readonly line: string
  readonly person: number
  readonly household: number
}

/** Rows in an order that tells nothing. */
export function makePeople(population: Population, count: number, seed: number): PeopleRow[] {
  const random = seededRandom(seed)
  const rows: PeopleRow[] = []
  let [person, household] = [0, 0]
  let above: Entry | undefined
  while (rows.length < count) {
    const members = makeHousehold(population, random)
    for (const member of members) {
      const near = { household: members, above: above ?? member }
      for (const entry of sendings(population, member, { near, random }))
        rows.push({ line: writeEntry(population, entry, random), person, household })
      person++
    }
    above = members.at(-1)
    household++
  }
  return random.shuffle(rows.slice(0, count))
}

function sendings(
  population: Population,
  member: Entry,
  { near, random }: { near: Near; random: Random },
): Entry[] {
  const { shares, once, again } = population
  const entries = [once(member, random)]
  if (!random.chance(shares.twice)) return entries
  entries.push(again(once(member, random), near, random))
  if (random.chance(shares.thrice)) entries.push(again(once(member, random), near, random))
  return entries
}

function writeEntry(population: Population, entry: Entry, random: Random): string {
  const date = population.writeDate(entry, random)
  const { name, nik, kk, birthPlace, sex, street, rt, rw, area, job, phone, mother } = entry
  const cells = [name, nik, kk, birthPlace, date, sex, street, rt, rw, area, job, phone, mother]
  return cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join()
}

function writeLines(path: string, header: string, lines: Iterable<string>): void {
  const file = openSync(path, "w")
  let part = `${header}\n`
  for (const line of lines) {
    part += `${line}\n`
    if (part.length < 1 << 20) continue
    writeSync(file, part)
    part = ""
  }
  writeSync(file, part)
  closeSync(file)
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: "string", default: "1000000" },
      seed: { type: "string", default: "7" },
      out: { type: "string" },
      truth: { type: "string" },
    },
  })
  const population = POPULATIONS[positionals[0] ?? ""]
  if (population === undefined || values.out === undefined || values.truth === undefined)
    throw new Error(
      "make.ts coast|harbour|highland|valley --rows N --seed S --out LIST.csv --truth TRUTH.csv",
    )
  const rows = makePeople(population, Number(values.rows), Number(values.seed))
  writeLines(
    values.out,
    PEOPLE_HEADER,
    rows.map(({ line }, at) => `${at + 1},${line}`),
  )
  writeLines(
    values.truth,
    "no,person,household",
    rows.map(({ person, household }, at) => `${at + 1},${person},${household}`),
  )
}
