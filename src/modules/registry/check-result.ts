import { foldText } from "../../kernel/text-fold.ts"

export type CheckResult =
  | "confirmed"
  | "not_of_sector"
  | "no_longer_working"
  | "formal_job"
  | "not_informal"
  | "employer"
  | "not_found"
  | "refused"

const NOT = "(?:tidak|tdk|tak|gak|nggak|ndak|bukan|belum|blm|not|no)"
const DONE = "(?:sudah|sdh|udah|telah|kini|sekarang|skrg)"
const WORKERS = "(?:karyawan|pegawai|pekerja|anak buah|buruh|abk|employees|staff)"
const FIRM = "(?:perusahaan|formal|karyawan|pegawai|pt|cv|pabrik|pns|asn|pppk|tni|polri|bumn)"
const WORK = "(?:bekerja|kerja|melaut|narik|ngojek|jualan|berjualan|berdagang|bertani|usaha|aktif)"

/** What an officer found, by the words of his reason. First fit wins. */
const REASONS: readonly (readonly [CheckResult, RegExp])[] = [
  [
    "employer",
    new RegExp(
      `(?<!${NOT} )\\b(?:punya|mempunyai|memiliki|pny|mempekerjakan|has)\\b.*\\b${WORKERS}\\b` +
        `|\\bada \\d+ (?:org |orang )?${WORKERS}\\b` +
        `|(?<!${NOT} )\\b(?:pemberi kerja|majikan|juragan|employer|boss?)\\b`,
    ),
  ],
  [
    "not_found",
    new RegExp(
      `\\b${NOT} ?(?:di)? ?(?:temu|ketemu|jumpa|tempat|kenal|huni|found)` +
        `|\\b${NOT} (?:ada|berada|tinggal) (?:di|lagi di) |\\b${NOT} ada orang` +
        `|rumah kosong|alamat (?:palsu|tidak|tdk|salah)|\\b${NOT} (?:ada )?alamat|\\bpindah\\b`,
    ),
  ],
  [
    "no_longer_working",
    new RegExp(
      `\\b${NOT} ?(?:lagi)? ?${WORK}(?! (?:di|sebagai|dengan|pada)\\b)|\\b${NOT} lagi ` +
        `|\\b(?:berhenti|menganggur|nganggur|pensiun|retired|stopped)\\b`,
    ),
  ],
  [
    "formal_job",
    new RegExp(
      `\\b${DONE}(?! (?:${NOT}|berhenti|keluar|resign))\\b.*\\b(?:${FIRM}|kontrak|diangkat)\\b` +
        `|(?<!${NOT} (?:lagi )?)\\b(?:kerja|bekerja) (?:di|pada) (?:pt|cv|perusahaan|pabrik)\\b` +
        `|(?<!bukan )\\bpekerja formal\\b|(?<!bukan )\\b(?:pekerja )?penerima upah\\b`,
    ),
  ],
  ["not_informal", new RegExp(`\\b${NOT}\\b.*\\b(?:informal|nonformal)\\b`)],
  [
    "not_of_sector",
    new RegExp(
      `\\bbukan\\b.*\\b(?:sektor|pekerja|nelayan|petani|ojek|ojol|anggota|pedagang|sopir|juru)` +
        `|\\b(?:beda|salah|lain) (?:sektor|pekerjaan|profesi)\\b` +
        `|\\b${NOT}\\b.*\\bsektor\\b|\\b${NOT} terdaftar (?:di|sebagai|pada)\\b`,
    ),
  ],
]

const YES_WORDS =
  "sesuai|ok|oke|okay|okey|y|ya|iya|yes|layak|cocok|benar|betul|valid|memenuhi|v|1|ada|lolos|" +
  "lulus|ms|terverifikasi|verified|aktif|confirmed|√|✓|✔"
const NO_WORDS = "tidak|tdk|tak|gak|ts|tms|n|no|t|0|x|gagal|tolak|ditolak|bukan|rejected|salah"
const POSITIVE = new RegExp(`^(?:${YES_WORDS})(?![a-z])`)
const NEGATIVE = new RegExp(`^(?:${NO_WORDS})(?![a-z])`)
const DENIAL = new RegExp(`\\b${NOT}\\b|\\b(?:ts|tms|kecuali|tetapi|tapi)\\b`)

/**
 * A check in the officer's own words: the reason names the finding, the result only its sign.
 * Null where the words say neither yes nor no.
 */
export function checkResult(result: string, reason: string): CheckResult | null {
  const [sign, why] = [foldWords(result), foldWords(reason)]
  const found = reasonIn(why) ?? reasonIn(sign)
  if (found !== null) return found
  if (POSITIVE.test(sign) && !DENIAL.test(sign)) return "confirmed"
  return NEGATIVE.test(sign) ? "refused" : null
}

function reasonIn(text: string): CheckResult | null {
  return REASONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

function foldWords(text: string): string {
  return foldText(text)
    .replace(/[.,;:!/()_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}
