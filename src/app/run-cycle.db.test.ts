import { spawn, spawnSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  symlinkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import ExcelJS from "exceljs"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pageTexts } from "../platform/documents/pdf-text.testing.ts"
import { startServer, type Server } from "../platform/embedded-postgres.ts"

// The whole command as its users run it: a child process on a real database of its own.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
const work = mkdtempSync(join(tmpdir(), "payung-run-test-"))
const home = join(work, "home")
let server: Server

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
})

afterAll(async () => {
  await server.stop()
  rmSync(work, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const environment = (changes: Record<string, string> = {}) => ({
  ...process.env,
  PAYUNG_HOME: home,
  ...changes,
})

function payung(args: readonly string[], changes: Record<string, string> = {}): Ran {
  const ran = spawnSync(join(checkout, "payung"), args, {
    env: environment(changes),
    encoding: "utf8",
  })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

interface Summary {
  readonly rows: {
    read: number
    accepted: number
    repaired: number
    set_aside: number
    ignored: number
  }
  readonly selection: { selected: number; cost_rupiah: number; ceiling_rupiah: number }
  readonly input_hash: string
  readonly result_hash: string
}

function run(folder: string, out: string, ...more: string[]): Summary {
  const ran = payung([
    "run",
    folder,
    "--out",
    join(work, out),
    "--ceiling",
    "60000000",
    "--json",
    ...more,
  ])
  expect(ran.stderr + ran.stdout).toContain("result_hash")
  expect(ran.code).toBe(0)
  return JSON.parse(ran.stdout) as Summary
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  const found = await client.query<Record<string, unknown>>(text)
  await client.end()
  return found.rows
}

/** Rows of every table of the rooms but the log. */
async function tableCounts(): Promise<Record<string, number>> {
  const tables =
    await query(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('law', 'intake', 'registry', 'matching', 'eligibility', 'selection', 'decree')`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await query(`select count(*)::int as n from ${String(name)}`)
    counts[String(name)] = Number(row?.["n"])
  }
  return counts
}

const bytes = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(work, out, "data")).map((name) => [
      name,
      readFileSync(join(work, out, "data", name), "utf8"),
    ]),
  )

test("a folder becomes a list within the ceiling, every row accounted for", () => {
  const summary = run(example, "first")
  const { read, accepted, repaired, set_aside, ignored } = summary.rows
  expect(read).toBeGreaterThan(590)
  expect(accepted + repaired + set_aside + ignored).toBe(read)
  expect(summary.selection.selected).toBe(297)
  expect(summary.selection.cost_rupiah).toBeLessThanOrEqual(summary.selection.ceiling_rupiah)
})

test("the annex is printed with the hash that the database keeps", async () => {
  const [draft] = await query("select list_hash, persons from decree.draft")
  const pages = pageTexts(readFileSync(join(work, "first/lampiran-sk.pdf")))
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) expect(page.join(" ")).toContain(String(draft?.["list_hash"]))
  expect(draft?.["persons"]).toBe(297)
})

test("the same run again gives the same bytes and changes no table but the log", async () => {
  const before = await tableCounts()
  const entries = Number((await query("select count(*)::int as n from audit.entry"))[0]?.["n"])
  run(example, "again")
  expect(bytes("again")).toEqual(bytes("first"))
  expect(await tableCounts()).toEqual(before)
  expect(Number((await query("select count(*)::int as n from audit.entry"))[0]?.["n"])).toBe(
    entries + 1,
  )
  expect(before["intake.row"]).toBeGreaterThan(590)
})

test("permuted records with permuted answers give the same result", () => {
  const shuffled = join(work, "shuffled")
  const tool = spawnSync(join(checkout, "node_modules/.bin/node"), [
    join(checkout, "tools/shuffle-cycle.ts"),
    example,
    shuffled,
    "--seed",
    "5",
  ])
  expect(tool.status).toBe(0)
  const summary = run(shuffled, "shuffled-out")
  const first = JSON.parse(bytes("first")["summary.json"] ?? "") as Summary
  expect(summary.result_hash).toBe(first.result_hash)
  expect(summary.input_hash).not.toBe(first.input_hash)
})

test("files and a register added later touch only what they change", async () => {
  const grown = join(work, "grown")
  cpSync(example, grown, { recursive: true })
  const later = readdirSync(join(grown, "usulan")).slice(0, 5)
  for (const name of later) rmSync(join(grown, "usulan", name))
  rmSync(join(grown, "register/data-disabilitas.csv"))
  run(grown, "small")
  cpSync(example, grown, { recursive: true })
  const ran = payung(["run", grown, "--out", join(work, "full"), "--ceiling", "60000000", "--json"])
  const first = JSON.parse(bytes("first")["summary.json"] ?? "") as Summary
  expect((JSON.parse(ran.stdout) as Summary).result_hash).toBe(first.result_hash)
  expect(ran.stderr).toMatch(/berkas usulan: 5 baru/)
  expect(ran.stderr).toMatch(/register dan verifikasi: 1 baru/)
  const [last] = await query("select run_id from intake.run order by seq desc limit 1")
  const written = await query(
    `select file_name, count(*)::int as n from intake.row
     where run_id = '${String(last?.["run_id"])}' group by 1`,
  )
  const touched = new Map(written.map((row) => [String(row["file_name"]), Number(row["n"])]))
  const now = await query("select file_name, count(*)::int as n from intake.current_row group by 1")
  const rows = now.map(({ file_name: name, n }) => ({ name: String(name), n: Number(n) }))
  const old = rows.filter(({ name }) => !later.includes(name))
  const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0)
  // A new file is written whole; of old ones only rows that the new ones show to be somebody's again.
  for (const { name, n } of rows.filter((row) => later.includes(row.name)))
    expect(touched.get(name)).toBe(n)
  expect(sum(old.map(({ name }) => touched.get(name) ?? 0))).toBeLessThan(
    sum(old.map(({ n }) => n)) / 4,
  )
})

test("a list that comes back mended answers its questions and touches nobody else", async () => {
  const folder = join(work, "mended")
  cpSync(example, folder, { recursive: true })
  const out = join(work, "mended-out")
  const args = ["run", folder, "--out", out, "--ceiling", "60000000"]
  expect(payung(args).code).toBe(0)
  const people = await query("select person_id from registry.current_person")
  const mended = await mendOne(join(out, "perbaikan"), join(folder, "usulan"))
  const ran = payung(args)
  expect(ran.stderr + ran.stdout).toContain(`Sejak pengolahan terakhir: 1 berkas, `)
  expect(ran.stderr + ran.stdout).toContain("1 pertanyaan terjawab.")
  expect(ran.stderr + ran.stdout).toContain(`Perbaikan "kembali.xlsx" atas "${mended}"`)
  const [row] = await query(
    `select count(*)::int as n from intake.current_row
     where file_name = 'kembali.xlsx' and outcome <> 'ignored'`,
  )
  expect(row?.["n"]).toBe(1)
  const now = await query("select person_id from registry.current_person")
  const ids = (found: typeof now) => found.map((person) => String(person["person_id"])).sort()
  expect(ids(now)).toEqual(ids(people))
  expect(readFileSync(join(out, "laporan.html"), "utf8")).toContain("1 pertanyaan terjawab")
  const again = payung(args)
  expect(again.stderr + again.stdout).toContain("tidak ada yang berubah")
})

/** Mends one amount that a list lacks, as a clerk would, and puts the list among the others. */
async function mendOne(repairs: string, lists: string): Promise<string> {
  for (const name of readdirSync(repairs).filter((path) => path.endsWith(".xlsx"))) {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(repairs, name))
    const cell = book.worksheets.flatMap(missingIncome)[0]
    if (cell === undefined) continue
    cell.value = 1_200_000
    await book.xlsx.writeFile(join(lists, "kembali.xlsx"))
    const stem = name.replace(/\.xlsx$/, "")
    return readdirSync(lists).find((list) => list.replace(/\.\w+$/, "") === stem) ?? name
  }
  throw new Error("the example asks for no income")
}

/** The cell of a row that is asked about its income and about nothing else. */
function missingIncome(sheet: ExcelJS.Worksheet): ExcelJS.Cell[] {
  const texts: string[] = []
  sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
  return texts.flatMap((text) => {
    const place = /^Penghasilan belum diisi \(sel ([A-Z]+\d+)\)/.exec(text)?.[1]
    return place === undefined ? [] : [sheet.getCell(place)]
  })
}

test("kill -9 at any stage leaves nothing half done, and the same command then completes", async () => {
  const few = join(work, "few")
  cpSync(example, few, { recursive: true })
  for (const name of readdirSync(join(few, "usulan")).slice(4)) rmSync(join(few, "usulan", name))
  const reference = run(few, "reference", "--seed", "killed")
  const stages = ["Memeriksa", "Menulis", "Menyimpan", "Menyusun dokumen"]
  for (const [index, stage] of stages.entries()) {
    const before = await tableCounts()
    const seed = `killed-${index}`
    await killAt(few, stage, seed)
    const open = await query("select * from platform.open_partition")
    expect(open).toEqual([])
    const after = await tableCounts()
    // Either nothing of the run is there, or all of it.
    expect([before["intake.run"], (before["intake.run"] ?? 0) + 1]).toContain(after["intake.run"])
    if (after["intake.run"] === before["intake.run"]) expect(after).toEqual(before)
    const summary = run(few, `after-kill-${index}`, "--seed", seed)
    expect(summary.rows).toEqual(reference.rows)
    expect(summary.selection).toEqual(reference.selection)
  }
}, 120_000)

/** Kills the process as soon as it names a stage. */
async function killAt(folder: string, stage: string, seed: string): Promise<void> {
  const args = [
    "run",
    folder,
    "--out",
    join(work, "killed"),
    "--ceiling",
    "60000000",
    "--seed",
    seed,
  ]
  const child = spawn(join(checkout, "payung"), args, { env: environment() })
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_code, signal) => resolve(signal)),
  )
  child.stderr.on("data", (text: Buffer) => {
    if (text.toString().includes(stage)) child.kill("SIGKILL")
  })
  expect(await exited).toBe("SIGKILL")
}

test("two runs never write into one folder", async () => {
  const shared = join(work, "shared")
  const lock = join(shared, ".payung-lock")
  const args = ["run", join(work, "few"), "--out", shared, "--ceiling", "60000000"]
  const first = spawn(join(checkout, "payung"), args, { env: environment() })
  const ended = new Promise<number | null>((resolve) => first.once("exit", resolve))
  while (!existsSync(lock) && first.exitCode === null) await new Promise(setImmediate)
  expect(readFileSync(lock, "utf8")).toBe(String(first.pid))
  expect(await ended).toBe(0)
  // Whoever lives and holds the folder keeps others out: here ourselves, who take our time.
  writeFileSync(lock, String(process.pid))
  expect(payung(args).code).toBe(9)
  expect(readFileSync(lock, "utf8")).toBe(String(process.pid))
  rmSync(lock)
  expect(payung(args).code).toBe(0)
})

test("lists in folders of their own and behind links are read; one that may not be is told", () => {
  const nested = folderWith("nested")
  mkdirSync(join(nested, "usulan/Barat"), { recursive: true })
  const lists = join(example, "usulan")
  cpSync(join(lists, "teritip_calon_peserta_rev2.csv"), join(nested, "usulan/Barat/a.csv"))
  symlinkSync(join(lists, "02_kariangau.xls"), join(nested, "usulan/b.xls"))
  symlinkSync(join(nested, "nowhere"), join(nested, "usulan/c.xlsx"))
  expect(payung(["run", nested, "--out", join(work, "nested-out")]).code).toBe(0)
  const files = readFileSync(join(work, "nested-out/data/files.csv"), "utf8")
  const [, ...lines] = files.trimEnd().split("\n")
  expect(lines.map((line) => line.split(",")[0])).toEqual(["Barat/a.csv", "b.xls", "c.xlsx"])
  expect(lines[2]).toContain("unreadable")
})

test("with --strict an open question to a human is exit code 4", () => {
  const ran = payung(["run", join(work, "few"), "--out", join(work, "strict"), "--strict"])
  expect(ran.code).toBe(4)
})

test("Ctrl-C ends with 130 and leaves nothing half done", async () => {
  const before = await tableCounts()
  const args = ["run", join(work, "few"), "--out", join(work, "stopped"), "--seed", "stopped"]
  const child = spawn(join(checkout, "payung"), args, { env: environment() })
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve))
  child.stderr.on("data", (text: Buffer) => {
    if (text.toString().includes("Memeriksa")) child.kill("SIGINT")
  })
  expect(await exited).toBe(130)
  expect(await tableCounts()).toEqual(before)
})

test("lists of other people are not compared with the last run", () => {
  const head = "No;Nama;NIK;Tgl Lahir;Kelurahan;Pekerjaan;Penghasilan"
  const lines = Array.from(
    { length: 6 },
    (_, at) => `${at + 1};PEKERJA LAIN;64710105088${90_001 + at};05-08-1980;Damai;nelayan;1500000`,
  )
  const others = folderWith("others", { "usulan/lain.csv": [head, ...lines].join("\n") })
  const ran = payung(["run", others, "--out", join(work, "others-out")])
  expect(ran.stderr).toContain("Tidak satu baris pun sama dengan pengolahan terakhir tahun ini")
  expect(ran.stderr).not.toContain("Sejak pengolahan terakhir:")
  writeFileSync(join(others, "usulan/lain.csv"), [head, ...lines.slice(1)].join("\n"))
  const shorter = payung(["run", others, "--out", join(work, "others-out")])
  expect(shorter.stderr).toContain("Sejak pengolahan terakhir: 1 berkas")
})

test("the log verifies, and a tampered export does not", () => {
  expect(payung(["audit", "verify"]).code).toBe(0)
  const log = join(work, "log")
  const onto = payung(["audit", "export", join(checkout, "README.md")])
  expect([onto.code, onto.stderr]).toEqual([9, expect.stringContaining("bukan folder")])
  expect(payung(["audit", "export", log]).code).toBe(0)
  const python = () => spawnSync("python3", [join(checkout, "tools/verify_log.py"), log]).status
  expect([payung(["audit", "verify", log]).code, python()]).toEqual([0, 0])
  const entries = join(log, "entries.ndjson")
  const lines = readFileSync(entries, "utf8").trimEnd().split("\n")
  writeFileSync(
    entries,
    `${[...lines.slice(1, 2), ...lines.slice(0, 1), ...lines.slice(2)].join("\n")}\n`,
  )
  expect([payung(["audit", "verify", log]).code, python()]).toEqual([7, 7])
})

function folderWith(name: string, files: Record<string, string> = {}): string {
  const folder = join(work, name)
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const out = join(work, "bad")
type BadCase = [
  name: string,
  code: number,
  args: () => readonly string[],
  changes?: Record<string, string>,
]
const bad: BadCase[] = [
  ["no arguments", 2, () => []],
  ["an unknown flag", 2, () => [example, "--out", out, "--warna"]],
  ["an unknown pack", 2, () => [example, "--out", out, "--law", "99.99-nowhere"]],
  ["a ceiling of zero", 2, () => [example, "--out", out, "--ceiling", "0"]],
  ["a negative ceiling", 2, () => [example, "--out", out, "--ceiling", "-1"]],
  ["a ceiling that is no number", 2, () => [example, "--out", out, "--ceiling", "banyak"]],
  ["a missing folder", 3, () => [join(work, "nowhere"), "--out", out]],
  ["a file instead of a folder", 3, () => [join(example, "surat-masuk.csv"), "--out", out]],
  ["an empty folder", 3, () => [folderWith("empty"), "--out", out]],
  [
    "a folder without lists",
    3,
    () => [folderWith("nolists", { "register/a.csv": "nik\n" }), "--out", out],
  ],
  [
    "nothing readable",
    3,
    () => [folderWith("broken", { "usulan/a.xlsx": "PK broken" }), "--out", out],
  ],
  [
    "a database that does not answer",
    6,
    () => [example, "--out", out],
    { DATABASE_URL: "postgres://nobody:x@127.0.0.1:9/payung" },
  ],
  ["a year without law", 8, () => [example, "--out", out, "--year", "2031"]],
  [
    "an output among the lists",
    2,
    () => [
      folderWith("inside", { "usulan/a.csv": "No,NIK,Nama\n" }),
      "--out",
      join(work, "inside/usulan/x"),
    ],
  ],
  ["an output where no folder can be made", 9, () => [example, "--out", "/proc/payung/x"]],
  [
    "an output that is a file",
    9,
    () => [example, "--out", join(folderWith("taken", { hasil: "x" }), "hasil")],
  ],
]

test.each(bad)("%s ends with exit code %i and says what to do", (_name, code, args, changes) => {
  const ran = payung(["run", ...args()], changes)
  expect(ran.code).toBe(code)
  const lines = ran.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("·"))
  expect(lines.length).toBeGreaterThanOrEqual(2)
  expect(ran.stderr).not.toContain("    at ")
})
