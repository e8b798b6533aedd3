import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startServer, type Server } from "../../platform/embedded-postgres.ts"
import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import type { RawSheet } from "../../platform/spreadsheet/workbook.ts"

const checkout = join(dirname(fileURLToPath(import.meta.url)), "../../..")
const work = mkdtempSync(join(tmpdir(), "payung-season-test-"))
const home = join(work, "home")
const forms = join(work, "musim", "daftar-isian")
let server: Server

function payung(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, PAYUNG_HOME: home }
  const ran = spawnSync(join(checkout, "payung"), args, { env, encoding: "utf8" })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

async function sheetsOf(file: string): Promise<readonly RawSheet[]> {
  const book = await readWorkbook(readFileSync(join(forms, file)), file)
  if (!book.ok) throw new Error(JSON.stringify(book.refusal))
  return book.value.sheets
}

interface Opened {
  readonly recipients: number
  readonly lastYear: number | null
  readonly workbooks: readonly { readonly name: string; readonly count: number }[]
}

let opened: Opened

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
  const example = join(checkout, "example/balikpapan-2026")
  payung("run", example, "--out", join(work, "hasil"), "--ceiling", "60000000")
  const season = payung("season", "open", "--year", "2027", "--out", join(work, "musim"), "--json")
  opened = JSON.parse(season.stdout) as Opened
})

afterAll(async () => {
  await server.stop()
  rmSync(server.serverDir, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

test("every selected person of the year before is asked about where he lives", () => {
  const people = readFileSync(join(work, "hasil/data/persons.csv"), "utf8")
  const selected = people.split("\n").filter((line) => /,selected\s*$/.test(line)).length
  expect(selected).toBeGreaterThan(200)
  expect(opened).toMatchObject({ lastYear: 2026, recipients: selected })
  const asked = opened.workbooks.filter(({ name }) => name.includes("kelurahan"))
  expect(asked.reduce((sum, { count }) => sum + count, 0)).toBe(selected)
})

test("a workbook holds its recipients with their NIK as text, and lines for new people", async () => {
  const name = opened.workbooks.find(({ count }) => count > 0)?.name ?? ""
  const sheets = await sheetsOf(name)
  expect(sheets.filter(({ hidden }) => !hidden).map((sheet) => sheet.name)).toEqual([
    "Penerima 2026",
    "Calon baru",
  ])
  expect(hiddenIdOf(sheets)).toMatch(/^season\.2027\.[0-9a-f]{64}$/)
  const niks = (sheets[0]?.rows ?? [])
    .slice(5)
    .flatMap(({ cells }) => cells.filter(({ column }) => column === 1))
  expect(niks.length).toBeGreaterThan(0)
  for (const { kind, text } of niks)
    expect([kind, text]).toEqual(["text", expect.stringMatching(/^\d{16}$/)])
})

test("the letter, the statements and a workbook per office lie there; the same season, same bytes", () => {
  const bytes = (folder: string) =>
    readdirSync(join(work, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(pdf|xlsx)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(work, folder, path)).toString("base64")])
  const first = bytes("musim")
  expect(first.map(([path]) => path)).toContain("surat-permintaan-usulan.pdf")
  expect(first.map(([path]) => path)).toContain("surat-pernyataan.pdf")
  expect(first).toHaveLength(2 + opened.workbooks.length)
  const again = join(work, "musim-lagi")
  const ran = payung("season", "open", "--year", "2027", "--out", again, "--lang", "en")
  expect(ran.stderr).toContain(`The papers for the proposals of 2027 are in ${again}`)
  expect(ran.stderr).not.toMatch(/usulan tahun|kantor|Batas/)
  expect(bytes("musim-lagi")).toEqual(first)
})

test.each([
  ["2027", "01-06-2026", true],
  ["2099", "31-12-2098", false],
])("a deadline that is over is told: %s until %s", (year, deadline, isOver) => {
  const until = ["--deadline", deadline, "--out", join(work, `sampai-${deadline}`)]
  const ran = payung("season", "open", "--year", year, "--json", ...until)
  const [day, month, inYear] = deadline.split("-")
  expect(JSON.parse(ran.stdout)).toMatchObject({
    deadline: `${inYear}-${month}-${day}`,
    deadlineHasPassed: isOver,
  })
  expect(ran.stderr.includes("batas itu sudah lewat")).toBe(isOver)
})

test("a trial changes neither the recipients nor the last run, and gives the same results", () => {
  const all = ["run", join(checkout, "example/balikpapan-2026"), "--json", "--dry-run"]
  const trial = payung(...all, "--out", join(work, "coba"), "--ceiling", "20000000")
  expect([trial.code, trial.stderr]).toEqual([0, expect.stringContaining("Percobaan: tidak ada")])
  expect(trial.stderr).not.toContain("Sejak pengolahan")
  const season = payung("season", "open", "--year", "2027", "--out", join(work, "m"), "--json")
  expect(JSON.parse(season.stdout)).toMatchObject({ recipients: opened.recipients })
  const same = payung(...all, "--out", join(work, "sama"), "--ceiling", "60000000")
  const { result_hash: hash } = JSON.parse(same.stdout) as { readonly result_hash: string }
  expect(readFileSync(join(work, "hasil/data/summary.json"), "utf8")).toContain(hash)
  // A folder's trial needs no installation at all.
  const alone = spawnSync(join(checkout, "payung"), [...all, "--out", join(work, "tanpa")], {
    env: { ...process.env, PAYUNG_HOME: home, DATABASE_URL: "postgres://127.0.0.1:1/none" },
  })
  expect(alone.status).toBe(0)
})

test("that people were read is in the log, their names are not", () => {
  const log = join(work, "log")
  expect(payung("audit", "export", log).code).toBe(0)
  const lines = readFileSync(join(log, "entries.ndjson"), "utf8").trim().split("\n")
  const text = lines
    .flatMap((line) => Object.values(JSON.parse(line) as Record<string, unknown>))
    .map((value) => Buffer.from(String(value), "base64").toString("latin1"))
    .join("\n")
  const entries = text.match(/season\.open/g) ?? []
  expect(entries.length).toBeGreaterThanOrEqual(1)
  expect(text).not.toMatch(/\b\d{16}\b/)
})

describe("without a list of an earlier year", () => {
  test("only new people are asked for", async () => {
    const ran = payung("season", "open", "--year", "2026", "--out", join(work, "awal"), "--json")
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain("Belum ada daftar tahun 2025")
    expect(JSON.parse(ran.stdout)).toMatchObject({ lastYear: null, recipients: 0 })
  })
})

test.each([
  [["season", "open", "--out", "x"], 2, "--year"],
  [["season", "open", "--year", "2027", "--out", "x", "--law", "99-x"], 2, "99-x"],
  [["season", "open", "--year", "2000", "--out", "x"], 2, "15 November 1999"],
  [["season", "open", "--year", "2027", "--out", "/proc/payung"], 9, "/proc/payung"],
])("%j ends with %i and says where", (args, code, said) => {
  const ran = payung(...args)
  expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)])
})
