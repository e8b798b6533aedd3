import { describe, expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import { readCsv } from "../../platform/spreadsheet/csv/read-csv.ts"
import { sourceOfBytes } from "../../platform/spreadsheet/csv/reader.ts"
import { readRegisters } from "./read-registers.ts"
import { nikNumber, ROUND } from "./testing.ts"

const [A, B, C] = [nikNumber(1), nikNumber(2), nikNumber(3)]
const MEMBERS = "nik;kpj;segmen;pembayar;status"
const ANSWERS = "FILE,SHEET,ROW,FIELD,VALUE"

interface Told {
  readonly name: string
  readonly bytes: Uint8Array
  readonly delimiter: string
}

function file(name: string, lines: readonly string[], encoding: BufferEncoding = "utf8"): Told {
  const bytes = Buffer.from(`${lines.join("\r\n")}\r\n`, encoding)
  return { name, bytes, delimiter: lines.some((line) => line.includes(";")) ? ";" : "," }
}

function held(files: readonly Told[]) {
  const named = files.map(({ name, bytes }) => {
    const workbook = readCsv(bytes)
    assert(workbook.ok, "a test's file can be read")
    return { name, workbook: workbook.value }
  })
  return readRegisters(named, [], ROUND)
}

function streamed(files: readonly Told[], numbers: readonly string[]) {
  const streams = files.map(({ name, bytes, delimiter }) => ({
    name,
    source: {
      ...{ bytes: sourceOfBytes(bytes), from: 0, delimiter },
      ...{ encoding: "utf-8" as const, isSure: false },
    },
  }))
  return readRegisters([], [], ROUND, { streams, numbers })
}

describe("a streamed register says of a number what a held one says", () => {
  const members = (...lines: string[]) => file("bpjs.csv", [MEMBERS, ...lines])
  test.each<{ title: string; files: Told[] }>([
    { title: "clean lines", files: [members(`${A};1;PU;PT Maju;AKTIF`, `${B};2;BPU;x;AKTIF`)] },
    {
      title: "marks around digits, quotes, blank lines and damaged numbers",
      files: [
        members(
          `"${A}";1;PU;"PT ""Maju""";AKTIF`,
          "",
          `'${B};2;PU;PT Jaya;AKTIF`,
          "  ;;;;",
          `${C.slice(0, 4)} ${C.slice(4)};3;PU;PT Jaya;AKTIF`,
          "6,47105E+15;4;PU;PT Jaya;AKTIF",
          "0000000000000000;5;PU;PT Jaya;AKTIF",
          "1234567890123456;6;PU;PT Jaya;AKTIF",
          ";7;PU;PT Jaya;AKTIF",
        ),
      ],
    },
    {
      title: "a title above, and the text of Windows",
      files: [
        file(
          "x.csv",
          ["DAFTAR PESERTA", "", MEMBERS, `${A};1;PU;Café;AKTIF`, `${B};2;PU;PT Jaya;NON AKTIF`],
          "latin1",
        ),
      ],
    },
    {
      title: "the population office's answers",
      files: [
        file("dukcapil.csv", [
          "nik_diajukan,nama_diajukan,tgl_lahir_diajukan,hasil,kemiripan_nama,tgl_lahir_cocok,tgl_meninggal",
          `${A},ASEP,17-08-1980,SESUAI,100,Y,`,
          `${B},BUDI,17-08-1980,MENINGGAL,100,Y,01-10-2025`,
          `${A},ASEP,17-08-1980,SESUAI,100,Y,`,
          `${nikNumber(9)},SITI,17-08-1980,SESUAI,100,Y,`,
        ]),
      ],
    },
    {
      title: "a list whose meaning nothing shows",
      files: [file("m.csv", ["NIK,Nama,Alamat", `${A},ASEP,x`])],
    },
    {
      title: "a list without a column of numbers",
      files: [file("bpjs.csv", ["kpj,segmen,pembayar,status", "1,PU,PT Maju,AKTIF"])],
    },
    { title: "no header", files: [file("n.csv", [`${A},ASEP`])] },
  ])("$title", ({ files }) => {
    const numbers = [A, B, C]
    const whole = held(files)
    const passing = streamed(files, numbers)
    const { files: sheets, received, unknownFiles } = whole
    expect(passing).toMatchObject({ files: sheets, received, unknownFiles })
    for (const nik of numbers) {
      expect(passing.memberships.get(nik)).toEqual(whole.memberships.get(nik))
      expect(passing.population.get(nik)).toEqual(whole.population.get(nik))
    }
  })

  test("lines about nobody in question are counted and not kept", () => {
    const lines = [`${A};1;PU;x;AKTIF`, `${B};2;PU;x;AKTIF`, `${C};3;PU;x;AKTIF`]
    const { memberships, files } = streamed([file("bpjs.csv", [MEMBERS, ...lines])], [B])
    expect([[...memberships.keys()], files[0]?.records, files[0]?.unusable]).toEqual([[B], 3, 0])
  })

  test("a number that only an answer tells is asked about, whichever file comes first", () => {
    const files = [
      file("bpjs.csv", [MEMBERS, `${B};2;PU;PT Maju;AKTIF`]),
      file("jawaban.csv", [ANSWERS, `daftar.xlsx,Sheet1,5,NIK,${B}`]),
    ]
    const { memberships, answers } = streamed(files, [A])
    expect([memberships.get(B)?.length, answers.length]).toEqual([1, 1])
  })
})
