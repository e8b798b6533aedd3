import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { contentId, sha256Hex, uuidV7 } from "./id.ts"

fc.configureGlobal({ seed: 2026 })

test("SHA-256 of the standard's example", () => {
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  expect(sha256Hex(new TextEncoder().encode("abc"))).toBe(sha256Hex("abc"))
})

/** Computed by another program. Stored ids hang on these: a change orphans rows everywhere. */
describe("golden content ids", () => {
  test.each([
    [contentId(6471, "row"), "a64c717f-85f3-8301-9123-e0e90cf32b39"],
    [contentId(6471, "row", "a", "b"), "524d75c8-384e-8ba6-aa34-ed3224889cc9"],
    [contentId(6471, "person", "6471011708809001"), "df2ad63a-b477-8445-8d8e-3f0634bd647a"],
    [contentId(1, "row", "é"), "b7d53a41-d115-8023-9290-15bc4fedef0f"],
  ])("%s", (id, golden) => expect(id).toBe(golden))
})

describe("content ids differ where the content does", () => {
  test.each([
    [contentId(1, "row", "ab", "c"), contentId(1, "row", "a", "bc")],
    [contentId(1, "row", "a"), contentId(2, "row", "a")],
    [contentId(1, "row", "a"), contentId(1, "file", "a")],
    [contentId(1, "row", "a", ""), contentId(1, "row", "a")],
    [contentId(1, "row", "1:a"), contentId(1, "row", "1", "a")],
    [contentId(11, "row"), contentId(1, "1row")],
  ])("%s and %s", (a, b) => expect(a).not.toBe(b))

  test("for any two lists of parts", () => {
    const parts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b)
        expect(contentId(1, "x", ...a) === contentId(1, "x", ...b)).toBe(isSame)
      }),
    )
  })
})

test("a content id is a UUID of version 8", () => {
  expect(contentId(1, "row")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
})

test("a UUIDv7 holds the given time and bytes, and sorts by time", () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, index) => index * 17)
  const id = uuidV7(0x0199_abcd_ef01, bytes)
  expect(id).toBe("0199abcd-ef01-7011-a233-445566778899")
  expect(uuidV7(0x0199_abcd_ef02, new Uint8Array(10)) > id).toBe(true)
})
