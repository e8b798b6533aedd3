import { annexTitleLines, formDate, OPEN_NAME_NOTE, shownName } from "./annex-wording.ts"
import {
  closingLines,
  lossLines,
  openNameLines,
  signatureLines,
  totalsText,
} from "./annex-closing.ts"
import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import { groupTitle } from "./annex.ts"
import { spanningRow, tableRow } from "./page-line.ts"
import type { Annex, AnnexGroup, AnnexTotals } from "./annex.ts"
import type { Column, Line, Row, Typesetter } from "./page-line.ts"

/**
 * A page of the annex, broken into lines. A table that typst breaks took 1 GB for 9,920 rows.
 */
export interface AnnexPage {
  readonly titleLines: readonly string[]
  /** Becomes a bookmark where it does not repeat the page before. */
  readonly heading: string
  readonly bookmark: boolean
  readonly note: string
  readonly header: readonly Line[]
  readonly lines: readonly Line[]
  /** Number of lines above each rule, from the top of the table's body. */
  readonly ruleAfter: readonly number[]
  readonly columnWidths: readonly number[]
  /** Lines at the foot of the table that run through all columns. */
  readonly spanningLines: number
  readonly tail: readonly string[]
  readonly signature: readonly string[]
}

const CONTENT_WIDTH = 774
const LINES_A_PAGE = 35
/** What the title of the first page and the closing of the last page take, in lines. */
const TITLE_LINES = 9
const CLOSING_LINES = 19
const CLOSING_ROWS_KEPT = 6

const PEOPLE: readonly Column[] = [
  { title: "No.", width: 36, align: "right" },
  { title: "No. kel.", width: 42, align: "right" },
  { title: "Nama", width: 170, align: "left" },
  { title: "NIK", width: 84, align: "center" },
  { title: "Tanggal lahir", width: 60, align: "center" },
  { title: "L/P", width: 26, align: "center" },
  { title: "Sektor", width: 112, align: "left" },
  { title: "Alamat", width: 212, align: "left" },
  { title: "RT", width: 32, align: "center" },
]

function recapColumns(months: number): Column[] {
  return [
    { title: "No.", width: 36, align: "right" },
    { title: "Kelurahan", width: 150, align: "left" },
    { title: "Kecamatan", width: 134, align: "left" },
    { title: "Orang", width: 62, align: "right" },
    { title: "JKK per bulan", width: 92, align: "right" },
    { title: "JKM per bulan", width: 92, align: "right" },
    { title: "Jumlah per bulan", width: 98, align: "right" },
    { title: `Jumlah ${months} bulan`, width: 110, align: "right" },
  ]
}

export function layOutAnnex(annex: Annex, setter: Typesetter): AnnexPage[] {
  const pages = annex.groups.flatMap((group, i) => groupPages(annex, group, i === 0, setter))
  return [...pages, ...recapPages(annex, setter)]
}

function groupPages(annex: Annex, group: AnnexGroup, first: boolean, setter: Typesetter) {
  const marked = new Set<Row>()
  const rows: Row[] = group.rows.map((row) => {
    const { nik, birthDate, sex, address, rt } = row.person
    const counts = [formatCount(row.number), formatCount(row.numberInArea)]
    const rest = [formDate(birthDate), sex ?? "", row.sectorLabel, address ?? "", rt ?? ""]
    const cells = [...counts, shownName(row.person), nik, ...rest]
    const shown = tableRow(PEOPLE, cells, { setter, bold: false })
    if (row.person.isNameOpen) marked.add(shown)
    return shown
  })
  const sum = spanningRow(`Jumlah ${totalsText(annex, group.totals)}`, CONTENT_WIDTH, setter)
  rows.push(sum)
  const titleLines = first ? annexTitleLines(annex.frame).map(setter.drawable) : []
  const count = `${formatCount(group.totals.people)} orang`
  const parts = splitRows(rows, first ? LINES_A_PAGE - TITLE_LINES : LINES_A_PAGE)
  return parts.map((part, i) =>
    page(PEOPLE, part, {
      setter,
      heading: groupTitle(group) + (i === 0 ? "" : " (lanjutan)"),
      bookmark: i === 0,
      note: part.some((row) => marked.has(row)) ? `${count}; ${OPEN_NAME_NOTE}` : count,
      titleLines: i === 0 ? titleLines : [],
      spanningLines: i === parts.length - 1 ? sum.length : 0,
    }),
  )
}

