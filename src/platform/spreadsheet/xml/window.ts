import { isAscii, isUtf8 } from "node:buffer"
import { XmlFault } from "./fault.ts"

const START_BYTES = 512 * 1024
/** A text or tag longer than this is no part of a spreadsheet; a cell holds 32,767 characters. */
const MAX_TOKEN_BYTES = 1024 * 1024

/**
 * A window over the bytes of one XML part that arrive piece by piece. It holds what is not yet read,
 * as UTF-8, and shows complete characters only.
 */
export class XmlWindow {
  bytes: Buffer = Buffer.allocUnsafeSlow(START_BYTES)
  /** What is read begins here. */
  at = 0
  /** What may be read ends here. */
  end = 0
  /** No more pieces will come. */
  isFinal = false
  #filled = 0
  #encoding: "unknown" | "utf-8" | TextDecoder = "unknown"

  push(piece: Uint8Array): void {
    if (this.#encoding === "unknown") {
      this.#append(piece)
      if (this.#filled >= 4) this.#detect()
    } else this.#decode(piece)
    this.#show()
  }

  finish(): void {
    this.isFinal = true
    if (this.#encoding === "unknown") this.#detect()
    if (typeof this.#encoding === "object") this.#append(flush(this.#encoding))
    this.#show()
    if (this.end < this.#filled) throw notText()
  }

  #decode(piece: Uint8Array): void {
    if (typeof this.#encoding !== "object") this.#append(piece)
    else this.#append(decodeWith(this.#encoding, piece))
  }

  #detect(): void {
    const head = this.bytes.subarray(0, this.#filled)
    const label = wideEncoding(head)
    this.#encoding = label === null ? "utf-8" : new TextDecoder(label, { fatal: true })
    if (label !== null) {
      const written = Buffer.from(head)
      this.#filled = 0
      this.#decode(written)
    } else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) this.at = this.end = 3
  }

  #append(piece: Uint8Array): void {
    if (this.#filled + piece.length > this.bytes.length) this.#makeRoom(piece.length)
    this.bytes.set(piece, this.#filled)
    this.#filled += piece.length
  }

  #makeRoom(length: number): void {
    const kept = this.#filled - this.at
    if (kept > MAX_TOKEN_BYTES) throw new XmlFault("a text or tag of more than a megabyte")
    const from = this.bytes
    if (kept + length > from.length / 2)
      this.bytes = Buffer.allocUnsafeSlow(2 * Math.max(from.length, kept + length))
    from.copy(this.bytes, 0, this.at, this.#filled)
    this.end -= this.at
    this.#filled = kept
    this.at = 0
  }

  #show(): void {
    if (this.#encoding === "unknown") return
    const cut = this.isFinal ? this.#filled : completeEnd(this.bytes, this.end, this.#filled)
    const fresh = this.bytes.subarray(this.end, cut)
    if (!isAscii(fresh)) checkText(fresh)
    this.end = cut
  }
}

/** Without the bytes of a character whose last byte has not arrived. */
function completeEnd(bytes: Buffer, from: number, to: number): number {
  for (let at = to - 1; at >= from && at > to - 4; at--) {
    const byte = bytes[at] as number
    if (byte < 0x80) return to
    if (byte < 0xc0) continue
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return at + length > to ? at : to
  }
  return to
}

const NO_CHARACTERS = [Buffer.from([0xef, 0xbf, 0xbe]), Buffer.from([0xef, 0xbf, 0xbf])]

function checkText(bytes: Buffer): void {
  if (!isUtf8(bytes)) throw notText()
  if (NO_CHARACTERS.some((character) => bytes.includes(character)))
    throw new XmlFault("malformed XML: disallowed character")
}

function notText(): XmlFault {
  return new XmlFault("bytes that are not text of the declared encoding")
}

/** XML in UTF-16 begins with a byte order mark or with "<" (XML 1.0, appendix F). */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le"
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be"
  return null
}

function decodeWith(decoder: TextDecoder, piece: Uint8Array): Buffer {
  try {
    return Buffer.from(decoder.decode(piece, { stream: true }))
  } catch {
    throw notText()
  }
}

function flush(decoder: TextDecoder): Buffer {
  try {
    return Buffer.from(decoder.decode())
  } catch {
    throw notText()
  }
}
