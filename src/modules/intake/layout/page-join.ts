// A list that was printed wide: its columns went over several pages, which are put beside each other.
import type {
  Merge,
  RawCell,
  RawRow,
  RawSheet,
  Workbook,
} from "../../../platform/spreadsheet/workbook.ts"
import { formTable } from "./form-table.ts"
import { isListHeader } from "./header-rows.ts"
import { pageParts, type PagePart } from "./page-part.ts"

/** The sheets of a workbook, its pages put beside each other where only one way of it exists. */
export interface PageSheets {
  readonly sheets: readonly RawSheet[]
  /** Sheets whose columns were put beside those of another one, and beside which. */
  readonly joined: readonly (readonly [page: string, beside: string])[]
  /** Sheets of which a part says something of people whom nobody can tell: it is not read. */
  readonly apart: readonly string[]
}

/** A page of a list has columns of its own; with fewer it may be any table. */
const APART_FIELDS = 2

export function joinPages({ format, sheets }: Pick<Workbook, "format" | "sheets">): PageSheets {
  if (format !== "pdf") return { sheets, joined: [], apart: [] }
  const partsOf = new Map(sheets.map((sheet) => [sheet, listParts(sheet)]))
  const [hosts, others] = hostsOf([...partsOf.values()].flat())
  const claims = claimsOf(hosts, others)
  const guests = [...claims.values()].flat()
  const apart = others.filter((part) => isPartOnly(part) && !guests.includes(part))
  const gone = new Set([...guests, ...apart].flatMap(({ own }) => own))
  const unheaded = sheets.filter((sheet) => {
    const rows = partsOf.get(sheet)?.length === 0 ? tableRows(sheet) : 0
    return rows > 0 && hosts.some((host) => host.rows.length === rows)
  })
  const named = [...claims].flatMap(([host, own]) => {
    return own.map(({ sheet }) => [sheet.name, host.sheet.name] as const)
  })
  return {
    sheets: sheets.flatMap((sheet) => {
      const own = [...claims].filter(([host]) => host.sheet === sheet)
      const kept = own.reduce((wide, [host, parts]) => widened(wide, host, parts), sheet)
      const rows = kept.rows.filter((row) => !gone.has(row))
      return rows.length === 0 ? [] : [{ ...kept, rows }]
    }),
    joined: [...new Map(named)],
    apart: [...new Set([...apart.map(({ sheet }) => sheet), ...unheaded].map(({ name }) => name))],
  }
}

/** "Bidang Pekerjaan | Kel. Damai" is a line of a form, and no header of two columns. */
function listParts(sheet: RawSheet): PagePart[] {
  return formTable(sheet) === null ? pageParts(sheet) : []
}

/** The parts with a NIK, or where none has one those with a name: each row of them is a person. */
function hostsOf(parts: readonly PagePart[]): [hosts: PagePart[], others: PagePart[]] {
  const field = parts.some(({ columns }) => columns.has("nik")) ? "nik" : "name"
  const isHost = ({ columns }: PagePart): boolean => columns.has(field)
  return [parts.filter(isHost), parts.filter((part) => !isHost(part))]
}

/** What each host takes: parts that fit no other, and that fit each other. */
function claimsOf(
  hosts: readonly PagePart[],
  others: readonly PagePart[],
): Map<PagePart, PagePart[]> {
  const claims = new Map<PagePart, PagePart[]>()
  for (const part of others) {
    const [host, ...more] = hosts.filter((one) => isBeside(one, part))
    if (host === undefined || more.length > 0) continue
    claims.set(host, [...(claims.get(host) ?? []), part])
  }
  const isSound = (own: readonly PagePart[]): boolean =>
    own.every((one) => own.every((other) => one === other || isDisjoint(one, other)))
  return new Map([...claims].filter(([, own]) => isSound(own)))
}

/** No list by itself, but more than any small table says. */
function isPartOnly({ columns, fields, isCounts }: PagePart): boolean {
  return !isListHeader(columns) && fields.size >= APART_FIELDS && !isCounts
}

function isBeside(host: PagePart, part: PagePart): boolean {
  return part.fields.size > 0 && !part.isCounts && isDisjoint(host, part) && hasSameRows(host, part)
}

function isDisjoint(one: PagePart, other: PagePart): boolean {
  return [...one.fields].every((field) => !other.fields.has(field))
}

/** The same running numbers, or as many rows where one of them has none. */
function hasSameRows(one: PagePart, other: PagePart): boolean {
  if (one.rows.length !== other.rows.length || !one.isWhole || !other.isWhole) return false
  const [own, others] = [one.numbers, other.numbers]
  return own === null || others === null || own.every((number, at) => number === others[at])
}

/** Rows of several cells: as many as a list has people, they may be theirs. */
function tableRows({ rows }: RawSheet): number {
  return rows.filter(({ cells }) => cells.filter(({ text }) => text.trim() !== "").length > 1)
    .length
}

const PLAIN = { kind: "text", formula: false, struck: false } as const

/** A sheet whose host has the cells of other parts further right, and the lines around those below. */
function widened(sheet: RawSheet, host: PagePart, others: readonly PagePart[]): RawSheet {
  const added = new Map<number, RawCell[]>()
  const merges: Merge[] = [...sheet.merges]
  let width = widthOf(sheet.rows)
  for (const part of others) {
    const from = width
    const isOwn = (column: number): boolean => column !== part.numberColumn || host.numbers === null
    const add = (row: number, cells: readonly RawCell[]): void => {
      const moved = cells.map((cell) => ({ ...cell, column: cell.column + from }))
      added.set(row, [...(added.get(row) ?? []), ...moved])
    }
    const labels = [...part.labels].flatMap(([column, text]) =>
      isOwn(column) ? [{ ...PLAIN, column, text }] : [],
    )
    for (const { top, bottom } of host.headers) {
      add(top, labels)
      for (const { column } of bottom > top ? labels : [])
        merges.push({ top, bottom, left: column + from, right: column + from })
    }
    for (const [at, { number }] of host.rows.entries())
      add(
        number,
        (part.rows[at]?.cells ?? []).filter(({ column }) => isOwn(column)),
      )
    width += widthOf(part.own)
  }
  const last = sheet.rows.at(-1)?.number ?? 0
  const rows = sheet.rows.map((row) => {
    const more = added.get(row.number)
    return more === undefined ? row : { ...row, cells: [...row.cells, ...more] }
  })
  const around = others.flatMap(linesAround)
  const below = around.map((row, at) => ({ ...row, number: last + 1 + at }))
  return { ...sheet, merges, rows: [...rows, ...below] }
}

/** Titles and signatures are counted where the list is, though they stand on another page. */
function linesAround({ own, rows, headers }: PagePart): RawRow[] {
  const body = new Set(rows)
  const isHeader = (number: number): boolean =>
    headers.some(({ top, bottom }) => top <= number && number <= bottom)
  return own.filter((row) => !body.has(row) && !isHeader(row.number))
}

function widthOf(rows: readonly RawRow[]): number {
  return rows.reduce((width, { cells }) => Math.max(width, 1 + (cells.at(-1)?.column ?? -1)), 0)
}
