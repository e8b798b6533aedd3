import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { openZip, ZIP_LIMITS } from "./zip.ts"

const files = { "a/one.xml": strToU8("<one/>"), "two.txt": strToU8("x".repeat(50_000)) }

function open(bytes: Uint8Array, limits = {}) {
  return openZip(bytes, { ...ZIP_LIMITS, ...limits })
}

function readText(bytes: Uint8Array, name: string, limits = {}) {
  const archive = open(bytes, limits)
  if (!archive.ok) return archive.refusal
  const content = archive.value.read(name)
  if (!content.ok) return content.refusal
  return content.value && Buffer.from(content.value).toString()
}

test("reads stored and deflated entries, without regard to case or slash", () => {
  const stored = zipSync(files, { level: 0 })
  const packed = zipSync({ "xl\\part.xml": strToU8("<p/>"), ...files })
  for (const bytes of [stored, packed]) expect(readText(bytes, "A/One.xml")).toBe("<one/>")
  expect(readText(packed, "xl/part.xml")).toBe("<p/>")
  expect(readText(packed, "missing")).toBeNull()
})

test("reads from a view into a larger buffer", () => {
  const bytes = zipSync(files)
  const padded = new Uint8Array(bytes.length + 200)
  padded.set(bytes, 100)
  expect(readText(padded.subarray(100, 100 + bytes.length), "a/one.xml")).toBe("<one/>")
})

describe("refuses", () => {
  const packed = zipSync(files)
  const damaged = Uint8Array.from(packed)
  damaged[40] = (damaged[40] ?? 0) ^ 0xff
  const cases: readonly [string, Uint8Array, object, string][] = [
    ["nothing", new Uint8Array(), {}, "not-zip"],
    ["other bytes", strToU8("%PDF-1.7 ".repeat(20)), {}, "not-zip"],
    ["a truncated archive", packed.subarray(0, packed.length - 30), {}, "not-zip"],
    ["damaged content", damaged, {}, "broken"],
    ["too many entries", packed, { entries: 1 }, "limit"],
    ["an entry above the ratio", packed, { ratio: 5, ratioFreeBytes: 1000 }, "limit"],
    ["an entry above the total", packed, { inflatedBytes: 49_999 }, "limit"],
    ["a way out", zipSync({ "../x": strToU8("x") }), {}, "broken"],
    ["a way out by backslash", zipSync({ "a\\..\\..\\x": strToU8("x") }), {}, "broken"],
    ["an absolute name", zipSync({ "/etc/x": strToU8("x") }), {}, "broken"],
  ]
  test.each(cases)("%s", (_, bytes, limits, kind) => {
    const name = kind === "broken" && bytes === damaged ? "a/one.xml" : "two.txt"
    expect(readText(bytes, name, limits)).toMatchObject({ kind })
  })

  test("a declared size that lies does not help: bytes are counted while inflating", () => {
    const bomb = Buffer.from(zipSync({ "two.txt": new Uint8Array(20 * 1024 ** 2) }))
    // The size field of the central directory entry.
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    expect(readText(bomb, "two.txt")).toMatchObject({ kind: "limit" })
  })

  test("the sum over several reads", () => {
    const archive = open(packed, { inflatedBytes: 60_000 })
    if (!archive.ok) throw new Error("unreachable")
    expect(archive.value.read("two.txt")).toMatchObject({ ok: true })
    expect(archive.value.read("two.txt")).toMatchObject({ refusal: { kind: "limit" } })
  })

  test("an encrypted entry", () => {
    const bytes = Buffer.from(packed)
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt16LE(1, central + 8)
    expect(readText(bytes, "a/one.xml")).toMatchObject({ kind: "encrypted" })
  })
})
