import { describe, expect, test } from "vitest"
import { fieldText, formatCsv, parseCsv } from "./csv-records.ts"
import { shuffleCycle, shuffleDocument } from "./shuffle-cycle.ts"

const NIKS = Array.from({ length: 8 }, (_, i) => `647101150880${9001 + i}`)

const LIST = [
  "KELURAHAN CONTOH;;;",
  "No;NIK;Nama;Alamat",
  "1;2;3;4",
  `1;${NIKS[0]};SITI A;"Gg. Misal\r\nRT 2"`,
  `2;'${NIKS[1]};"BUDI ""ACIL"" B";Jl. Contoh`,
  `3;;TANPA NIK;Jl. Contoh`,
  `4;6471 0115 0880 9003;RENÉ D;"Jl. A; blok B"`,
  "No;NIK;Nama;Alamat",
  "",
  `5;${NIKS[3]?.slice(0, 15)};KURANG SATU;Jl. Contoh`,
  `6;64710115O8809005;HURUF;Jl. Contoh`,
  `7;${NIKS[5]};RUSTAM;Jl. Contoh`,
  ";;JUMLAH;7",
  ";;NIP. 19770101 200501 9 901;",
].join("\r\n")

const ENCODINGS: readonly [string, (text: string) => Uint8Array][] = [
  ["UTF-8", (text) => Buffer.from(text, "utf8")],
  ["UTF-8 with mark", (text) => Buffer.from(`\ufeff${text}`, "utf8")],
  ["Windows-1252", (text) => Buffer.from(text, "latin1")],
  ["UTF-16 little endian", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 big endian", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
]

const lines = (bytes: Uint8Array): string[] =>
  parseCsv(bytes).records.map((record) => record.fields.join("\u0001"))

describe.each(ENCODINGS)("a csv in %s", (_, encode) => {
  const bytes = encode(LIST)

  test("is written back to the same bytes", () => {
    expect(Buffer.compare(Buffer.from(formatCsv(parseCsv(bytes))), Buffer.from(bytes))).toBe(0)
  })

  test("keeps its records, its size and its mark when shuffled", () => {
    const shuffled = formatCsv(shuffleDocument(parseCsv(bytes), 7).document)
    expect(lines(shuffled).toSorted()).toEqual(lines(bytes).toSorted())
    expect(lines(shuffled)).not.toEqual(lines(bytes))
    expect(shuffled.length).toBe(bytes.length)
    expect(shuffled.slice(0, 3)).toEqual(new Uint8Array(bytes).slice(0, 3))
  })

  test("permutes people only", () => {
    const before = parseCsv(bytes)
    const { document, moved } = shuffleDocument(before, 7)
    expect([...moved.keys()]).toEqual(expect.arrayContaining([4, 5, 6, 7, 10, 11, 12]))
    expect(moved.size).toBe(7)
    for (const place of [1, 2, 3, 8, 9, 13, 14]) {
      expect(document.records[place - 1]).toEqual(before.records[place - 1])
    }
    for (const [from, to] of moved) {
      expect(document.records[to - 1]?.fields).toEqual(before.records[from - 1]?.fields)
    }
  })
})

describe("a shuffled cycle", () => {
  const register = ["nik,desil", ...NIKS.map((nik, i) => `${nik},${i}`)].join("\n")
  const answers = [
    "tgl;file;sheet;baris;isi",
    "2025-11-03;daftar contoh.csv;;6;6471011508809003",
    "2025-11-04;daftar contoh.csv;;12;2500000",
    "2025-11-05;buku.xlsx;Lembar1;12;1500000",
  ].join("\r\n")
  const source = new Map<string, Uint8Array>([
    ["usulan/daftar contoh.csv", Buffer.from(LIST)],
    ["usulan/salinan.csv", Buffer.from(LIST)],
    ["usulan/buku.xlsx", Buffer.from([80, 75, 3, 4])],
    ["register/desil.csv", Buffer.from(register)],
    ["register/jawaban.csv", Buffer.from(answers)],
  ])
  const shuffled = shuffleCycle(source, 3)

  test("answers point to the record they pointed to before", () => {
    expect(answered(shuffled)).toEqual(answered(source))
    expect([...answeredRows(shuffled)].toSorted()).not.toEqual([...answeredRows(source)].toSorted())
  })

  test("other files stay as they are and a byte copy stays one", () => {
    expect(shuffled.get("usulan/buku.xlsx")).toEqual(source.get("usulan/buku.xlsx"))
    expect(shuffled.get("usulan/salinan.csv")).toEqual(shuffled.get("usulan/daftar contoh.csv"))
    expect([...shuffled.keys()].toSorted()).toEqual([...source.keys()].toSorted())
  })

  test("depends on the seed and on nothing else", () => {
    expect(shuffleCycle(source, 3)).toEqual(shuffled)
    expect(shuffleCycle(source, 4)).not.toEqual(shuffled)
  })
})

function answeredRows(folder: ReadonlyMap<string, Uint8Array>): string[] {
  const document = parseCsv(folder.get("register/jawaban.csv") as Uint8Array)
  return document.records.slice(1).map((record) => fieldText(document, record.fields[3]))
}

/** Each answer with the record it is about, as an unordered list. */
function answered(folder: ReadonlyMap<string, Uint8Array>): string[] {
  const document = parseCsv(folder.get("register/jawaban.csv") as Uint8Array)
  const list = parseCsv(folder.get("usulan/daftar contoh.csv") as Uint8Array)
  return document.records
    .slice(1)
    .map(({ fields }) => {
      const own = fields[1] === "daftar contoh.csv"
      const about = own ? list.records[Number(fields[3]) - 1]?.fields.join("|") : fields[3]
      return [fields[0], fields[1], about, fields[4]].join(" ")
    })
    .toSorted()
}
