/** A sentence without its full stop, in Indonesian and English. */
export interface AuditWords {
  readonly id: string
  readonly en: string
}

/** Why a log is not to be believed; the codes are part of docs/audit-log-format.md section 7. */
export type LogRefusalCode = keyof typeof MESSAGES

export interface LogRefusal {
  readonly code: LogRefusalCode
  readonly what: AuditWords
  readonly where: string
  readonly how: AuditWords
}

const ASK = {
  id: "Minta ekspor baru dan laporkan kepada Inspektorat",
  en: "Get a new export and tell the inspectorate",
}
const KEY = {
  id: "Bandingkan dengan kunci yang Anda simpan",
  en: "Compare it with the key that you hold",
}

const MESSAGES = {
  FILE_MISSING: [
    { id: "Berkas ekspor ini tidak dapat dibaca", en: "This file of the export cannot be read" },
    ASK,
  ],
  KEY_MALFORMED: [
    { id: "Kunci publik tidak dalam bentuk baku", en: "The public key is malformed" },
    KEY,
  ],
  KEY_DIFFERS: [
    {
      id: "Kunci publik bukan kunci yang Anda simpan",
      en: "The public key is not the one that you hold",
    },
    KEY,
  ],
  CHECKPOINT_MALFORMED: [
    { id: "Catatan bertanda tangan tidak dalam bentuk baku", en: "A checkpoint is malformed" },
    ASK,
  ],
  CHECKPOINT_SIGNATURE: [
    { id: "Tanda tangan pada catatan tidak sah", en: "A signature does not verify" },
    ASK,
  ],
  CHECKPOINT_ORDER: [
    { id: "Urutan catatan bertanda tangan salah", en: "Checkpoints do not grow" },
    ASK,
  ],
  CHECKPOINT_MISSING: [{ id: "Tidak ada catatan bertanda tangan", en: "Nothing is signed" }, ASK],
  ENTRY_LINE: [{ id: "Baris isian tidak dalam bentuk baku", en: "A line is malformed" }, ASK],
  ENTRY_SEQUENCE: [
    { id: "Nomor urut isian melompat atau berulang", en: "The sequence has a gap or a repetition" },
    ASK,
  ],
  ENTRY_BYTES: [{ id: "Isi isian tidak dalam bentuk baku", en: "An entry is not canonical" }, ASK],
  ENTRY_ID: [
    {
      id: "Nomor isian tidak sama dengan nomor di dalamnya",
      en: "The id is not the id inside the entry",
    },
    ASK,
  ],
  ENTRY_TENANT: [{ id: "Isian milik daerah lain", en: "An entry belongs to another tenant" }, ASK],
  ENTRY_DUPLICATE: [{ id: "Isian yang sama muncul dua kali", en: "An entry appears twice" }, ASK],
  ENTRY_LEAF: [
    {
      id: "Sidik jari yang tersimpan bukan sidik jari isiannya",
      en: "The stored leaf is not the entry's hash",
    },
    ASK,
  ],
  ENTRY_UNNUMBERED: [
    { id: "Ada isian yang kehilangan nomor urut", en: "An entry has lost its number" },
    ASK,
  ],
  ROOT_DIFFERS: [
    {
      id: "Jejak audit berubah sejak ditandatangani",
      en: "The log was altered since it was signed",
    },
    ASK,
  ],
  ENTRIES_MISSING: [
    {
      id: "Ada isian bertanda tangan yang hilang",
      en: "Entries under a signed checkpoint are missing",
    },
    ASK,
  ],
} as const

export function refusalOf(code: LogRefusalCode, where: string): LogRefusal {
  const [what, how] = MESSAGES[code]
  return { code, what, where, how }
}

/** Why an entry could not be proven. */
export interface ProofRefusal {
  readonly code: "ENTRY_UNKNOWN" | "ENTRY_NOT_COVERED"
  readonly what: AuditWords
  readonly where: string
  readonly how: AuditWords
}

const PROOF_MESSAGES = {
  ENTRY_UNKNOWN: [
    {
      id: "Isian dengan nomor ini tidak ada di jejak audit",
      en: "There is no entry of this number in the log",
    },
    {
      id: "Salin nomornya dari kolom id di entries.ndjson, hasil ./payung audit export DIR",
      en: "Copy the number from id in entries.ndjson, which ./payung audit export DIR writes",
    },
  ],
  ENTRY_NOT_COVERED: [
    { id: "Isian ini belum ditandatangani", en: "No signature covers the entry yet" },
    {
      id: "Jalankan ./payung audit export DIR, lalu coba lagi",
      en: "Run ./payung audit export DIR, then try again",
    },
  ],
} as const

export function proofRefusal(code: ProofRefusal["code"], id: string): ProofRefusal {
  const [what, how] = PROOF_MESSAGES[code]
  return { code, what, where: id, how }
}
