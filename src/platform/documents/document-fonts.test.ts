import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { documentFontFiles, drawable, textWidth } from "./document-fonts.ts"

describe("the fonts of documents", () => {
  test("are four TrueType files with right sums of their tables", () => {
    const fonts = documentFontFiles()
    expect(fonts).toHaveLength(4)
    for (const font of fonts) {
      expect(font.readUInt32BE(0)).toBe(0x00010000)
      for (let i = 0; i < font.readUInt16BE(4); i++) {
        const entry = 12 + 16 * i
        const [sum, offset, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at))
        const padded = Buffer.alloc(Math.ceil((length ?? 0) / 4) * 4)
        font.copy(padded, 0, offset, (offset ?? 0) + (length ?? 0))
        let actual = 0
        for (let at = 0; at < padded.length; at += 4) {
          actual = (actual + padded.readUInt32BE(at)) >>> 0
        }
        expect(actual).toBe(sum)
      }
    }
  })

  test("are unpacked to the same bytes each time", () => {
    const digest = () =>
      createHash("sha256").update(Buffer.concat(documentFontFiles())).digest("hex")
    expect(digest()).toBe(digest())
  })

  test.each([
    ["Siti  Aminah\u00a0binti\u200b H. Udin", "Siti Aminah binti H. Udin"],
    ["De\u0301sire\u0301e", "Désirée"],
    ["Nāṣir Ğ", "Nāṣir Ğ"],
    ["B\u0330q", "B?q"],
    ["محمد", "????"],
    ["李 \u{1f600}", "? ?"],
    ["a\u0001b", "a?b"],
    ["\u202eSi\u00adti\ufeff \u2066A\u200dli", "Siti Ali"],
    ["\ufb01na \uff21\uff12 \u{1d5d4}", "fina A2 A"],
    ["sudah? ya", "sudah? ya"],
    ["(tanda) <kurung> \\ #set [x] $y$", "(tanda) <kurung> \\ #set [x] $y$"],
  ])("draw %j as %j", (written, drawn) => {
    expect(drawable(written)).toBe(drawn)
  })

  test("measure as the font says: digits are 572 thousandths", () => {
    expect(textWidth("6471019001900001", 10, "regular")).toBeCloseTo(16 * 5.72, 6)
    expect(textWidth("A", 10, "bold")).toBeGreaterThan(textWidth("A", 10, "regular"))
    expect(textWidth("", 10, "regular")).toBe(0)
  })
})
