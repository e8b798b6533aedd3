import { describe, expect, test } from "vitest"
import { csvRecords, detectDelimiter } from "./records.ts"
import { brief } from "../fixture.testing.ts"
import { readWorkbook } from "../read-workbook.ts"

async function read(bytes: Uint8Array) {
  const workbook = await readWorkbook(bytes, "x.csv")
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.refusal))
  const { format, encoding, delimiter, sheets } = workbook.value
  return { format, encoding, delimiter, cells: sheets[0] ? brief(sheets[0]) : [] }
}

// Expected as Python's csv.reader splits the same text, but for the last three.
test.each<[string, string, string[][]]>([
  [
    "plain",
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["no end of line", "a,b", [["a", "b"]]],
  ["CRLF, CR and LF", "a\r\nb\rc\n", [["a"], ["b"], ["c"]]],
  ["empty lines", "a\n\n\nb\r\n\r\nc", [["a"], [], [], ["b"], [], ["c"]]],
  ["CR CR LF", "a\r\r\nb", [["a"], [], ["b"]]],
  [
    "empty fields",
    ",\n,,\n",
    [
      ["", ""],
      ["", "", ""],
    ],
  ],
  ["an end after a delimiter", "a,", [["a", ""]]],
  ["quotes", '"a,b","c ""d""",""\n', [["a,b", 'c "d"', ""]]],
  ["a lone quoted nothing", '""\nx', [[""], ["x"]]],
  ["line breaks in quotes", '"a\r\nb",c\nd', [["a\r\nb", "c"], ["d"]]],
  ["a quote inside", 'Jl. "X" 2,b', [['Jl. "X" 2', "b"]]],
  ["text behind a quote", '"Budi" S,b', [["Budi S", "b"]]],
  ["spaces kept", " a , b", [[" a ", " b"]]],
  [
    "a quote never closed",
    '"Budi,1\nSiti,2\n',
    [
      ['"Budi', "1"],
      ["Siti", "2"],
    ],
  ],
  [
    "a stray quote",
    '"Budi,1\nSiti,"x",2',
    [
      ['"Budi', "1"],
      ["Siti", "x", "2"],
    ],
  ],
  ["a quote at the very end", 'a,"', [["a", '"']]],
])("records: %s", (_, text, expected) => {
  expect([...csvRecords(text, ",")]).toEqual(expected)
})

test.each([
  ["a;b;c\n1;2,5;x\n2;3,5;y\n", ";"],
  ["Daftar, 2026\n\nno,nama,alamat\n1,A,x; y\n2,B,z; w\n", ","],
  ["a\tb, c\n1\t2, 3\n2\t3\n", "\t"],
  ["a|b|c\n1|2|3\n", "|"],
  ['"a;b","c;d"\n"e;f","g;h"\n', ","],
  ["sep=;\na,b;c\n1,2;3\n4,5;6\n", ";"],
  ["only one column\n", ","],
  // A form's lines, of which one has a decimal and one a comma.
  ["Nama: A\nUpah: 2,5 jt\nUsia: 40\nRT: 1\nAlamat: Jl. X, 3\n", ";"],
])("delimiter of %j is %j", (text, expected) => {
  expect(detectDelimiter(text)).toBe(expected)
})

describe("encodings", () => {
  const text = "nama;kota\r\nRenée – “X”;Łódź\r\n"
  const western = "nama;kota\r\nRenée;Curaçao\r\n"
  const big = Buffer.from(text, "utf16le").swap16()
  const cases: readonly [string, Uint8Array, string][] = [
    ["utf-8", Buffer.from(text), text],
    ["utf-8-bom", Buffer.from(`\ufeff${text}`), text],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le"), text],
    ["utf-16le", Buffer.from(text, "utf16le"), text],
    ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), big]), text],
    ["utf-16be", big, text],
    ["windows-1252", Buffer.from(western, "latin1"), western],
  ]
  test.each(cases)("%s", async (encoding, bytes, expected) => {
    const [name, city] = expected.split("\r\n")[1]?.split(";") ?? []
    expect(await read(bytes)).toEqual({
      format: "csv",
      encoding,
      delimiter: ";",
      cells: ["1:0 text nama", "1:1 text kota", `2:0 text ${name}`, `2:1 text ${city}`],
    })
  })

  test("the characters that Windows-1252 has and Latin-1 has not", async () => {
    const { cells } = await read(Buffer.from([0x80, 0x2c, 0x93, 0x94, 0x2c, 0x99]))
    expect(cells).toEqual(["1:0 text €", "1:1 text “”", "1:2 text ™"])
  })
})

test("row numbers count empty lines; a declaration of the separator is a record", async () => {
  const { cells } = await read(Buffer.from('sep=;\n\n;x\n"a\nb";=1+1\n\n0123;-\n'))
  expect(cells).toEqual([
    "1:0 text sep=",
    "3:1 text x",
    "4:0 text a\nb",
    "4:1 text =1+1",
    "6:0 text 0123",
    "6:1 text -",
  ])
})

describe("refuses", () => {
  test.each<[string, Uint8Array, string, string]>([
    ["only NUL bytes", new Uint8Array(500), "unreadable", "NUL"],
    ["a NUL in the text", Buffer.from(`a,b\n${"1,2\n".repeat(2000)}\0`), "unreadable", "NUL"],
    [
      "a line without end",
      Buffer.from(`a,b\n1,2\n${"x".repeat(9_000_000)}`),
      "unreadable",
      "longer",
    ],
    ["too many fields", Buffer.from(`a${";".repeat(20_000)}b\n`), "unreadable", "too many fields"],
    ["too many cells", Buffer.from("a;b;c\n".repeat(700_000)), "unreadable", "too many cells"],
    ["an archive", Buffer.from("Rar!\x1a\x07\0"), "foreign", "RAR archive (named .csv)"],
    ["a web page without a table", Buffer.from("<html><p>Masuk dulu</p>"), "foreign", "HTML page"],
    ["another XML", Buffer.from('<?xml version="1.0"?><daftar/>'), "foreign", "XML document"],
    ["an XML page", Buffer.from('<?xml version="1.0"?><html/>'), "foreign", "HTML page"],
    ["other bytes", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), "foreign", "binary"],
    ["an OLE container of no kind", Buffer.from("d0cf11e0a1b11ae100", "hex"), "foreign", "OLE"],
  ])("%s", async (_, bytes, kind, detail) => {
    expect(await readWorkbook(bytes, "x.csv")).toMatchObject({
      ok: false,
      refusal: { kind, detail: expect.stringContaining(detail) },
    })
  })
})

test.each<[string, Uint8Array]>([
  ["no byte", new Uint8Array()],
  ["only a byte order mark", Buffer.from([0xef, 0xbb, 0xbf])],
  ["only blank lines", Buffer.from(" \r\n\t\r\n")],
])("a file of %s is empty", async (_, bytes) => {
  expect(await readWorkbook(bytes, "x.csv")).toEqual({ ok: false, refusal: { kind: "empty" } })
})

test("a container with an encrypted package is protected", async () => {
  const magic = Buffer.from("d0cf11e0a1b11ae1", "hex")
  const bytes = Buffer.concat([
    magic,
    Buffer.alloc(500),
    Buffer.from("EncryptedPackage", "utf16le"),
  ])
  expect(await readWorkbook(bytes, "x.xlsx")).toEqual({ ok: false, refusal: { kind: "protected" } })
})
