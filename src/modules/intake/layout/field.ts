import { foldText } from "../../../kernel/text-fold.ts"
import { readHeaderWords } from "./header-lexicon.ts"
import { HEADER_PATTERNS, type Field } from "./header-patterns.ts"

export type { Field } from "./header-patterns.ts"

/** Pairs of letters that abbreviate something even when they are written apart. */
const LETTER_PAIRS: ReadonlySet<string> = new Set(["jk", "kk", "hp", "rt", "rw", "no"])

/** Words of headers whose letters are written apart, so that the gaps between words are lost. */
const SPACED_WORDS = [
  ...["keterangan", "kelurahan", "penghasilan", "pendapatan", "pekerjaan", "kependudukan"],
  ...["kelamin", "tanggal", "telepon", "lengkap", "kandung", "tempat", "alamat", "domisili"],
  ...["nomor", "induk", "jenis", "lahir", "rumah", "kartu", "keluarga", "nama", "urut", "ibu"],
  ...["tgl", "nik", "ktp", "ttl", "no", "kk", "hp", "rt", "rw", "jk"],
]

/** What is longer is no label but a letter. */
const LABEL_MAX = 200

/** "N.I.K", "N I K", "nik_ktp" and "nikKtp" read alike: marks to blanks, lone letters joined. */
export function foldHeader(label: string): string {
  // "4. TTL": labels of a form are numbered.
  const unnumbered = label.slice(0, LABEL_MAX).replace(/(^|\s)\(?\d{1,2}[.)]\s+(?=\S)/g, "$1")
  const plain = foldText(unnumbered.replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[^a-z0-9#]+/g, " ")
    .trim()
  return plain.replace(/\b[a-z0-9](?: [a-z0-9])+\b/g, (run) => {
    const joined = run.replaceAll(" ", "")
    if (joined.length >= 3) return partedWords(joined)
    return LETTER_PAIRS.has(joined) ? joined : run
  })
}

/** "namalengkap" is "nama lengkap"; what is not wholly made of known words stays as it is. */
function partedWords(joined: string): string {
  const words: string[] = []
  let rest = joined
  while (rest !== "") {
    const word = SPACED_WORDS.find((candidate) => rest.startsWith(candidate))
    if (word === undefined) return joined
    words.push(word)
    rest = rest.slice(word.length)
  }
  return words.join(" ")
}

/** What a label says a column is, and how surely: 1 is a word of the vocabulary. */
export interface LabelReading {
  readonly field: Field
  readonly weight: number
}

const UNKNOWN_WORDS = 0.85
const MENDED = 0.85
const MEMO_SIZE = 5000
/** Labels come again on every page and sheet; what one reads as depends on nothing else. */
const memo = new Map<string, LabelReading | null>()

/** The meaning of a header label, or null where no pattern fits. */
export function readLabel(label: string): LabelReading | null {
  const key = label.slice(0, LABEL_MAX)
  const earlier = memo.get(key)
  if (earlier !== undefined) return earlier
  const reading = readFolded(foldHeader(key))
  if (memo.size >= MEMO_SIZE) memo.clear()
  memo.set(key, reading)
  return reading
}

/** What a label asks of who fills it in, not what it means. */
const ASIDE = new RegExp(
  [
    "\\b(wajib|harus|mohon|harap|tolong)( \\w+)?",
    "\\b(di)?isi( lengkap)?\\b",
    "\\bhuruf (kapital|besar|balok)\\b",
    "\\b(16|enam belas) (digit|angka)\\b",
    "\\b(hh|dd|tgl) (bb|mm|bln) (tt|tttt|yy|yyyy|thn)\\b",
    "(?<=\\w )(sesuai|menurut|berdasarkan|pada|di|dalam|as on) (e )?(ktp|kk|akta|akte|ijazah)( el)?\\b",
  ].join("|"),
  "g",
)

/** A folded label without what it only asks of who fills it in. */
export function withoutAside(label: string): string {
  return label.replace(ASIDE, " ").replace(/\s+/g, " ").trim() || label
}

/** In the vocabulary's words first: an abbreviation hides what a pattern must see. */
function readFolded(label: string): LabelReading | null {
  const folded = withoutAside(label)
  if (folded === "") return null
  const words = readHeaderWords(folded)
  const known = words.unknown === 0 ? 1 : UNKNOWN_WORDS
  const asWords = patternOf(words.text)
  if (asWords !== null) return { field: asWords, weight: words.mended > 0 ? MENDED : known }
  const asWritten = patternOf(folded)
  return asWritten === null ? null : { field: asWritten, weight: known }
}

function patternOf(text: string): Field | null {
  for (const [field, pattern] of HEADER_PATTERNS) if (pattern.test(text)) return field
  return null
}

/** Every word of it is one of a label's: "Nama Lengkap", not "Kel. Karang Jati" or "usaha kue". */
export function isWhollyLabel(label: string): boolean {
  if (readLabel(label) === null) return false
  return readHeaderWords(withoutAside(foldHeader(label))).unknown === 0
}

export function fieldOfHeader(label: string): Field | null {
  return readLabel(label)?.field ?? null
}
