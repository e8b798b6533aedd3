import { shiftMonth } from "../../kernel/period.ts"
import { formDate } from "./annex-wording.ts"
import type { Annex, AnnexRow } from "./annex.ts"
import type { SheetColumn, WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"

/**
 * The canonical columns for a registration of workers who are no wage earners. The insurer's own
 * template is not public; an adapter of the branch maps these names to its columns.
 */
const COLUMNS: readonly SheetColumn[] = [
  { header: "no", width: 7, kind: "number" },
  { header: "nik", width: 19, kind: "text" },
  { header: "nama", width: 32, kind: "text" },
  { header: "tempat_lahir", width: 18, kind: "text" },
  { header: "tanggal_lahir", width: 13, kind: "text" },
  { header: "jenis_kelamin", width: 13, kind: "text" },
  { header: "nama_ibu_kandung", width: 24, kind: "text" },
  { header: "alamat", width: 38, kind: "text" },
  { header: "rt", width: 6, kind: "text" },
  { header: "rw", width: 6, kind: "text" },
  { header: "kelurahan", width: 23, kind: "text" },
  { header: "kecamatan", width: 20, kind: "text" },
  { header: "kode_pos", width: 9, kind: "text" },
  { header: "no_hp", width: 17, kind: "text" },
  { header: "email", width: 14, kind: "text" },
  { header: "jenis_pekerjaan", width: 22, kind: "text" },
  { header: "lokasi_kerja", width: 20, kind: "text" },
  { header: "penghasilan", width: 14, kind: "number" },
  { header: "program", width: 10, kind: "text" },
  { header: "periode_awal", width: 13, kind: "text" },
  { header: "periode_akhir", width: 13, kind: "text" },
  { header: "kode_wadah", width: 12, kind: "text" },
  { header: "keterangan", width: 14, kind: "text" },
]

/** `pendaftaran-bpjs.xlsx`: one header row and one row a person, for a machine to read. */
export function enrolmentWorkbook(annex: Annex): WorkbookSpec {
  const { cityName, year, firstMonth, months } = annex.frame
  // Contributions are owed by the month: the first and the last month, both covered.
  const period = { from: firstMonth, to: shiftMonth(firstMonth, months - 1) }
  const rows = annex.groups.flatMap((group) =>
    group.rows.map((row) =>
      enrolmentRow(row, {
        ...period,
        area: group.area?.name ?? "",
        district: group.area?.districtName ?? "",
      }),
    ),
  )
  return {
    sheets: [{ name: "Pendaftaran", columns: COLUMNS, rows }],
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
    null,
  ]
}
