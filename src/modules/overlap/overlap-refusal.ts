import type { FileDamaged } from "./exchange-file.ts"
import type { NotAPoint } from "./protocol.ts"

/** Why an exchange does not go on. */
export type OverlapRefusal =
  | FileDamaged
  | NotAPoint
  | { readonly kind: "partner_unknown"; readonly name: string }
  | { readonly kind: "partner_exists"; readonly name: string }
  | { readonly kind: "agreement_over"; readonly name: string }
  | { readonly kind: "limit_reached"; readonly asked: number; readonly left: number }
  | { readonly kind: "no_numbers"; readonly file: string }
  | { readonly kind: "list_unreadable"; readonly file: string }
  | { readonly kind: "wrong_step"; readonly expected: "offer" | "answer" }
  | { readonly kind: "session_unknown"; readonly session: string }
  | { readonly kind: "session_ended"; readonly session: string }
  | { readonly kind: "answered_already"; readonly session: string }
  | { readonly kind: "another_offer" }

export interface OverlapMessage {
  readonly code: string
  /** What, where and how: one sentence each. */
  readonly id: readonly [what: string, where: string, how: string]
  readonly en: readonly [what: string, where: string, how: string]
}

type Parts = readonly [string, string, string]

export function describeOverlapRefusal(refusal: OverlapRefusal): OverlapMessage {
  const [id, en] = WORDS[refusal.kind](refusal as never)
  return { code: refusal.kind.toUpperCase(), id, en }
}

type Of<K extends OverlapRefusal["kind"]> = Extract<OverlapRefusal, { kind: K }>

const WORDS: {
  readonly [K in OverlapRefusal["kind"]]: (refusal: Of<K>) => readonly [id: Parts, en: Parts]
} = {
  file_damaged: ({ why }) => [
    [
      "Berkas pertukaran rusak atau diubah di jalan.",
      `Isi berkas (${why})`,
      "Minta pengirim mengirimkannya lagi, utuh dan tanpa disunting.",
    ],
    [
      "The exchange file is damaged or was changed on its way.",
      `Content of the file (${why})`,
      "Ask the sender to send it again, whole and unedited.",
    ],
  ],
  not_a_point: ({ line }) => [
    [
      "Satu baris bukan titik pada kurva; pengirimnya tidak mengikuti protokol.",
      `Titik ke-${line}`,
      "Jangan lanjutkan. Tanyakan kepada pengirim program apa yang dipakainya.",
    ],
    [
      "A line is no point of the curve; its sender does not keep to the protocol.",
      `Point ${line}`,
      "Do not go on. Ask the sender which program was used.",
    ],
  ],
  partner_unknown: ({ name }) => [
    [
      "Pembayar lain ini belum dicatat.",
      name,
      "Catat dahulu perjanjiannya: ./payung overlap partner --help",
    ],
    [
      "This other payer was not entered yet.",
      name,
      "Enter the agreement first: ./payung overlap partner --help",
    ],
  ],
  partner_exists: ({ name }) => [
    [
      "Pembayar lain dengan nama ini sudah dicatat dan tidak diubah.",
      name,
      "Untuk perjanjian baru, pakai nama yang memuat tahunnya.",
    ],
    [
      "Another payer of this name was entered already and is not changed.",
      name,
      "For a new agreement use a name with its year.",
    ],
  ],
  agreement_over: ({ name }) => [
    [
      "Perjanjian tidak berlaku pada hari ini.",
      name,
      "Perpanjang perjanjian, lalu catat yang baru.",
    ],
    ["The agreement does not hold today.", name, "Prolong the agreement and enter the new one."],
  ],
  limit_reached: ({ asked, left }) => [
    [
      "Jumlah NIK melebihi yang disepakati untuk tahun ini.",
      `Ditanyakan ${asked}, sisa ${left}`,
      "Kurangi daftar, atau sepakati batas baru dengan pembayar lain.",
    ],
    [
      "More NIK than were agreed for this year.",
      `Asked ${asked}, left ${left}`,
      "Shorten the list, or agree on a new limit with the other payer.",
    ],
  ],
  no_numbers: ({ file }) => [
    [
      "Tidak ada NIK utuh yang dapat ditanyakan.",
      file,
      "Pakai daftar dengan kolom NIK berisi 16 angka, misalnya data/persons.csv dari hasil.",
    ],
    [
      "No whole NIK can be asked about.",
      file,
      "Use a list with a column of 16-digit NIK, such as data/persons.csv of a run.",
    ],
  ],
  list_unreadable: ({ file }) => [
    [
      "Daftar tidak dapat dibaca.",
      file,
      "Simpan sebagai .csv atau .xlsx tanpa kata sandi, dengan judul kolom NIK.",
    ],
    [
      "The list cannot be read.",
      file,
      "Save it as .csv or .xlsx without a password, with a column headed NIK.",
    ],
  ],
  wrong_step: ({ expected }) => [
    [
      "Ini berkas langkah lain.",
      "Langkah di baris pertama berkas",
      expected === "offer"
        ? "Untuk menjawab, pakai berkas tawaran (offer) dari pihak yang bertanya."
        : "Untuk menyelesaikan, pakai berkas jawaban (answer) dari pihak yang menjawab.",
    ],
    [
      "This is a file of another step.",
      "Step in the first line of the file",
      expected === "offer"
        ? "To answer, use the offer of the asking side."
        : "To finish, use the answer of the other side.",
    ],
  ],
  session_unknown: ({ session }) => [
    [
      "Pertukaran ini tidak dimulai di sini.",
      `Nomor ${session}`,
      "Pakai komputer tempat tawarannya dibuat; lihat ./payung overlap sessions",
    ],
    [
      "This exchange was not begun here.",
      `Number ${session}`,
      "Use the computer where the offer was made; see ./payung overlap sessions",
    ],
  ],
  session_ended: ({ session }) => [
    [
      "Pertukaran ini sudah selesai atau dibatalkan.",
      `Nomor ${session}`,
      "Bila perlu, mulai lagi dengan tawaran baru.",
    ],
    [
      "This exchange is finished or was cancelled.",
      `Number ${session}`,
      "If need be, begin again with a new offer.",
    ],
  ],
  answered_already: ({ session }) => [
    [
      "Tawaran ini sudah dijawab; setiap tawaran dijawab satu kali.",
      `Nomor ${session}`,
      "Kirim jawaban yang sudah dibuat, atau minta tawaran baru.",
    ],
    [
      "This offer was answered already; each is answered once.",
      `Number ${session}`,
      "Send the answer that was made, or ask for a new offer.",
    ],
  ],
  another_offer: () => [
    [
      "Jawaban ini bukan untuk tawaran yang dikirim.",
      "Sidik jari tawaran di baris pertama",
      "Minta jawaban atas tawaran yang terakhir Anda kirim.",
    ],
    [
      "This answer is not to the offer that was sent.",
      "Hash of the offer in the first line",
      "Ask for the answer to the offer that you sent last.",
    ],
  ],
}
