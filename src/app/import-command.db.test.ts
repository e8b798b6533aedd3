import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startServer, type Server } from "../platform/embedded-postgres.ts"

// The whole command as its users run it: a child process on a real database of its own.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
const work = mkdtempSync(join(tmpdir(), "payung-import-test-"))
const home = join(work, "home")
let server: Server

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
})

afterAll(async () => {
  await server.stop()
  rmSync(work, { recursive: true, force: true })
})

const environment = (changes: Record<string, string> = {}) => ({
  ...process.env,
  PAYUNG_HOME: home,
  ...changes,
})

function payung(args: readonly string[], changes: Record<string, string> = {}) {
  const ran = spawnSync(join(checkout, "payung"), args, {
    env: environment(changes),
    encoding: "utf8",
  })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  const found = await client.query<Record<string, unknown>>(text)
  await client.end()
  return found.rows
}

const HEADER = "No,Nama,NIK,Tgl Lahir,L/P,Kelurahan,Pekerjaan,Penghasilan"
const person = (serial: number, change: Record<number, string> = {}): string =>
  [
    String(serial),
    `PEKERJA ${serial}`,
    `647101050880${9000 + serial}`,
    "05-08-1980",
    "L",
    "Damai",
    "tukang bangunan",
    "1500000",
  ]
    .map((text, column) => change[column] ?? text)
    .join(",")

const people = (count: number): string[] => Array.from({ length: count }, (_, at) => person(at + 1))

