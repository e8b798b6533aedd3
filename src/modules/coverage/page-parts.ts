import { formatDateId, type LocalDate } from "../../kernel/local-date.ts"
import { formatCount, formatRupiah, type Rupiah } from "../../kernel/rupiah.ts"
import { html, type Html, type HtmlPart } from "../../platform/http/html.ts"
import type { LawStatus } from "../law/index.ts"
import { LAW_STATUS_ID, SECTIONS_ID, TEXT_ID, type SectionId } from "./text.id.ts"
import { fill } from "./wording.ts"

/** A section of the page with its anchor and heading. */
export function section(id: SectionId, ...content: readonly HtmlPart[]): Html {
  return html`<section id="${id}" aria-labelledby="h-${id}">
    <h2 id="h-${id}">${SECTIONS_ID[id]}</h2>
    ${content}
  </section>`
}

export type ColumnKind = "text" | "number" | "code"

export interface Column {
  readonly head: string
  readonly kind: ColumnKind
}

export type Cell = string | number | Rupiah | Html

export interface Table {
  /** A sentence; it names the table and its scrolling region. */
  readonly title: string
  readonly columns: readonly Column[]
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[]
  /** Below so many columns a table fits a telephone and needs no scrolling. */
  readonly wide?: boolean
  /** On a telephone its rows are stacked, as those of a wide table and of one of many columns are. */
  readonly stacks?: boolean
}

/** Of more columns each is too narrow for its words on a telephone. */
const COLUMNS_BESIDE_MAX = 3

export const text = (head: string): Column => ({ head, kind: "text" })
export const number = (head: string): Column => ({ head, kind: "number" })
export const code = (head: string): Column => ({ head, kind: "code" })

/** A table inside a region that scrolls by itself and by the keyboard. */
export function table({ title, columns, rows, total, ...shape }: Table): Html {
  if (rows.length === 0)
    return html`<p class="table-title">${title}</p>
      <p>${TEXT_ID.none}</p>`
  const line = (cells: readonly Cell[]): Html =>
    html`<tr>
      ${cells.map((cell, index) => field(cell, columns[index], index === 0))}
    </tr>`
  const isStacked =
    shape.wide === true || shape.stacks === true || columns.length > COLUMNS_BESIDE_MAX
  const head = columns.map(
    ({ head: name, kind }) => html`<th scope="col" class="${kind}">${name}</th>`,
  )
  return html`<div
    class="scroll"
    role="region"
    tabindex="0"
    aria-label="${fill(TEXT_ID.scroll, { title })}"
  >
    <table class="${shape.wide === true ? "wide" : "narrow"}${isStacked ? " stack" : ""}">
      <caption>
        <span>${title}</span>
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows.map(line)}
      </tbody>
      ${
        total === undefined
          ? null
          : html`<tfoot>
              ${line(total)}
            </tfoot>`
      }
    </table>
  </div>`
}

function field(cell: Cell, column: Column | undefined, isHead: boolean): Html {
  const kind = column?.kind ?? "text"
  const shown = show(cell)
  // Stacked, a cell has its column's name beside it.
  return isHead
    ? html`<th scope="row" class="${kind}">${shown}</th>`
    : html`<td class="${kind}" data-head="${column?.head ?? ""}">${shown}</td>`
}

function show(cell: Cell): string | Html {
  if (typeof cell === "number") return formatCount(cell)
  return typeof cell === "bigint" ? formatRupiah(cell) : cell
}

/** A code, which may be broken between its words. */
export function codeWord(word: string): Html {
  const parts = word.split("_")
  return html`<code>${parts.map((part, at) => (at === 0 ? part : html`_<wbr />${part}`))}</code>`
}

/** Where the numbers above come from, and their day. */
export function source(what: string, asOf: LocalDate): Html {
  const words = { source: what, date: formatDateId(asOf) }
  return html`<p class="source">${fill(TEXT_ID.source, words)}</p>`
}

/** How sure a value is: a word, and a frame that differs without colour. */
export function statusTag(status: LawStatus): Html {
  return html`<span class="tag ${status}">${LAW_STATUS_ID[status]}</span>`
}

export function list(items: readonly HtmlPart[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}
