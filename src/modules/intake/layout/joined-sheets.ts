import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import type { Columns } from "./header-labels.ts"
import { holdsNik, isNikShaped, type HeaderRows } from "./header-rows.ts"

/** One header on its sheet, with the rows below it. */
export interface Segment {
  readonly sheet: RawSheet
  readonly header: HeaderRows
  readonly end: number
  /** The sheet whose header it has; null where it has its own, or none. */
  readonly host: string | null
}

/**
 * Of a sheet for every RT often only the first has a header. The others are read with it where all
 * that their cells tell stands in the same columns; the nearest such sheet before them, or after.
 */
export function joinHeadless(
  sheets: readonly (readonly Segment[])[],
  columnsOf: (segment: Segment) => Columns,
): Segment[][] {
  const isHeadless = ({ header }: Segment): boolean => header.depth === 0
  if (!sheets.flat().some(isHeadless)) return sheets.map((segments) => [...segments])
  const hosts = sheets.flatMap((segments, at): Host[] =>
    segments
      .filter((segment) => !isHeadless(segment))
      .map((segment) => ({ at, segment, columns: columnsOf(segment) })),
  )
  return sheets.map((segments, at) => {
    const nearest = hosts.toSorted((a, b) => distance(a.at, at) - distance(b.at, at))
    return segments.map((segment) =>
      isHeadless(segment) ? withHeader(segment, columnsOf(segment), nearest) : segment,
    )
  })
}

interface Host {
  readonly at: number
  readonly segment: Segment
  readonly columns: Columns
}

/** Any sheet before is nearer than one after. */
function distance(host: number, at: number): number {
  return host < at ? at - host : Number.MAX_SAFE_INTEGER - (at + host)
}

/** So many of the people have their NIK below the header's; of the others it is damaged or missing. */
const ALIKE_SHARE = 0.8

function withHeader(segment: Segment, own: Columns, hosts: readonly Host[]): Segment {
  const { sheet, header, end } = segment
  const people = sheet.rows.slice(header.at, end).filter(holdsNik)
  const filled = new Set(
    people.flatMap(({ cells }) =>
      cells.filter(({ text }) => text.trim() !== "").map(({ column }) => column),
    ),
  )
  const withNikAt = (nik: number): number =>
    people.filter(({ cells }) => cells.some((c) => c.column === nik && isNikShaped(c.text))).length
  const host = hosts.find(({ columns, segment: { header: theirs } }) => {
    const nik = columns.get("nik")
    return (
      nik !== undefined &&
      [...own].every(([field, column]) => columns.get(field) === column) &&
      [...filled].every((column) => theirs.labels.has(column)) &&
      withNikAt(nik) >= ALIKE_SHARE * people.length
    )
  })?.segment
  if (host === undefined) return segment
  return { ...segment, header: { ...header, labels: host.header.labels }, host: host.sheet.name }
}
