import type { SendingTexts } from "./finding-parts.ts"

/** What a finding says about a list that was sent again, came back, or could be either. */
export const SENDING_TEXT_ID: SendingTexts = {
  FILE_DUPLICATE: {
    what: "Berkas ini salinan berkas lain",
    where: 'isinya sama dengan "{before}"',
    how: "Baris di salinan tidak dihitung; tidak perlu diubah.",
  },
  FILE_RESEND: {
    what: "Baris ini sama dengan kiriman sebelumnya",
    where: 'kiriman sebelumnya "{before}"',
    how: "Kiriman terakhir yang dihitung; tidak perlu diubah.",
  },
  RESEND_CHANGED: {
    what: "Baris ini berubah dari kiriman sebelumnya",
    where: 'kiriman sebelumnya "{before}"',
    how: "Kiriman terakhir yang dihitung; tidak perlu diubah.",
  },
  RESEND_MISSING: {
    what: "Orang ini tidak ada lagi di kiriman ulang",
    where: 'kiriman ulang "{before}"',
    how: 'Biarkan bila orangnya tetap diusulkan; tulis "batal" di kolom keterangan bila tidak.',
  },
  ROW_SUPERSEDED: {
    what: "Baris diganti oleh kiriman ulang",
    where: 'kiriman ulang "{before}"',
    how: "Kiriman terakhir yang dihitung; tidak perlu diubah.",
  },
  NOT_PROPOSED: {
    what: "Tidak diusulkan lagi menurut pengirim",
    where: '{cell} berisi "{before}"',
    how: "Tidak dihitung sebagai calon. Bila keliru, perbaiki sel itu lalu kirim lagi.",
  },
  STANDING_DISPUTED: {
    what: "Kantor lain menyebut orang ini tidak dapat diusulkan lagi",
    where: '{cell}, lawan "{before}"',
    how: "Tanyakan kepada kedua kantor; yang tetap mengusulkan menjawabnya di lembar Status usulan.",
  },
  ROW_UNCHANGED: {
    what: "Baris kembali tanpa perubahan",
    where: 'sama dengan "{before}"',
    how: "Baris asalnya tetap berlaku; tidak perlu diubah.",
  },
  FILE_ORIGIN_UNKNOWN: {
    what: "Berkas perbaikan ini kembali, tetapi berkas asalnya tidak ada di folder",
    where: 'berkas "{file}" dibaca sebagai daftar biasa',
    how: "Kembalikan berkas asalnya ke folder usulan, atau biarkan bila berkas ini memuat semua baris.",
  },
  FILE_RESEND_UNCLEAR: {
    what: "Tidak jelas apakah berkas ini pengganti atau tambahan",
    where:
      'sebagian besar orang di berkas "{file}" juga ada di berkas "{before}"; keduanya dihitung',
    how: "Tulis pengganti, tambahan atau perbaikan di kolom Keterangan surat masuk.",
  },
  FILE_ORDER_ASSUMED: {
    what: "Urutan kiriman disimpulkan, bukan dari surat masuk",
    where: 'berkas "{file}" dianggap lebih baru daripada berkas "{before}"',
    how: "Periksa permintaan/surat-masuk.xlsx, perbaiki urutannya, lalu simpan di folder sebagai surat-masuk.xlsx.",
  },
}