function listOf(name: string, rows: readonly string[]): string {
  const path = join(work, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${[HEADER, ...rows].join("\n")}\n`)
  return path
}

const OTHER = person(40, { 2: "6471011203759040", 3: "12-03-1975" })

const states = () => query("select name, state from inbox.batch order by seq")
const savedId = (text: string): string => /--undo ([0-9a-f-]{36})/.exec(text)?.[1] ?? ""

test("a dry run shows and compares, and stores nothing, the log neither", async () => {
  const asks = [...people(12), person(13, { 2: "" })]
  const ran = payung(["import", listOf("kel damai tanya.csv", asks), "--dry-run"])
  expect(ran.stderr).toContain("13 baris = ")
  expect(ran.stderr).toMatch(/Belum ada yang disimpan. Lanjut: \S*payung import/)
  expect(ran.code).toBe(4)
  expect(payung(["import", listOf("kel damai.csv", people(12)), "--dry-run"]).code).toBe(0)
  expect(await query("select from inbox.batch")).toEqual([])
  expect(await query("select from audit.entry")).toEqual([])
  expect(await query("select from law.pack")).toEqual([])
  expect(readdirSync(home)).not.toContain("files")
})

test("without a yes nothing is stored: code 4", async () => {
  const ran = payung(["import", listOf("kel damai.csv", people(12))])
  expect(ran.code).toBe(4)
  expect(ran.stderr).toContain("Belum ada yang disimpan.")
  expect(await states()).toEqual([])
})

test("imported, again, re-sent, and undone", async () => {
  const list = listOf("kel damai.csv", people(12))
  const first = payung(["import", list, "--yes"])
  expect(first.code).toBe(0)
  expect(first.stderr).toContain("Tersimpan di kotak masuk.")
  expect(await states()).toEqual([{ name: "kel damai.csv", state: "applied" }])

  const again = payung(["import", list, "--yes", "--json"])
  expect(again.code).toBe(0)
  expect(again.stderr).toMatch(/IMP-01 {2}Berkas ini sudah diimpor operator@local pada .*12 baris/)
  expect(again.stderr).toMatch(/was imported by operator@local on .*12 rows.*Nothing changed/)
  expect(JSON.parse(again.stdout)).toMatchObject({ known: [{ name: "kel damai.csv" }], saved: [] })
  expect(await states()).toHaveLength(1)

  const corrected = [person(1, { 7: "1600000" }), ...people(12).slice(1, 11), OTHER]
  const later = payung(["import", listOf("lagi/kel damai.csv", corrected), "--yes", "--json"])
  expect(later.stderr).toMatch(/: 1 baru, 10 sama, 1 berubah, 1 tidak ada lagi/)
  expect(JSON.parse(later.stdout)).toMatchObject({
    schema: "payung.import/1",
    ok: true,
    files: [{ changes: { new: 1, same: 10, changed: 1, missing: 1 } }],
    saved: [{ name: "kel damai (2).csv" }],
  })
  const undone = payung(["import", "--undo", savedId(later.stderr)])
  expect(undone.code).toBe(0)
  expect(await states()).toEqual([
    { name: "kel damai.csv", state: "applied" },
    { name: "kel damai (2).csv", state: "undone" },
  ])
  const twice = payung(["import", "--undo", savedId(later.stderr)])
  expect(twice.code).toBe(4)
  expect(twice.stderr).toContain("sudah dibatalkan")
  const unclear = payung(["import", "--undo", "x"])
  expect(unclear.code).toBe(2)
  expect(unclear.stderr).toMatch(
    /"x" tidak menunjuk tepat satu impor.*\n +NOMOR.*\n.*kel damai\.csv/,
  )
  const listed = payung(["import", "--list"])
  expect(listed.stdout).toMatch(
    /^NOMOR +Keadaan.*\n.*dibatalkan .*kel damai \(2\)\.csv.*\n.*dipakai .*kel damai\.csv/,
  )
  expect(payung(["import", "--undo", "Kel Damai.csv"]).stderr).toContain("kel damai.csv")
  expect(payung(["import", "--undo", "last"]).code).toBe(2)
})

test("a marked list of an unknown sender comes back to the list that went out", async () => {
  const lost = people(6).map((row) => row.replace(",Damai,", ",,"))
  const list = listOf("daftar.csv", lost)
  expect(payung(["import", list, "--yes"]).code).toBe(0)
  const marked = join(work, "kembali.xlsx")
  expect(payung(["check", list, "--errors", marked]).code).toBe(4)
  const back = payung(["import", marked, "--yes"])
  expect(back.stderr).not.toContain("FILE_ORIGIN_UNKNOWN")
  expect(back.stderr).toMatch(/: 0 baru, 6 sama, 0 berubah, 0 tidak ada lagi/)
  expect(payung(["import", "--undo", savedId(back.stderr)]).code).toBe(0)
  expect(payung(["import", "--undo", "daftar.csv"]).code).toBe(0)
  expect((await states()).slice(-2).map(({ state }) => state)).toEqual(["undone", "undone"])
})

test("how a sender's lists are read is remembered, replayed, and warns when it changed", async () => {
  const rows = people(6).map((row) => row.replace(",Damai,", ",Sepinggan,"))
  const first = payung(["import", listOf("kel sepinggan.csv", rows), "--yes"])
  expect(first.code).toBe(0)
  const saved = await query(
    `select sender_id, version, confirmed_by, recipe #>> '{sheets,0,columns,2,field}' as third
     from inbox.recipe where recipe ->> 'sender' = sender_id and sender_id <> '64.71.06.1005'`,
  )
  expect(saved).toMatchObject([{ version: 1, confirmed_by: "operator@local", third: "nik" }])
  const same = payung(["import", listOf("kel sepinggan lagi.csv", rows.slice(1)), "--dry-run"])
  expect(same.stderr).not.toContain("LAYOUT_CHANGED")
  const turned = join(work, "kel sepinggan tukar.csv")
  const swap = (line: string): string => line.replace(/^([^,]*),([^,]*),([^,]*),/, "$1,$3,$2,")
  writeFileSync(turned, `${[HEADER, ...rows].map(swap).join("\n")}\n`)
  const changed = payung(["import", turned, "--dry-run"])
  expect(changed.stderr).toContain("LAYOUT_CHANGED")
  const map = payung(["check", turned, "--save-map"])
  const recipe = join(work, "resep.json")
  writeFileSync(recipe, map.stdout)
  const told = payung(["import", turned, "--dry-run", "--map", recipe])
  expect(told.stderr).not.toContain("LAYOUT_CHANGED")
  writeFileSync(recipe, "{}")
  expect(payung(["import", turned, "--map", recipe]).code).toBe(2)
  payung(["import", "--undo", savedId(first.stderr)])
})

test("an unreadable file is told and stored nowhere", async () => {
  const before = await states()
  const path = join(work, "rusak.xlsx")
  writeFileSync(path, "PK\u0003\u0004 and no more")
  const ran = payung(["import", path, "--yes"])
  expect(ran.code).toBe(3)
  expect(await states()).toEqual(before)
})

test("no database: code 6 and what to do", () => {
  const away = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" }
  const ran = payung(["import", listOf("kel damai.csv", people(3)), "--dry-run"], away)
  expect(ran.code).toBe(6)
  expect(ran.stderr).toContain("DATABASE_URL")
})

test("Ctrl+C leaves nothing half done", async () => {
  const before = await states()
  const list = listOf(
    "kel damai besar.csv",
    people(999).flatMap((row) => Array(40).fill(row)),
  )
  const args = ["import", list, "--yes"]
  const program = spawn(join(checkout, "payung"), args, { env: environment() })
  const ended = new Promise<number | null>((resolve) => program.once("close", resolve))
  program.stderr.on("data", (chunk: Buffer) => {
    if (chunk.toString().includes("Membaca")) program.kill("SIGINT")
  })
  expect(await ended).toBe(130)
  expect(await states()).toEqual(before)
})

function summaryOf(folder: string): Record<string, unknown> {
  const text = readFileSync(join(work, folder, "data/summary.json"), "utf8")
  return JSON.parse(text) as Record<string, unknown>
}

test("the inbox gives the result of the same files in a folder", async () => {
  const empty = payung(["run", "--inbox", "--out", join(work, "kosong")])
  expect(empty.code).toBe(3)
  expect(empty.stderr).toContain("Kotak masuk tahun 2026 belum berisi daftar usulan")
  payung(["import", example, "--yes"])
  const terms = ["--ceiling", "60000000"]
  const inbox = payung(["run", "--inbox", "--out", join(work, "inbox"), ...terms])
  expect(inbox.stderr).toContain("result_hash")
  expect(inbox.code).toBe(0)
  const folder = payung(["run", example, "--out", join(work, "folder"), ...terms])
  expect(folder.code).toBe(0)
  expect(summaryOf("inbox")["result_hash"]).toBe(summaryOf("folder")["result_hash"])
  expect(summaryOf("inbox")["selection"]).toEqual(summaryOf("folder")["selection"])
  const used = await query(
    "select count(*)::int as batches from inbox.run_batch group by run_id order by run_id",
  )
  const applied = await query("select from inbox.batch where state = 'applied'")
  expect(used).toEqual([{ batches: applied.length }])
})

test("a folder and the inbox cannot both be named", () => {
  const ran = payung(["run", example, "--inbox", "--out", join(work, "x")])
  expect(ran.code).toBe(2)
})

test("the log is whole after all this", () => {
  expect(payung(["audit", "verify"]).code).toBe(0)
})
