import { spawn, spawnSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"

// The whole command as its users run it, without a database and without a home.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
const work = mkdtempSync(join(tmpdir(), "payung-check-test-"))
const home = join(work, "home")

afterAll(() => rmSync(work, { recursive: true, force: true }))

// A database that nobody could reach: whoever asks it fails.
const environment = {
  ...process.env,
  PAYUNG_HOME: home,
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
}

function check(...args: readonly string[]) {
  const ran = spawnSync(join(checkout, "payung"), ["check", ...args], {
    env: environment,
    encoding: "utf8",
  })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
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

function listOf(name: string, ...rows: readonly string[]): string {
  const path = join(work, name)
  writeFileSync(path, `${[HEADER, ...rows].join("\n")}\n`)
  return path
}

test("a folder's register of letters says who sent a list, how many, and what is missing", () => {
  const folder = join(work, "folder")
  mkdirSync(folder)
  const rows = [person(1), person(2)]
  const unnamed = rows.map((row) => row.replace(",Damai,", ",,"))
  writeFileSync(join(folder, "daftar.csv"), `${[HEADER, ...unnamed].join("\n")}\n`)
  const letters = ["no_agenda,tanggal_terima,pengirim,berkas,jumlah_menurut_surat"]
  letters.push(
    "1,2025-09-24,Kelurahan Damai,daftar.csv,7",
    "2,2025-09-25,Kelurahan Damai,lain.csv,3",
  )
  writeFileSync(join(folder, "surat-masuk.csv"), `${letters.join("\n")}\n`)
  const ran = check(folder)
  expect(ran.stderr).toContain("Dibaca sebagai usulan dari Kelurahan Damai")
  expect(ran.stderr).toContain("FILE_COUNT_DIFFERS")
  expect(ran.stderr).toMatch(/Membaca lain\.csv … Berkas tercatat di surat masuk/)
  expect(ran.code).toBe(3)
})

test("a folder ends with a table of its files, what is no list too, and the next step", () => {
  const folder = join(work, "campuran")
  mkdirSync(folder)
  const clean = `${[HEADER, ...["BUDI SANTOSO", "SITI AMINAH"].map((name, at) => person(at + 1, { 1: name }))].join("\n")}\n`
  writeFileSync(join(folder, "kel damai.csv"), clean)
  writeFileSync(join(folder, "kel damai lagi.csv"), clean)
  writeFileSync(join(folder, "catatan.txt"), "Notulen rapat\nTidak ada daftar di sini.\n")
  writeFileSync(join(folder, ".~lock.kel damai.csv#"), "kunci")
  const ran = check(folder)
  const lines = ran.stderr.trimEnd().split("\n")
  const table = lines.slice(lines.findIndex((line) => /^Berkas +Isi +baris/.test(line)))
  expect(table.map((line) => line.replaceAll(/ {2,}/g, "|"))).toEqual([
    "Berkas|Isi|baris|diterima|diperbaiki|ditahan|diabaikan",
    expect.stringMatching(/^catatan\.txt\|tidak dibaca: Berkas bukan daftar/),
    "kel damai lagi.csv|usulan dari Kelurahan Damai|2|2|0|0|0",
    "kel damai.csv|sama dengan kel damai lagi.csv",
    expect.stringMatching(/^Lanjut: \S*payung import \S*campuran"?$/),
  ])
  expect(ran.stderr).toContain('"catatan.txt" ialah teks biasa tanpa kolom. Yang dapat dibaca:')
  const empty = join(work, "hampa")
  mkdirSync(empty)
  expect(check(empty).stderr).toMatch(/\.xlsx, \.xls, \.ods, \.csv, \.docx atau PDF\./)
})

test.each([
  ["kosong.csv", ""],
  ["kosong.xlsx", ""],
  ["baris kosong.csv", "\n\n"],
  ["kepala.csv", `${HEADER}\n`],
])("%s holds nobody, and is said to", (name, content) => {
  writeFileSync(join(work, name), content)
  const ran = check(join(work, name))
  expect(ran.stderr).toContain("Berkas tidak berisi satu orang pun")
  expect(check(join(work, name), "--lang", "en").stderr).toContain("The file holds nobody")
  expect(ran.code).toBeGreaterThan(0)
})

test("a recipe of another layout is told, not ignored", () => {
  const map = join(work, "resep-lain.json")
  writeFileSync(map, check(listOf("kel damai resep.csv", person(1)), "--save-map").stdout)
  const other = join(work, "lain susunan.csv")
  writeFileSync(other, "Sebutan;Kode\nSITI AMINAH;6471010508809001\n")
  const ran = check(other, "--map", map)
  expect(ran.code).toBe(3)
  expect(ran.stderr).toMatch(/Resep .* bukan untuk susunan .*"NIK"/)
  expect(ran.stderr).toMatch(/The recipe .* is not for the layout of .*--save-map/)
})

const NAMES = ["BUDI SANTOSO", "SITI AMINAH", "TONO WIJAYA"]
const clean = NAMES.map((name, index) => person(index + 1, { 1: name }))

test("a clean list: code 0, the balance, no database and no home", () => {
  const ran = check(listOf("kel damai.csv", ...clean))
  expect(ran.stderr).toContain("Membaca kel damai.csv … 3 baris")
  expect(ran.stderr).toContain("Dibaca sebagai usulan dari Kelurahan Damai")
  expect(ran.stderr).toContain("3 baris = 3 diterima + 0 diperbaiki + 0 ditahan + 0 diabaikan")
  expect(ran.code).toBe(0)
  expect(ran.stdout).toBe("")
  expect(existsSync(home)).toBe(false)
})

test("repairs alone: code 3, as a strict run", () => {
  const ran = check(listOf("kel damai.csv", person(1, { 1: "budi santoso" })))
  expect(ran.stderr).toContain("NAME_CASE")
  expect(ran.code).toBe(3)
})

test("a question: code 4, with code, count, cell and what to do; the NIK is masked", () => {
  const broken = person(2, { 1: "SITI", 2: "64710105088090011" })
  const ran = check(listOf("kel damai.csv", ...clean, broken))
  expect(ran.stderr).toMatch(/NIK_LENGTH +1 baris {2}NIK tidak 16 angka/)
  expect(ran.stderr).toContain('sel C5 berisi "6471*********0011". Lihat KTP')
  expect(ran.stderr).not.toContain("64710105088090011")
  expect(ran.code).toBe(4)
})

test("a list in which no row is a person: the file is asked about, code 4", () => {
  const ran = check(listOf("kel damai.csv", "1,,,,,,,usulan", "2,,,,,,,usulan"))
  expect(ran.stderr).toContain("LIST_WITHOUT_PEOPLE")
  expect(ran.code).toBe(4)
})

test("a name with spaces, written without quotes, is shown with them", () => {
  const list = listOf("kel damai baru.csv", ...clean)
  const apart = check(...list.split(" "))
  expect(apart.code).toBe(check("tidak-ada.csv").code)
  expect(apart.stderr).toContain(`di antara tanda petik: "${list}"`)
})

test("the same in English, and as JSON for programs", () => {
  const list = listOf("kel damai.csv", ...clean, person(4, { 1: "SITI", 2: "" }))
  const ran = check(list, "--lang", "en", "--json")
  expect(ran.stderr).toContain("4 rows = 3 accepted + 0 repaired + 1 set aside + 0 ignored")
  expect(ran.code).toBe(4)
  expect(JSON.parse(ran.stdout)).toMatchObject({
    schema: "payung.check/1",
    ok: false,
    counts: { read: 4, accepted: 3, repaired: 0, set_aside: 1, ignored: 0 },
    errors: [{ file: "kel damai.csv", code: "NIK_EMPTY", cell: "C5", row: 5 }],
    warnings: [],
  })
})

test.each([
  ["nothing", [], 2, "FILE"],
  ["an unknown flag", ["x.csv", "--ya"], 2, "--ya"],
  ["an unknown kind", ["x.csv", "--as", "daftar"], 2, "--as"],
  ["an unknown language", ["x.csv", "--lang", "jv"], 2, "--lang"],
  ["an unknown pack", ["x.csv", "--law", "99.99-antah"], 2, "99.99-antah"],
  ["a year without law", ["x.csv", "--year", "2099"], 8, "2099"],
  ["a file that is not there", ["x.csv"], 3, "x.csv"],
  ["--dry-run, which is for import", ["x.csv", "--dry-run"], 2, "--dry-run"],
])("%s is refused in both languages (%j, code %i)", (_, args, code, said) => {
  const ran = check(...args)
  expect(ran.code).toBe(code)
  expect(ran.stderr).toContain(said)
  expect(ran.stderr.trim().split("\n").length).toBeGreaterThanOrEqual(2)
})

test.each([
  ["an empty file", "kosong.xlsx", Buffer.alloc(0), "FILE_"],
  ["a picture", "foto.xlsx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "FILE_"],
  ["a torn workbook", "robek.xlsx", Buffer.from("504b0304140000000800", "hex"), "FILE_"],
  ["a letter", "surat.csv", Buffer.from("Kepada Yth.\nBapak Wali Kota\n"), "FILE_FOREIGN"],
])("%s: code 3 and what to do", (_, name, content, code) => {
  const path = join(work, name)
  writeFileSync(path, content)
  const ran = check(path, "--json")
  expect(ran.code).toBe(3)
  expect(ran.stderr).toMatch(new RegExp(`Membaca ${name} … .+: .+\\. .+`))
  const { errors } = JSON.parse(ran.stdout) as { errors: { code: string }[] }
  expect(errors[0]?.code).toContain(code)
})

test("several files: copies are told, re-sends compared, the sum at the end", () => {
  const first = listOf(
    "kel damai.csv",
    ...clean,
    ...Array.from({ length: 9 }, (_, at) => person(at + 10)),
  )
  const copy = join(work, "salinan.csv")
  cpSync(first, copy)
  const again = listOf(
    "kel damai kirim 2.csv",
    ...clean,
    ...Array.from({ length: 9 }, (_, at) => person(at + 10, at === 0 ? { 7: "1600000" } : {})),
    person(40),
  )
  const ran = check(first, copy, again)
  expect(ran.stderr).toContain("salinan.csv … Isinya sama persis dengan kel damai.csv")
  expect(ran.stderr).toMatch(/kiriman sebelumnya.*: 1 baru, 11 sama, 1 berubah, 0 tidak ada lagi/)
  expect(ran.stderr).toMatch(/Jumlah 2 berkas usulan: 25 baris = /)
})

test("a cycle folder: its lists, registers and field checks as what they are", () => {
  const ran = check(example)
  expect(ran.stderr).toContain("Dibaca sebagai jawaban register: padanan NIK di Dukcapil")
  expect(ran.stderr).toContain("Dibaca sebagai hasil verifikasi lapangan")
  expect(ran.code).toBe(4)
})

test("--errors writes the sender's rows, whole or not at all", () => {
  const out = join(work, "perbaikan.xlsx")
  const list = listOf("kel damai.csv", ...clean, person(4, { 1: "SITI", 2: "" }))
  const ran = check(list, "--errors", out)
  expect(ran.stderr).toContain(`sel berwarna: ${out}`)
  expect(existsSync(out)).toBe(true)
  const nowhere = check(list, "--errors", join(work, "tidak-ada/keluar.xlsx"))
  expect(nowhere.code).toBe(9)
  expect(readdirSync(work).filter((name) => name.endsWith(".tmp"))).toEqual([])
})

test("Ctrl+C ends a check at once with code 130 and leaves nothing", async () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => person(index % 999, { 7: `${index}` }))
  const folder = join(work, "besar")
  mkdirSync(folder)
  const list = join(folder, "kel damai.csv")
  writeFileSync(list, `${[HEADER, ...rows].join("\n")}\n`)
  const args = ["check", list, "--errors", join(folder, "keluar.xlsx")]
  const program = spawn(join(checkout, "payung"), args, { env: environment })
  const ended = new Promise<number | null>((resolve) => program.once("close", resolve))
  program.stderr.on("data", (chunk: Buffer) => {
    if (chunk.toString().includes("Membaca")) program.kill("SIGINT")
  })
  expect(await ended).toBe(130)
  expect(readdirSync(folder)).toEqual(["kel damai.csv"])
})

const OFFICIALS = ["Nama,NIP,Golongan,Unit Kerja", "BUDI,198001012005011001,III/a,Dinas Sosial"]
const MATCHES = [
  "NIK,Nama,Status NIK,Tanggal Lahir Cocok",
  "6471010508809001,BUDI,AKTIF,Ya",
  "6471010508809002,SITI,AKTIF,",
]

test.each([
  ["a list of officials without NIK", OFFICIALS, [], 4, "REGISTER_WITHOUT_NIK"],
  [
    "the same among the proposals",
    OFFICIALS,
    ["--as", "usulan"],
    3,
    "Berkas ini bukan daftar usulan",
  ],
  ["match results among the proposals", MATCHES, ["--as", "usulan"], 4, "FILE_IS_REGISTER"],
] as const)("%s: what it is, and what to do", (_, lines, flags, code, told) => {
  const path = join(work, "kiriman.csv")
  writeFileSync(path, `${lines.join("\n")}\n`)
  const ran = check(path, ...flags)
  expect(ran.stderr).toContain(told)
  expect(ran.code).toBe(code)
})

test("a list of proposals whose people all wait is no register", () => {
  const ran = check(listOf("kel damai.csv", person(1, { 2: "" }), person(2, { 2: "" })))
  expect(ran.stderr).not.toContain("FILE_IS_REGISTER")
})

test("a column that may mean two things: its recipe offers them, and read by it nothing is asked", () => {
  const people = [1, 2, 3, 4, 5].map((serial) => person(serial))
  const path = listOf("upah.csv", ...people)
  writeFileSync(path, `${[HEADER.replace("Penghasilan", "Upah per hari"), ...people].join("\n")}\n`)
  const ran = check(path, "--save-map")
  expect(ran.stderr).toContain("COLUMN_UNSURE")
  expect(ran.stderr).toMatch(/Lanjut: .*--save-map > resep\.json\nLanjut: .*--map resep\.json/)
  const asked = '"field": null,\n          "column": "H",'
  expect(ran.stdout).toContain(asked)
  expect(ran.stdout).toMatch(/"choices": \[\s*"income",\s*"income_other_span"\s*\]/)
  const map = join(work, "resep.json")
  writeFileSync(map, ran.stdout.replace(asked, asked.replace("null", '"income"')))
  const again = check(path, "--map", map)
  expect(again.stderr).not.toContain("COLUMN_")
  expect(again.stderr).toContain("5 baris = 5 diterima")
})
