/**
 * Whether a number format shows a calendar date. Built-in ids mean dates by ECMA-376 part 1,
 * 18.8.30 (27-36 and 50-58 in East Asian locales); formats of a time of day alone are no dates.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code !== undefined) return isDateCode(code)
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

function isDateCode(code: string): boolean {
  const shown = code
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .replace(/general|am\/pm|a\/p/gi, "")
    .split(";", 1)[0]
    ?.toLowerCase()
  if (!shown) return false
  return /[dy]/.test(shown) || (shown.includes("m") && !/[hs]/.test(shown))
}
