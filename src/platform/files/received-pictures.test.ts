import { crc32, deflateSync } from "node:zlib"
import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { picturesIn } from "./received-pictures.ts"

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function frame(widthPx: number, heightPx: number): Buffer {
  const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  content.writeUInt16BE(heightPx, 1)
  content.writeUInt16BE(widthPx, 3)
  return segment(0xc0, content)
}

const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])
const [START, END] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
const TABLE = segment(0xdb, Buffer.alloc(65))
const PLACE = segment(0xe1, Buffer.from("Exif\0\0 rumah di Jl. Melati 3"))

const jpeg = (widthPx: number, heightPx: number, more: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([START, PLACE, TABLE, frame(widthPx, heightPx), SCAN, END, more])

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function png(widthPx: number, heightPx: number, more: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(widthPx, 0)
  head.writeUInt32BE(heightPx, 4)
  head[8] = 8
  const signature = Buffer.from("89504e470d0a1a0a", "hex")
  const content = chunk("IDAT", deflateSync(Buffer.alloc(9)))
  return Buffer.concat([signature, chunk("IHDR", head), more, content, chunk("IEND", START)])
}

const pdf = (...streams: Buffer[]) =>
  Buffer.concat([
    Buffer.from("%PDF-1.4\n"),
    ...streams.flatMap((stream, at) => [
      Buffer.from(`${at + 1} 0 obj <</Filter/DCTDecode>> stream\r\n`),
      stream,
      Buffer.from("\nendstream endobj\n"),
    ]),
  ])

describe("a photo", () => {
  test("goes on without what the camera wrote beside it, and without what hangs behind it", () => {
    const { pictures, isPart } = picturesIn(jpeg(1200, 1600, Buffer.from("PK\u0003\u0004")))
    expect(pictures).toMatchObject([{ kind: "jpeg", widthPx: 1200, heightPx: 1600 }])
    const kept = Buffer.from(pictures[0]?.bytes ?? [])
    expect(kept).toEqual(Buffer.concat([START, TABLE, frame(1200, 1600), SCAN, END]))
    expect(isPart).toBe(false)
  })

  test("a PNG loses its notes", () => {
    const { pictures } = picturesIn(png(800, 600, chunk("tEXt", Buffer.from("Comment\0rahasia"))))
    expect(pictures).toMatchObject([{ kind: "png", widthPx: 800, heightPx: 600 }])
    expect(Buffer.from(pictures[0]?.bytes ?? [])).toEqual(png(800, 600))
  })

  test.each([
    ["cut off", jpeg(1200, 1600).subarray(0, -4)],
    ["without a frame", Buffer.concat([START, SCAN, END])],
    ["a frame within nothing", Buffer.concat([START, frame(9, 9), END])],
    ["a length beyond the end", Buffer.concat([START, Buffer.from([0xff, 0xdb, 0xff, 0xff, 0])])],
    ["a bomb of a size", jpeg(20_000, 20_000)],
    ["no size", jpeg(0, 100)],
    ["a lossless frame", Buffer.concat([START, segment(0xc3, Buffer.alloc(9)), SCAN, END])],
    ["a PNG with a wrong sum", png(8, 8).fill(7, 20, 21)],
    ["a PNG cut off", png(8, 8).subarray(0, -1)],
    ["a PNG of a bomb's size", png(60_000, 60_000)],
    ["a PNG with a critical chunk of its own", png(8, 8, chunk("EVIL", START))],
    ["another kind", Buffer.from("GIF89a")],
    ["nothing", Buffer.alloc(0)],
  ])("%s is not taken over", (_, bytes) => {
    expect(picturesIn(bytes)).toEqual({ pictures: [], isPart: true })
  })
})

describe("a scanned PDF", () => {
  test("gives its pages, not its logo and not what is damaged", () => {
    const { pictures, isPart } = picturesIn(
      pdf(
        jpeg(1200, 1600),
        jpeg(80, 80),
        Buffer.from("q 1 0 0 1 0 0 cm"),
        jpeg(900, 1300).subarray(0, 40),
        jpeg(1000, 1500),
      ),
    )
    expect(pictures.map(({ widthPx }) => widthPx)).toEqual([1200, 1000])
    expect(isPart).toBe(false)
  })

  test("of too many pages the first are taken, and it is said", () => {
    const pages = Array.from({ length: 30 }, () => jpeg(1200, 1600))
    const { pictures, isPart } = picturesIn(pdf(...pages))
    expect([pictures.length, isPart]).toEqual([20, true])
  })

  test("pages of another kind are said to be missing", () => {
    expect(picturesIn(pdf(Buffer.from("fax")))).toEqual({ pictures: [], isPart: true })
  })

  test("a stream without an end ends the search", () => {
    const bytes = Buffer.concat([pdf(), Buffer.from("stream\n"), jpeg(1200, 1600)])
    expect(picturesIn(bytes).pictures).toEqual([])
  })
})

describe("an office document", () => {
  const document = (parts: Readonly<Record<string, Uint8Array>>) =>
    Buffer.from(zipSync({ ...parts }))

  test("gives its pictures in its order, without logos and what is no picture", () => {
    const { pictures, isPart } = picturesIn(
      document({
        "word/document.xml": Buffer.from("<w:document/>"),
        "word/media/image10.jpg": jpeg(1000, 1500),
        "word/media/image2.jpeg": jpeg(1200, 1600),
        "word/media/image1.png": png(90, 90),
        "word/media/image3.emf": jpeg(1300, 1700),
        "docProps/thumbnail.jpeg": jpeg(1400, 1800),
      }),
    )
    expect(pictures.map(({ widthPx }) => widthPx)).toEqual([1200, 1000])
    expect(isPart).toBe(false)
  })

  test.each([
    ["without pictures", document({ "xl/workbook.xml": Buffer.from("<workbook/>") })],
    ["cut off", document({ "xl/media/image1.jpg": jpeg(1200, 1600) }).subarray(0, 200)],
  ])("%s gives none, and says so", (_, bytes) => {
    expect(picturesIn(bytes)).toEqual({ pictures: [], isPart: true })
  })
})
