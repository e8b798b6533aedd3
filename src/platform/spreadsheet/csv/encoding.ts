export type CsvEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252"

export interface DecodedText {
  readonly text: string
  readonly encoding: CsvEncoding
}

const SAMPLE_BYTES = 4096

/**
 * Decodes a text file: byte order mark first, then the NUL bytes that UTF-16 leaves in Latin text,
 * then UTF-8 if every byte fits, else Windows-1252, which Excel writes in Indonesia.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = detectEncoding(bytes)
  if (encoding) {
    const label = encoding === "utf-8-bom" ? "utf-8" : encoding
    return { text: new TextDecoder(label).decode(bytes), encoding }
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" }
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes)
    return { text, encoding: "windows-1252" }
  }
}

/** The encoding that marks or NUL bytes show; undefined where they show none. */
export function detectEncoding(bytes: Uint8Array): CsvEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8-bom"
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const nuls = [0, 0]
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  // Latin text in UTF-16 has a NUL in nearly every pair, always on the same side.
  if (odd > length * 0.35 && even < odd / 10) return "utf-16le"
  if (even > length * 0.35 && odd < even / 10) return "utf-16be"
  return undefined
}
