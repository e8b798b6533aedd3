import { writeCsv } from "./example-csv.ts"
import type { CsvForm } from "./example-csv.ts"
import { civilRegister } from "./example-dukcapil.ts"
import type { Answer } from "./example-answers.ts"
import type { ExampleCycle } from "./example-cycle.ts"
import type { Person } from "./example-people.ts"
import type { Random } from "./example-random.ts"

type Table = readonly (readonly string[])[]

const COMMA: CsvForm = { encoding: "utf-8", delimiter: "," }
const SEMICOLON: CsvForm = { encoding: "utf-8-bom", delimiter: ";" }
const TAB: CsvForm = { encoding: "utf-16le", delimiter: "\t" }

/** The registers as their offices would send them, by file name. */
export function writeRegisters(
  cycle: ExampleCycle,
  answers: readonly Answer[],
  random: Random,
): Map<string, Uint8Array> {
  const people = cycle.people.toSorted((a, b) => (a.nik < b.nik ? -1 : 1))
  const paid = people.filter((person) => person.recipient2025)
  return new Map([
    ["hasil-padan-dukcapil.csv", writeCsv(civilRegister(cycle, answers), SEMICOLON)],
    ["kepesertaan-bpjstk.csv", writeCsv(membership(people, random), COMMA)],
    ["daftar-bantuan-provinsi.csv", writeCsv(province(people), SEMICOLON)],
    ["desil-dtsen.csv", writeCsv(deciles(people, random), TAB)],
    ["penerima-2025-balikpapan.csv", writeCsv(recipients(paid), COMMA)],
    ["data-disabilitas.csv", writeCsv(disabled(people), SEMICOLON)],
    ["perempuan-kepala-keluarga.csv", writeCsv(femaleHeads(people), COMMA)],
    ["jawaban-kelurahan-dan-opd.csv", writeCsv(answerTable(answers), SEMICOLON)],
  ])
}

function membership(people: readonly Person[], random: Random): Table {
  const lines: string[][] = []
  const add = (p: Person, segment: string, payer: string, state: string, since: string): number =>
    lines.push([
      p.nik,
      p.kpj,
      segment,
      payer,
      state,
      since,
      state === "AKTIF" ? "10-2025" : "03-2023",
    ])
  for (const person of people) {
    if (person.recipient2025) add(person, "BPU", "Pemkot Balikpapan", "AKTIF", "2025-04-01")
    else if (person.obstacle === "PU") add(person, "PU", "PT Contoh Umpama", "AKTIF", "2024-02-01")
    else if (person.obstacle === "BPU") add(person, "BPU", "Mandiri", "AKTIF", "2023-06-01")
    else if (person.obstacle === "PROV" && Number(person.id.slice(1)) % 2 === 0) {
      add(person, "BPU", "Pemerintah Provinsi Kalimantan Timur", "AKTIF", "2024-07-01")
    } else if (random.chance(0.05)) add(person, "PU", "CV Misal Sejati", "NON AKTIF", "2019-01-01")
  }
  return [
    [
      "nik_peserta",
      "nomor_kpj",
      "segmentasi",
      "dibayar_oleh",
      "status_kepesertaan",
      "tmt",
      "bulan_iuran_akhir",
    ],
    ...lines,
  ]
}

/** Neither this list nor the membership file names everybody whom the province pays. */
function province(people: readonly Person[]): Table {
  const paid = people.filter(
    (person) => person.obstacle === "PROV" && Number(person.id.slice(1)) % 4 !== 0,
  )
  const lines = paid.map((p) => [
    p.nik,
    p.name,
    "Kota Balikpapan",
    p.kelurahan,
    (p.sector ?? "").replaceAll("_", " "),
    "2024-07-01",
  ])
  return [["no_induk", "nama_penerima", "kota", "kel", "jenis_kerja", "mulai_dibayar"], ...lines]
}

function deciles(people: readonly Person[], random: Random): Table {
  const lines: string[][] = []
  for (const { nik, kk, decile } of people) {
    if (decile === null) continue
    if (random.chance(0.08)) lines.push([nik, kk, String(Math.min(10, decile + 1)), "2025-07-01"])
    lines.push([nik, kk, String(decile), "2025-10-01"])
  }
  return [["nik_individu", "nomor_kk", "desil_nasional", "tanggal_rilis"], ...lines]
}

function recipients(paid: readonly Person[]): Table {
  const lines = paid.map((p, i) => [
    String(i + 1),
    p.nik,
    p.name,
    p.kelurahan,
    (p.sector ?? "").replaceAll("_", " "),
    p.kpj,
    "2025-04",
    "2025-12",
  ])
  return [
    [
      "urut",
      "nik_ktp",
      "nama_peserta",
      "kel",
      "pekerjaan",
      "nomor_peserta_kpj",
      "dari_bulan",
      "sampai_bulan",
    ],
    ...lines,
  ]
}

function disabled(people: readonly Person[]): Table {
  const lines = people
    .filter((p) => p.disabled)
    .map((p, i) => [p.nik, p.name, ["Fisik", "Netra", "Rungu"][i % 3] as string, p.kelurahan])
  return [["NIK PENYANDANG", "NAMA", "RAGAM DISABILITAS", "KELURAHAN"], ...lines]
}

function femaleHeads(people: readonly Person[]): Table {
  const lines = people
    .filter((p) => p.femaleHead)
    .map((p, i) => [p.nik, p.kk, p.name, p.kelurahan, String((i % 4) + 1)])
  return [["nik_kk_perempuan", "no_kartu_keluarga", "nama", "kel", "jml_tanggungan"], ...lines]
}

function answerTable(answers: readonly Answer[]): Table {
  const lines = answers.map(({ on, file, entry, field, value, note }) => [
    on,
    file,
    entry.at.sheet,
    String(entry.at.row),
    field,
    value,
    note,
  ])
  lines.sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1))
  return [
    ["tgl_jawab", "nama_file", "sheet", "no_baris", "kolom", "isi_yang_benar", "dasar"],
    ...lines,
  ]
}
