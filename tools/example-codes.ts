import type { Entry } from "./example-entry.ts"
import { cellText } from "./example-grid.ts"
import type { ListSpec } from "./example-lists.ts"
import { dateOutline } from "./example-styles.ts"

/** Adds the codes that follow from what stands in the finished rows of one file. */
export function addCellCodes(spec: ListSpec, entries: readonly Entry[]): void {
  const outlines = entries.map((entry) => dateOutline(entry.cells.ttl ?? entry.cells.birth ?? null))
  const usual = mostFrequent(outlines.filter((outline) => outline !== null))
  entries.forEach((entry, index) => {
    entry.codes.delete("DOB_FORMAT")
    const outline = outlines[index]
    if (outline && outline !== usual && !onlyPlace(entry)) entry.codes.add("DOB_FORMAT")
    addIncomeText(spec, entry)
    addPhoneFormat(entry)
    addNikCodes(spec, entry)
  })
}

function onlyPlace(entry: Entry): boolean {
  return entry.cells.ttl === entry.person.place || /, \d{4}$/.test(cellText(entry.cells.ttl))
}

function mostFrequent(items: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  const ordered = [...counts].sort((a, b) => b[1] - a[1])
  return ordered[0]?.[0] ?? null
}

function addIncomeText(spec: ListSpec, entry: Entry): void {
  entry.codes.delete("INCOME_TEXT")
  const cell = entry.cells.income
  const other = ["INCOME_RANGE", "INCOME_MISSING", "INCOME_AMBIGUOUS"].some((code) =>
    entry.codes.has(code),
  )
  if (typeof cell !== "string" || cell === "" || other) return
  if (spec.form.kind !== "csv" || !/^\d+$/.test(cell)) entry.codes.add("INCOME_TEXT")
}

function addPhoneFormat(entry: Entry): void {
  const cell = entry.cells.phone
  if (typeof cell !== "string" || cell === "" || /^0\d+$/.test(cell)) return
  if (!entry.codes.has("PHONE_TWO") && !entry.codes.has("PHONE_INVALID"))
    entry.codes.add("PHONE_FORMAT")
}

/** What the readable NIK says against the written birth date and sex. */
function addNikCodes(spec: ListSpec, entry: Entry): void {
  const nik = entry.read.nik
  entry.codes.delete("SEX_CONFLICT")
  if (nik === null) return
  if (entry.person.nikDateDiffers && nik === entry.person.nik) entry.codes.add("PERSON_NIK_DOB")
  const rawDay = Number(nik.slice(6, 8))
  const day = rawDay > 40 ? rawDay - 40 : rawDay
  const inside = `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(day).padStart(2, "0")}`
  if (entry.read.birthDate !== null && entry.read.birthDate.slice(2) !== inside)
    entry.codes.add("DOB_NIK_MISMATCH")
  const written = spec.sexWords.indexOf(cellText(entry.cells.sex))
  if (written >= 0 && day >= 1 && day <= 31 && (rawDay > 40 ? 1 : 0) !== written)
    entry.codes.add("SEX_CONFLICT")
}

/** Marks rows of people already seen, in the order in which the files were received. */
export function addDuplicateCodes(files: readonly (readonly Entry[])[]): void {
  const seen = new Map<string, { entry: Entry; file: number }[]>()
  files.forEach((entries, file) => {
    for (const entry of entries) {
      const earlier = seen.get(entry.person.id) ?? []
      if (earlier.some((row) => row.file === file)) entry.codes.add("DUP_IN_FILE")
      if (earlier.some((row) => row.file < file)) entry.codes.add("DUP_ACROSS_FILES")
      const same = earlier.some(
        (row) => row.entry.read.nik !== null && row.entry.read.nik === entry.read.nik,
      )
      if (earlier.length > 0 && !same) entry.codes.add("DUP_FUZZY")
      seen.set(entry.person.id, [...earlier, { entry, file }])
    }
  })
}
