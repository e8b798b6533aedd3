export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

/** 0-based column of the letters in a reference such as "AB12"; -1 when there are none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** "A", "Z", "AA": the letters of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = ""
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The corners of "A1:C3" or "A1"; `null` when it is not a range of cells. */
export function parseRange(reference: string) {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference)
  if (!match?.[1] || !match[2]) return null
  const [left, top] = [columnOf(match[1]), Number(match[2])]
  const [right, bottom] = [columnOf(match[3] ?? match[1]), Number(match[4] ?? match[2])]
  if (right < left || bottom < top || bottom > MAX_ROWS || right >= MAX_COLUMNS) return null
  return { top, bottom, left, right }
}
