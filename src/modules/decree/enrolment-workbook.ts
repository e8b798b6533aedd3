import { shiftMonth } from "../../kernel/period.ts"
import { formDate, OPEN_NAME_NOTE } from "./annex-wording.ts"
import type { Annex, AnnexRow } from "./annex.ts"
import type { SheetColumn, SheetSpec, WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"

/**
 * The canonical columns for a registration of workers who are no wage earners. The insurer's own
 * template is not public; an adapter of the branch maps these names to its columns.
 */
const COLUMNS: readonly SheetColumn[] = [
  { header: "no", width: 7, kind: "number" },
  { header: "nik", width: 18, kind: "text" },
  { header: "nama", width: 30, kind: "text" },
  { header: "tempat_lahir", width: 16, kind: "text" },
  { header: "tanggal_lahir", width: 13, kind: "text" },
  { header: "jenis_kelamin", width: 13, kind: "text" },
  { header: "nama_ibu_kandung", width: 20, kind: "text" },
  { header: "alamat", width: 32, kind: "text" },
  { header: "rt", width: 5, kind: "text" },
  { header: "rw", width: 5, kind: "text" },
  { header: "kelurahan", width: 20, kind: "text" },
  { header: "kecamatan", width: 18, kind: "text" },
  { header: "kode_pos", width: 9, kind: "text" },
  { header: "no_hp", width: 15, kind: "text" },
  { header: "email", width: 12, kind: "text" },
  { header: "jenis_pekerjaan", width: 22, kind: "text" },
  { header: "lokasi_kerja", width: 14, kind: "text" },
  { header: "penghasilan", width: 13, kind: "number" },
  { header: "program", width: 9, kind: "text" },
  { header: "periode_awal", width: 12, kind: "text" },
  { header: "periode_akhir", width: 12, kind: "text" },
  { header: "kode_wadah", width: 11, kind: "text" },
  { header: "keterangan", width: 24, kind: "text" },
]

/** Number, NIK and name stand on both of two pages that lie beside each other. */
const PAGES = { count: 2, repeatedColumns: 3 } as const

/**
 * `pendaftaran-bpjs.xlsx`: one header row and one row a person, for a machine to read. Who cannot be
 * registered yet, because his name is not sure, waits on a sheet of his own.
 */
export function enrolmentWorkbook(annex: Annex): WorkbookSpec {
  const { cityName, year, firstMonth, months } = annex.frame
  // Contributions are owed by the month: the first and the last month, both covered.
  const period = { from: firstMonth, to: shiftMonth(firstMonth, months - 1) }
  const people = annex.groups.flatMap(({ area, rows }) => {
    const place = { ...period, area: area?.name ?? "", district: area?.districtName ?? "" }
    return rows.map((row) => ({ row, place }))
  })
  const sheet = (isOpen: boolean): SheetSpec["rows"] =>
    people
      .filter(({ row }) => row.person.isNameOpen === isOpen)
      .map(({ row, place }) => enrolmentRow(row, place))
  const waiting = sheet(true)
  const waitingSheet: SheetSpec = {
    name: "Ditunda",
    columns: COLUMNS,
    rows: waiting,
    cellFill: (_, column) => (COLUMNS[column]?.header === "nama" ? "error" : undefined),
    pagesWide: PAGES,
  }
  return {
    sheets: [
      { name: "Pendaftaran", columns: COLUMNS, rows: sheet(false), pagesWide: PAGES },
      ...(waiting.length === 0 ? [] : [waitingSheet]),
    ],
    meta: { title: `Pendaftaran BPJS Ketenagakerjaan ${cityName} ${year}` },
  }
}

interface Placement {
  readonly from: string
  readonly to: string
  readonly area: string
  readonly district: string
}

function enrolmentRow({ number, person, sectorLabel }: AnnexRow, placement: Placement) {
  return [
    number,
    person.nik,
    person.name,
    person.birthPlace,
    formDate(person.birthDate),
    person.sex,
    person.motherName,
    person.address,
    person.rt,
    null,
    placement.area,
    placement.district,
    null,
    person.phone,
    null,
    sectorLabel,
    null,
    person.incomeRupiah,
    "JKK,JKM",
    placement.from,
    placement.to,
    null,
    person.isNameOpen ? OPEN_NAME_NOTE : null,
  ]
}
