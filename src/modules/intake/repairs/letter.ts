import { formatDateId, type LocalDate } from "../../../kernel/local-date.ts"
import { formatCount } from "../../../kernel/rupiah.ts"
import { NOTE_HEADER } from "../../../platform/spreadsheet/hidden-id.ts"
import type { Finding } from "../findings/finding.ts"
import { FINDING_TEXTS } from "../findings/finding-text.ts"
import { ABSENT, ABSENT_FIELDS } from "../layout/column-open.ts"
import { fieldWord } from "../layout/field-words.ts"
import { isQuestion } from "./question.ts"

/** Who asks, when, until when, and whom to ask back. */
export interface LetterHead {
  readonly from: string
  readonly on: LocalDate
  /** Last day on which a corrected list still counts; null where that day is past. */
  readonly by: LocalDate | null
  /** With a number; "" leaves a line to fill in. */
  readonly contact: string
}

/** The list that goes back. */
export interface AskedList {
  readonly file: string
  /** "" where nobody knows who sent it. */
  readonly to: string
  readonly rows: readonly AskedRow[]
  /** The list has a column for remarks, in which a hidden or struck row is answered for. */
  readonly hasRemarks: boolean
}

export interface AskedRow {
  readonly sheet: string
  readonly row: number
  readonly told: readonly Finding[]
}

const CONTACT_BLANK = "................................ (isi nama dan nomor telepon)"
/** Row numbers that a line of the letter lists; a clerk finds more by the column itself. */
const LISTED_ROWS_MAX = 40

/**
 * The letter beside a list that goes back, to paste into a message: no person is named in it, rows
 * are told by their numbers.
 */
export function repairLetter(head: LetterHead, list: AskedList): string {
  const { file, to, rows } = list
  return `${[
    `Dari: ${head.from}`,
    `Kepada: ${to === "" ? "pengirim daftar" : to}`,
    `Keadaan per: ${formatDateId(head.on)}`,
    `Perihal: perbaikan daftar usulan "${file}"`,
    `Mohon dikirim kembali paling lambat: ${head.by === null ? "secepatnya" : formatDateId(head.by)}`,
    `Narahubung: ${head.contact === "" ? CONTACT_BLANK : head.contact}`,
    "",
    `Terima kasih atas daftar yang dikirim. ${formatCount(rows.length)} baris perlu diperbaiki sebelum dapat diproses.`,
    "Berkas yang terlampir adalah daftar Bapak/Ibu sendiri; tidak ada baris yang diubah atau dihapus. Rumus, bila ada, diganti dengan hasil terakhirnya.",
    "",
    "Cara memperbaiki:",
    ...[
      `Buka berkas itu, lalu cari kolom terakhir "${NOTE_HEADER}": baris yang terisi di kolom itu perlu diperbaiki.`,
      "Perbaiki sel yang berwarna: jingga harus dijawab, kuning cukup dicocokkan dengan KTP.",
      ...lackingStep(list),
      "Ketik NIK dan nomor telepon sebagai teks. Urutan baris boleh diubah; baris baru boleh ditambah di bawah.",
      "Jangan menghapus kolom. Simpan, lalu kirim kembali berkas yang sama.",
      ...hiddenStep(rows),
    ].map((step, index) => `${index + 1}. ${step}`),
    "Baris yang belum diperbaiki boleh dibiarkan; baris lain tetap seperti semula.",
    "",
    "Baris yang perlu diperbaiki:",
    ...sheetLines(rows),
    "",
    "Yang ditemukan:",
    ...faultLines(rows),
  ].join("\n")}\n`
}

/** An answer for which the list has no column needs one. */
function lackingStep({ rows, hasRemarks }: AskedList): string[] {
  const ofRow = rows.flatMap(({ told }) => told.filter(({ field }) => field === "row"))
  const asked = new Set<string | undefined>(ofRow.map(({ code }) => code))
  const isDoubted = asked.has("HIDDEN_ROW") || asked.has("ROW_STRUCK")
  const lacking = [
    ...ABSENT_FIELDS.filter((field) => asked.has(ABSENT[field])),
    ...(isDoubted && !hasRemarks ? ["remarks"] : []),
  ]
  if (lacking.length === 0) return []
  const words = lacking.map((field) => `"${fieldWord(field, "id")}"`).join(", ")
  return [`Tambahkan kolom yang belum ada, dengan judul ini, di sebelah kanan: ${words}.`]
}

/** What is written into a row that nobody sees helps nobody. */
function hiddenStep(rows: readonly AskedRow[]): string[] {
  const hidden = rows.filter(({ told }) => told.some(({ code }) => code === "HIDDEN_ROW"))
  if (hidden.length === 0) return []
  return [
    [
      "Sebagian baris tersembunyi. Blok baris di atas dan di bawahnya, klik kanan, lalu pilih Tampilkan (Unhide):",
      ...sheetLines(hidden).map((line) => `   ${line}`),
    ].join("\n"),
  ]
}

function sheetLines(rows: readonly AskedRow[]): string[] {
  const sheets = Map.groupBy(rows, ({ sheet }) => sheet)
  return [...sheets].map(([sheet, own]) => {
    const numbers = own.map(({ row }) => row).sort((a, b) => a - b)
    const listed = numbers.slice(0, LISTED_ROWS_MAX).join(", ")
    const more = numbers.length - LISTED_ROWS_MAX
    const rest = more > 0 ? ` dan ${formatCount(more)} baris lain` : ""
    const place = sheet === "" ? "" : `lembar "${sheet}": `
    return `- ${place}baris ${listed}${rest}`
  })
}

function faultLines(rows: readonly AskedRow[]): string[] {
  const codes = rows.flatMap(({ told }) => [...new Set(told.map(({ code }) => code))])
  const counts = new Map<string, number>()
  for (const code of codes.filter(isQuestion)) {
    const { what } = FINDING_TEXTS.id[code]
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most.map(([what, count]) => `- ${what}: ${formatCount(count)} baris`)
}
