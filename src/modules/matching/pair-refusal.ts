/** Why a verdict is not taken. */
export type PairRefusal = {
  readonly kind:
    | "pair_unknown"
    | "reason_missing"
    | "judged_meanwhile"
    | "register_knows_two"
    | "nothing_said"
}

export interface PairMessage {
  readonly code: string
  /** What, where and how: one sentence each. */
  readonly id: readonly [what: string, where: string, how: string]
  readonly en: readonly [what: string, where: string, how: string]
}

const MESSAGES: Readonly<Record<PairRefusal["kind"], PairMessage>> = {
  pair_unknown: {
    code: "PAIR_UNKNOWN",
    id: [
      "Pasangan baris ini tidak ada pada proses terakhir.",
      "Nomor pasangan",
      "Lihat daftar pasangan dan pilih dari sana.",
    ],
    en: [
      "The last run has no such pair of rows.",
      "Number of the pair",
      "See the list of pairs and choose from it.",
    ],
  },
  reason_missing: {
    code: "REASON_MISSING",
    id: [
      "Alasan belum diisi; tidak ada yang disimpan.",
      "Alasan keputusan",
      "Tulis singkat dari mana Anda tahu, misalnya: sudah ditanyakan kepada ketua RT.",
    ],
    en: [
      "No reason was given; nothing was saved.",
      "Reason of the verdict",
      "Write briefly how you know, for example: the head of the RT was asked.",
    ],
  },
  judged_meanwhile: {
    code: "JUDGED_MEANWHILE",
    id: [
      "Orang lain sudah memutuskan pasangan ini; keputusan Anda tidak disimpan.",
      "Pasangan baris",
      "Muat ulang pasangan ini, lihat keputusannya, lalu putuskan lagi bila perlu.",
    ],
    en: [
      "Somebody else judged this pair; your verdict was not saved.",
      "Pair of rows",
      "Load the pair again, see what was said, and judge again if need be.",
    ],
  },
  register_knows_two: {
    code: "REGISTER_KNOWS_TWO",
    id: [
      "Dukcapil mengenal dua orang dengan dua NIK ini; keduanya tidak dapat digabungkan begitu saja.",
      "NIK pada kedua baris",
      "Tanyakan kepada Dukcapil. Bila memang satu orang, nyatakan dengan sengaja dan tulis buktinya.",
    ],
    en: [
      "The population register knows two people with these two NIK; they cannot simply be joined.",
      "NIK of both rows",
      "Ask Dukcapil. If they are one person after all, say so on purpose and write the evidence.",
    ],
  },
  nothing_said: {
    code: "NOTHING_SAID",
    id: [
      "Belum ada keputusan yang dapat ditarik.",
      "Pasangan baris",
      "Putuskan dahulu, atau biarkan terbuka.",
    ],
    en: [
      "There is no verdict that could be withdrawn.",
      "Pair of rows",
      "Judge it first, or leave it open.",
    ],
  },
}

export function describePairRefusal({ kind }: PairRefusal): PairMessage {
  return MESSAGES[kind]
}
