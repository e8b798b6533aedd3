import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { fieldText, parseCsv } from "./csv-records.ts"
import { makeExample } from "./make-example.ts"

const SEED = 2026
const { cycle, key } = makeExample(SEED)
const FOLDER = join(import.meta.dirname, "../example/balikpapan-2026")

/** What can be seen in a list alone, without any register. */
const IMPORT_CODES = `
  NIK_SPACES NIK_APOSTROPHE NIK_NUMERIC NIK_SCI_TEXT NIK_LETTERS NIK_LENGTH NIK_EMPTY
  NIK_KK_SWAPPED DOB_NIK_MISMATCH DOB_FORMAT DOB_2DIGIT DOB_MMDD DOB_IMPOSSIBLE
  DOB_YEAR_ONLY DOB_MISSING SEX_MISSING SEX_CONFLICT KELURAHAN_ALIAS KELURAHAN_UNKNOWN
  NAME_CASE NAME_SPACES NAME_TITLE NAME_UNICODE NAME_MOJIBAKE NAME_ALIAS NAME_EMPTY
  JOB_ABBREV JOB_UNKNOWN JOB_NOT_INFORMAL INCOME_TEXT INCOME_RANGE INCOME_MISSING
  INCOME_AMBIGUOUS PHONE_FORMAT PHONE_NUMERIC PHONE_TWO PHONE_INVALID MERGED_CELL HIDDEN_ROW
  ROW_STRUCK ROW_SHIFTED NOTE_STATUS FORMULA_CELL FORMULA_ERROR CSV_INJECTION CELL_NEWLINE
  DUP_IN_FILE DUP_ACROSS_FILES FILE_DUPLICATE FILE_RESEND RESEND_CHANGED
`
  .trim()
  .split(/\s+/)

function table(bytes: Uint8Array | undefined): Record<string, string>[] {
  const document = parseCsv(bytes as Uint8Array)
  const [header, ...records] = document.records.map((r) =>
    r.fields.map((field) => fieldText(document, field)),
  )
  return records.map((record) =>
    Object.fromEntries((header ?? []).map((name, i) => [name, record[i] ?? ""])),
  )
}

const rows = table(key.get("rows.csv"))
const persons = table(key.get("persons.csv"))
const people = rows.filter((row) => row.kind === "person")

describe("the example", () => {
  test("is the same bytes for the same seed, and other bytes for another", () => {
    const again = makeExample(SEED)
    expect([...again.cycle.keys()]).toEqual([...cycle.keys()])
    for (const [path, bytes] of cycle)
      expect(Buffer.compare(again.cycle.get(path) as Uint8Array, bytes), path).toBe(0)
    for (const [path, bytes] of key)
      expect(Buffer.compare(again.key.get(path) as Uint8Array, bytes), path).toBe(0)
    expect(makeExample(SEED + 1).key.get("rows.csv")).not.toEqual(key.get("rows.csv"))
  })

  test("lies in the repository as the generator writes it", () => {
    const stored = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(stored.length).toBe(cycle.size)
    for (const [path, bytes] of cycle)
      expect(Buffer.compare(readFileSync(join(FOLDER, path)), bytes), path).toBe(0)
    for (const [path, bytes] of key) {
      expect(Buffer.compare(readFileSync(join(`${FOLDER}-key`, path)), bytes), path).toBe(0)
    }
  })

  test("stays below 600 kB", () => {
    const sizes = [...cycle.values(), ...key.values()].map((bytes) => bytes.length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000)
  })

  test.each(IMPORT_CODES)("has several rows with %s", (code) => {
    const seen = people.filter((row) => row.codes?.split(";").includes(code))
    expect(seen.length).toBeGreaterThanOrEqual(3)
  })

  test("has all three outcomes, and more eligible people than a small ceiling pays", () => {
    const outcome = (name: string): number =>
      persons.filter((person) => person.eligible === name).length
    expect(outcome("yes")).toBeGreaterThan(330)
    expect(outcome("no")).toBeGreaterThan(40)
    expect(outcome("need_info")).toBeGreaterThan(15)
  })

  test("gives every person one NIK of his own", () => {
    expect(new Set(persons.map((person) => person.nik)).size).toBe(persons.length)
    const owners = new Map(persons.map((person) => [person.nik, person.person]))
    for (const row of people) {
      if (row.nik === "" || row.codes?.includes("NIK_OTHER_PERSON")) continue
      expect(owners.get(row.nik) ?? row.person).toBe(row.person)
    }
  })
})

describe("numbers of people", () => {
  test.each([...cycle].filter(([path]) => readable(path)))(
    "%s has only unassigned serials",
    (path, bytes) => {
      const found = sixteenDigits(plainText(path, bytes))
      expect(found.filter((digits) => !digits.slice(12).startsWith("9"))).toEqual([])
      if (!path.endsWith("surat-masuk.csv")) expect(found.length).toBeGreaterThan(0)
    },
  )

  test("a serial below 9000 would be seen", () => {
    expect(sixteenDigits("x 6471011508800001 y 6471 0115 0880 0002")).toEqual([
      "6471011508800001",
      "6471011508800002",
    ])
  })
})

function readable(path: string): boolean {
  return !/kiriman gagal|pakai sandi/.test(path)
}

/** Every text of a file; an .xls holds its texts as bytes or as UTF-16. */
function plainText(path: string, bytes: Uint8Array): string {
  if (/\.(xlsx|ods)$/.test(path)) {
    return Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString("utf8"))
      .join("\n")
  }
  if (path.endsWith(".xls")) return Buffer.from(bytes).toString("latin1").replaceAll("\u0000", "")
  const document = parseCsv(bytes)
  return document.records.flatMap((record) => record.fields).join("\n")
}

function sixteenDigits(text: string): string[] {
  const runs = text.match(/(?<![\d])\d(?:[ .\-\u00a0]?\d){15}(?![ .\-\u00a0]?\d)/g) ?? []
  return runs.map((run) => run.replace(/\D/g, ""))
}
