// Characters of a name that look right and are not: homoglyphs, full width, curly, zero width.

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const CURLY = /[\u2018\u2019\u201a\u201b\u02bb\u02bc\u0060\u00b4]/g
const HYPHENS = /[\u2010-\u2015]/g
const FULL_WIDTH = /[\uff01-\uff5e]/g
/** Cyrillic and Greek letters with the shape of a Latin one (Unicode TR 39, confusables). */
const LOOKALIKES = new Map([
  ..."АВЕКМНОРСТУХІЈЅ".split("").map((letter, at) => [letter, "ABEKMHOPCTYXIJS"[at]] as const),
  ..."аеорсухіјѕ".split("").map((letter, at) => [letter, "aeopcyxijs"[at]] as const),
  ..."ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".split("").map((letter, at) => [letter, "ABEZHIKMNOPTYXo"[at]] as const),
])
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff]/
/** Plain Latin needs none of this. */
const PLAIN = /^[ -_a-~]*$/

/** One reading each: curly marks straight, invisible ones off, accents composed, letters Latin. */
export function plainMarks(text: string): string {
  if (PLAIN.test(text)) return text
  const plain = text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(CURLY, "'")
    .replace(HYPHENS, "-")
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  return FOREIGN.test(plain) ? latin(plain) : plain
}

/** Only where Latin letters stand beside them and every one has a Latin shape. */
function latin(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text
  const turned = Array.from(text, (char) => LOOKALIKES.get(char) ?? char).join("")
  return FOREIGN.test(turned) ? text : turned
}

/** A running number before the name, a mark behind it, a line below instead of a blank. */
export function withoutStrayMarks(text: string): string {
  return text
    .replace(/_+/g, " ")
    .replace(/^\(([^()]+)\)$/, "$1")
    .replace(/^\s*\d{1,3}[.)]\s*(?=\p{L})/u, "")
    .replace(/^[\s\-–.,;:*•#+]+(?=[\p{L}"'([])/u, "")
    .replace(/(?<=[\p{L}"')\].])[\s,;:*#–-]+$/u, "")
    .replace(/(?<=\p{L}{4})\.$/u, "")
}
