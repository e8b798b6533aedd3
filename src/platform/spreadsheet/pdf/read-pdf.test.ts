import { describe, expect, test } from "vitest"
import { compilePdf } from "../../documents/typst.ts"
import { readWorkbook } from "../read-workbook.ts"
import type { Workbook } from "../workbook.ts"

async function pdf(source: string): Promise<Uint8Array> {
  const set = '#set page(paper: "a4", flipped: true, margin: 1.5cm)\n#set text(size: 9pt)\n'
  return await compilePdf({ source: set + source, input: {}, timestampSeconds: 0 })
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const book = await readWorkbook(bytes, "daftar.pdf")
  if (!book.ok) throw new Error(JSON.stringify(book.refusal))
  expect(book.value.format).toBe("pdf")
  return book.value
}

function linesOf({ sheets }: Workbook): string[] {
  return sheets.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ column, text }) => `${column} ${text}`).join(" | ")),
  )
}

const person = (number: number): readonly string[] => {
  const day = String((number % 28) + 1).padStart(2, "0")
  const address =
    number % 3 === 0 ? "Jl. Mulawarman Gang Damai Sejahtera Nomor 17 RT 04" : "Jl. Melati"
  const nik = `647103${day}0880${9000 + number}`
  return [String(number), nik, "SITI AMINAH", `${day}-08-1980`, address, "Nelayan"]
}

function tableSource(people: number, stroke: string): string {
  const header = ["No", "NIK", "Nama", "Tgl Lahir", "Alamat", "Pekerjaan"]
  const cells = [header, ...Array.from({ length: people }, (_, index) => person(index + 1))]
  const body = cells.flat().map((text) => `[${text}]`)
  const columns = "(2em, 10em, 9em, 7em, 14em, 7em)"
  return (
    "PEMERINTAH KOTA CONTOH\n\n DAFTAR USULAN KELURAHAN LAMARU\n\n" +
    `#table(columns: ${columns}, stroke: ${stroke}, align: horizon, ${body.join(", ")})`
  )
}

describe("a PDF of text", () => {
  test.each([
    ["with lines around its cells", "0.5pt"],
    ["without lines", "none"],
  ])("%s gives every cell of every row, over pages", async (_name, stroke) => {
    const book = await read(await pdf(tableSource(60, stroke)))
    expect(book.sheets.map(({ name }) => name)).toEqual(["Halaman 1-3"])
    const lines = linesOf(book)
    expect(lines.slice(0, 3)).toEqual([
      "0 PEMERINTAH KOTA CONTOH",
      "0 DAFTAR USULAN KELURAHAN LAMARU",
      "0 No | 1 NIK | 2 Nama | 3 Tgl Lahir | 4 Alamat | 5 Pekerjaan",
    ])
    const wanted = Array.from({ length: 60 }, (_, index) =>
      person(index + 1)
        .map((text, column) => `${column} ${text}`)
        .join(" | "),
    )
    expect(lines.slice(3)).toEqual(wanted)
  })

  test("a last row alone on its page has the columns of the page before", async () => {
    const columns = "columns: (2em, 10em, 9em, 7em), stroke: 0.5pt"
    const table = (rows: readonly string[], wide = columns): string =>
      `#table(${wide}, ${rows.map((text) => `[${text}]`).join(", ")})`
    // No text in the third cell: only the drawn lines tell that the date is the fourth.
    const last = ["3", "6471030108809003", "", "03-08-1980"]
    const first = ["No", "NIK", "Nama", "Tgl Lahir", ...person(1).slice(0, 4)]
    const source = `${table([...first, ...person(2).slice(0, 4)])}\n#pagebreak()\n`
    const read3 = async (wide?: string) =>
      linesOf(await read(await pdf(source + table(last, wide))))
    expect((await read3()).at(-1)).toBe("0 3 | 1 6471030108809003 | 3 03-08-1980")
    // Lines of another table say nothing about these columns.
    const other = await read3("columns: (5em, 10em, 20em, 7em), stroke: 0.5pt")
    expect(other.at(-1)).not.toContain("3 03-08-1980")
  })

  test("keeps merged cells of a header in two rows", async () => {
    const book = await read(
      await pdf(`#table(columns: 4, stroke: 0.5pt,
        table.cell(rowspan: 2)[No], table.cell(rowspan: 2)[Nama],
        table.cell(colspan: 2)[Kelahiran], [Tempat], [Tanggal],
        [1], [BUDI], [Samarinda], [17-08-1980])`),
    )
    expect(linesOf(book)).toEqual([
      "0 No | 1 Nama | 2 Kelahiran",
      "2 Tempat | 3 Tanggal",
      "0 1 | 1 BUDI | 2 Samarinda | 3 17-08-1980",
    ])
    expect(book.sheets[0]?.merges).toEqual([
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 1, left: 2, right: 3 },
    ])
  })

  test("pages whose tables have other columns are sheets of their own", async () => {
    const other = "#pagebreak()\n#table(columns: (9em, 4em), [Uraian], [Jumlah], [Nelayan], [12])"
    const book = await read(await pdf(`${tableSource(3, "0.5pt")}\n${other}`))
    expect(book.sheets.map(({ name }) => name)).toEqual(["Halaman 1", "Halaman 2"])
  })
})

