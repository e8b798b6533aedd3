import { createReadStream, readFileSync } from "node:fs"
import { inferSchema, initParser, type Parser } from "udsv"
import { localDate, type LocalDate } from "../../../src/kernel/local-date.ts"
import { readTyped } from "../../../src/modules/intake/index.ts"
import { MatchTable, type MatchRow } from "../../../src/modules/matching/index.ts"

/** A list of people as the engine sees it, and who is who. */
export interface PeopleList {
  readonly table: MatchTable
  readonly person: Int32Array
  readonly household: Int32Array
}

const ON = localDate(2025, 11, 15) as LocalDate
const PAD = 8

/** Reads a list with the readers of single cells, row by row, into columns. */
export async function loadPeople(list: string, truth: string): Promise<PeopleList> {
  const table = new MatchTable()
  for await (const fields of recordsOf(list)) table.add(rowOf(fields))
  return { table, ...readTruth(truth, table.length) }
}

async function* recordsOf(path: string): AsyncGenerator<string[]> {
  const found: string[][] = []
  let parser: Parser | undefined
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const text = chunk as string
    parser ??= initParser(inferSchema(text))
    parser.chunk<string[]>(text, parser.stringArrs, (row) => {
      found.push(row)
    })
    yield* found.splice(0)
  }
  parser?.end()
  yield* found
}

/** What intake makes of a row. */
function rowOf(fields: readonly string[]): MatchRow {
  const [no = "", name = "", nik = "", kk = "", , date = "", sex = "", address = ""] = fields
  const [, , , , , , , , rt = "", , area = "", job = "", phone = "", mother = ""] = fields
  const typed = { name, nik, kk, birthDate: date, sex, phone, motherName: mother }
  const { nikPattern, ...person } = readTyped(typed, ON)
  return {
    ...person,
    key: no.padStart(PAD, "0"),
    nikStanding: "unasked",
    nikReadable: person.nik === null ? nikPattern : "",
    areaCode: area === "" ? null : area,
    rt,
    address,
    sector: job === "" ? null : job,
    fileKey: "list",
    answeredNik: null,
    counts: true,
  }
}

function readTruth(path: string, rows: number): { person: Int32Array; household: Int32Array } {
  const person = new Int32Array(rows)
  const household = new Int32Array(rows)
  for (const line of readFileSync(path, "utf8").split("\n").slice(1)) {
    if (line === "") continue
    const [no, who, home] = line.split(",").map(Number) as [number, number, number]
    person[no - 1] = who
    household[no - 1] = home
  }
  return { person, household }
}
