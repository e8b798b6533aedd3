// Letters that were UTF-8 and have been shown as Windows-1252: "Maâ€™ruf", "SÃ¼leyman".

/** Signs of Windows-1252 (WHATWG Encoding, index windows-1252) where Latin-1 has control codes. */
const SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
/** A lead byte with a continuation behind it; "Â€" is "â€" in capitals. A lone curly mark proves nothing. */
const GARBLED =
  /Ã[\u0080-\u00bf‚-›€™]|Â[\u00a0-\u00bf]|[âÂ][€\u0080].|[ÄÅÐÑØÙ][\u0080-\u00bf]|\ufffd/
/** Bytes may have been misread again and again; more than thrice was never seen. */
const ROUNDS_MAX = 3

export function isGarbled(text: string): boolean {
  return GARBLED.test(text)
}

/** What was written before, as a proposal to a human; null where the signs no longer say it. */
export function ungarbled(text: string): string | null {
  let read = text
  for (let round = 0; round < ROUNDS_MAX && isGarbled(read); round++) {
    const next = read.replace(/[^\p{ASCII}]+/gu, (run) => decoded(run) ?? run)
    if (next === read) return null
    read = next
  }
  return read === text || isGarbled(read) ? null : read
}

function decoded(run: string): string | null {
  const bytes = Array.from(run, byteOf)
  if (bytes.some((byte) => byte > 0xff)) return null
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

function byteOf(letter: string): number {
  const sign = SIGNS.indexOf(letter)
  return sign < 0 ? (letter.codePointAt(0) ?? 0) : 0x80 + sign
}