test("pages in turns are two tables, each with all its rows", async () => {
  const left = (people: number) => tableSource(people, "0.5pt")
  const right = "#table(columns: (9em, 4em), stroke: 0.5pt, [Uraian], [Jumlah], [Nelayan], [12])"
  const book = await read(await pdf([left(2), right, left(3), right].join("\n#pagebreak()\n")))
  expect(book.sheets.map(({ name }) => name)).toEqual(["Halaman 1, 3", "Halaman 2, 4"])
  expect(book.sheets.map(({ rows }) => rows.length)).toEqual([3 + 2 + 3 + 3, 4])
})

describe("wrapped cells of a table whose cells nobody drew", () => {
  const people = Array.from({ length: 12 }, (_, index) => {
    const nik = `647103${String(index + 10)}0880${9100 + index}`
    const name = index % 3 === 1 ? "SITI NUR AISYAH BINTI HASANUDDIN LATIF" : "DEWI"
    const work = index % 4 === 2 ? "Buruh bangunan harian lepas" : "Nelayan"
    return [String(index + 1), nik, name, work]
  })
  const table = (options: string, rows = people): string => {
    const body = [["No", "NIK", "Nama", "Pekerjaan"], ...rows].flat().map((text) => `[${text}]`)
    return `DAFTAR USULAN\n\n#table(columns: (2em, 10em, 8em, 8em), ${options}, ${body.join(", ")})`
  }
  const wanted = people.map((cells) => cells.map((text, column) => `${column} ${text}`).join(" | "))
  const rules = "stroke: (x, y) => (bottom: 0.5pt)"
  test.each([
    ["at the top", "align: top, stroke: none"],
    ["about the middle", "align: horizon, stroke: none"],
    ["at the bottom", "align: bottom, stroke: none"],
    ["at the top, ruled between rows", `align: top, ${rules}`],
    ["about the middle, ruled between rows", `align: horizon, ${rules}`],
    ["at the bottom, ruled between rows", `align: bottom, ${rules}`],
    ["rows as close as lines, ruled between them", `align: top, inset: (y: 0.325em), ${rules}`],
  ])("%s", async (_name, options) => {
    expect(linesOf(await read(await pdf(table(options)))).slice(2)).toEqual(wanted)
  })
  describe("rows as close as lines", () => {
    const close = "align: top, stroke: none, inset: (y: 0.325em)"
    // The eleventh person has two wrapped cells, of two and four lines: they can only hang from her.
    test("are told by one row that can stand in one way only", async () => {
      expect(linesOf(await read(await pdf(table(close)))).slice(2)).toEqual(wanted)
    })
    test("without such a row nobody can tell, and nothing is read", async () => {
      const refusal = { kind: "unsettled", detail: "PDF, halaman 1" }
      const bytes = await pdf(table(close, people.slice(0, 10)))
      expect(await readWorkbook(bytes, "x.pdf")).toEqual({ ok: false, refusal })
    })
  })
  test("numbers that stand close to the names are a column of their own", async () => {
    const close =
      "columns: (1.3em, 9em, 10em, 8em), align: (right, left, left, left), inset: (x: 1pt)"
    const cells = [
      ["No", "Nama", "NIK", "Pekerjaan"],
      ...people.map(([no, nik, name, work]) => [no, name, nik, work]),
    ]
    const body = cells.flat().map((text) => `[${text}]`)
    const book = await read(await pdf(`#table(stroke: none, ${close}, ${body.join(", ")})`))
    const rows = people.map(([no, nik, name, work]) => `0 ${no} | 1 ${name} | 2 ${nik} | 3 ${work}`)
    expect(linesOf(book).slice(1)).toEqual(rows)
  })
})

// One grey pixel, stretched over the page as a scanner does it.
const SCAN =
  "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" +
  "<image width='9' height='9' href='data:image/png;base64," +
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='/></svg>\"), " +
  'format: "svg", width: 95%, height: 95%)'

describe("a PDF of pictures", () => {
  test("is refused as a picture, which a human has to type", async () => {
    const answer = await readWorkbook(await pdf(SCAN), "pindai.pdf")
    expect(answer).toEqual({
      ok: false,
      refusal: { kind: "picture", detail: "PDF, 1 halaman bergambar" },
    })
  })

  test("among pages of text is named", async () => {
    const book = await read(await pdf(`${tableSource(3, "0.5pt")}\n#pagebreak()\n${SCAN}`))
    expect(book.pictures).toEqual(["halaman 2"])
  })
})

describe("refuses", () => {
  test.each([
    ["a PDF that is cut off", Buffer.from("%PDF-1.7\n1 0 obj\n<<"), "unreadable"],
    ["a PDF with nothing inside", Buffer.from("%PDF-1.7\n%%EOF\n"), "unreadable"],
    ["a photo", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "picture"],
    ["a photo of a phone", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "picture"],
    ["a picture of the web", Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1"), "picture"],
  ])("%s", async (_name, bytes, kind) => {
    expect(await readWorkbook(bytes, "x.pdf")).toMatchObject({ ok: false, refusal: { kind } })
  })
})
