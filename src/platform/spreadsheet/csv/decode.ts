/** The text of bytes, by the encoding of the file. */
export type Decode = (bytes: Uint8Array, start: number, end: number) => string

export type TextEncoding = "utf-8" | "windows-1252"

const WESTERN = new TextDecoder("windows-1252")

export function decoderOf(encoding: TextEncoding): Decode {
  if (encoding === "windows-1252")
    return (bytes, start, end) => WESTERN.decode(bytes.subarray(start, end))
  let content: Buffer = Buffer.alloc(0)
  return (bytes, start, end) => {
    // The same block is asked again and again.
    if (content.buffer !== bytes.buffer) content = Buffer.from(bytes.buffer)
    const at = bytes.byteOffset
    return content.toString("utf8", at + start, at + end)
  }
}
