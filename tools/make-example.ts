import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { inventAnswers, inventFieldChecks } from "./example-answers.ts"
import type { FieldCheck } from "./example-answers.ts"
import { gridCsv, writeCsv } from "./example-csv.ts"
import { inventCycle } from "./example-cycle.ts"
import type { ExampleFile } from "./example-cycle.ts"
import type { Cell, Grid } from "./example-grid.ts"
import { personKey, rowKey } from "./example-key.ts"
import { layOut } from "./example-layout.ts"
import type { Laid } from "./example-layout.ts"
import type { ListSpec } from "./example-lists.ts"
import { writeOds } from "./example-ods.ts"
import { seededRandom } from "./example-random.ts"
import type { Random } from "./example-random.ts"
import { writeRegisters } from "./example-registers.ts"
import { judgeAll } from "./example-verdict.ts"
import { writeProtectedStub, writeXls, writeXlsx } from "./example-workbooks.ts"

const TRUNCATED = {
  of: "BARU TENGAH gabungan semua RT.xlsx",
  file: "BARU TENGAH (kiriman gagal).xlsx",
  on: "2025-09-30",
}
const PROTECTED = {
  file: "gunung bahagia - pakai sandi.xlsx",
  sender: "Kelurahan Gunung Bahagia",
  on: "2025-10-08",
}

/** Everything the generator writes: path below the output folder → bytes. The key lies beside. */
export function makeExample(seed: number): {
  cycle: Map<string, Uint8Array>
  key: Map<string, Uint8Array>
} {
  const random = seededRandom(seed)
  const invented = inventCycle(random)
  const laid = new Map(
    invented.files.map((file) => [file.spec.file, layOut(file.spec, file.entries)]),
  )
  const answers = inventAnswers(invented, random)
  const checks = inventFieldChecks(invented.people, random)
  const cycle = new Map<string, Uint8Array>()
  for (const { spec } of invented.files)
    cycle.set(`usulan/${spec.file}`, listBytes(spec, laid.get(spec.file) as Laid))
  const whole = cycle.get(`usulan/${TRUNCATED.of}`) as Uint8Array
  cycle.set(`usulan/${TRUNCATED.file}`, whole.slice(0, Math.floor(whole.length * 0.55)))
  cycle.set(`usulan/${PROTECTED.file}`, protectedBytes(random))
  cycle.set("surat-masuk.csv", incomingLetters(invented.files))
  for (const [name, bytes] of writeRegisters(invented, answers, random))
    cycle.set(`register/${name}`, bytes)
  for (const [name, bytes] of fieldCheckFiles(checks)) cycle.set(`verifikasi/${name}`, bytes)
  const key = new Map([
    ["rows.csv", rowKey(invented.files, laid)],
    ["persons.csv", personKey(judgeAll(invented, answers, checks))],
  ])
  return { cycle, key }
}

function listBytes(spec: ListSpec, { grids }: Laid): Uint8Array {
  switch (spec.form.kind) {
    case "xlsx":
      return writeXlsx(grids)
    case "xls":
      return writeXls(grids)
    case "ods":
      return writeOds(grids)
    case "csv":
      return gridCsv(grids[0] as Grid, spec.form)
  }
}

function protectedBytes(random: Random): Uint8Array {
  return writeProtectedStub(Uint8Array.from({ length: 5000 }, () => random.int(0, 255)))
}

function incomingLetters(files: readonly ExampleFile[]): Uint8Array {
  const letters = files.map(({ spec, entries }) => ({
    on: spec.receivedOn,
    sender: spec.sender,
    file: spec.file,
    people: entries.length + (spec.claimedMore ?? 0),
  }))
  letters.push({
    on: TRUNCATED.on,
    sender: "Kelurahan Baru Tengah",
    file: TRUNCATED.file,
    people: 50,
  })
  letters.push({ on: PROTECTED.on, sender: PROTECTED.sender, file: PROTECTED.file, people: 25 })
  letters.sort((a, b) => (a.on < b.on ? -1 : 1))
  const lines = letters.map((letter, i) => [
    String(i + 1).padStart(3, "0"),
    letter.on,
    letter.sender,
    letter.file,
    String(letter.people),
  ])
  const header = [
    "nomor_agenda",
    "tanggal_diterima",
    "pengirim",
    "nama_berkas",
    "jumlah_orang_di_surat",
  ]
  return writeCsv([header, ...lines], { encoding: "utf-8", delimiter: "," })
}

/** One office answers by csv, the other by workbook; dates day first. */
function fieldCheckFiles(checks: readonly FieldCheck[]): [string, Uint8Array][] {
  const header = [
    "No",
    "NIK Calon",
    "Nama Calon",
    "Bidang",
    "Kesimpulan",
    "Sebab",
    "Tgl Cek",
    "Petugas Lapangan",
  ]
  const table = (office: FieldCheck["office"]): Cell[][] =>
    checks
      .filter((check) => check.office === office)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map((check, i) => [
        String(i + 1),
        check.nik,
        check.person.name,
        (check.person.sector ?? "").replaceAll("_", " "),
        check.result,
        check.reason,
        check.on.split("-").reverse().join("-"),
        "Marlina Tappi",
      ])
  const kelurahan: Grid = {
    name: "cek lapangan",
    merges: [],
    rows: [header, ...table("kelurahan")].map((cells) => ({ cells })),
  }
  return [
    [
      "cek-lapangan-dishub.csv",
      writeCsv([header, ...table("dishub")], { encoding: "utf-8", delimiter: ";" }),
    ],
    ["cek-lapangan-kelurahan.xlsx", writeXlsx([kelurahan])],
  ]
}

/** Replaces the folder OUT and the folder OUT-key beside it. */
function main(): void {
  const { values } = parseArgs({
    options: { seed: { type: "string", default: "2026" }, out: { type: "string" } },
  })
  if (values.out === undefined || !/^\d+$/.test(values.seed)) {
    process.stderr.write("usage: node tools/make-example.ts --seed N --out DIR\n")
    process.exitCode = 2
    return
  }
  const { cycle, key } = makeExample(Number(values.seed))
  for (const [folder, files] of [
    [values.out, cycle],
    [`${values.out}-key`, key],
  ] as const) {
    rmSync(folder, { recursive: true, force: true })
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
  }
}

if (import.meta.main) main()
