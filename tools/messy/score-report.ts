import type { TrueField } from "./key.ts"
import { TRUE_FIELDS } from "./key.ts"
import type { Fate, ListScore, Reason } from "./score-list.ts"

export interface MessyScore {
  readonly lists: number
  readonly headerRight: number
  readonly columnsRight: number
  readonly rowsKept: number
  readonly phantoms: number
  readonly wrongRepairs: number
  readonly askedThoughClear: number
  readonly fields: ReadonlyMap<TrueField, Readonly<Record<Fate, number>>>
  readonly reasons: readonly Reason[]
}

const FATES: readonly Fate[] = ["right", "asked", "missed", "wrong", "guessed", "as-written"]

/** Whose wrong value is a wrong repair: what a decision or a registration hangs on. */
const REPAIRED: readonly TrueField[] = [
  ...(["nik", "birth_date", "sex", "area", "income_low", "income_high", "phone", "name"] as const),
]

/** Sums up the lists of a run. */
export function sumScores(lists: readonly ListScore[]): MessyScore {
  const fields = new Map(TRUE_FIELDS.map((field) => [field, fatesOf(lists, field)]))
  const total = (fate: Fate, of: readonly TrueField[] = TRUE_FIELDS): number =>
    of.reduce((sum, field) => sum + (fields.get(field)?.[fate] ?? 0), 0)
  const clear = total("right") + total("missed")
  return {
    lists: lists.length,
    headerRight: share(lists.map(({ headers }) => [headers.right, headers.all])),
    columnsRight: share(lists.map(({ columns }) => [columns.right, columns.all])),
    rowsKept: share(lists.map(({ people }) => [people.kept, people.all])),
    phantoms: lists.reduce((sum, list) => sum + list.phantoms, 0),
    wrongRepairs: total("wrong", REPAIRED),
    askedThoughClear: clear === 0 ? 0 : total("missed") / clear,
    fields,
    reasons: lists.flatMap((list) => list.reasons),
  }
}

function fatesOf(lists: readonly ListScore[], field: TrueField): Record<Fate, number> {
  const count = (fate: Fate): number =>
    lists.reduce((sum, list) => sum + (list.fates.get(field)?.get(fate) ?? 0), 0)
  const entries = FATES.map((fate) => [fate, count(fate)] as const)
  return Object.fromEntries(entries) as Record<Fate, number>
}

function share(parts: readonly (readonly [number, number])[]): number {
  const all = parts.reduce((sum, [, of]) => sum + of, 0)
  return all === 0 ? 1 : parts.reduce((sum, [right]) => sum + right, 0) / all
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`

/** The table that a person reads, with the worst reasons below it. */
export function scoreText(score: MessyScore, worst = 20): string {
  const head = [
    `lists                  ${score.lists}`,
    `headers right          ${percent(score.headerRight)}`,
    `columns right          ${percent(score.columnsRight)}`,
    `rows kept              ${percent(score.rowsKept)}`,
    `rows of nobody taken   ${score.phantoms}`,
    `wrong repairs          ${score.wrongRepairs}`,
    `asked though clear     ${percent(score.askedThoughClear)}`,
  ]
  const table = [...score.fields].map(([field, fates]) => {
    const judged = fates.right + fates.missed + fates.wrong
    const accuracy = judged === 0 ? "-" : percent(fates.right / judged)
    const counts = FATES.map((fate) => String(fates[fate]).padStart(fate.length + 2)).join("")
    return `${field.padEnd(12)}${accuracy.padStart(10)}${counts}`
  })
  const columns = `${"field".padEnd(12)}${"accuracy".padStart(10)}${FATES.map((fate) => `  ${fate}`).join("")}`
  return [...head, "", columns, ...table, "", "worst:", ...worstLines(score.reasons, worst)].join(
    "\n",
  )
}

/** Alike reasons are told once, with how often and one place. */
export function worstLines(reasons: readonly Reason[], worst: number): string[] {
  const groups = Map.groupBy(reasons, (reason) => kindOf(reason.what))
  return [...groups.values()]
    .map((group) => ({
      first: group[0]!,
      weight: group[0]!.weight * group.length,
      count: group.length,
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.first.what < b.first.what ? -1 : 1))
    .slice(0, worst)
    .map(
      ({ first, count }) =>
        `${String(count).padStart(5)} x ${first.what} | ${first.file} | ${first.sheet} ${first.row}`,
    )
}

/** "area wrong … (section)" is one kind, whoever it is about. */
function kindOf(what: string): string {
  const by = /\(([^()]*)\)$/.exec(what)?.[1]
  const head = what.split(":")[0] ?? what
  return by === undefined ? head : `${head} ${by}`
}
