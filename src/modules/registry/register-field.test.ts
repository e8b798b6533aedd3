import { describe, expect, test } from "vitest"
import { registerFieldOf } from "./register-field.ts"

describe("a header means a column by its words", () => {
  test.each`
    header                         | field
    ${"TERCATAT SEJAK"}            | ${"resident_since"}
    ${"Penduduk sejak"}            | ${"resident_since"}
    ${"Kependudukan sejak"}        | ${"resident_since"}
    ${"Warga mulai"}               | ${"resident_since"}
    ${"SEJAK BERDOMISILI"}         | ${"resident_since"}
    ${"Tgl kedatangan"}            | ${"resident_since"}
    ${"ktp_balikpapan_sejak"}      | ${"resident_since"}
    ${"Terdaftar sejak"}           | ${"since"}
    ${"Mulai_dibayar"}             | ${"since"}
    ${"Segmentasi"}                | ${"segment"}
    ${"SEGMENNYA"}                 | ${"segment"}
    ${"Kategori Kepesertaan"}      | ${"segment"}
    ${"Jenis Peserta"}             | ${"segment"}
    ${"Penyebab"}                  | ${"reason"}
    ${"Sebabnya"}                  | ${"reason"}
    ${"Temuan lapangan"}           | ${"reason"}
    ${"Alasannya"}                 | ${"reason"}
    ${"TGL LHR SESUAI?"}           | ${"birth_matches"}
    ${"Kesesuaian tanggal lahir"}  | ${"birth_matches"}
    ${"Kecocokan TTL"}             | ${"birth_matches"}
    ${"Tanggal lahir sesuai KTP"}  | ${"birth_date"}
    ${"Nama sesuai KTP"}           | ${"name"}
    ${"Skor kemiripan nama"}       | ${"name_similarity"}
    ${"Persentase nama"}           | ${"name_similarity"}
    ${"Tgl kepindahan"}            | ${"moved_on"}
    ${"Pindah tanggal"}            | ${"moved_on"}
    ${"Tanggal dikeluarkan KTP"}   | ${null}
    ${"TGL_WAFATNYA"}              | ${"died_on"}
    ${"Penyebab kematian"}         | ${"reason"}
    ${"No akta kematian"}          | ${null}
    ${"Dibayarkan oleh"}           | ${"payer"}
    ${"Nama Perusahaan"}           | ${"payer"}
    ${"Sumber iuran"}              | ${"payer"}
    ${"Yang membayar"}             | ${"payer"}
    ${"Pembayaran terakhir"}       | ${"last_paid"}
    ${"bulan_iuran_akhir"}         | ${"last_paid"}
    ${"Keaktifan"}                 | ${"membership_status"}
    ${"Aktif?"}                    | ${"membership_status"}
    ${"Statusnya"}                 | ${null}
    ${"Status perkawinan"}         | ${null}
    ${"Status NIK"}                | ${"result"}
    ${"Status verifikasi"}         | ${"result"}
    ${"Hasilnya"}                  | ${"result"}
    ${"Hasil padanan NIK"}         | ${"result"}
    ${"Hasil: dibayar provinsi"}   | ${"result"}
    ${"Kesimpulan"}                | ${"result"}
    ${"NIK ditemukan?"}            | ${"result"}
    ${"Dikunjungi tgl"}            | ${"checked_on"}
    ${"Tgl pemeriksaan"}           | ${"checked_on"}
    ${"Waktu verifikasi lapangan"} | ${"checked_on"}
    ${"Nama petugas"}              | ${"officer"}
    ${"Diperiksa oleh"}            | ${"officer"}
    ${"Penanggung jawab"}          | ${"officer"}
    ${"desil_nasional"}            | ${"decile"}
    ${"Tingkat kesejahteraan"}     | ${"decile"}
    ${"tanggal_rilis"}             | ${"version"}
    ${"isi_yang_benar"}            | ${"value"}
    ${"Jawabannya"}                | ${"value"}
    ${"nama_file"}                 | ${"file"}
    ${"Nomor baris"}               | ${"row"}
    ${"KODE_WILAYAH"}              | ${"area"}
    ${"dari_bulan"}                | ${"month_from"}
    ${"sampai_bulan"}              | ${"month_to"}
    ${"Nomor kepesertaan"}         | ${"kpj"}
    ${"no_kartu_keluarga"}         | ${"kk"}
    ${"Jenis kerja"}               | ${"sector"}
    ${"Bidang usaha"}              | ${"sector"}
    ${"Golongan darah"}            | ${null}
    ${"Alamat KTP"}                | ${null}
    ${"Agama"}                     | ${null}
    ${"TERCATAT TGL"}              | ${null}
  `("$header: $field", ({ header, field }) => expect(registerFieldOf(header)).toBe(field))
})
