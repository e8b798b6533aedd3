import { annexTitleLines, shownName } from "./annex-wording.ts"
import { formatRupiah, timesCount } from "../../kernel/rupiah.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import { openNameLines } from "./annex-closing.ts"
import { groupTitle, totalsOf } from "./annex.ts"
import { terbilangRupiah } from "./terbilang.ts"
import type { Annex, AnnexGroup, AnnexTotals } from "./annex.ts"
import type {
  CellInput,
  SheetColumn,
  SheetSpec,
  WorkbookSpec,
} from "../../platform/spreadsheet/sheet-spec.ts"

/** `lampiran-sk.xlsx`: the rows and sums of the PDF, one sheet to sort and filter, and recaps. */
export function annexWorkbook(annex: Annex): WorkbookSpec {
  return {
    sheets: [peopleSheet(annex), areaSheet(annex), sectorSheet(annex), noteSheet(annex)],
    meta: { title: `Rancangan lampiran keputusan ${annex.frame.cityName} ${annex.frame.year}` },
  }
}

const MONEY_COLUMNS: readonly SheetColumn[] = [
  { header: "Orang", width: 9, kind: "number" },
  { header: "JKK per bulan", width: 17, kind: "rupiah" },
  { header: "JKM per bulan", width: 17, kind: "rupiah" },
  { header: "Jumlah per bulan", width: 18, kind: "rupiah" },
  { header: "JKK seluruh bulan", width: 19, kind: "rupiah" },
  { header: "JKM seluruh bulan", width: 19, kind: "rupiah" },
  { header: "Jumlah seluruh bulan", width: 20, kind: "rupiah" },
]

function peopleSheet(annex: Annex): SheetSpec {
  const { frame, totals } = annex
  const jkk = timesCount(frame.jkkMonthly, frame.months)
  const jkm = timesCount(frame.jkmMonthly, frame.months)
  return {
    name: "Lampiran",
    titleLines: titleLines(annex),
    columns: [
      { header: "No.", width: 7, kind: "number" },
      { header: "No. kel.", width: 8, kind: "number" },
      { header: "Nama", width: 30, kind: "text" },
      { header: "NIK", width: 19, kind: "text" },
      { header: "Tanggal lahir", width: 13, kind: "date" },
      { header: "L/P", width: 5, kind: "text" },
      { header: "Sektor", width: 22, kind: "text" },
      { header: "Alamat", width: 34, kind: "text" },
      { header: "RT", width: 6, kind: "text" },
      { header: "Kelurahan", width: 23, kind: "text" },
      { header: "Kecamatan", width: 20, kind: "text" },
      { header: `JKK ${frame.months} bulan`, width: 16, kind: "rupiah" },
      { header: `JKM ${frame.months} bulan`, width: 16, kind: "rupiah" },
      { header: `Jumlah ${frame.months} bulan`, width: 18, kind: "rupiah" },
    ],
    rows: annex.groups.flatMap((group) =>
      group.rows.map(({ number, numberInArea, person, sectorLabel }) => [
        number,
        numberInArea,
        shownName(person),
        person.nik,
        person.birthDate,
        person.sex,
        sectorLabel,
        person.address,
        person.rt,
        ...placeCells(group),
        jkk,
        jkm,
        jkk + jkm,
      ]),
    ),
    totalsRow: [
      ...[null, null, "Jumlah seluruhnya", null, null, null, null, null, null, null, null],
      ...[totals.jkkYear, totals.jkmYear, totals.year],
    ],
  }
}

/** In three lines, because they stay in sight with the header. */
function titleLines(annex: Annex): string[] {
  const [lampiran, decree, number, date, about, subject] = annexTitleLines(annex.frame)
  return [`RANCANGAN ${lampiran} ${decree}`, `${number}, ${date}`, `${about} ${subject}`]
}

function recapTitle({ frame }: Annex, by: string): string[] {
  const subject = `Iuran JKK dan JKM pekerja rentan ${frame.cityName} tahun ${frame.year}`
  return [`RANCANGAN Rekapitulasi per ${by}`, `${subject}, ${frame.months} bulan`]
}

function areaSheet(annex: Annex): SheetSpec {
  return {
    name: "Rekap kelurahan",
    titleLines: recapTitle(annex, "kelurahan"),
    columns: [
      { header: "Kelurahan", width: 24, kind: "text" },
      { header: "Kecamatan", width: 22, kind: "text" },
      ...MONEY_COLUMNS,
    ],
    rows: annex.groups.map((group) => [...placeCells(group), ...moneyCells(group.totals)]),
    totalsRow: ["Jumlah seluruhnya", null, ...moneyCells(annex.totals)],
  }
}

function sectorSheet(annex: Annex): SheetSpec {
  const rows = annex.groups.flatMap((group) => group.rows)
  const bySector = Map.groupBy(rows, (row) => row.sectorLabel)
  // Sectors in the order of the frame; a sector it does not know comes behind them.
  const known = annex.frame.sectors.map((sector) => sector.label)
  const labels = [...new Set([...known, ...[...bySector.keys()].sort()])]
  return {
    name: "Rekap sektor",
    titleLines: recapTitle(annex, "sektor"),
    columns: [{ header: "Sektor", width: 30, kind: "text" }, ...MONEY_COLUMNS],
    rows: labels.flatMap((label) => {
      const people = bySector.get(label)?.length ?? 0
      if (people === 0) return []
      const shown = label === "" ? "Sektor belum diketahui" : label
      return [[shown, ...moneyCells(totalsOf(annex.frame, people))]]
    }),
    totalsRow: ["Jumlah seluruhnya", ...moneyCells(annex.totals)],
  }
}

function noteSheet(annex: Annex): SheetSpec {
  const { frame, totals } = annex
  return {
    name: "Keterangan",
    columns: [
      { header: "Hal", width: 30, kind: "text" },
      { header: "Isi", width: 90, kind: "text" },
    ],
    rows: [
      ["Keadaan", "Rancangan; belum ditetapkan dan belum bernomor"],
      ["Dibuat per", formatDateId(frame.generatedOn)],
      ["Jumlah iuran", `${formatRupiah(totals.year)} (${terbilangRupiah(totals.year)})`],
      ["Pagu", formatRupiah(frame.ceiling)],
      [
        "Iuran per orang per bulan",
        `JKK ${formatRupiah(frame.jkkMonthly)} dan JKM ${formatRupiah(frame.jkmMonthly)}`,
      ],
      ["Lama", `${frame.months} bulan`],
      ["Sidik jari daftar (SHA-256)", annex.listHash],
      ["Sidik jari hasil (SHA-256)", frame.resultHash],
      ["Paket dan versi aturan", `${frame.law.pack}, ${frame.law.version}`],
      ...openNameLines(annex).map((line) => ["Nama bertanda *)", line]),
    ],
  }
}

function placeCells(group: AnnexGroup): [string, string] {
  return [group.area?.name ?? groupTitle(group), group.area?.districtName ?? ""]
}

function moneyCells(totals: AnnexTotals): CellInput[] {
  return [
    totals.people,
    totals.jkkMonth,
    totals.jkmMonth,
    totals.month,
    totals.jkkYear,
    totals.jkmYear,
    totals.year,
  ]
}
