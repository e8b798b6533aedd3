import { foldText } from "../../../kernel/text-fold.ts"
import type { RawCell, RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { isDitto } from "../layout/ditto.ts"
import type { Columns } from "../layout/header-labels.ts"
import type { Note, ReadingRow } from "./context.ts"

export interface MarkedRow {
  readonly raw: RawRow
  readonly columns: Columns
  readonly cell: ReadingRow["cell"]
  readonly own: ReadonlyMap<number, RawCell>
  readonly filled: (row: number, column: number) => RawCell | undefined
  readonly note: Note
}

/** What the cells show beside their text: merges, hiding, strikes, formulas, hostile text. */
export function cellFindings(marked: MarkedRow): void {
  const { raw, columns, cell, note } = marked
  const isKept = isKeeping(cell("remarks")?.text ?? "")
  if (raw.hidden && !isKept) note("HIDDEN_ROW", "row")
  if (isStruck(raw) && !isKept) note("ROW_STRUCK", "row")
  for (const [field, column] of columns) {
    const own = marked.own.get(column)
    if ((own === undefined || own.text === "") && marked.filled(raw.number, column) !== undefined)
      note("MERGED_CELL", field, cell(field)?.text)
    const found = cell(field)
    if (found === undefined) continue
    if (isErrorCell(found)) note("FORMULA_ERROR", field)
    else if (found.formula && field !== "number") note("FORMULA_CELL", field, found.text)
    // A shared cell is told of as such.
    if (field !== "name_nik" && /[\r\n]/.test(found.text.trim()))
      note("CELL_NEWLINE", field, found.text.replace(/\s*[\r\n]+\s*/g, " "))
    if (isInjection(found)) note("CSV_INJECTION", field)
  }
}

/** A formula that failed says nothing about the person: its cell reads as empty. */
export function isErrorCell(cell: RawCell): boolean {
  return cell.kind === "error" || /^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL)/i.test(cell.text.trim())
}

/** What we ask to be written where a hidden or struck row is meant all the same. */
function isKeeping(remarks: string): boolean {
  return /^(ya,? )?tetap( (di)?usulkan)?[.!]?$/.test(foldText(remarks))
}

/** Withdrawn by the sender: every cell that says something is struck through. */
function isStruck(raw: RawRow): boolean {
  const said = raw.cells.filter((cell) => cell.text.trim() !== "")
  const struck = said.filter((cell) => cell.struck).length
  return said.length > 0 && struck * 2 > said.length
}

/** Text that a spreadsheet would evaluate: = + - @ first, and no phone number or lone dash. */
export function isInjection(cell: RawCell): boolean {
  if (cell.kind !== "text" || cell.formula || isDitto(cell.text)) return false
  const text = cell.text.trim()
  if (!/^[=+\-@＝＋－＠]/.test(text) || /^[-–+\s]+$/.test(text)) return false
  return !/^\+?[\d\s().-]+$/.test(text)
}

/** Died, moved away, withdrew, entered twice, or found work with an employer. */
const STATUS: readonly RegExp[] = [
  /\b(meninggal|wafat|tutup usia|berpulang|almarhum(ah)?|almh?|(sdh?|sudah|telah) mati)\b/,
  /\+\)? ?\(?md\b/,
  /\b(pindah|pndh|pidah|keluar kota|mutasi|merantau)\b/,
  /\b(mengundurkan|undur diri|mundur|batal|dibatalkan|dicoret|coret|hapus|dihapus)\b/,
  /\b(tidak (jadi|bersedia|mau|layak)|tdk jadi|ganda|dobel|double)\b/,
  /\b(sdh|sudah|udah|telah|tlh) (jadi |menjadi )?(kerja|bekerja|karyawan|terdaftar|pns|asn|tidak)\b/,
  /\b(diterima (kerja|pns|cpns)|lulus (pppk|p3k|cpns)|masuk (tni|polri|pabrik))\b/,
  // Paid or insured by another; "anak PNS" is somebody else.
  /^((sdh|sudah|udah|telah|tlh|kini|sekarang) )?((jadi|menjadi|kerja|bekerja|status|sbg|sebagai|peserta|aktif) )*(asn|c?pns|pppk|p3k|tni|polri|ppu)\b/,
  /\b(sdh|sudah|udah|telah|tlh) ((dpt|dapat|ada|punya|ikut|masuk|peserta|memiliki|dibayari?|ditanggung) )+(bpjs(?! ?kes)|bpjstk|jamsostek|jkk|ppu)/,
]

/** The remarks say that the person's standing changed, so a human must look. */
export function noteStatus(text: string): boolean {
  const plain = foldText(text)
  return STATUS.some((pattern) => pattern.test(plain))
}

/** "Alm. Budi": a title that says the person has died. */
export function isDeceasedTitle(name: string): boolean {
  return /(^|[\s(,])(almh?|almarhum(?:ah)?)(\.|\s|\)|$)/.test(foldText(name))
}
