import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import { sha256Hex } from "../../kernel/id.ts"
import { Blinding, pointOf } from "./curve.ts"
import { parseExchange, printAnswer, printOffer } from "./exchange-file.ts"
import { answerPoints, commonNumbers, offerPoints } from "./protocol.ts"

const SESSION = "01900000-0000-7000-8000-000000000001"
const OTHER_SESSION = "01900000-0000-7000-8000-000000000002"
const A = Buffer.alloc(32, 0x11)
const B = Buffer.alloc(32, 0x22)
const nik = (serial: number): string => `64710517088${String(90_001 + serial)}`

function exchanged(asked: readonly string[], held: readonly string[]): string[] {
  const offer = offerPoints({ session: SESSION, niks: asked, scalar: A })
  const answer = answerPoints(offer.points, { session: SESSION, niks: held, scalar: B })
  assert(answer.ok, "what was offered are points")
  const common = commonNumbers({ niks: offer.niks, scalar: A }, answer.value)
  assert(common.ok, "what was answered are points")
  return common.value
}

describe("two sides find the numbers that both hold", () => {
  test("as a plain intersection finds them", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
    fc.assert(
      fc.property(numbers, numbers, (asked, held) => {
        const both = asked.filter((serial) => held.includes(serial)).map(nik)
        expect(exchanged(asked.map(nik), held.map(nik)).toSorted()).toEqual(both.toSorted())
      }),
      { numRuns: 20 },
    )
  })

  test("an offer tells neither numbers nor their order, and nothing across sessions", () => {
    const niks = [nik(3), nik(1), nik(2)]
    const first = offerPoints({ session: SESSION, niks, scalar: A })
    const again = offerPoints({ session: SESSION, niks: niks.toReversed(), scalar: A })
    expect(again.points).toEqual(first.points)
    const later = offerPoints({ session: OTHER_SESSION, niks, scalar: A })
    const seen = new Set(first.points.map(String))
    expect(later.points.filter((point) => seen.has(String(point)))).toEqual([])
  })

  test("numbers of another session are not found", () => {
    const offer = offerPoints({ session: SESSION, niks: [nik(1)], scalar: A })
    const answer = answerPoints(offer.points, {
      ...{ session: OTHER_SESSION, niks: [nik(1)], scalar: B },
    })
    assert(answer.ok, "points")
    expect(commonNumbers({ niks: offer.niks, scalar: A }, answer.value)).toEqual({
      ok: true,
      value: [],
    })
  })

  test("what is no point of the curve is refused by its place", () => {
    const good = pointOf(SESSION, nik(1))
    const bad = Buffer.alloc(32, 0xff)
    expect(new Blinding(A).blind(bad)).toBeNull()
    const own = { session: SESSION, niks: [], scalar: B }
    const refusal = { ok: false, refusal: { kind: "not_a_point", line: 2 } }
    expect(answerPoints([good, bad], own)).toEqual(refusal)
    expect(answerPoints([good, good.subarray(1)], own)).toEqual(refusal)
  })

  test.each([Buffer.alloc(32), Buffer.alloc(32, 0xff)])(
    "a scalar out of range is none",
    (scalar) => {
      expect(() => new Blinding(scalar)).toThrow()
    },
  )
})

/** Another implementation must come to these bytes: docs/overlap-protocol.md. */
describe("the vectors of the protocol", () => {
  test.each([
    [
      nik(0),
      "ff21be88728922727fdfa5890f793c556e70debd03626fcbe67bd018701339a1",
      "23006ed4d35d47d583c1e7b17111f3b54cb13eaae8926ae5a44eed013ab50dcb",
      "d15041162524283658786032767e6db1ce97b6ee71b593587e90c282135d94be",
    ],
    [
      nik(1),
      "197b20f5d7d248e8859923c7c899ef82bf20c08a7013b431fbd798c731b520a2",
      "899d364893fc4441a2260e9557f346fee2051845353665e332fd94f11c353902",
      "58754b17dc8a16424eb119246475cbb6bf5987b118f3130efbe6f11f77b242c3",
    ],
  ])("%s", (number, hashed, blinded, doubled) => {
    const point = pointOf(SESSION, number)
    const once = new Blinding(A).blind(point) ?? Buffer.alloc(0)
    const twice = new Blinding(B).blind(once)
    const other = new Blinding(A).blind(new Blinding(B).blind(point) ?? Buffer.alloc(0))
    expect([point, once, twice].map((each) => each?.toString("hex"))).toEqual([
      ...[hashed, blinded, doubled],
    ])
    expect(other).toEqual(twice)
  })
})

const HEAD = {
  ...{ session: SESSION, from: "Pemkot Contoh", to: "PT Umpama" },
  ...{ basis: "PKS 1/2026", madeAt: "2026-01-05T00:00:00.000Z" },
}
const points = [pointOf(SESSION, nik(1)), pointOf(SESSION, nik(2))]
const offerText = printOffer({ ...HEAD, points })
const answerText = printAnswer({
  ...HEAD,
  offer: "0".repeat(64),
  doubled: points,
  own: [points[0]!],
})

describe("files of an exchange", () => {
  test("are read as they were written, also with the line ends of Windows", () => {
    const offer = { ok: true, value: { step: "offer", ...HEAD, points } }
    expect(parseExchange(offerText)).toEqual(offer)
    expect(parseExchange(offerText.replaceAll("\n", "\r\n"))).toEqual(offer)
    expect(parseExchange(answerText)).toMatchObject({
      value: { step: "answer", offer: "0".repeat(64), doubled: points, own: [points[0]] },
    })
  })

  const [line = ""] = offerText.split("\n")
  const first = points[0]?.toString("base64url") ?? ""
  const second = points[1]?.toString("base64url") ?? ""
  /** Sealed anew by somebody who changed the content. */
  const resealed = (body: string): string => `${body}sha256 ${sha256Hex(body)}\n`
  test.each([
    ["another digit in a point", offerText.replace(second, second.replace(/.$/, "_")), "hash"],
    ["a line taken out", offerText.replace(`${first}\n`, ""), "hash"],
    ["a line too many", offerText.replace(`${first}\n`, `${first}\n${first}\n`), "hash"],
    ["the hash cut off", offerText.slice(0, -10), "form"],
    ["nothing", "", "form"],
    ["another kind of file", "nik,nama\n1,2\n", "form"],
    ["fewer lines than the head says", resealed(`${line}\n${first}\n`), "count"],
    ["a point twice", resealed(`${line}\n${first}\n${first}\n`), "repeated"],
    ["a line that is no point", resealed(`${line}\n${first}\nx\n`), "form"],
    ["another schema", resealed(offerText.split("sha256")[0]?.replace("/1", "/9") ?? ""), "form"],
  ])("%s is told", (_, text, why) => {
    expect(parseExchange(text)).toEqual({ ok: false, refusal: { kind: "file_damaged", why } })
  })
})
