import { unreachable } from "../../kernel/assert.ts"
import { sha256 } from "../../kernel/id.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { OrderKey, PriorityGroup, PriorityRule, SelectionOrder } from "../law/index.ts"
import type { Person } from "../registry/index.ts"

/** A key's value for comparing: decile, rupiah, or minus the birth date as yyyymmdd. */
export type KeyValue = number | bigint | null

/** An eligible person's place in the order. */
export interface Ranked {
  readonly person: Person
  readonly group: number
  /** Values of the order's keys, in their order. */
  readonly keys: readonly KeyValue[]
  readonly lottery: bigint
  /** 1 comes first. */
  readonly rank: number
}

/** First 8 bytes of SHA-256(published seed ‖ NIK): ties are broken by nothing anyone can steer. */
export function lotteryNumber(seed: string, nik: string): bigint {
  return sha256(`${seed}${nik}`).readBigUInt64BE(0)
}

/** The groups and keys that hold on a day, the first compared first. */
export function orderOn(order: SelectionOrder, on: LocalDate): SelectionOrder {
  const holds = (line: { from: LocalDate; to: LocalDate | null }): boolean =>
    line.from <= on && (line.to === null || on <= line.to)
  return {
    ...order,
    groups: order.groups.filter(holds).sort((a, b) => a.number - b.number),
    keys: order.keys.filter(holds).sort((a, b) => a.number - b.number),
  }
}

/** The order of the pack: groups, then keys, then the lottery; the same for any order of input. */
export function rank(people: readonly Person[], order: SelectionOrder, seed: string): Ranked[] {
  const groups = [...order.groups].sort((a, b) => a.number - b.number)
  const keys = [...order.keys].sort((a, b) => a.number - b.number)
  const placed = people.map((person) => {
    const lottery = lotteryNumber(seed, person.nik ?? person.personId)
    const values = keys.map((key) => keyOf(person, key, lottery))
    return { person, group: groupOf(person, groups), keys: values, lottery }
  })
  placed.sort((a, b) => a.group - b.group || byKeys(a, b, keys) || byLottery(a, b))
  return placed.map((entry, index) => ({ ...entry, rank: index + 1 }))
}

type Placed = Omit<Ranked, "rank">

/** Whoever belongs to no group stands behind all of them. */
function groupOf(person: Person, groups: readonly PriorityGroup[]): number {
  const own = groups.find((group) => belongs(person, group.rule))
  return own?.number ?? (groups.at(-1)?.number ?? 0) + 1
}

function belongs(person: Person, rule: PriorityRule): boolean {
  switch (rule) {
    case "continuing":
      return person.recipientLastYear
    case "disability":
      return person.disabled
    case "female_head_of_household":
      return person.femaleHead
    case "everyone_else":
      return true
    default:
      return unreachable(rule)
  }
}

function keyOf(person: Person, key: OrderKey, lottery: bigint): KeyValue {
  switch (key.rule) {
    case "poverty_decile":
      return person.decile
    case "declared_income":
      return person.income === null ? null : (person.income.high ?? person.income.low)
    case "age":
      // The earlier the birth, the higher the age: the sign turns the date's order round.
      return person.birthDate === null ? null : -Number(person.birthDate.replaceAll("-", ""))
    case "lottery":
      return lottery
    default:
      return unreachable(key.rule)
  }
}

function byKeys(a: Placed, b: Placed, keys: readonly OrderKey[]): number {
  for (const [index, key] of keys.entries()) {
    const difference = compareKey(a.keys[index] ?? null, b.keys[index] ?? null, key)
    if (difference !== 0) return difference
  }
  return 0
}

function compareKey(a: KeyValue, b: KeyValue, key: OrderKey): number {
  if (a === null || b === null) {
    if (a === b) return 0
    return (a === null) === (key.missing === "first") ? -1 : 1
  }
  if (a === b) return 0
  const ascending = a < b ? -1 : 1
  return key.direction === "ascending" ? ascending : -ascending
}

function byLottery(a: Placed, b: Placed): number {
  if (a.lottery !== b.lottery) return a.lottery < b.lottery ? -1 : 1
  return a.person.personId < b.person.personId ? -1 : 1
}
