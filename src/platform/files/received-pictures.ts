import { checkJpeg } from "./jpeg.ts"
import type { CheckedPicture } from "./picture.ts"
import { mediaNames } from "./media.ts"
import { checkPng } from "./png.ts"
import { openZip } from "./zip.ts"

/** A workbook with its pictures has to go through a mail. */
const BYTES_MAX = 10 * 1024 ** 2
const PICTURES_MAX = 20
/** What is smaller on a page is a logo, a stamp or a signature. */
const PAGE_PIXELS_MIN = 300_000

const STREAM = "stream"
const JPEG_START = Buffer.from("ffd8ff", "hex")

export interface ReceivedPictures {
  readonly pictures: readonly CheckedPicture[]
  /** Some of them could not be taken over: of a kind that is not drawn, too many or too large. */
  readonly isPart: boolean
}

/**
 * The pictures of a photo, of a scanned PDF or of an office document, as they lie in the file. None is
 * decoded: a JPEG within a PDF is found by its first bytes behind the word that begins a stream
 * (ISO 32000-1, 7.3.8), and is taken only if it is a whole one.
 */
export function picturesIn(bytes: Uint8Array): ReceivedPictures {
  const start = Buffer.from(bytes.subarray(0, 5)).toString("latin1")
  const isZip = start.startsWith("PK")
  const found = start === "%PDF-" ? pagesOf(bytes) : isZip ? mediaIn(bytes) : photoIn(bytes)
  const pictures: CheckedPicture[] = []
  let room = BYTES_MAX
  for (const picture of found) {
    if (pictures.length === PICTURES_MAX || picture.bytes.length > room) break
    pictures.push(picture)
    room -= picture.bytes.length
  }
  return { pictures, isPart: pictures.length < found.length || found.length === 0 }
}

function photoIn(bytes: Uint8Array): CheckedPicture[] {
  const picture = checkJpeg(bytes) ?? checkPng(bytes)
  return picture === null ? [] : [picture]
}

/** A document keeps its pictures beside its text, most of them packed once more. */
function mediaIn(bytes: Uint8Array): CheckedPicture[] {
  const archive = openZip(bytes)
  if (!archive.ok) return []
  const { names, read } = archive.value
  return mediaNames(names)
    .slice(0, PICTURES_MAX + 1)
    .flatMap((name) => {
      const content = read(name, BYTES_MAX)
      return content.ok && content.value !== null ? photoIn(content.value) : []
    })
    .filter(({ widthPx, heightPx }) => widthPx * heightPx >= PAGE_PIXELS_MIN)
}

function pagesOf(bytes: Uint8Array): CheckedPicture[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: CheckedPicture[] = []
  for (let at = file.indexOf(STREAM); at >= 0 && pages.length <= PICTURES_MAX;) {
    const start = lineEnd(file, at + STREAM.length)
    let next = start
    if (file.subarray(start, start + JPEG_START.length).equals(JPEG_START)) {
      const end = file.indexOf("endstream", start)
      if (end < 0) break
      const picture = checkJpeg(file.subarray(start, end))
      if (picture !== null && picture.widthPx * picture.heightPx >= PAGE_PIXELS_MIN)
        pages.push(picture)
      next = end + "endstream".length
    }
    at = file.indexOf(STREAM, next)
  }
  return pages
}

/** Behind the line break that ends the word. */
function lineEnd(file: Buffer, at: number): number {
  if (file[at] === 0x0d && file[at + 1] === 0x0a) return at + 2
  return file[at] === 0x0a || file[at] === 0x0d ? at + 1 : at
}
