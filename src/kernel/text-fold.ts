/**
 * Accents, curly marks and zero-width characters off, case down, blanks single: for comparing,
 * never for showing.
 */
export function foldText(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase().replace(/ {2,}/g, " ").trim() : foldAny(text)
}

/** Printable ASCII but the lone accent: nearly every name, and folded in half the time. */
const PLAIN = /^[ -_a-~]*$/

function foldAny(text: string): string {
  return (
    text
      // Before decomposing, which would make a blank of a lone accent.
      .replace(/[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g, "'")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
      .toLowerCase()
      .replace(/[\s\u00a0]+/g, " ")
      .trim()
  )
}

/** Old (Soewandi 1947 and before) and variant spellings of Indonesian names fold to one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, "u"],
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/nj/g, "ny"],
  [/sj|sy|sh/g, "s"],
  [/ch|kh/g, "k"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/ph|v/g, "f"],
  [/q/g, "k"],
  [/z/g, "s"],
  [/x/g, "ks"],
  [/ie/g, "i"],
  [/y/g, "i"],
  [/w/g, "u"],
]

/** Most words have none of them, and need not be asked fifteen times. */
const ANY_SPELLING = new RegExp(SPELLINGS.map(([pattern]) => pattern.source).join("|"))

/** Common short forms that stand for one given name. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  m: "muhamad",
  md: "muhamad",
  mhd: "muhamad",
  muh: "muhamad",
  moh: "muhamad",
  moch: "muhamad",
  mohd: "muhamad",
  mochamad: "muhamad",
  mochammad: "muhamad",
  mohamad: "muhamad",
  mohammad: "muhamad",
  mohamed: "muhamad",
  muhammad: "muhamad",
  muhamed: "muhamad",
  mukhamad: "muhamad",
  mukhammad: "muhamad",
  muchamad: "muhamad",
  st: "siti",
  sti: "siti",
  siti: "siti",
  abd: "abdul",
  abdl: "abdul",
  abdoel: "abdul",
}

/** One word of a name, folded: short forms opened, old spelling renewed, doubled letters single. */
export function foldWord(word: string): string {
  const plain = foldText(word).replace(/[^a-z]/g, "")
  const opened = SHORT_FORMS[plain]
  if (opened !== undefined) return opened
  let folded = plain
  if (ANY_SPELLING.test(plain))
    for (const [pattern, replacement] of SPELLINGS) folded = folded.replace(pattern, replacement)
  return folded.replace(/(.)\1+/g, "$1")
}

/** Words of a name in their order, small letters only; apostrophes join, other marks part. */
export function nameWords(name: string): string[] {
  return foldText(name)
    .replace(/'/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word.length > 0)
}

/** The same, folded. */
export function nameTokens(name: string): string[] {
  return nameWords(name)
    .map(foldWord)
    .filter((word) => word.length > 0)
}

export function foldName(name: string): string {
  return nameTokens(name).join(" ")
}
