import { unreachable } from "../../kernel/assert.ts"
import { formatDateId, parseIso } from "../../kernel/local-date.ts"
import type { BatchState } from "./batch.ts"

/** Why the inbox says no. */
export type InboxRefusal =
  | {
      readonly kind: "already_imported"
      readonly batchId: string
      readonly name: string
      readonly by: string
      readonly at: string
      readonly rows: number
    }
  | { readonly kind: "batch_unknown"; readonly batchId: string }
  | { readonly kind: "batch_not_ready"; readonly state: BatchState }
  | { readonly kind: "inbox_changed" }
  | { readonly kind: "held_by_decree"; readonly decrees: readonly string[] }
  | { readonly kind: "key_reused" }

export interface InboxMessage {
  readonly code: string
  /** What, where and how: one sentence each. */
  readonly id: readonly [what: string, where: string, how: string]
  readonly en: readonly [what: string, where: string, how: string]
}

/** `timeZone` is the tenant's: a day is a day where its people live. */
export function describeInboxRefusal(refusal: InboxRefusal, timeZone = "UTC"): InboxMessage {
  switch (refusal.kind) {
    case "already_imported":
      return alreadyImported(refusal, timeZone)
    case "batch_unknown":
      return {
        code: "BATCH_UNKNOWN",
        id: [
          "Impor ini tidak ada.",
          `Nomor ${refusal.batchId}`,
          "Lihat daftar impor dan pilih dari sana.",
        ],
        en: [
          "There is no such import.",
          `Number ${refusal.batchId}`,
          "See the list of imports and choose from it.",
        ],
      }
    case "batch_not_ready":
      return notReady(refusal)
    case "inbox_changed":
      return {
        code: "INBOX_CHANGED",
        id: [
          "Kotak masuk berubah sejak perbedaannya dihitung; tidak ada yang disimpan.",
          "Impor lain dari pengirim yang sama",
          "Impor berkas ini sekali lagi dan lihat perbedaannya yang baru.",
        ],
        en: [
          "The inbox changed after the differences were counted; nothing was saved.",
          "Another import of the same sender",
          "Import this file once more and look at the new differences.",
        ],
      }
    case "held_by_decree":
      return {
        code: "HELD_BY_DECREE",
        id: [
          "Impor ini tidak dapat dibatalkan: orangnya sudah ditetapkan.",
          `Keputusan ${refusal.decrees.join(", ")}`,
          "Perbaiki lewat keputusan perubahan.",
        ],
        en: [
          "This import cannot be undone: its people are in a decree.",
          `Decree ${refusal.decrees.join(", ")}`,
          "Correct it by an amending decree.",
        ],
      }
    case "key_reused":
      return {
        code: "IDEMPOTENCY_MISMATCH",
        id: [
          "Kunci permintaan ini sudah dipakai untuk isi lain.",
          "Idempotency-Key",
          "Pakai kunci baru untuk isi yang baru.",
        ],
        en: [
          "This request key was used for another content.",
          "Idempotency-Key",
          "Use a new key for new content.",
        ],
      }
    default:
      return unreachable(refusal)
  }
}

function alreadyImported(
  { name, by, at, rows }: Extract<InboxRefusal, { kind: "already_imported" }>,
  timeZone: string,
): InboxMessage {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(at))
  const on = parseIso(day)
  const number = (point: string): string => String(rows).replace(/\B(?=(\d{3})+$)/g, point)
  return {
    code: "IMP-01",
    id: [
      `Berkas ini sudah diimpor ${by} pada ${on === null ? day : formatDateId(on)} (${number(".")} baris). Tidak ada yang berubah.`,
      `"${name}" di kotak masuk`,
      "Lihat hasilnya; bila isinya sudah diperbaiki, kirim berkas yang baru disimpan.",
    ],
    en: [
      `This file was imported by ${by} on ${day} already (${number(",")} rows). Nothing changed.`,
      `"${name}" in the inbox`,
      "See its result; if it was corrected, send the file that was saved last.",
    ],
  }
}

const STATE_ID: Readonly<Record<BatchState, string>> = {
  received: "masih dibaca",
  read: "sudah dibaca tetapi belum dipakai",
  refused: "tidak dapat dibaca",
  applied: "sudah dipakai",
  undone: "sudah dibatalkan",
}
const STATE_EN: Readonly<Record<BatchState, string>> = {
  received: "is still being read",
  read: "was read and is not applied yet",
  refused: "could not be read",
  applied: "is applied already",
  undone: "was undone already",
}

function notReady({ state }: Extract<InboxRefusal, { kind: "batch_not_ready" }>): InboxMessage {
  const waits = state === "received"
  return {
    code: "BATCH_STATE",
    id: [
      `Impor ini ${STATE_ID[state]}; tidak ada yang berubah.`,
      "Keadaan impor",
      waits
        ? "Tunggu sampai selesai dibaca."
        : "Lihat daftar impor; impor ulang berkasnya bila perlu.",
    ],
    en: [
      `This import ${STATE_EN[state]}; nothing changed.`,
      "State of the import",
      waits
        ? "Wait until it has been read."
        : "See the list of imports; import the file again if need be.",
    ],
  }
}
