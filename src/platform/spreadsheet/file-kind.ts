import { decodeText } from "./csv/encoding.ts"

export type FileKind =
  | { readonly kind: "zip" | "text" | "xls" | "markup" | "pdf" | "protected" | "empty" }
  | { readonly kind: "unreadable" | "foreign" | "picture"; readonly detail: string }

const SIGNATURES: readonly (readonly [bytes: string, name: string])[] = [
  ["52617221", "RAR archive"],
  ["377abcaf271c", "7-Zip archive"],
  ["1f8b", "gzip archive"],
  ["4d5a", "Windows program"],
  ["7f454c46", "program"],
  ["7b5c727466", "RTF document"],
]

/** Photos and scans by their first bytes. */
const PICTURES: readonly (readonly [bytes: string, name: string])[] = [
  ["ffd8ff", "JPEG"],
  ["89504e47", "PNG"],
  ["47494638", "GIF"],
  ["49492a00", "TIFF"],
  ["4d4d002a", "TIFF"],
  ["424d", "BMP"],
]
/** Containers of newer pictures name themselves after eight bytes: RIFF of WebP, ftyp of HEIF. */
const NEWER_PICTURE = /^52494646.{8}57454250|^.{8}66747970(?:68656963|68656978|6d696631|61766966)/
const PDF = "25504446"

const OLE = "d0cf11e0a1b11ae1"

/** What a file is by its content. `text` is anything that can be read as delimited text. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { kind: "empty" }
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex")
  if (head.startsWith("504b0304") || head.startsWith("504b0506")) return { kind: "zip" }
  if (head.startsWith(OLE)) return sniffOle(bytes)
  // A bare BIFF stream without a container, as Excel 2 to 4 wrote it.
  if (/^09(00|02|04)0[46]00/.test(head)) return { kind: "xls" }
  if (head.startsWith(PDF)) return { kind: "pdf" }
  if (NEWER_PICTURE.test(head)) return { kind: "picture", detail: "WebP, HEIF" }
  const picture = PICTURES.find(([signature]) => head.startsWith(signature))
  if (picture && (picture[0].length > 4 || !isText(bytes)))
    return { kind: "picture", detail: picture[1] }
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))
  // "BM" and "MZ" also begin ordinary words, so text wins over the short signatures.
  if (known && (known[0].length > 4 || !isText(bytes))) return { kind: "foreign", detail: known[1] }
  return sniffText(bytes)
}

function sniffOle(bytes: Uint8Array): FileKind {
  const has = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, "utf16le"))
  if (has("EncryptedPackage")) return { kind: "protected" }
  if (has("Workbook") || has("Book")) return { kind: "xls" }
  if (has("WordDocument")) return { kind: "foreign", detail: "Word document" }
  if (has("PowerPoint Document")) return { kind: "foreign", detail: "PowerPoint document" }
  return { kind: "foreign", detail: "OLE container without a workbook" }
}

function isText(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 4096))
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary content
  const odd = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/g)?.length ?? 0
  return odd <= text.length / 100
}

function sniffText(bytes: Uint8Array): FileKind {
  if (bytes.every((byte) => byte === 0)) return { kind: "unreadable", detail: "only NUL bytes" }
  if (!isText(bytes)) return { kind: "foreign", detail: "binary content of no known kind" }
  const start = decodeText(bytes.subarray(0, 4096)).text.trimStart()
  if (start === "" && bytes.length <= 4096) return { kind: "empty" }
  if (/^MIME-Version:/i.test(start)) return { kind: "foreign", detail: "web archive" }
  const isMarkup = /^<(\?xml|!--|!doctype|html|head|body|table|meta|style)\b/i.test(start)
  return isMarkup ? sniffMarkup(bytes, start) : { kind: "text" }
}

/** What names a spreadsheet that is one text of marks. */
export const SPREADSHEET =
  /urn:schemas-microsoft-com:office:spreadsheet|application\/vnd\.oasis\.opendocument\.spreadsheet/

/** Many systems write their lists as a web page and call it .xls. */
function sniffMarkup(bytes: Uint8Array, start: string): FileKind {
  if (SPREADSHEET.test(start)) return { kind: "markup" }
  if (/^<(?:\?xml|!--)/.test(start) && !/<html/i.test(start))
    return { kind: "foreign", detail: "XML document" }
  const hasTable = /<table\b/i.test(decodeText(bytes).text)
  return hasTable ? { kind: "markup" } : { kind: "foreign", detail: "HTML page" }
}
