import { putBirth } from "./example-entry.ts"
import type { Entry } from "./example-entry.ts"
import type { ListSpec } from "./example-lists.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import { writeDate } from "./example-styles.ts"

/** Far from the age limit: no doubt about a date may decide about the age. */
export const young = (entry: Entry): boolean => entry.person.birthDate > "1966"

/** In a list that writes the month as a word no month can be mistaken for a day. */
const numericDates = (spec: ListSpec): boolean =>
  !["month-id", "month-short", "roman", "month-en", "iso"].includes(spec.dateStyle)

function birth(
  code: string,
  count: number,
  change: (entry: Entry, context: MessContext) => void,
): Mess {
  return { code, count, part: "birth", needs: ["birth"], fits: young, apply: change }
}

function unreadBirth(entry: Entry, written: string): void {
  putBirth(entry, written)
  entry.read.birthDate = null
  entry.codes.delete("DOB_2DIGIT")
}

export const BIRTH_MESS: readonly Mess[] = [
  birth("DOB_FORMAT", 16, (entry, { random, spec }) => {
    const others = (["slash", "dots", "month-id", "iso", "roman"] as const).filter(
      (style) => style !== spec.dateStyle,
    )
    putBirth(entry, writeDate(entry.person.birthDate, random.pick(others)))
    entry.codes.delete("DOB_2DIGIT")
  }),
  birth("DOB_2DIGIT", 10, (entry) => putBirth(entry, writeDate(entry.person.birthDate, "dash2"))),
  {
    ...birth("DOB_MMDD", 5, (entry) => {
      const [y, m, d] = entry.person.birthDate.split("-")
      unreadBirth(entry, `${m}/${d}/${y}`)
      entry.read.birthDate = entry.person.birthDate
    }),
    fits: (entry, { spec }) =>
      young(entry) && numericDates(spec) && Number(entry.person.birthDate.slice(8)) > 12,
  },
  {
    ...birth("DOB_SWAP", 4, (entry, { spec }) => {
      const [y, m, d] = entry.person.birthDate.split("-")
      setBirth(entry, `${y}-${d}-${m}`, spec)
    }),
    fits: (entry) =>
      young(entry) && swappable(entry.person.birthDate) && !entry.person.nikDateDiffers,
  },
  birth("DOB_IMPOSSIBLE", 6, (entry, { random }) => {
    const year = entry.person.birthDate.slice(0, 4)
    unreadBirth(
      entry,
      random.pick([
        `31/02/${year}`,
        `00/00/${year}`,
        `30.02.${year}`,
        `32/13/${year.slice(2)}`,
        `31-11-${year}`,
      ]),
    )
  }),
  birth("DOB_YEAR_ONLY", 4, (entry) => unreadBirth(entry, entry.person.birthDate.slice(0, 4))),
  birth("DOB_TYPO", 5, (entry, { random, spec }) => {
    const [y, m, d] = entry.person.birthDate.split("-") as [string, string, string]
    const day = `${(Number(d) % 28) + 1}`.padStart(2, "0")
    setBirth(entry, random.chance(0.5) ? `${y}-${m}-${day}` : `${Number(y) - 1}-${m}-${d}`, spec)
  }),
  birth("DOB_MISSING", 7, (entry) => unreadBirth(entry, "")),
]

function setBirth(entry: Entry, iso: string, spec: ListSpec): void {
  putBirth(entry, writeDate(iso, spec.dateStyle))
  entry.read.birthDate = iso
}

function swappable(iso: string): boolean {
  const [, m, d] = iso.split("-")
  return Number(d) <= 12 && d !== m
}