function recapPages(annex: Annex, setter: Typesetter): AnnexPage[] {
  const columns = recapColumns(annex.frame.months)
  const rows = annex.groups.map((group, i) =>
    tableRow(
      columns,
      [
        String(i + 1),
        group.area?.name ?? groupTitle(group),
        group.area?.districtName ?? "",
        ...moneyCells(group.totals),
      ],
      { setter, bold: false },
    ),
  )
  const total = ["", "Jumlah seluruhnya", "", ...moneyCells(annex.totals)]
  rows.push(tableRow(columns, total, { setter, bold: true }))
  const parts = splitBeforeClosing(rows)
  return parts.map((part, i) => {
    const last = i === parts.length - 1
    return {
      ...page(columns, part, {
        setter,
        heading: "Rekapitulasi per kelurahan" + (i === 0 ? "" : " (lanjutan)"),
        bookmark: i === 0,
        note: "dalam rupiah",
        titleLines: [],
        spanningLines: 0,
      }),
      tail: last ? tailLines(annex, setter).map(setter.drawable) : [],
      signature: last ? signatureLines(annex).map(setter.drawable) : [],
    }
  })
}

function tailLines(annex: Annex, setter: Typesetter): string[] {
  return [...closingLines(annex), ...openNameLines(annex), ...lossLines(annex, setter)]
}

interface PageHead {
  readonly setter: Typesetter
  readonly heading: string
  readonly bookmark: boolean
  readonly note: string
  readonly titleLines: readonly string[]
  readonly spanningLines: number
}

function page(columns: readonly Column[], rows: readonly Row[], head: PageHead): AnnexPage {
  const { setter, ...rest } = head
  let lines = 0
  return {
    ...rest,
    heading: setter.drawable(head.heading),
    header: tableRow(
      columns,
      columns.map((column) => column.title),
      { setter, bold: true },
    ),
    lines: rows.flat(),
    ruleAfter: rows.map((row) => (lines += row.length)),
    columnWidths: columns.map((column) => column.width),
    tail: [],
    signature: [],
  }
}

/** Whole rows page by page; the first page may be shorter. A sum never stands on a page alone. */
function splitRows(rows: readonly Row[], firstCapacity: number): Row[][] {
  const pages: Row[][] = [[]]
  let room = firstCapacity
  for (const row of rows) {
    if (row.length > room && pages.at(-1)?.length !== 0) {
      pages.push([])
      room = LINES_A_PAGE
    }
    pages.at(-1)?.push(row)
    room -= row.length
  }
  const [before, last] = pages.slice(-2)
  if (last?.length === 1 && (before?.length ?? 0) > 1) last.unshift(...(before?.splice(-1) ?? []))
  return pages
}

/** The signature never stands on a page without rows of the table. */
function splitBeforeClosing(rows: readonly Row[]): Row[][] {
  const lines = rows.flat().length
  if (lines <= LINES_A_PAGE - CLOSING_LINES) return [[...rows]]
  const kept = Math.min(CLOSING_ROWS_KEPT, rows.length)
  return [...splitRows(rows.slice(0, -kept), LINES_A_PAGE), rows.slice(-kept)]
}

function moneyCells(totals: AnnexTotals): string[] {
  const sums = [totals.jkkMonth, totals.jkmMonth, totals.month, totals.year]
  return [formatCount(totals.people), ...sums.map((sum) => formatRupiah(sum).replace("Rp", ""))]
}
