/**
 * How a folded word sounds in everyday Indonesian, looser than folding because it would merge too
 * much as a key: h is silent (Rahman, Raman), f is often p (Fitri, Pitri), a final d is t
 * (Ahmad, Ahmat), ai is e (Zainal, Zenal), au is o, and sy may be written si (Alamsyah, Alamsiah).
 */
export function soundOf(word: string): string {
  return word
    .replace(/h/g, "")
    .replace(/f/g, "p")
    .replace(/d$/, "t")
    .replace(/si(?=[aou])/g, "s")
    .replace(/ai/g, "e")
    .replace(/au/g, "o")
    .replace(/(.)\1+/g, "$1")
}
