import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { write, utils } from "@e965/xlsx"
import { afterAll, describe, expect, test } from "vitest"
import { createReader, READER_LIMITS } from "./create-reader.ts"
import { buildOds, buildXlsx } from "./fixture.testing.ts"
import { HOSTILE } from "./hostile.testing.ts"
import { readWorkbook } from "./read-workbook.ts"
import { guardedCommand } from "./guarded-reader.ts"

const folder = mkdtempSync(join(tmpdir(), "payung-reader-"))
const reader = createReader()
afterAll(() => {
  reader.close()
  rmSync(folder, { recursive: true })
})

const MB = 1024 ** 2
const STYLES = `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`
const ROWS =
  `<row r="2"><c r="A2" t="inlineStr"><is><t>Łódź 🙂</t></is></c><c r="C2" s="1"><v>29450</v></c></row>` +
  `<row r="9" hidden="1"><c r="B9" t="str"><f>A1</f><v>0123</v></c><c r="A9" t="e"><v>#N/A</v></c></row>`
const SHEET =
  `<cols><col min="1" max="1" hidden="1"/></cols><sheetData>${ROWS}</sheetData>` +
  `<mergeCells><mergeCell ref="A2:B9"/></mergeCells>`
/** Rows that come again, in another order, with cells that do. */
const AGAIN =
  ROWS +
  `<row r="2" hidden="1"><c r="A2"><v>7</v></c><c r="B2"><v>8</v></c></row>` +
  `<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>` +
  `<row r="1"><c r="A1"><v>3</v></c></row>`
const XLSX = buildXlsx({ sheets: [SHEET, "<sheetData/>"], styles: STYLES })

function xls(): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, { "!ref": "A1", A1: { t: "s", v: "Siti" } }, "Data")
  return write(book, { bookType: "biff8", type: "buffer" }) as Buffer
}

describe("what the process reads is what is read here", () => {
  const ods = buildOds(
    `<table:table table:name="a"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>`,
  )
  const files: readonly [string, Uint8Array][] = [
    ["an xlsx", XLSX],
    ["rows that come again", buildXlsx({ sheets: [`<sheetData>${AGAIN}</sheetData>`] })],
    ["an ods", ods],
    ["an xls", xls()],
    ["a csv", Buffer.from("nama;nik\nSiti – é;0123\n\n;x")],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex")],
  ]
  test.each(files)("%s", async (_, bytes) => {
    expect(await reader.read(bytes, "x.bin")).toEqual(await readWorkbook(bytes, "x.bin"))
  })

  test("by path, many at once, each with its own answer", async () => {
    const paths = files.map(([, bytes], at) => {
      const path = join(folder, `${at}`)
      writeFileSync(path, bytes)
      return path
    })
    const read = await Promise.all(paths.map((path) => reader.read(path, "x.bin")))
    for (const [at, [, bytes]] of files.entries())
      expect(read[at]).toEqual(await readWorkbook(bytes, "x.bin"))
  })
})

describe("hostile files", () => {
  test.each(HOSTILE.map((file) => [file.name, file] as const))("%s", async (_, { make, says }) => {
    const bytes = make()
    const before = process.memoryUsage.rss()
    const read = await reader.read(bytes, "x.xlsx")
    const grown = process.memoryUsage.rss() - before
    if (says !== undefined) expect(JSON.stringify(read)).toMatch(says)
    if (says !== undefined) expect(read.ok).toBe(false)
    // What was read may take what it takes.
    if (!read.ok) expect(grown).toBeLessThan(50 * MB)
  })
})

describe("a file that takes more than a file may is refused, and the next one is read", () => {
  const words = "too complex to read: more memory or time than is allowed"
  const many = Buffer.from(
    Array.from({ length: 150_000 }, (_, at) => `${at};nama ${at}\n`).join(""),
  )
  const cases: readonly [string, Partial<typeof READER_LIMITS>][] = [
    ["time", { seconds: 0, secondsPerMegabyte: 0 }],
    ["memory", { memoryBytes: 1 }],
    ["heap", { heapMegabytes: 14 }],
  ]
  test.each(cases)("%s", async (_, limits) => {
    const tight = createReader({ ...READER_LIMITS, ...limits })
    expect(await tight.read(many, "x.csv")).toEqual({
      ok: false,
      refusal: { kind: "unreadable", detail: words },
    })
    tight.close()
  })

  test("size", async () => {
    const tight = createReader({ ...READER_LIMITS, fileBytes: 1024 ** 2 })
    const detail = "larger than 1 MB"
    expect(await tight.read(many, "x.csv")).toMatchObject({ refusal: { detail } })
    expect(await tight.read(Buffer.from("a;b"), "x.csv")).toMatchObject({ ok: true })
    tight.close()
  })

  test("the next file after a process was ended", async () => {
    const tight = createReader({ ...READER_LIMITS, heapMegabytes: 14 })
    const [first, second] = await Promise.all([
      tight.read(many, "x.csv"),
      tight.read(Buffer.from("a;b"), "x.csv"),
    ])
    expect([first.ok, second.ok]).toEqual([false, true])
    tight.close()
  })
})

describe("the process may not", () => {
  const secret = join(folder, "secret")
  writeFileSync(secret, "x")
  const attempts: readonly [string, string][] = [
    ["write a file", `(await import("node:fs")).writeFileSync(${JSON.stringify(secret)}, "y")`],
    ["read a file elsewhere", `(await import("node:fs")).readFileSync(${JSON.stringify(secret)})`],
    ["start a program", `process.getBuiltinModule("child_process").execFileSync("true")`],
    ["import what starts programs", `await import("node:child_process")`],
    ["start a worker", `await import("node:worker_threads")`],
    ["fetch", `await fetch("http://127.0.0.1:9")`],
    ["connect", `await import("node:net")`],
    ["connect by another way", `process.getBuiltinModule("node:net").connect(9)`],
    ["require", `process.getBuiltinModule("module").createRequire("/")("net")`],
    ["resolve names", `await import("dns/promises")`],
    ["send datagrams", `await import("node:dgram")`],
    ["reach bindings", `process.binding("tcp_wrap")`],
  ]
  const run = (code: string) => {
    const script = fileURLToPath(new URL("./attempt.testing.ts", import.meta.url))
    const [program = "", ...argv] = guardedCommand(script, 64)
    return execFileSync(program, argv, { env: {}, input: code, encoding: "utf8" })
  }

  test.each(attempts)("%s", (_, code) => {
    expect(run(code)).toMatch(/^denied: /)
    expect(readFileSync(secret, "utf8")).toBe("x")
  })

  test("but compute, which shows that the attempts are made", () => {
    expect(run("1 + 1")).toBe("done")
    expect(run("if (Object.keys(process.env).length > 0) throw new Error('env')")).toBe("done")
  })
})
