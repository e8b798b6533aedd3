import * as XLSX from "@e965/xlsx"
import { seededRandom } from "../example-random.ts"
import type { HostileFile } from "./hostile-archives.ts"
import { docxParts, entriesOf, goodCsv, odsParts, xlsxParts } from "./hostile-parts.ts"
import { mutateBytes, mutatePackage } from "./mutate.ts"
import { rawZip } from "./raw-zip.ts"

const MUTANTS = 80
const PACKAGES = 40
const XLS_CUTS = 15

/** Good files of which something was changed, cut or called by another name. */
export function hostileMutants(seed: number): HostileFile[] {
  return [...byteMutants(seed), ...packageMutants(seed), ...binaryMutants(seed), ...misnamed(seed)]
}

function byteMutants(seed: number): HostileFile[] {
  const good: readonly (readonly [string, () => Uint8Array])[] = [
    ["xlsx", () => rawZip(entriesOf(xlsxParts()).map((entry) => ({ ...entry, stored: true })))],
    ["ods", () => rawZip(entriesOf(odsParts(ROW)).map((entry) => ({ ...entry, stored: true })))],
    ["docx", () => goodDocx()],
    ["csv", () => Buffer.from(goodCsv())],
    ["xls", goodXls],
  ]
  return Array.from({ length: MUTANTS }, (_, at) => {
    const [kind, whole] = good[at % good.length]!
    const bytes = (): Buffer => mutateBytes(whole(), seededRandom(seed * 1000 + at))
    return { name: `mutant-${at}.${kind}`, bytes }
  })
}

function packageMutants(seed: number): HostileFile[] {
  return Array.from({ length: PACKAGES }, (_, at) => {
    const isOds = at % 3 === 2
    const whole = (): Buffer => rawZip(entriesOf(isOds ? odsParts(ROW) : xlsxParts()))
    return {
      name: `package-${at}.${isOds ? "ods" : "xlsx"}`,
      bytes: () => mutatePackage(whole(), seededRandom(seed * 2000 + at)),
    }
  })
}

/** A real BIFF8 file, cut at many places. */
function binaryMutants(seed: number): HostileFile[] {
  return Array.from({ length: XLS_CUTS }, (_, at) => ({
    name: `xls-cut-${at}.xls`,
    bytes: () => {
      const whole = goodXls()
      const jitter = seededRandom(seed * 3000 + at).int(0, 40)
      const end = Math.floor((whole.length * (at + 1)) / (XLS_CUTS + 1)) + jitter
      return Buffer.from(whole.subarray(0, end))
    },
  }))
}

function misnamed(seed: number): HostileFile[] {
  const noise = (length: number, salt: number): Buffer => {
    const random = seededRandom(seed * 4000 + salt)
    return Buffer.from(Array.from({ length }, () => random.int(0, 255)))
  }
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")
  return [
    { name: "docx-as.xlsx", bytes: goodDocx },
    { name: "xls-as.xlsx", bytes: () => Buffer.from(goodXls()) },
    { name: "xlsx-as.csv", bytes: () => rawZip(entriesOf(xlsxParts())) },
    { name: "csv-as.xlsx", bytes: () => Buffer.from(goodCsv()) },
    { name: "png-as.xlsx", bytes: () => Buffer.concat([png, noise(5000, 1)]) },
    { name: "pdf-as.xlsx", bytes: () => Buffer.from("%PDF-1.4\n%%EOF") },
    { name: "xml-spreadsheet.xls", bytes: () => Buffer.from(SPREADSHEET_ML) },
    {
      name: "html-table.xls",
      bytes: () => Buffer.from(`<html>${"<table><tr><td>NIK".repeat(2000)}`),
    },
    { name: "gzip-as.csv", bytes: () => Buffer.concat([Buffer.from([31, 139, 8]), noise(900, 2)]) },
    {
      name: "ole-noise.xls",
      bytes: () => Buffer.concat([Buffer.from(goodXls().subarray(0, 512)), noise(60_000, 3)]),
    },
    ...[1, 2, 3, 16, 512, 4096, 100_000].map((length) => ({
      name: `noise-${length}.xlsx`,
      bytes: () => noise(length, length),
    })),
    ...[50, 5000].map((length) => ({
      name: `noise-zip-${length}.xlsx`,
      bytes: () => Buffer.concat([Buffer.from("PK\x03\x04"), noise(length, length)]),
    })),
  ]
}

const ROW =
  "<table:table-row><table:table-cell><text:p>NIK</text:p></table:table-cell></table:table-row>"
const SPREADSHEET_ML =
  '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-' +
  'microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>NIK</Data></Cell></Row>' +
  "</Table></Worksheet></Workbook>"

function goodDocx(): Buffer {
  return rawZip(entriesOf(docxParts("<w:p><w:r><w:t>NIK</w:t></w:r></w:p>")))
}

function goodXls(): Uint8Array {
  const book = XLSX.utils.book_new()
  const rows = goodCsv()
    .split("\n")
    .map((line) => line.split(","))
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "Data")
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer)
}
