import { foldText } from "../../kernel/text-fold.ts"
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
  const plain = foldText(label.slice(0, LABEL_MAX).replace(/([a-z])([A-Z])/g, "$1 $2"))
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

/** The meaning of a header label, or null where no pattern fits. */
export function fieldOfHeader(label: string): Field | null {
  const folded = foldHeader(label)
  if (folded === "") return null
  for (const [field, pattern] of HEADER_PATTERNS) if (pattern.test(folded)) return field
  return null
}
