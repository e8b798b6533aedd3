import { unzipSync, zipSync } from "fflate"
import type { Random } from "../example-random.ts"
import { FIXED_TIME } from "./write-xlsx-raw.ts"

/** Bytes changed, moved, repeated or taken out. */
export function mutateBytes(whole: Uint8Array, random: Random): Buffer {
  let bytes = Buffer.from(whole)
  for (let change = random.int(1, 6); change > 0 && bytes.length > 1; change--) {
    const [from, length] = [random.int(0, bytes.length - 1), random.int(1, 64)]
    const piece = Buffer.from(bytes.subarray(from, from + length))
    const to = random.int(0, bytes.length - 1)
    const kind = random.int(0, 3)
    if (kind === 0) bytes[from] = random.int(0, 255)
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)])
    else if (kind === 2)
      bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
    else bytes.fill(random.int(0, 255), from, Math.min(bytes.length, from + length))
  }
  return bytes.length === 0 ? Buffer.from("x") : bytes
}

/** What an attribute or a cell may hold that nobody expects. */
const EVIL = [
  ...["", "-1", "0", "1e999", "NaN", "INF", "99999999999", "4294967296", "1.5", "A0", "XFD1048576"],
  ...["A1:XFD1048576", "B2:A1", "$A$1", "inlineStr", "s", "d", "e", "b", "str", "true", "&amp;"],
  ...["\u202e\u200f", "2025-02-30", "6471051205809001", "6,47105E+15", "=1+1", "#REF!", "_x0000_"],
  ...["9".repeat(400), " ".repeat(300), "\ud83d\ude4f", "Jumlah", "NIK", "Nama", "-"],
]

/** A valid package of which parts say something else: what byte flips never reach past the CRC. */
export function mutatePackage(whole: Uint8Array, random: Random): Buffer {
  const parts = unzipSync(whole)
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name))
  // Sheets are most of what is read; the other parts get their turn.
  const sheets = names.filter((name) => /sheet|content/i.test(name))
  for (let change = random.int(1, 3); change > 0; change--) {
    const name = random.pick(random.chance(0.7) && sheets.length > 0 ? sheets : names)
    const text = Buffer.from(parts[name] ?? new Uint8Array()).toString("utf8")
    parts[name] = Buffer.from(mutateXml(text, random), "utf8")
  }
  return Buffer.from(zipSync(parts, { level: 1, ...FIXED_TIME }))
}

export function mutateXml(text: string, random: Random): string {
  let xml = text
  for (let change = random.int(1, 5); change > 0; change--) xml = changeXml(xml, random)
  return xml
}

function changeXml(xml: string, random: Random): string {
  switch (random.int(0, 5)) {
    case 0:
      return replaceOne(xml, /="([^"]*)"/g, () => `="${random.pick(EVIL)}"`, random)
    case 1:
      return replaceOne(xml, />([^<]+)</g, () => `>${random.pick(EVIL)}<`, random)
    case 2:
      return replaceOne(xml, /<[^>]+>/g, () => "", random)
    case 3:
      return replaceOne(xml, /<[^>]+>[^<]*/g, (found) => found.repeat(random.int(2, 40)), random)
    case 4:
      return replaceOne(xml, / [a-z:]+="[^"]*"/gi, () => "", random)
    default: {
      const [from, to] = [random.int(0, xml.length), random.int(0, xml.length)]
      return xml.slice(0, Math.min(from, to)) + xml.slice(Math.min(from, to) + random.int(0, 200))
    }
  }
}

function replaceOne(
  text: string,
  pattern: RegExp,
  by: (found: string) => string,
  random: Random,
): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { 0: whole, index } = random.pick(found)
  return text.slice(0, index) + by(whole) + text.slice(index + whole.length)
}

/** Lines and cells of a csv moved about, quotes opened, delimiters mixed. */
export function mutateText(text: string, random: Random): string {
  const lines = text.split("\n")
  for (let change = random.int(1, 6); change > 0; change--) {
    const at = random.int(0, lines.length - 1)
    const line = lines[at] ?? ""
    const cut = random.int(0, line.length)
    const forms = [
      () => line.slice(0, cut),
      () => `${line.slice(0, cut)}"${line.slice(cut)}`,
      () =>
        `${line.slice(0, cut)}${random.pick([",", ";", "\t", "|", "\r", "\0"])}${line.slice(cut)}`,
      () => `${line.slice(0, cut)}${random.pick(EVIL)}${line.slice(cut)}`,
      () => `${line}\n${line}`,
      () => "",
    ]
    lines[at] = random.pick(forms)()
  }
  return lines.join("\n")
}
