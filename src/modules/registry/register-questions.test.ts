import { describe, expect, test } from "vitest"
import { compileAreas } from "../intake/index.ts"
import { assemblePersons } from "./assemble.ts"
import { areaReader } from "./population-area.ts"
import { readRegisters } from "./read-registers.ts"
import { registerQuestions } from "./register-questions.ts"
import { day, factsWith, nikNumber, ROUND, rowWith, textWorkbook } from "./testing.ts"

const NIK = nikNumber(1)
const read = (name: string, ...lines: string[]) =>
  readRegisters([{ name, workbook: textWorkbook(lines) }], [], ROUND)

describe("a column that a criterion needs and nobody can find is told", () => {
  test.each`
    file              | header                                                  | lacking
    ${"dukcapil.csv"} | ${"NIK|NAMA|HASIL|TGL LHR SESUAI?|TERCATAT TGL"}        | ${["resident_since"]}
    ${"dukcapil.csv"} | ${"NIK|NAMA|STATUS|TGL LHR SESUAI?|TERDAFTAR SEJAK"}    | ${[]}
    ${"dukcapil.csv"} | ${"NIK|NAMA|KETEMU|TERCATAT SEJAK"}                     | ${["result", "birth_matches"]}
    ${"bpjs.csv"}     | ${"NIK|KPJ|GOL|PEMBAYAR|STATUS"}                        | ${["segment"]}
    ${"bpjs.csv"}     | ${"NIK|KPJ|STATUS"}                                     | ${["segment", "payer"]}
    ${"bpjs.csv"}     | ${"NIK|KPJ|SEGMENTASI|DIBAYAR OLEH|STATUS KEPESERTAAN"} | ${[]}
    ${"desil.csv"}    | ${"NIK|NAMA|TINGKAT"}                                   | ${["decile"]}
    ${"jawaban.csv"}  | ${"BERKAS|BARIS|JAWABAN"}                               | ${["field"]}
    ${"provinsi.csv"} | ${"NAMA|KOTA|SEJAK"}                                    | ${["nik"]}
    ${"provinsi.csv"} | ${"NIK|NAMA|GOLONGAN DARAH"}                            | ${[]}
  `("$file with $header lacks $lacking", ({ file, header, lacking }) => {
    const registers = read(file, header, NIK)
    expect(registers.files.map((entry) => entry.lacking)).toEqual([lacking])
    expect(registerQuestions(registers)).toHaveLength(lacking.length > 0 ? 1 : 0)
  })

  test("a field check without a reason", () => {
    const workbook = textWorkbook(["NIK|NAMA|HASIL|TGL CEK|ZODIAK", NIK])
    const [file] = readRegisters([], [{ name: "cek.csv", workbook }], ROUND).files
    expect(file).toMatchObject({ lacking: ["reason"], unread: ["ZODIAK"] })
  })

  test("the sentence names the file, the columns sought, those not understood and the remedy", () => {
    const header = "NO|NIK|NAMA|HASIL|TGL LHR SESUAI?|TERCATAT TGL"
    expect(registerQuestions(read("dukcapil.csv", header, `1|${NIK}`))).toEqual([
      {
        file: "dukcapil.csv",
        sentence:
          "Kolom yang dibutuhkan tidak ditemukan di dukcapil.csv: Penduduk sejak. Kolom yang " +
          "tidak dikenali: TERCATAT TGL. Beri judul kolom Penduduk sejak pada kolom yang " +
          "memuatnya, atau minta kolom itu kepada pengirim.",
      },
    ])
  })

  test("a file whose meaning nothing shows", () => {
    const [question] = registerQuestions(read("m.csv", "NIK|NAMA|ZODIAK", NIK))
    expect(question?.file).toBe("m.csv")
    expect(question?.sentence).toMatch(/^Tidak diketahui daftar apa m\.csv ini.*ZODIAK/)
  })

  test("a form without a line lacks nothing", () =>
    expect(registerQuestions(read("bpjs.csv", "NIK|KPJ|STATUS"))).toEqual([]))
})

describe("a list of members that names no payer", () => {
  test.each`
    header                           | line                    | received | lines
    ${"NIK|KPJ|STATUS"}              | ${"1|AKTIF"}            | ${false} | ${0}
    ${"NIK|KPJ|STATUS|SEGMEN"}       | ${"1|AKTIF|BPU"}        | ${false} | ${0}
    ${"NIK|KPJ|STATUS|SEGMEN"}       | ${"1|AKTIF|PU"}         | ${false} | ${1}
    ${"NIK|KPJ|STATUS|PEMBAYAR"}     | ${"1|AKTIF|PT Maju"}    | ${true}  | ${1}
    ${"NIK|KPJ|STATUS|SEGMEN|PAYER"} | ${"1|AKTIF|BPU|Pemkot"} | ${true}  | ${1}
  `("$header $line: received $received", ({ header, line, received, lines }) => {
    const registers = read("bpjs.csv", header, `${NIK}|${line}`)
    expect(registers.received.has("membership")).toBe(received)
    expect(registers.memberships.get(NIK) ?? []).toHaveLength(lines)
  })
})

describe("where the lists give no kelurahan, the population office's counts", () => {
  const areas = compileAreas([
    { code: "64.71.01.1001", name: "Manggar", aliases: [] },
    { code: "64.71.01.1002", name: "Teritip", aliases: [] },
  ])
  test.each`
    listed             | column              | written            | expected
    ${null}            | ${"KODE_KELURAHAN"} | ${"64.71.01.1002"} | ${"64.71.01.1002"}
    ${null}            | ${"kode wilayah"}   | ${"6471011002"}    | ${"64.71.01.1002"}
    ${null}            | ${"Kelurahan"}      | ${"Kel. Teritip"}  | ${"64.71.01.1002"}
    ${null}            | ${"kode_kelurahan"} | ${"64.72.01.1002"} | ${null}
    ${null}            | ${"kode_kelurahan"} | ${""}              | ${null}
    ${"64.71.01.1001"} | ${"kode_kelurahan"} | ${"64.71.01.1002"} | ${"64.71.01.1001"}
  `("$listed with $column $written: $expected", ({ listed, column, written, expected }) => {
    const header = `NIK|NAMA|HASIL|TGL LHR SESUAI?|TERCATAT SEJAK|${column}`
    const line = `${NIK}|ASEP SURYANA|SESUAI|Y|2010-01-01|${written}`
    const rows = [factsWith({ row: rowWith({ areaCode: listed }), areaCode: listed })]
    const [person] = assemblePersons([rows], {
      tenantId: 1,
      registers: read("dukcapil.csv", header, line),
      referenceOn: day("2025-11-15"),
      registrationOn: day("2026-01-01"),
      anchorOf: () => "anchor",
      areaOf: areaReader(areas),
    })
    expect(person?.areaCode).toBe(expected)
  })
})
