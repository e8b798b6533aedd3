import { typingWorkbook, type IntakeFile, type LetterHead } from "../modules/intake/index.ts"
import { fileSlug } from "../modules/registry/index.ts"
import { picturesIn } from "../platform/files/received-pictures.ts"
import type { WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import type { OriginalOf } from "./write-repairs.job.ts"

export interface TypingBook {
  readonly name: string
  readonly to: string
  /** Nobody knows yet how many lines it will have. */
  readonly count: 0
  readonly spec: WorkbookSpec
}

/** For every scan or photo a workbook in which somebody types it beside its picture. */
export function typingBooks(
  { batch }: CycleResult,
  { book }: CycleTerms,
  { head, originalOf }: { readonly head: LetterHead; readonly originalOf: OriginalOf },
): TypingBook[] {
  const areas = book.pack.areas.filter(({ level }) => level === "kelurahan")
  const frame = {
    head,
    areas: areas.map(({ name }) => name),
    sectors: book.pack.sectors.map(({ nameId }) => nameId),
  }
  const names = new Set<string>()
  return scansOf(batch.files).flatMap((file): TypingBook[] => {
    const bytes = originalOf(file.name)?.bytes
    if (bytes === undefined) return []
    const to = file.sender.kind === "unknown" ? UNKNOWN : file.sender.name
    const spec = typingWorkbook({ file: { ...file, to }, ...picturesIn(bytes) }, frame)
    return [{ name: bookName(file.name, names), to, count: 0, spec }]
  })
}

const UNKNOWN = "pengirim daftar"

/** The same bytes under another name are typed once. */
function scansOf(files: readonly IntakeFile[]): IntakeFile[] {
  const scans = files.filter(({ findings }) => findings.some(({ code }) => code === "FILE_SCANNED"))
  return scans.filter(
    ({ sha256 }, index) => scans.findIndex((other) => other.sha256 === sha256) === index,
  )
}

function bookName(file: string, names: Set<string>): string {
  const bare = `ketik-${fileSlug(file.replace(/\.[a-z0-9]+$/i, ""))}`
  let name = `${bare}.xlsx`
  for (let more = 2; names.has(name); more++) name = `${bare}-${more}.xlsx`
  names.add(name)
  return name
}
