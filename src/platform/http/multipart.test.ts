import { Buffer } from "node:buffer"
import { expect, test } from "vitest"
import { boundaryOf, readMultipart, type MultipartForm } from "./multipart.ts"

const type = "multipart/form-data; boundary=batas"
const field = (name: string, text: string): string =>
  `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
const file = (name: string, text: string): string =>
  `--batas\r\nContent-Disposition: form-data; name="berkas"; filename="${name}"\r\n` +
  `Content-Type: application/zip\r\n\r\n${text}\r\n`
const end = "--batas--\r\n"

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(
  text: string,
  size = 7,
): Promise<{ form: MultipartForm | string; content: string }> {
  const parts: Buffer[] = []
  const form = await readMultipart(chunksOf(text, size), type, async (chunks) => {
    for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  })
  return {
    form: form.ok ? form.value : form.refusal.kind,
    content: Buffer.concat(parts).toString(),
  }
}

const tricky = "PK\r\n--bata\r\n--bata\r\n-\r\n\r\n--batasan?".replace("--batasan?", "--bat")

test.each([1, 2, 3, 5, 16, 61, 4096])(
  "any size of chunk (%i) gives the same form",
  async (size) => {
    const { form, content } = await read(
      field("pagu", "60.000.000") + file("berkas saya.zip", tricky) + field("tahun", "") + end,
      size,
    )
    expect(content).toBe(tricky)
    expect(form).toEqual({
      fields: new Map([
        ["pagu", "60.000.000"],
        ["tahun", ""],
      ]),
      file: { field: "berkas", name: "berkas saya.zip" },
    })
  },
)

test("an input left empty is no file", async () => {
  const { form } = await read(field("lang", "id") + file("", "") + end)
  expect(form).toEqual({ fields: new Map([["lang", "id"]]), file: null })
})

test.each([
  ["nothing", "", "malformed"],
  ["no part", "hello", "malformed"],
  ["cut off in the file", field("a", "b") + file("x.zip", "PK").slice(0, -4), "malformed"],
  ["no end", field("a", "b"), "malformed"],
  ["a part without name", `--batas\r\nX: y\r\n\r\nz\r\n${end}`, "malformed"],
  ["a long field", field("a", "x".repeat(1025)) + end, "malformed"],
  ["an endless head", `--batas\r\nX: ${"y".repeat(20_000)}`, "malformed"],
  ["an endless preamble", "x".repeat(20_000), "malformed"],
  ["two files", file("a.zip", "1") + file("b.zip", "2") + end, "two_files"],
  [
    "many fields",
    Array.from({ length: 17 }, (_, index) => field(`f${index}`, "")).join("") + end,
    "too_many_fields",
  ],
])("%s is refused", async (_, text, kind) => {
  expect((await read(text)).form).toBe(kind)
})

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', "a b"],
  ["multipart/form-data", null],
  ["application/json; boundary=abc", null],
  [`multipart/form-data; boundary=${"x".repeat(71)}`, null],
])("boundary of %s", (contentType, expected) => {
  expect(boundaryOf(contentType)).toBe(expected)
})
