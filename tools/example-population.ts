import type { ListSpec } from "./example-lists.ts"
import type { Obstacle, PeopleMaker, Person, PersonWish } from "./example-people.ts"
import type { Random } from "./example-random.ts"
import { KELURAHAN } from "./example-vocabulary.ts"

export interface Population {
  readonly people: readonly Person[]
  /** Per list the people it names; somebody may be named twice. */
  readonly rows: readonly (readonly Person[])[]
  /** Somebody of the same family card whose NIK might be copied. */
  readonly relatives: ReadonlyMap<string, Person>
}

const OBSTACLES: Readonly<Record<Obstacle, number>> = {
  dead: 5,
  moved: 5,
  short_residence: 5,
  PU: 6,
  BPU: 5,
  PROV: 5,
  old: 8,
  rich: 8,
  not_informal: 7,
  employer_row: 3,
  employer_check: 4,
  check_negative: 7,
  check_absent: 4,
  dukcapil_unknown: 4,
}
/** Seen in the occupation, so they need a list that has one. */
const BY_OCCUPATION: readonly Obstacle[] = ["not_informal", "employer_row"]
const CORRECTED = "Sumber Rejo"

export function inventPopulation(
  lists: readonly ListSpec[],
  maker: PeopleMaker,
  random: Random,
): Population {
  const slots = lists.flatMap((spec, list) =>
    Array.from({ length: spec.people }, () => ({ list, spec })),
  )
  const obstacles = obstaclePerSlot(slots, random)
  const rows: Person[][] = lists.map(() => [])
  slots.forEach(({ list, spec }, slot) =>
    rows[list]?.push(maker.make(wishFor(spec, obstacles.get(slot), random))),
  )
  const relatives = new Map<string, Person>()
  lists.forEach((spec, list) =>
    addFamilies(spec, rows[list] as Person[], { maker, random, relatives }),
  )
  const people = rows.flat()
  addNamesakes(lists, rows, people, maker)
  borrow(lists, rows, random)
  repeatSome(rows, random)
  return { people, rows, relatives }
}

function wishFor(spec: ListSpec, obstacle: Obstacle | undefined, random: Random): PersonWish {
  const kelurahan =
    spec.kelurahan ??
    random.pick(Object.keys(KELURAHAN).filter((name) => name !== "Gunung Bahagia"))
  const sectors = obstacle === "employer_row" ? ["pedagang_kecil"] : spec.sectors
  return obstacle === undefined ? { kelurahan, sectors } : { kelurahan, sectors, obstacle }
}

function obstaclePerSlot(
  slots: readonly { spec: ListSpec }[],
  random: Random,
): Map<number, Obstacle> {
  const free = random.shuffle(slots.map((_, slot) => slot))
  const chosen = new Map<number, Obstacle>()
  for (const [obstacle, count] of Object.entries(OBSTACLES) as [Obstacle, number][]) {
    for (let i = 0; i < count; i++) {
      const at = free.findIndex(
        (slot) => !BY_OCCUPATION.includes(obstacle) || slots[slot]?.spec.kelurahan !== null,
      )
      chosen.set(free.splice(at, 1)[0] as number, obstacle)
    }
  }
  return chosen
}

interface FamilyTools {
  readonly maker: PeopleMaker
  readonly random: Random
  readonly relatives: Map<string, Person>
}

/** A twin and a child in every kelurahan list: alike, of one family card, and not one person. */
function addFamilies(
  spec: ListSpec,
  rows: Person[],
  { maker, random, relatives }: FamilyTools,
): void {
  if (spec.kelurahan === null) return
  const heads = random
    .shuffle(rows.filter((person) => person.birthDate < "1988" && person.obstacle === null))
    .slice(0, 2)
  heads.forEach((head, turn) => {
    const shared = { kelurahan: head.kelurahan, sectors: spec.sectors, kk: head.kk, rt: head.rt }
    const twin = { ...shared, sex: head.sex, birthDate: head.birthDate }
    const child = {
      ...shared,
      birthDate: `${Number(head.birthDate.slice(0, 4)) + 19}${head.birthDate.slice(4)}`,
    }
    const relative = maker.make(turn === 0 ? twin : child)
    rows.push(relative)
    relatives.set(relative.id, head)
  })
}

/** People of one name, some of one birth date, in different lists: two people each time. */
function addNamesakes(
  lists: readonly ListSpec[],
  rows: Person[][],
  people: Person[],
  maker: PeopleMaker,
): void {
  const models = people.filter((person) => person.obstacle === null && person.name.includes(" "))
  for (let i = 0; i < 7; i++) {
    const model = models[i * 17] as Person
    const list = (i + 1) % 8
    const spec = lists[list] as ListSpec
    const wish = {
      kelurahan: spec.kelurahan as string,
      sectors: spec.sectors,
      name: model.name,
      sex: model.sex,
    }
    const namesake = maker.make(i < 3 ? { ...wish, birthDate: model.birthDate } : wish)
    rows[list]?.push(namesake)
    people.push(namesake)
  }
}

/** People of a kelurahan list whom an office or another kelurahan names as well. */
function borrow(lists: readonly ListSpec[], rows: Person[][], random: Random): void {
  const taken = new Set<string>()
  lists.forEach((spec, list) => {
    const others = rows.flatMap((people, other) =>
      other === list || lists[other]?.kelurahan === null || lists[other]?.kelurahan === CORRECTED
        ? []
        : people,
    )
    const fitting = random
      .shuffle(others)
      .filter(
        (person) =>
          person.sector !== null &&
          spec.sectors.includes(person.sector) &&
          person.obstacle !== "employer_row" &&
          !taken.has(person.id),
      )
    for (const person of fitting.slice(0, spec.borrowed ?? 0)) {
      taken.add(person.id)
      rows[list]?.push(person)
    }
  })
}

/** One or two people stand twice in the same list. */
function repeatSome(rows: Person[][], random: Random): void {
  rows.forEach((people, list) => {
    const times = list % 3 === 0 ? 2 : 1
    people.push(...random.shuffle(people).slice(0, times))
  })
}
