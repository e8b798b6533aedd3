/** Struck cells of one sheet of an .xls workbook as "row:column", both 0-based. */
export type StruckCells = ReadonlySet<string>

const RECORD = { eof: 0x0a, font: 0x31, boundSheet: 0x85, mulRk: 0xbd, xf: 0xe0, bof: 0x809 }
/** FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK: row, column, format first. */
const CELLS = new Set([0x06, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e])

/**
 * Finds the cells whose font is struck through in a BIFF5 or BIFF8 stream ([MS-XLS] 2.4.122 Font,
 * 2.4.353 XF), which the library that reads the values does not tell. In sheet order.
 */
export function struckCells(stream: Uint8Array): readonly StruckCells[] {
  const view = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  const struckFonts: boolean[] = []
  const formatFonts: number[] = []
  const sheets: { readonly at: number; readonly cells: Set<string> }[] = []
  let open: Set<string> | undefined
  let depth = 0
  for (const { type, at, body } of records(view)) {
    if (type === RECORD.bof && depth++ === 0) open = sheets.find((s) => s.at === at)?.cells
    else if (type === RECORD.eof) depth--
    else if (type === RECORD.font) struckFonts.push(((body[2] ?? 0) & 8) !== 0)
    else if (type === RECORD.xf && body.length >= 2) formatFonts.push(body.readUInt16LE(0))
    else if (type === RECORD.boundSheet && body.length >= 4)
      sheets.push({ at: body.readUInt32LE(0), cells: new Set() })
    else if (open && depth === 1)
      for (const cell of cellsOf(type, body)) {
        const font = formatFonts[cell.format] ?? 0
        // Font index 4 is never used: the fifth font of the file has index 5.
        if (struckFonts[font > 4 ? font - 1 : font]) open.add(`${cell.row}:${cell.column}`)
      }
  }
  return sheets.map(({ cells }) => cells)
}

function* records(view: Buffer) {
  for (let at = 0; at + 4 <= view.length;) {
    const next = at + 4 + view.readUInt16LE(at + 2)
    yield { type: view.readUInt16LE(at), at, body: view.subarray(at + 4, next) }
    at = next
  }
}

function* cellsOf(type: number, body: Buffer) {
  if (body.length < 6) return
  const row = body.readUInt16LE(0)
  const column = body.readUInt16LE(2)
  if (CELLS.has(type)) yield { row, column, format: body.readUInt16LE(4) }
  if (type !== RECORD.mulRk) return
  for (let at = 4, i = 0; at + 8 <= body.length; at += 6, i++)
    yield { row, column: column + i, format: body.readUInt16LE(at) }
}
