// A scan or photo is typed by a human, beside its picture.
import { formatDateId } from "../../../kernel/local-date.ts"
import type { CheckedPicture } from "../../../platform/files/picture.ts"
import type {
  SheetColumn,
  SheetSpec,
  WorkbookSpec,
} from "../../../platform/spreadsheet/sheet-spec.ts"
import type { IntakeFile } from "../batch.ts"
import type { LetterHead } from "./letter.ts"
import { typingId } from "./typed-file.ts"
import { TYPING_TEXT_ID as TEXT } from "../findings/text-typing.id.ts"

export interface TypedScan {
  readonly file: Pick<IntakeFile, "name" | "sha256" | "claimed"> & { readonly to: string }
  readonly pictures: readonly CheckedPicture[]
  /** Some of its pages could not be taken over. */
  readonly isPart: boolean
}

export interface TypingFrame {
  readonly head: LetterHead
  readonly areas: readonly string[]
  readonly sectors: readonly string[]
}

/** A sheet for each picture, with empty lines; one sheet without a picture where none could be shown. */
export function typingWorkbook(scan: TypedScan, frame: TypingFrame): WorkbookSpec {
  const { pictures, file } = scan
  const shown = pictures.length === 0 ? [null] : pictures
  const lines = linesFor(file.claimed, shown.length)
  const sheets = shown.map((picture, index): SheetSpec => ({
    name: picture === null ? TEXT.blankSheet : TEXT.sheet(index + 1),
    titleLines: titleLines(scan, frame, picture),
    columns: COLUMNS,
    rows: Array.from({ length: lines }, () => COLUMNS.map(() => null)),
    choices: choicesOf(frame),
    // With a frozen header the picture would be cut in two when one scrolls.
    freezeHeader: false,
    orientation: "landscape",
    ...(picture === null ? {} : { picture: shownSize(picture) }),
  }))
  return { sheets, meta: { title: TEXT.title(file.name), hiddenId: typingId(file.sha256) } }
}

/** Narrow, so that the picture is in sight beside them. */
const COLUMNS: readonly SheetColumn[] = [
  { header: TEXT.headers.number, width: 5, kind: "number" },
  { header: TEXT.headers.nik, width: 18, kind: "text" },
  { header: TEXT.headers.name, width: 24, kind: "text" },
  { header: TEXT.headers.birthPlace, width: 12, kind: "text" },
  { header: TEXT.headers.birthDate, width: 12, kind: "date" },
  { header: TEXT.headers.sex, width: 5, kind: "text" },
  { header: TEXT.headers.address, width: 20, kind: "text" },
  { header: TEXT.headers.rt, width: 5, kind: "text" },
  { header: TEXT.headers.area, width: 14, kind: "text" },
  { header: TEXT.headers.occupation, width: 16, kind: "text" },
  { header: TEXT.headers.income, width: 13, kind: "rupiah" },
  { header: TEXT.headers.phone, width: 14, kind: "text" },
  { header: TEXT.headers.remarks, width: 12, kind: "text" },
]

function choicesOf({ areas, sectors }: TypingFrame): NonNullable<SheetSpec["choices"]> {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [TEXT.headers.sex, TEXT.sexes],
    [TEXT.headers.area, areas],
    [TEXT.headers.occupation, sectors],
  ]
  return lists.map(([header, values]) => ({
    column: COLUMNS.findIndex((column) => column.header === header),
    values,
  }))
}

function titleLines(
  { file, isPart }: TypedScan,
  { head }: TypingFrame,
  picture: CheckedPicture | null,
): string[] {
  const by = head.by === null ? TEXT.soon : formatDateId(head.by)
  return [
    TEXT.title(file.name),
    TEXT.to(file.to),
    TEXT.from(head.from, formatDateId(head.on)),
    TEXT.by(by),
    TEXT.contact(head.contact === "" ? TEXT.contactBlank : head.contact),
    picture === null ? TEXT.elsewhere(file.name) : TEXT.beside,
    ...(picture !== null && isPart ? [TEXT.part(file.name)] : []),
    TEXT.nik,
  ]
}

const LINES_MIN = 40
const LINES_MAX = 400

/** A page of a list has some thirty lines; where the letter tells of more, so many and some more. */
function linesFor(claimed: number | null, pages: number): number {
  const wanted = Math.ceil(((claimed ?? 0) * 1.2) / pages)
  return Math.min(LINES_MAX, Math.max(LINES_MIN, wanted))
}

/** As wide as half a screen. */
const SHOWN_PX = 820

function shownSize({ widthPx, heightPx, ...picture }: CheckedPicture) {
  const scale = Math.min(1, SHOWN_PX / widthPx)
  const [width, height] = [widthPx, heightPx].map((side) => Math.max(1, Math.round(side * scale)))
  return { ...picture, widthPx: width ?? 1, heightPx: height ?? 1 }
}
