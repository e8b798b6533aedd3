/**
 * Times one large messy list from file to findings, in a process that has just started: the reader's
 * process begins, reads the file and hands it over, and intake reads its rows. The list has a
 * letterhead, headers in two rows, sums between blocks and damaged values of many kinds; seeded.
 *
 *   node tools/bench/messy-file.ts [--rows 10000] [--rounds 5]
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { readBatch } from "../../src/modules/intake/index.ts"
import { TABLES } from "../../src/modules/intake/intake.testing.ts"
import { createReader } from "../../src/platform/spreadsheet/create-reader.ts"
import { chance, textRows, workbookOf } from "./xlsx-text-file.ts"

const INCOMES = ["1.500.000", "Rp 2 jt", "800rb - 1,2 juta", "< 1.000.000", "satu juta", "-"]
const SEXES = ["L", "P", "Laki-laki", "perempuan", "LK", "?"]

/** Damages about a third of the values that follow. */
function* messyRows(rows: number): Generator<readonly string[]> {
  const pick = chance(2027)
  const of = (words: readonly string[]) => words[pick(words.length)] ?? ""
  yield ["PEMERINTAH KOTA CONTOH"]
  yield ["", "DAFTAR USULAN PEKERJA RENTAN", "", "", "TAHUN 2026"]
  yield []
  yield ["No", "Identitas", "", "Nama Lengkap", "Tgl Lahir", "JK", "Alamat", "", "Kelurahan"]
  const below = ["", "NIK", "No. KK", "", "", "", "Jalan", "RT/RW", "", "Pekerjaan"]
  yield [...below, "Penghasilan", "No HP"]
  let number = 0
  for (const [
    nik = "",
    kk = "",
    name = "",
    ,
    born = "",
    street = "",
    rt = "",
    area = "",
    ...rest
  ] of textRows(rows, 11)) {
    number++
    if (number % 500 === 0) yield ["", "JUMLAH", "", String(number)]
    const date = of([born, born.replaceAll("-", "/"), born.replaceAll("-", " "), ""])
    const who = of([name, name.toLowerCase(), `Hj. ${name}, S.Pd`, `${name} `])
    const written = of([
      nik,
      nik,
      nik,
      `'${nik}`,
      nik.slice(0, 15),
      `${nik.slice(0, 6)}.${nik.slice(6)}`,
    ])
    const [work = "", phone = ""] = rest
    const call = of([phone, phone.replaceAll("-", ""), `+62${phone.slice(1)}`, ""])
    const values = [written, kk, who, date, of(SEXES), street, rt, of([area, `Kel. ${area}`])]
    yield [String(number), ...values, work, of(INCOMES), call]
  }
  yield ["", "", "", "Mengetahui, Lurah"]
}

async function timeHere(path: string): Promise<void> {
  const started = performance.now()
  const reader = createReader()
  const workbook = await reader.read(path, "usulan.xlsx")
  const read = performance.now()
  const batch = readBatch([{ name: "usulan.xlsx", sha256: "x", workbook }], [], TABLES)
  const done = performance.now()
  reader.close()
  const findings = batch.rows.reduce((sum, row) => sum + row.findings.length, 0)
  const times = { reading: read - started, intake: done - read, whole: done - started }
  console.log(JSON.stringify({ ...times, rows: batch.rows.length, findings }))
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

const { values } = parseArgs({
  options: { rows: { type: "string" }, rounds: { type: "string" }, file: { type: "string" } },
})
if (values.file !== undefined) await timeHere(values.file)
else {
  const folder = mkdtempSync(join(tmpdir(), "payung-bench-messy-"))
  const path = join(folder, "usulan.xlsx")
  writeFileSync(path, workbookOf(messyRows(Number(values.rows ?? 10_000)), "shared"))
  const argv = [
    "--disable-warning=ExperimentalWarning",
    fileURLToPath(import.meta.url),
    "--file",
    path,
  ]
  const measured: Record<string, number>[] = []
  for (let round = 0; round < Number(values.rounds ?? 5); round++)
    measured.push(JSON.parse(execFileSync(process.execPath, argv, { encoding: "utf8" })) as never)
  for (const name of ["reading", "intake", "whole"])
    console.log(
      `${name.padEnd(8)} ${(median(measured.map((one) => one[name] ?? 0)) / 1000).toFixed(2)} s`,
    )
  console.log(`${measured[0]?.["rows"]} rows, ${measured[0]?.["findings"]} findings`)
  rmSync(folder, { recursive: true })
}
