/** Measures a text in the units of the column width. */
export type Measure = (text: string) => number

/**
 * Breaks a text into lines that fit a width, at blanks where possible, inside a word only where
 * the word alone is too wide. Nothing is ever cut off.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text]
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ").flatMap((w) => splitWord(w, width, measure))) {
    const longer = line === "" ? word : `${line} ${word}`
    if (measure(longer) <= width) line = longer
    else {
      if (line !== "") lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

function splitWord(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = []
  let part = ""
  for (const character of word) {
    if (part !== "" && measure(part + character) > width) {
      parts.push(part)
      part = ""
    }
    part += character
  }
  return [...parts, part]
}
