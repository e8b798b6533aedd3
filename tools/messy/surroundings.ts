import type { Random } from "../example-random.ts"
import { newGrid, type Grid } from "./grid.ts"
import { put, putText, type SheetDraft } from "./table.ts"

/** Who sends: an area's own office, or an agency of the whole city. */
export interface Letterhead {
  readonly city: string
  readonly area: string
  readonly agency: string
}

const AGENCIES = [
  ...[
    "Dinas Ketenagakerjaan",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Dinas Pangan, Pertanian dan Perikanan",
  ],
  ...["Dinas Koperasi, UMKM dan Perindustrian", "Forum Komunikasi RT", "Kelompok Nelayan Bahari"],
]

export function agencyOf(random: Random): string {
  return random.pick(AGENCIES)
}

const TITLES = [
  ...["DAFTAR USULAN PESERTA BPJS KETENAGAKERJAAN", "DATA PEKERJA RENTAN TAHUN 2025"],
  ...["Rekap Data Calon Penerima Bantuan Iuran JKK JKM", "LAMPIRAN SURAT NOMOR 460/112/KESRA"],
  ...["Daftar Nama Pekerja Bukan Penerima Upah (BPU)", "FORM PENDATAAN PEKERJA INFORMAL"],
  ...["Data warga yg diusulkan ikut BPJS TK", "USULAN PERLINDUNGAN PEKERJA RENTAN APBD 2026"],
]

/** Lines above the table; says which row comes next. */
export function putLetterhead(draft: SheetDraft, random: Random, head: Letterhead): number {
  const office = head.area === "" ? head.agency : `Kelurahan ${head.area}`
  const government = `PEMERINTAH KOTA ${head.city.toUpperCase()}`
  const forms: readonly (readonly string[])[] = [
    [],
    [`${random.pick(TITLES)} - ${office.toUpperCase()}`, ""],
    [
      government,
      office.toUpperCase(),
      "Alamat: Jl. Jenderal Sudirman No. 1 Telp. (0542) 000000",
      "",
      random.pick(TITLES),
      "",
    ],
    [random.pick(TITLES), office, "Per tanggal 30 September 2025"],
    [
      "",
      "",
      `Pengirim : ${office}`,
      "Perihal : usulan data pekerja rentan",
      "Jumlah : terlampir",
      "",
    ],
    [
      government,
      random.pick(TITLES),
      `${office.toUpperCase()} KOTA ${head.city.toUpperCase()}`,
      "TAHUN ANGGARAN 2026",
      "",
    ],
  ]
  const lines = random.pick(forms)
  const column = random.pick([0, 0, 1, 3])
  for (const [row, line] of lines.entries()) put(draft.grid, row, column, line)
  if (lines.length > 2 && random.chance(0.5))
    draft.grid.merges.push({ top: 0, bottom: 0, left: column, right: column + 7 })
  return lines.length
}

/** What clerks put below: totals, remarks, a place for stamp and signature. */
export function putTail(
  draft: SheetDraft,
  random: Random,
  end: { readonly row: number; readonly left: number; readonly people: number },
): number {
  let row = end.row
  if (random.chance(0.4)) {
    put(draft.grid, row, end.left, random.pick(["JUMLAH", "Total", "Jumlah Seluruhnya", "TOTAL ="]))
    put(draft.grid, row, end.left + 2, { kind: "number", digits: String(end.people) })
    draft.nobody.add(row + 1)
    row++
  }
  if (random.chance(0.25)) putText(draft, row + 1, end.left, "*) data sesuai KTP-el yang berlaku")
  if (!random.chance(0.45)) return row + 2
  const column = end.left + random.pick([1, 4, 6])
  const block = [
    ...["", `Balikpapan, ${random.int(1, 28)} September 2025`, "Mengetahui,"],
    ...[random.pick(["Lurah", "Ketua RT 07", "Kepala Seksi Kesejahteraan Sosial", "Koordinator"])],
    ...["", "", "", "SURYANTO, S.Sos., M.AP", "NIP. 19700101 199703 1 001"],
  ]
  for (const [at, line] of block.entries()) putText(draft, row + 2 + at, column, line)
  return row + 2 + block.length
}

/** A sheet that counts, and holds nobody. */
export function recapGrid(random: Random, areas: readonly string[]): Grid {
  const grid = newGrid(random.pick(["REKAP", "Rekapitulasi", "Ringkasan", "Sheet3"]))
  put(grid, 0, 0, "REKAPITULASI USULAN")
  for (const [column, label] of ["No", "Kelurahan", "Laki-laki", "Perempuan", "Jumlah"].entries())
    put(grid, 2, column, label)
  for (const [index, area] of areas.slice(0, 8).entries()) {
    const counts = [index + 1, random.int(3, 60), random.int(3, 60)]
    put(grid, 3 + index, 0, { kind: "number", digits: String(counts[0]) })
    put(grid, 3 + index, 1, area)
    put(grid, 3 + index, 2, { kind: "number", digits: String(counts[1]) })
    put(grid, 3 + index, 3, { kind: "number", digits: String(counts[2]) })
  }
  return grid
}

export function notesGrid(random: Random): Grid {
  const grid = newGrid(random.pick(["Petunjuk", "BACA DULU", "Cara Pengisian"]))
  const lines = [
    ...["PETUNJUK PENGISIAN", "1. NIK diisi 16 digit sesuai KTP-el", "2. Nama ditulis tanpa gelar"],
    ...["3. Tanggal lahir ditulis dd/mm/yyyy", "4. Pekerjaan ditulis jelas", "5. No HP yang aktif"],
  ]
  for (const [row, line] of lines.entries()) put(grid, row, 0, line)
  return grid
}
