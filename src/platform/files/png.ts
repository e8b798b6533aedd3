// PNG files (W3C Portable Network Graphics), of which only the chunks that draw the picture go on.
import { crc32 } from "node:zlib"
import { isDrawable, type CheckedPicture } from "./picture.ts"

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex")
const KEPT: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"])
/** Length, type and check sum of a chunk. */
const FRAME_BYTES = 12

/** Null: this is no whole PNG. */
export function checkPng(bytes: Uint8Array): CheckedPicture | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null
  const parts: Uint8Array[] = [SIGNATURE]
  let size: { widthPx: number; heightPx: number } | null = null
  let hasContent = false
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= file.length;) {
    const length = file.readUInt32BE(at)
    const end = at + FRAME_BYTES + length
    if (end > file.length) return null
    const type = file.toString("latin1", at + 4, at + 8)
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null
    if ((type === "IHDR") !== (size === null)) return null
    if (type === "IHDR") {
      if (length !== 13) return null
      size = { widthPx: file.readUInt32BE(at + 8), heightPx: file.readUInt32BE(at + 12) }
    }
    if (type === "IDAT") hasContent = true
    // A critical chunk that we do not know would be needed to draw it.
    if (KEPT.has(type)) parts.push(file.subarray(at, end))
    else if (/^[A-Z]/.test(type)) return null
    if (type === "IEND") {
      if (size === null || !hasContent || !isDrawable(size.widthPx, size.heightPx)) return null
      return { kind: "png", bytes: new Uint8Array(Buffer.concat(parts)), ...size }
    }
    at = end
  }
  return null
}
