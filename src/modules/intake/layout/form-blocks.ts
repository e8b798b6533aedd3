// Which lines of a sheet of forms tell of one person.
import type { Field } from "./field.ts"
import { inSections, isAboutRelative, isHeading, type FormLine } from "./form-lines.ts"

/** The lines of one person's form. */
export type Block = readonly FormLine[]

/** Letterhead lines that look like those of a form. */
const LEAD_MAX = 12
const LINES_MIN = 3
/** No form has more lines. */
const PERIOD_MAX = 120

/**
 * The forms of a sheet; null where it is not certain where one ends, for then a line of one person
 * would be read as another's. Printed forms repeat their labels in one order; forms between empty
 * rows, or such that all begin with the person, need not.
 */
export function formBlocks(all: readonly FormLine[]): Block[] | null {
  // A line that nothing marks and nobody knows may be missing where it is not filled in.
  const known = all.filter(({ field, isMarked }) => field !== null || isMarked)
  const periodic = repeated(known)
  if (periodic !== null) return periodic
  const isTitle = (line: FormLine, at: number): boolean =>
    isAboutRelative(line) || (isHeading(line) && known.slice(0, at).every(isHeading))
  const lines = inSections(known).filter((line, at) => !isTitle(line, at))
  const byRows = runsOf(lines, ({ isApart }) => isApart)
  const bySignatures = runsOf(lines, ({ isParted }) => isParted)
  return onePerson(lines) ?? betweenGaps(byRows) ?? betweenGaps(bySignatures) ?? fromPerson(lines)
}

function isPerson({ field }: FormLine): boolean {
  return field === "name" || field === "nik" || field === "name_first"
}

/** The same labels in the same order, form after form to the last line. */
function repeated(lines: readonly FormLine[]): Block[] | null {
  const keys = lines.map(({ key }) => key)
  const lead = Math.max(0, lines.findIndex(isPerson))
  for (let from = 0; from <= Math.min(LEAD_MAX, lead); from++)
    for (let size = LINES_MIN; size <= Math.min(PERIOD_MAX, (keys.length - from) / 2); size++) {
      if ((keys.length - from) % size !== 0 || keys[from] !== keys[from + size]) continue
      const isSame = keys.every(
        (key, at) => at < from || at + size >= keys.length || key === keys[at + size],
      )
      if (!isSame) continue
      const blocks = Array.from({ length: (keys.length - from) / size }, (_, form) =>
        lines.slice(from + form * size, from + (form + 1) * size),
      )
      if (blocks[0]?.some(isPerson) === true && isWhole(blocks[0])) return blocks
    }
  return null
}

/**
 * One form: what stands above the person belongs to it as long as nothing is said twice; above an
 * empty row it must say two things at least, for a letterhead has an address too.
 */
function onePerson(lines: readonly FormLine[]): Block[] | null {
  let from = lines.findIndex(isPerson)
  if (from < 0) return null
  const fields = fieldsOf(lines.slice(from))
  while (from > 0) {
    const isApart = lines[from]?.isApart === true
    const start = isApart ? runStart(lines, from) : from - 1
    const added = fieldsOf(lines.slice(start, from))
    if ((isApart && added.size < 2) || [...added].some((field) => fields.has(field))) break
    for (const field of added) fields.add(field)
    from = start
  }
  return sound([lines.slice(from)])
}

function runStart(lines: readonly FormLine[], end: number): number {
  let start = end - 1
  while (start > 0 && lines[start]?.isApart !== true) start--
  return start
}

function fieldsOf(lines: readonly FormLine[]): Set<Field> {
  return new Set(lines.flatMap(({ field }) => (field === null || field === "other" ? [] : [field])))
}

/** It tells of one person, and of one relative at most, not of two forms that differ a little. */
function isWhole(block: Block): boolean {
  const told = inSections(block).filter((line, at) => isPerson(line) || line.key !== block[at]?.key)
  return new Set(told.map(({ key }) => key)).size === told.length
}

function runsOf(lines: readonly FormLine[], isNew: (line: FormLine) => boolean): FormLine[][] {
  const runs: FormLine[][] = []
  for (const line of lines) {
    if (isNew(line) || runs.length === 0) runs.push([])
    runs.at(-1)?.push(line)
  }
  return runs
}

/** Forms with something between them, each of one person; above them a letterhead at most. */
function betweenGaps(runs: readonly Block[]): Block[] | null {
  const begin = runs.findIndex((run) => run.some(isPerson))
  // A title that nothing is written beside says nothing, whatever word stands in it.
  const above = runs.slice(0, Math.max(0, begin)).flat()
  const isFirst = begin >= 0 && fieldsOf(above.filter((line) => !isHeading(line))).size < 2
  const [first = [], ...others] = runs.slice(Math.max(0, begin))
  if (!isFirst || others.length === 0) return null
  // What no other form begins with is the letterhead's.
  const shared = new Set(others.flatMap((run) => run.map(({ key }) => key)))
  return sound([first.slice(first.findIndex(({ key }) => shared.has(key))), ...others])
}

/** Forms that all begin with the same line about the person, and nothing above the first. */
function fromPerson(lines: readonly FormLine[]): Block[] | null {
  const first = lines.findIndex(isPerson)
  if (first < 0 || fieldsOf(lines.slice(0, first)).size > 0) return null
  const key = lines[first]?.key
  const starts = lines.flatMap((line, index) => (line.key === key ? [index] : []))
  return sound(starts.map((start, index) => lines.slice(start, starts[index + 1])))
}

/** Every form names its person by the same label, and says nothing twice. */
function sound(blocks: readonly Block[]): Block[] | null {
  const keys = blocks.map((block) => new Set(block.map(({ key }) => key)))
  const isOnce = blocks.every((block, at) => keys[at]?.size === block.length)
  const names = blocks[0]?.filter(isPerson) ?? []
  const isNamed = names.some(({ key }) => keys.every((own) => own.has(key)))
  return isOnce && isNamed ? [...blocks] : null
}
