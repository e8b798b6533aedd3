/**
 * The process that reads received files, one after the other. Standard input: a head of two 32-bit
 * lengths, the name, the bytes. Standard output: a 32-bit length, a kind in four more bytes,
 * and a refusal as JSON (kind 0) or a packed workbook (kind 1).
 */
import { readSync, writeSync } from "node:fs"
import { WorkbookPacker } from "./packed-workbook.ts"
import { readBook } from "./read-workbook.ts"
import { cellAllowance, characterAllowance } from "./tidy-sheet.ts"
import type { ReadRefusal } from "./workbook.ts"
import { XmlFault } from "./xml/fault.ts"

/** `null` at the end of input. */
function receive(length: number): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let at = 0; at < length;) {
    const count = readSync(0, bytes, at, length - at, null)
    if (count === 0) return null
    at += count
  }
  return bytes
}

function send(kind: 0 | 1, parts: readonly Buffer[]): void {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(parts.reduce((sum, { length }) => sum + length, 0))
  head[4] = kind
  for (const part of [head, ...parts])
    for (let at = 0; at < part.length;) at += writeSync(1, part, at)
}

async function answer(bytes: Buffer, name: string): Promise<void> {
  const cells = cellAllowance(bytes.length)
  const packer = new WorkbookPacker({ cells, characters: characterAllowance(bytes.length) })
  const refuse = (refusal: ReadRefusal) => send(0, [Buffer.from(JSON.stringify(refusal))])
  try {
    const read = await readBook(bytes, name, packer, cells)
    if (!read.ok) return refuse(read.refusal)
    const { sheets, ...book } = read.value
    if (sheets !== "told") packer.addSheets(sheets)
    send(1, packer.packed(book))
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    refuse({ kind: "unreadable", detail: error.message })
  }
}

for (;;) {
  const head = receive(8)
  const name = head && receive(head.readUInt32LE(0))
  const bytes = head && receive(head.readUInt32LE(4))
  if (!name || !bytes) break
  await answer(bytes, name.toString())
}
