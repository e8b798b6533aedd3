import { describe, expect, test } from "vitest"
import { checkResult, type CheckResult } from "./check-result.ts"
import { latestCheck, readFieldChecks, type FieldCheck } from "./field-check.ts"
import { day, nikNumber, ROUND, textTable } from "./testing.ts"

// "result # reason", as officers write them.
const WORDS: Readonly<Record<CheckResult | "null", string>> = {
  confirmed: `SESUAI|sesuai|Sesuai ✓|ok|OK!|y|Ya|layak|LAYAK.|cocok|benar|v|✓|1|ada|lolos|MS
    |memenuhi syarat|Sesuai, masih aktif melaut|sesuai # nelayan sejak 1990|ok # anggota KUB
    |aktif # belum menikah|valid|terverifikasi
    |sesuai # sudah tidak bekerja di perusahaan, sekarang nelayan|ya # bukan pemberi kerja
    |sesuai # tidak punya karyawan`,
  employer: `TIDAK SESUAI # mempunyai karyawan|ts # punya 3 anak buah|tdk # juragan kapal
    |TMS # pemberi kerja|tidak # memiliki 5 pekerja|tidak layak # ada 4 karyawan
    |sesuai # mempekerjakan 2 buruh|tidak # majikan`,
  formal_job: `TIDAK SESUAI # sudah bekerja di perusahaan|TS # sdh jadi karyawan pt
    |tidak # kerja di PT Maju|tms # telah diangkat PPPK|tidak # sudah kontrak di pabrik
    |no # pekerja penerima upah|x # sekarang pegawai|tidak # bekerja di cv`,
  no_longer_working: `TIDAK SESUAI # sudah tidak bekerja|ts # berhenti|tidak # sdh tdk melaut
    |tidak # tidak lagi narik|tms # menganggur|tidak # pensiun|tidak # sudah tidak berjualan
    |tidak bekerja|tidak # sudah tidak aktif`,
  not_of_sector: `TIDAK SESUAI # bukan pekerja sektor ini|ts # bukan nelayan|tidak # beda sektor
    |tidak # bukan anggota|tms # bukan ojek|tidak # tidak termasuk sektor
    |tidak # tidak terdaftar di pangkalan|tidak # salah sektor`,
  not_informal: `TIDAK SESUAI # tidak bekerja di sektor informal|ts # bukan informal
    |tidak # bukan pekerja informal`,
  not_found: `TIDAK DITEMUKAN # tidak ditemukan di alamat|tdk ketemu|TIDAK SESUAI # tidak di tempat
    |tidak # rumah kosong|tidak ditemui|ts # alamat palsu|tidak # sudah pindah
    |tidak # tidak dikenal RT|belum ditemui|tidak # tidak ada di alamat`,
  refused: `TIDAK SESUAI|ts|TMS|tidak|no|x|0|gagal|ditolak|tdk sesuai`,
  null: `?|proses|menunggu|lihat BA|sesuai tapi ragu|belum`,
}
const cases = Object.entries(WORDS).flatMap(([result, words]) =>
  words.split("|").map((text) => [text.trim(), result] as const),
)

describe("a field check in the officer's own words", () => {
  test.each(cases)("%s → %s", (text, result) => {
    const [sign = "", reason = ""] = text.split(" # ")
    expect(String(checkResult(sign, reason))).toBe(result)
  })
  test("there are as many lines as promised", () => expect(cases.length).toBeGreaterThan(80))
})

const NIK = nikNumber(1)
const HEADER = "No|NIK|Nama|Sektor|Hasil|Alasan|Tanggal|Petugas|No BA"

describe("lines of a round", () => {
  const read = (...lines: string[]) =>
    readFieldChecks([textTable("verifikasi.csv", [HEADER, ...lines])], ROUND)

  test.each`
    line                                             | counted
    ${`1|${NIK}|ASEP|nelayan|Sesuai||2025-11-14`}    | ${null}
    ${`1|${NIK}|ASEP|nelayan|Sesuai||2025-09-01`}    | ${null}
    ${`1|${NIK}|ASEP|nelayan|Sesuai||2025-08-31`}    | ${"dateBad"}
    ${`1|${NIK}|ASEP|nelayan|Sesuai||2025-11-16`}    | ${"dateBad"}
    ${`1|${NIK}|ASEP|nelayan|Sesuai`}                | ${"dateBad"}
    ${`1|${NIK}|ASEP|nelayan|||2025-11-14`}          | ${"blank"}
    ${"1|647105|ASEP|nelayan|Sesuai||2025-11-14"}    | ${"nikBad"}
    ${`1|${NIK}|ASEP|nelayan|ragu-ragu||2025-11-14`} | ${"unclear"}
  `("$line: $counted", ({ line, counted }) => {
    const { checks, unusable } = read(line)
    expect(checks.length).toBe(counted === null ? 1 : 0)
    const sum = Object.values(unusable).reduce((a, b) => a + b, 0)
    expect(sum + checks.length).toBe(1)
    if (counted !== null) expect(unusable).toMatchObject({ [counted]: 1 })
  })
})

describe("the latest check", () => {
  const check = (on: string, result: CheckResult): FieldCheck => ({
    ...{ nik: NIK, result, checkedOn: day(on), sector: "nelayan", minutes: "", file: "v.csv" },
  })
  test.each`
    checks                                                                  | result         | contradicted
    ${[]}                                                                   | ${undefined}   | ${false}
    ${[check("2025-10-01", "confirmed"), check("2025-10-02", "employer")]}  | ${"employer"}  | ${false}
    ${[check("2025-10-02", "confirmed"), check("2025-10-01", "employer")]}  | ${"confirmed"} | ${false}
    ${[check("2025-10-02", "confirmed"), check("2025-10-02", "confirmed")]} | ${"confirmed"} | ${false}
    ${[check("2025-10-02", "confirmed"), check("2025-10-02", "employer")]}  | ${"confirmed"} | ${true}
  `("$result $contradicted", ({ checks, result, contradicted }) => {
    const latest = latestCheck(checks)
    expect(latest.check?.result).toBe(result)
    expect(latest.contradicted).toBe(contradicted)
    expect(latestCheck([...checks].reverse())).toEqual(latest)
  })
})
