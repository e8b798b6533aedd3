// JPEG files (ITU-T T.81, annex B), of which only what draws the picture goes on: what cameras write
// beside it, such as the place where it was taken, and whatever is hung behind its end stay here.
import { isDrawable, type CheckedPicture } from "./picture.ts"

const [MARK, START, END, SCAN] = [0xff, 0xd8, 0xd9, 0xda]
/** Tables, intervals, and how Adobe's programs mixed the colours. */
const KEPT: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xee])
/** Frames of Huffman-coded pictures, baseline, extended and progressive; others draw nowhere. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])

/** Null: what begins here is no whole picture that a spreadsheet program draws. */
export function checkJpeg(bytes: Uint8Array): CheckedPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== MARK * 256 + START) return null
  const parts = [bytes.subarray(0, 2)]
  let frame: { widthPx: number; heightPx: number } | null = null
  let scans = 0
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== MARK) return null
    if (marker === MARK) {
      at++
      continue
    }
    if (marker === END) break
    const next = at + 2 + view.getUint16(at + 2)
    if (next < at + 4 || next > bytes.length) return null
    if (FRAMES.has(marker)) {
      if (frame !== null || next < at + 11) return null
      frame = { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) }
    }
    const isScan = marker === SCAN
    const end = isScan ? endOfScan(bytes, next) : next
    if (isScan && (frame === null || end === null)) return null
    if (end === null) return null
    if (isScan) scans++
    if (isScan || KEPT.has(marker) || FRAMES.has(marker)) parts.push(bytes.subarray(at, end))
    at = end
    if (isScan && bytes[at + 1] === END) {
      parts.push(bytes.subarray(at, at + 2))
      return scans > 0 && frame !== null ? picture(parts, frame) : null
    }
  }
  return null
}

function picture(
  parts: readonly Uint8Array[],
  frame: { readonly widthPx: number; readonly heightPx: number },
): CheckedPicture | null {
  if (!isDrawable(frame.widthPx, frame.heightPx)) return null
  return { kind: "jpeg", bytes: new Uint8Array(Buffer.concat(parts)), ...frame }
}

/** Coded data ends at the first mark that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const marker = bytes[at + 1]
    if (marker === undefined) return null
    if (marker !== 0 && marker !== MARK && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return null
}
