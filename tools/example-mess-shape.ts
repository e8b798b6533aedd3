import type { Entry } from "./example-entry.ts"
import type { Field, ListSpec } from "./example-lists.ts"
import type { Person } from "./example-people.ts"
import type { Random } from "./example-random.ts"

export interface MessContext {
  readonly random: Random
  readonly spec: ListSpec
  /** Another person of the same family card, if there is one. */
  readonly relative: (person: Person) => Person | null
  readonly newPhone: () => string
}

/** One way in which a row goes wrong. */
export interface Mess {
  /** The code it earns; several ways may earn one. */
  readonly code: string
  readonly count: number
  /** The part of the row that no other mess may touch as well. */
  readonly part:
    | "nik"
    | "name"
    | "birth"
    | "sex"
    | "kelurahan"
    | "job"
    | "income"
    | "phone"
    | "note"
    | "row"
    | "address"
  readonly needs: readonly Field[]
  readonly fits?: (entry: Entry, context: MessContext) => boolean
  readonly apply: (entry: Entry, context: MessContext) => void
}

export function mess(
  code: string,
  count: number,
  part: Mess["part"],
  needs: readonly Field[],
  apply: Mess["apply"],
): Mess {
  return { code, count, part, needs, apply }
}

export const styled = (_: Entry, { spec }: MessContext): boolean =>
  spec.form.kind === "xlsx" || spec.form.kind === "ods"
/** People whose decision hangs on the very part that would be lost. */
export const ordinary = (entry: Entry): boolean => entry.person.obstacle === null
