import { describe, expect, test } from "vitest"
import { readRegisters } from "./read-registers.ts"
import { registerKindOf } from "./register-kind.ts"
import { decileOn } from "./registers.ts"
import { day, nikNumber, ROUND, textTable, textWorkbook } from "./testing.ts"

describe("a register is recognised by its columns, else by its name or title", () => {
  test.each`
    kind                | file                        | header
    ${"population"}     | ${"dukcapil-padan.csv"}     | ${"nik_diajukan|nama_diajukan|tgl_lahir_diajukan|hasil|kemiripan_nama|tgl_lahir_cocok|tgl_meninggal"}
    ${"population"}     | ${"x.csv"}                  | ${"NIK|STATUS_PADAN|KEMIRIPAN|TGL_LAHIR_COCOK|TMT_DOMISILI"}
    ${"population"}     | ${"export 7.xlsx"}          | ${"National ID|Name|Match result|Date of death|Resident since"}
    ${"population"}     | ${"a.csv"}                  | ${"NIK|NAMA LENGKAP|HASIL|PENDUDUK SEJAK"}
    ${"population"}     | ${"b.csv"}                  | ${"nik|nama|tgl wafat|tgl pindah"}
    ${"population"}     | ${"hasil padan SIAK.csv"}   | ${"nik|nama|keterangan"}
    ${"membership"}     | ${"bpjs-kepesertaan.csv"}   | ${"nik|kpj|segmen|pembayar|status|sejak|iuran_terakhir"}
    ${"membership"}     | ${"x.csv"}                  | ${"NIK|NO PESERTA|JENIS KEPESERTAAN|PEMBERI KERJA|STATUS"}
    ${"membership"}     | ${"members.xlsx"}           | ${"National ID|Participant|Segment|Employer|Status|Since"}
    ${"membership"}     | ${"BPJS TK Okt.csv"}        | ${"NIK|Nama"}
    ${"membership"}     | ${"c.csv"}                  | ${"NIK|KPJ|STATUS KEPESERTAAN"}
    ${"province"}       | ${"provinsi.csv"}           | ${"nik|nama|kab_kota|kelurahan|pekerjaan|sejak"}
    ${"province"}       | ${"d.csv"}                  | ${"NIK|NAMA|KABUPATEN/KOTA|TMT"}
    ${"province"}       | ${"Pemprov Kaltim.xlsx"}    | ${"No|NIK|Nama"}
    ${"decile"}         | ${"dtsen-desil.csv"}        | ${"nik|no_kk|desil|versi"}
    ${"decile"}         | ${"e.csv"}                  | ${"NIK|NAMA|PERINGKAT KESEJAHTERAAN"}
    ${"decile"}         | ${"f.csv"}                  | ${"national id|decile|version"}
    ${"decile"}         | ${"DTKS 2025.xlsx"}         | ${"NIK|Nama|Alamat KK"}
    ${"recipients"}     | ${"penerima-2025.csv"}      | ${"no|nik|nama|kelurahan|sektor|kpj|bulan_awal|bulan_akhir"}
    ${"recipients"}     | ${"g.csv"}                  | ${"NIK|NAMA|KPJ|PERIODE MULAI|PERIODE SELESAI"}
    ${"recipients"}     | ${"Peserta 2025.csv"}       | ${"NIK|Nama|Kelurahan"}
    ${"disability"}     | ${"disabilitas.csv"}        | ${"nik|nama|ragam|tingkat|kelurahan"}
    ${"disability"}     | ${"h.csv"}                  | ${"NIK|NAMA|JENIS KECACATAN"}
    ${"female_head"}    | ${"kk-perempuan.csv"}       | ${"nik|no_kk|nama|kelurahan|tanggungan"}
    ${"female_head"}    | ${"PEKKA.xlsx"}             | ${"NIK|Nama"}
    ${"answers"}        | ${"jawaban.csv"}            | ${"tanggal_jawab|berkas|lembar|baris|bidang|nilai|keterangan"}
    ${"answers"}        | ${"i.csv"}                  | ${"FILE|SHEET|ROW|FIELD|VALUE"}
    ${"answers"}        | ${"j.xlsx"}                 | ${"Nama file|Lembar|No baris|Kolom|Perbaikan"}
    ${"field_check"}    | ${"k.csv"}                  | ${"No|NIK|Nama|Sektor|Hasil|Alasan|Tanggal|Petugas|No BA"}
    ${"field_check"}    | ${"l.csv"}                  | ${"NIK|NAMA|KESIMPULAN|TGL KUNJUNGAN|VERIFIKATOR"}
    ${"civil_servant"}  | ${"daftar ASN kota.csv"}    | ${"NIK|NAMA|INSTANSI"}
    ${"civil_servant"}  | ${"pensiunan_TNI.csv"}      | ${"NIK|Nama"}
    ${"company"}        | ${"CSR Pertamina.csv"}      | ${"NIK|Nama"}
    ${"registration"}   | ${"hasil pendaftaran.xlsx"} | ${"NIK|Nama|KPJ|Status|Keterangan"}
    ${"membership"}     | ${"bpjs.xlsx"}              | ${"NIK|Nama|KPJ|Status|Keterangan"}
    ${"decile"}         | ${"export.xlsx"}            | ${"No|ID Keluarga P3KE|Provinsi|Desil Kesejahteraan|ID Individu|Nama|NIK|Padan Dukcapil|Status Kawin"}
    ${"residents"}      | ${"biodata.csv"}            | ${"NIK|NO_KK|NAMA_LGKP|JENIS_KLMIN|TMPT_LHR|TGL_LHR|STAT_HBKEL|JENIS_PKRJN"}
    ${"social_aid"}     | ${"art.csv"}                | ${"IDBDT|IDARTBDT|KDDESA|NoPesertaPKH|Nama|JnsKel|TglLahir|NIK|NoKK"}
    ${"civil_servant"}  | ${"export 3.xlsx"}          | ${"No|NIP|Nama|NIK|Golongan|Unit Kerja"}
    ${"civil_servant"}  | ${"oktober.xlsx"}           | ${"NOTAS|Nama Pensiunan|NIK|TMT Pensiun"}
    ${"business_owner"} | ${"oss.xlsx"}               | ${"NIB|Nama Pemilik|NIK|KBLI|Skala Usaha"}
    ${null}             | ${"m.csv"}                  | ${"NIK|Nama|Alamat"}
  `("$file: $kind", ({ kind, file, header }) => {
    expect(registerKindOf(textTable(file, [header, nikNumber(1)]))).toBe(kind)
  })

  test("a known list gives its labels their meaning, and none of them is unread", () => {
    const line = `${nikNumber(1)}|6471010101049001|ASEP|L|BONE|1980-08-17|1|NELAYAN`
    const header = "NIK|NO_KK|NAMA_LGKP|JENIS_KLMIN|TMPT_LHR|TGL_LHR|STAT_HBKEL|JENIS_PKRJN"
    const table = textTable("biodata.csv", [header, line])
    expect(Object.fromEntries(table.columns)).toEqual({
      nik: 0,
      kk: 1,
      name: 2,
      birth_date: 5,
      sector: 7,
    })
    expect(table.unread).toEqual([])
  })

  test("kinds that nothing uses yet are received and counted", () => {
    const lines = [`1234|ASEP|${nikNumber(1)}|56101|Mikro`, "1235|BUDI|x|56101|Mikro"]
    const { received, files } = read(
      named("oss.xlsx", "NIB|Nama Pemilik|NIK|KBLI|Skala Usaha", ...lines),
    )
    expect([...received]).toEqual(["business_owner"])
    expect(files).toMatchObject([{ kind: "business_owner", records: 2, unusable: 1 }])
  })

  test("titles stand above the header, and name a list that its columns do not", () => {
    const lines = ["PEMERINTAH PROVINSI", "Daftar penerima iuran", "", "No|NIK|Nama", "1|x|ASEP"]
    const table = textTable("lampiran.xlsx", lines)
    expect(registerKindOf(table)).toBe("province")
    expect(table.records.map((record) => record.row)).toEqual([5])
  })
})

