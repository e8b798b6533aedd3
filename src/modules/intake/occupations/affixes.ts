// Indonesian affixes around a root: "penyemprot", "menanam", "kreditan". The nasal of meN- and peN-
// swallows p, t, k and s (Tata Bahasa Baku Bahasa Indonesia), so that several roots are possible.

/** What stands before the root, and the letter that it may have swallowed. Longest first. */
const PREFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:[mp][ea])nge(?=[a-z]{3})/, [""]],
  [/^(?:[mp][ea])?ny(?=[aeiou])/, ["s", "c"]],
  [/^(?:[mp][ea])?ng(?=[aeioughk])/, ["", "k"]],
  // Before a vowel these always stand for the letter they swallowed: "penakik" is of takik, not akik.
  [/^(?:[mp][ea])?n(?=[aeiou])/, ["t"]],
  [/^(?:[mp][ea])?n(?=[cdjtz])/, [""]],
  [/^(?:[mp][ea])?m(?=[aeiou])/, ["p"]],
  [/^(?:[mp][ea])?m(?=[bfpv])/, [""]],
  [/^(?:[mp][ea])(?=[lrwymn])/, [""]],
  [/^(?:[bp]er|[bp]el|[mp]ar)(?=[a-z])/, [""]],
  [/^nge(?=[a-z]{3})/, [""]],
  // Javanese: "nglapak", "ngrosok".
  [/^ng(?=[lrw][aeiou])/, [""]],
  // Bugis, Makassar: "pabbecak", "mattenun".
  [/^(?:ma|pa)([bcdgjklmnprstw])(?=\1)/, [""]],
  // Sundanese: "ngawarung".
  [/^nga(?=[bdgjlrw][a-z]{3})/, [""]],
  // Banjar, Manado, Minang, Bugis, Batak: "bajual", "manyadap", "pajala", "marsawah".
  [/^(?:ba|ma|pa|be|pe)(?=[a-z])/, [""]],
]
const SUFFIXES = [/an$/, /kan$/, /i$/]
/** A shorter rest is in too many words by chance. */
const ROOT_LENGTH_MIN = 4

/** Every root that the word may be built from, the likeliest first. */
export function roots(word: string): string[] {
  const found: string[] = []
  for (const whole of [word, ...SUFFIXES.map((suffix) => word.replace(suffix, ""))]) {
    if (whole !== word) found.push(whole)
    for (const [prefix, swallowed] of PREFIXES) {
      if (!prefix.test(whole)) continue
      const rest = whole.replace(prefix, "")
      found.push(...swallowed.map((letter) => letter + rest))
    }
  }
  return [...new Set(found)].filter((root) => root.length >= ROOT_LENGTH_MIN)
}
