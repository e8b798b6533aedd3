/** Why a log is not to be believed; the codes are part of docs/audit-log-format.md section 7. */
export type LogRefusalCode = keyof typeof MESSAGES

export interface LogRefusal {
  readonly code: LogRefusalCode
  readonly what: string
  readonly where: string
  readonly how: string
}

const ASK =
  "Minta ekspor baru dan laporkan ke Inspektorat / get a new export, tell the inspectorate"
const KEY = "Bandingkan dengan kunci yang Anda simpan / compare with the key that you hold"
const ALTERED = "Log berubah sejak ditandatangani / the log was altered since it was signed"

const MESSAGES = {
  FILE_MISSING: ["Berkas tidak dapat dibaca / a file cannot be read", ASK],
  KEY_MALFORMED: ["Kunci publik tidak baku / the public key is malformed", KEY],
  KEY_DIFFERS: ["Kunci publik bukan kunci Anda / the public key is not the one you hold", KEY],
  CHECKPOINT_MALFORMED: ["Catatan tidak baku / a checkpoint is malformed", ASK],
  CHECKPOINT_SIGNATURE: ["Tanda tangan tidak sah / a signature does not verify", ASK],
  CHECKPOINT_ORDER: ["Urutan catatan salah / checkpoints do not grow", ASK],
  CHECKPOINT_MISSING: ["Tidak ada catatan bertanda tangan / nothing is signed", ASK],
  ENTRY_LINE: ["Baris tidak baku / a line is malformed", ASK],
  ENTRY_SEQUENCE: ["Nomor urut melompat / the sequence has a gap or a repetition", ASK],
  ENTRY_BYTES: ["Isi tidak baku / an entry is not canonical", ASK],
  ENTRY_ID: ["Id tidak sama dengan isi / the id is not the id inside the entry", ASK],
  ENTRY_TENANT: ["Isian milik daerah lain / an entry belongs to another tenant", ASK],
  ENTRY_DUPLICATE: ["Isian berulang / an entry appears twice", ASK],
  ENTRY_LEAF: ["Sidik simpul tersimpan salah / the stored leaf is not the entry's hash", ASK],
  ENTRY_UNNUMBERED: ["Isian tanpa nomor / an entry has lost its number", ASK],
  ROOT_DIFFERS: [ALTERED, ASK],
  ENTRIES_MISSING: ["Isian hilang / entries under a signed checkpoint are missing", ASK],
} as const

export function refusalOf(code: LogRefusalCode, where: string): LogRefusal {
  const [what, how] = MESSAGES[code]
  return { code, what, where, how }
}

/** Why an entry could not be proven. */
export interface ProofRefusal {
  readonly code: "ENTRY_UNKNOWN" | "ENTRY_NOT_COVERED"
  readonly what: string
  readonly where: string
  readonly how: string
}

export function proofRefusal(code: ProofRefusal["code"], id: string): ProofRefusal {
  const what =
    code === "ENTRY_UNKNOWN"
      ? "Isian tidak ditemukan / no such entry"
      : "Isian belum di bawah catatan bertanda tangan / no checkpoint covers the entry yet"
  return { code, what, where: id, how: "Coba lagi sesudah catatan berikutnya / try again later" }
}