const [A, B] = [nikNumber(1), nikNumber(2)]
const named = (name: string, ...lines: string[]) => ({ name, workbook: textWorkbook(lines) })
const read = (...files: ReturnType<typeof named>[]) => readRegisters(files, [], ROUND)

describe("what a register says of a number", () => {
  test.each`
    status               | active
    ${"AKTIF"}           | ${true}
    ${"Active"}          | ${true}
    ${"Y"}               | ${true}
    ${"terdaftar"}       | ${true}
    ${"NON AKTIF"}       | ${false}
    ${"NONAKTIF"}        | ${false}
    ${"Tidak aktif"}     | ${false}
    ${"Tidak terdaftar"} | ${false}
    ${"berhenti"}        | ${false}
    ${"expired"}         | ${false}
    ${"?"}               | ${false}
  `("membership $status is active: $active", ({ status, active }) => {
    const line = `${A}|99000000001|PU|PT Maju|${status}`
    const { memberships } = read(named("bpjs.csv", "nik|kpj|segmen|pembayar|status", line))
    expect(memberships.get(A)?.[0]?.active).toBe(active)
  })

  test("a membership list without a status column lists active members", () => {
    const file = named("bpjs.csv", "nik|kpj|segmen|pembayar", `${A}|99000000001|BPU|mandiri`)
    expect(read(file).memberships.get(A)).toMatchObject([{ active: true }])
  })

  test("a list with a column of answers lists those whom it affirms", () => {
    const lines = [`${A}|ASEP|Ya`, `${B}|BUDI|Tidak`, `${nikNumber(3)}|CICI|`]
    const { province, received } = read(named("provinsi.csv", "NIK|Nama|Hasil", ...lines))
    expect([...province]).toEqual([A])
    expect([...received]).toEqual(["province"])
  })

  test("a list whose meaning nothing shows is a question, never a register", () => {
    const { received, unknownFiles } = read(named("m.csv", "NIK|Nama|Alamat", `${A}|ASEP|x`))
    expect([...received]).toEqual([])
    expect(unknownFiles).toEqual(["m.csv"])
  })

  test("lines that identify nobody are counted", () => {
    const lines = [`${A}|ringan`, "6,47105E+15|berat", "0000000000000000|berat", "|sedang"]
    const { disabled, files } = read(named("disabilitas.csv", "nik|ragam", ...lines))
    expect([...disabled]).toEqual([A])
    expect(files).toMatchObject([{ records: 4, unusable: 3 }])
  })

  test("of two lines about a recipient the same one counts in any order of the files", () => {
    const [x, y] = [
      named("penerima-2025.csv", "nik|nama|kpj|bulan_awal", `${A}|ASEP|1|2025-04`),
      named("penerima-2025 b.csv", "nik|nama|kpj|bulan_awal", `${A}|ASEP S|1|2025-04`),
    ]
    expect(read(x, y).recipients).toEqual(read(y, x).recipients)
  })
})

describe("the decile on the reference date", () => {
  const at = (decile: number, on: string | null) => ({
    decile,
    versionOn: on === null ? null : day(on),
  })
  test.each`
    versions                                      | decile
    ${[]}                                         | ${null}
    ${[at(4, "2025-10-01")]}                      | ${4}
    ${[at(2, "2025-04-01"), at(5, "2025-10-01")]} | ${5}
    ${[at(5, "2025-11-15"), at(2, "2025-11-16")]} | ${5}
    ${[at(2, "2025-11-16")]}                      | ${null}
    ${[at(3, null)]}                              | ${3}
    ${[at(3, null), at(6, "2020-01-01")]}         | ${6}
    ${[at(7, "2025-10-01"), at(6, "2025-10-01")]} | ${6}
  `("$versions: $decile", ({ versions, decile }) => {
    expect(decileOn(versions, day("2025-11-15"))?.decile ?? null).toBe(decile)
    expect(decileOn([...versions].reverse(), day("2025-11-15"))?.decile ?? null).toBe(decile)
  })
})
