// Titles and degrees that a list adds to a name; the identity card has none of them.

const BEFORE = [
  "h|hj|hi|haji|haj{1,2}ah|kh|k\\.\\s?h|drs?|dra|drg|drh|ir|prof|ust|ustadz?|ustadzah|ustd|tgk",
  "tuan guru|tgh|pdt|sdr|sdri|bpk|bapak|pak|ibu|bu|tn|ny|nn|alm|almh|almarhum|almarhumah",
].join("|")
const TITLE_BEFORE = new RegExp(`^(?:(?:${BEFORE})(?:\\.\\s*|\\s+)|(?:apt|ns)\\.\\s*)(?=\\S)`, "i")
/** Also behind the name, with a comma or with their point: "Siti Maryam Hj.". */
const TITLE_BEHIND =
  /\s*,\s*(?:h|hj|hi|haji|haj{1,2}ah|alm|almh|drs?|dra|drg|drh|ir)\.?$|\s+(?:(?:hj|almh?)\.|almarhum(?:ah)?)$/i
/** What a list says of a person beside the name: who died, the sex, an office, a standing. */
const MARK =
  "alm\\.?|almh\\.?|almarhum(?:ah)?|l|p|lk|pr|laki-laki|perempuan|h|hj|haji|hajj?ah|" +
  "(?:wakil )?ketua|anggota|bendahara|sekretaris|koordinator|(?:(?:pak|bu|ibu|bapak|ketua) )?r[tw](?: ?\\d+)?|" +
  "janda|duda|lansia|difabel|disabilitas|yatim|yatim piatu"
/** "Budi (Alm)", "Siti (P)": a mark in brackets that is no nickname. */
const BRACKET_BEHIND = new RegExp(`\\s*[([]\\s*(?:${MARK})\\s*[)\\]]\\s*$`, "i")
const BRACKET_BEFORE = new RegExp(`^\\s*[([]\\s*(?:${MARK})\\s*[)\\]]\\s*(?=\\S)`, "i")

/** Fields of Indonesian degrees: S.Pd, M.Kes, S.I.Kom, S.Tr.Keb (Permendikbud on titles). */
const FIELDS = [
  "pd|e|h|t|ag|sos|kom|kep|keb|kes|km|si|sn|ip|p|pt|pi|hut|psi|farm|ked|kh|kg|gz|ap|ab|ak",
  "akt|th|fil|hum|stp|tp|sy|kn|sc|m|ikom|i\\.?kom|ling|ds|ars|par|or|stat|mat|inf|rad|an",
  "eng|man|ter|pol|st|us|e\\.?i|h\\.?i",
].join("|")
/** With points: no name is written so. */
const DOTTED = [
  `[sm]\\.\\s?(?:tr\\.\\s?|st\\.\\s?)?(?:${FIELDS})(?:\\.?\\s?[ikh])?(?:\\.(?:${FIELDS}))?`,
  `a\\.\\s?m(?:d|a)(?:\\.?\\s?(?:${FIELDS}))?|a\\.?md\\.(?:${FIELDS})`,
  "sp\\.\\s?[a-z]{1,5}(?:\\s?\\(k\\))?|ph\\.\\s?d|b\\.(?:a|sc|e|eng)|ll\\.[bm]|d\\.[i1-4]{1,3}",
].join("|")
/** Without points: only where a comma or a degree beside it tells them from a name. */
const PLAIN = [
  // Fields are without number: behind a comma any short groups after "S." and "A.Md." are one.
  "s(?:\\.[a-z]{1,5}){1,3}|a\\.?\\s?md(?:\\.[a-z]{1,4}){1,2}",
  `[sm](?:${FIELDS})i?|s\\.?\\s?(?:${FIELDS})|m\\.?\\s?(?:${FIELDS}|a|ba)|skm|stp|sip`,
  "amd(?:pd|kep|keb|kom|ak|t|pel)?|am[ak]|amkl|gr|sst|str[a-z]{2,4}|mph|mpa|ak|b(?:a|sc|eng)",
  "lc|ners|ns|apt|cpa|akt|ca|psikolog|phd|[sd][1-4]",
].join("|")
/** Without points and comma, and yet no name: most consonants have no vowel beside them. */
const NEVER_A_NAME = "spdi?|skm|amd|bsc|ssos|skom|mkom|mpdi?|skep|mkes|spsi|sfarm|spt|mpd|ssi|msi"

const DEGREE = new RegExp(`^(?:${DOTTED}|${PLAIN})\\.?$`, "i")
const DEGREE_BEHIND_BLANK = new RegExp(
  `\\s+(?:${DOTTED}|${NEVER_A_NAME})\\.?(?:\\s?i\\.?)?\\s*$`,
  "i",
)
const PLAIN_BEHIND_BLANK = new RegExp(`\\s+(?:${PLAIN})\\.?\\s*$`, "i")
/** Behind a title of a university, or with their point, these are degrees and no names. */
const ACADEMIC_BEFORE = /^(?:drs?|dra|ir|prof)(?:\.\s*|\s+)\S/i
const POINTED_BEHIND = /\s+(?:se|sh|mm|mh)\.\s*$/i
/** "Siti Aminah.S.Pd": the blank was left out. */
const GLUED_DEGREE = new RegExp(`(?<=\\p{L}{3})\\.(?=(?:${DOTTED})\\.?$)`, "iu")
const ROUNDS_MAX = 6

/** The name without titles and degrees. */
export function stripTitles(name: string): string {
  let current = name
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = strippedOnce(current)
    if (next === current || next === "") break
    current = next
  }
  return current
}

function strippedOnce(name: string): string {
  const uncommaed = withoutDegrees(name.replace(GLUED_DEGREE, ", "))
  // "Siti Aminah SE, MM", "Drs. Budi Santoso SE": beside a degree a bare one is no name.
  const isBeside = uncommaed !== name || ACADEMIC_BEFORE.test(name)
  const bare = isBeside ? uncommaed.replace(PLAIN_BEHIND_BLANK, "") : name
  return bare
    .replace(DEGREE_BEHIND_BLANK, "")
    .replace(POINTED_BEHIND, "")
    .replace(TITLE_BEHIND, "")
    .replace(TITLE_BEFORE, "")
    .replace(/[,\s]+$/, "")
}

/** "Ahmad, S.H., M.H.": the name before the first comma behind which nothing but degrees stands. */
function withoutDegrees(name: string): string {
  for (let at = name.indexOf(","); at > 0; at = name.indexOf(",", at + 1)) {
    const behind = name.slice(at + 1)
    const words = behind.split(/[\s,]+/).filter((word) => word !== "")
    const degrees = words.every(isDegree) || isDegree(words.join(""))
    if (degrees && words.length > 0) return name.slice(0, at)
  }
  return name
}

/** Degrees are few and come again; holds no more than `MEMO_SIZE`. */
const memo = new Map<string, boolean>()
const MEMO_SIZE = 5000

/** A degree behind a comma, with points or without. */
export function isDegree(word: string): boolean {
  const earlier = memo.get(word)
  if (earlier !== undefined) return earlier
  const answer = DEGREE.test(word)
  if (memo.size >= MEMO_SIZE) memo.clear()
  memo.set(word, answer)
  return answer
}

/** Marks in brackets that are no nickname. */
export function stripBracketMarks(name: string): string {
  return name.replace(BRACKET_BEHIND, "").replace(BRACKET_BEFORE, "")
}
