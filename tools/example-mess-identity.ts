import { writeName } from "./example-entry.ts"
import type { Entry } from "./example-entry.ts"
import type { ListSpec } from "./example-lists.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import type { Random } from "./example-random.ts"
import { BIRTH_MESS, young } from "./example-mess-birth.ts"
import { NAME_MESS } from "./example-mess-name.ts"

const workbook = (_: Entry, { spec }: MessContext): boolean => spec.form.kind !== "csv"
const plainNik = (_: Entry, { spec }: MessContext): boolean => spec.nikStyle === undefined
function lostNik(entry: Entry, written: string): void {
  entry.cells.nik = written
  entry.read.nik = null
  entry.codes.delete("NIK_APOSTROPHE")
  entry.codes.delete("NIK_SPACES")
}

function otherNik(entry: Entry, nik: string): void {
  lostNik(entry, nik)
  entry.read.nik = nik
}

function nik(
  code: string,
  count: number,
  change: (entry: Entry, context: MessContext) => void,
): Mess {
  return { code, count, part: "nik", needs: ["nik"], apply: change }
}

const NIK_MESS: readonly Mess[] = [
  {
    ...nik("NIK_SPACES", 14, (entry, { random }) => {
      const digits = entry.person.nik
      const written = [
        digits.replace(/^(.{6})(.{6})/, "$1 $2 "),
        digits.replace(/(.{4})(?=.)/g, "$1."),
        digits.replace(/^(.{6})(.{6})/, "$1-$2-"),
        `${digits} `,
        ` ${digits}`,
        digits.replace(/^(.{8})/, "$1\u00a0"),
      ]
      entry.cells.nik = random.pick(written)
    }),
    fits: plainNik,
  },
  {
    ...nik("NIK_APOSTROPHE", 12, (entry, { random }) => {
      entry.cells.nik = random.pick(["'", "`", "\u2018"]) + entry.person.nik
    }),
    fits: plainNik,
  },
  {
    ...nik("NIK_NUMERIC", 12, (entry) => {
      const stored = `${entry.person.nik.slice(0, 15)}0`
      lostNik(entry, stored)
      entry.cells.nik = { kind: "number", digits: stored }
    }),
    fits: workbook,
  },
  nik("NIK_SCI_TEXT", 4, (entry, { random }) => {
    const [first, rest] = [entry.person.nik.slice(0, 1), entry.person.nik.slice(1, 6)]
    lostNik(entry, `${first}${random.pick([",", "."])}${rest}E+15`)
  }),
  nik("NIK_LETTERS", 8, (entry, { random }) => {
    const options = [
      ["0", "O"],
      ["1", "l"],
      ["1", "I"],
      ["5", "S"],
      ["8", "B"],
    ].filter(([digit]) => entry.person.nik.includes(digit as string))
    const [digit, letter] = random.pick(options) as [string, string]
    lostNik(entry, entry.person.nik.replace(digit, letter))
  }),
  nik("NIK_LENGTH", 8, (entry, { random }) => {
    const at = random.int(6, 13)
    const digits = entry.person.nik
    lostNik(
      entry,
      digits.slice(0, at) +
        (random.chance(0.7) ? "" : digits.slice(at, at + 1).repeat(2)) +
        digits.slice(at + 1),
    )
  }),
  nik("NIK_EMPTY", 8, (entry, { random }) =>
    lostNik(entry, random.pick(["", "-", "menyusul", "menyusul"])),
  ),
  {
    ...nik("NIK_KK_SWAPPED", 3, (entry) => {
      otherNik(entry, entry.person.kk)
      entry.cells.kk = entry.person.nik
    }),
    needs: ["nik", "kk"],
    fits: young,
  },
  {
    ...nik("NIK_TYPO", 16, (entry, { random }) =>
      otherNik(entry, mistypedNik(entry.person.nik, random)),
    ),
    fits: young,
  },
  {
    ...nik("NIK_OTHER_PERSON", 3, (entry, { relative }) =>
      otherNik(entry, relative(entry.person)?.nik ?? ""),
    ),
    fits: (entry, { relative }) => young(entry) && relative(entry.person) !== null,
  },
  nik("NIK_TRUNCATED_TEXT", 5, (entry) => otherNik(entry, `${entry.person.nik.slice(0, 15)}0`)),
]

/** One digit wrong or two neighbours swapped; the serial stays one of 9000-9999. */
export function mistypedNik(nik: string, random: Random): string {
  for (;;) {
    const at = random.pick([3, 5, 6, 7, 8, 9, 10, 11, 13, 14])
    const digits = [...nik]
    if (random.chance(0.5)) digits[at] = String((Number(digits[at]) + random.int(1, 9)) % 10)
    else [digits[at], digits[at - 1]] = [digits[at - 1] as string, digits[at] as string]
    const typed = digits.join("")
    if (typed !== nik && typed[12] === "9") return typed
  }
}

const SEX_MESS: readonly Mess[] = [
  {
    code: "SEX_MISSING",
    count: 10,
    part: "sex",
    needs: ["sex"],
    apply: (entry, { random }) => (entry.cells.sex = random.pick(["", "-"])),
  },
  {
    code: "SEX_CONFLICT",
    count: 5,
    part: "sex",
    needs: ["sex"],
    fits: (entry) => entry.read.nik === entry.person.nik,
    apply: (entry, { spec }) => (entry.cells.sex = spec.sexWords[entry.person.sex === "L" ? 1 : 0]),
  },
]

/** Also used for the first sending of a list that was corrected later. */
export function misspellName(entry: Entry, spec: ListSpec): void {
  const name = entry.person.name
  const typed = name.slice(0, 2) + name.slice(3)
  entry.cells.name = writeName(typed, spec)
  entry.read.name = typed
}

export const IDENTITY_MESS: readonly Mess[] = [
  ...NIK_MESS,
  ...BIRTH_MESS,
  ...SEX_MESS,
  ...NAME_MESS,
]
