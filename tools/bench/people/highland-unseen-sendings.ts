// The sendings of one person: the first, and later ones by other offices with what had changed by then.
import { weighted, type Chance } from "./highland-unseen-chance.ts"
import { hurry, SLIPS, type Clerk, type Offices } from "./highland-unseen-clerks.ts"
import { draftOf, type Draft } from "./highland-unseen-draft.ts"
import { compare, type Difficulty } from "./highland-unseen-evidence.ts"
import type { Person, World } from "./highland-unseen-households.ts"
import { inUse } from "./highland-unseen-name-use.ts"
import { makeHome } from "./highland-unseen-papers.ts"
import { KELURAHAN } from "./highland-unseen-places.ts"
import { SENDINGS, type Slip } from "./highland-unseen-rates.ts"
import { APPLY, phoneChanged, type Desk } from "./highland-unseen-slips.ts"

export interface Sent {
  readonly draft: Draft
  readonly clerk: Clerk
}

export interface Tally {
  readonly difficulties: Record<Difficulty, number>
  undecidable: number
}

type Change = Slip | "moved" | "married" | "reissued" | "phoneChanged" | "boldName"

const drawNumber = weighted<Change>([
  ...([
    ["nikMissing", 42],
    ["reissued", 22],
    ["nikOfOther", 16],
  ] as const),
  ...([
    ["nikExcel", 8],
    ["nikIsKk", 8],
    ["nikAbove", 4],
  ] as const),
])
const drawSoul = weighted<Change>([
  ...([
    ["boldName", 44],
    ["dateDigit", 10],
    ["dateYearOff", 12],
    ["dateTurned", 8],
  ] as const),
  ...([
    ["dateYearOnly", 9],
    ["dateMissing", 6],
    ["dateFirst", 8],
    ["dateAbove", 3],
  ] as const),
])
const drawAround = weighted<Change>([
  ...([
    ["moved", 26],
    ["married", 14],
    ["phoneChanged", 22],
  ] as const),
  ...([
    ["kkMissing", 12],
    ["motherMissing", 12],
    ["motherByEar", 14],
  ] as const),
])
const drawOne = weighted<Change>([
  ...([
    ["nikMissing", 22],
    ["nikWrongKey", 8],
    ["nikLookAlike", 8],
    ["nikTurned", 4],
  ] as const),
  ...([
    ["nikSignLost", 4],
    ["nikSignDoubled", 3],
    ["nikAsLetter", 2],
    ["nikExcel", 7],
  ] as const),
  ...([
    ["reissued", 9],
    ["nikOfOther", 6],
    ["nikIsKk", 4],
    ["boldName", 14],
  ] as const),
  ...([
    ["dateDigit", 4],
    ["dateYearOff", 4],
    ["dateYearOnly", 4],
    ["dateMissing", 3],
  ] as const),
])

function changesFor(difficulty: Difficulty, chance: Chance): Change[] {
  if (difficulty === "hard") return [drawNumber(chance), drawSoul(chance), drawAround(chance)]
  if (difficulty === "easy")
    return chance.is(0.1) ? [chance.is(0.5) ? "moved" : "phoneChanged"] : []
  return chance.is(0.5) ? [drawOne(chance)] : [drawOne(chance), drawAround(chance)]
}

/** The person as life has gone on: another house, another card. */
function later(person: Person, changes: readonly Change[], world: World, chance: Chance): Person {
  const isMarried = changes.includes("married")
  if (!isMarried && !changes.includes("moved")) return person
  const isNear = chance.is(0.35)
  const kelurahan = isNear ? person.home.kelurahan : chance.whole(0, KELURAHAN.length - 1)
  const home = makeHome(kelurahan, chance)
  // Who marries is entered on another card; of those who move half get a new one.
  const kk = isMarried || chance.is(0.5) ? world.newKk(home) : person.kk
  return { ...person, home, kk }
}

function fill(
  person: Person,
  clerk: Clerk,
  changes: readonly Change[],
  world: World,
  chance: Chance,
) {
  const draft = draftOf(later(person, changes, world, chance))
  const desk: Desk = { person, clerk, chance }
  const factor = hurry(clerk, chance)
  for (const change of changes) {
    if (change === "reissued") draft.nik = world.reissue(person)
    else if (change === "phoneChanged") phoneChanged(draft, desk)
    else if (change === "boldName") draft.name = inUse(person, chance)
    else if (change !== "moved" && change !== "married") APPLY[change](draft, desk)
  }
  for (const [at, slip] of SLIPS.entries())
    if (chance.is(clerk.rates[at]! * factor)) APPLY[slip](draft, desk)
  return draft
}

/** Of number, name and date a row must keep two, or it tells of nobody. */
function tellsOfSomebody(draft: Draft): boolean {
  const hasNik = /^\d{15,17}$/.test(draft.nik)
  const hasDate = draft.date !== "none" && draft.date !== "year only"
  return draft.name.length > 2 && (hasNik || hasDate || draft.kk.length > 14)
}

export class Sendings {
  readonly tally: Tally = { difficulties: { easy: 0, medium: 0, hard: 0 }, undecidable: 0 }
  private readonly offices: Offices
  private readonly world: World
  private readonly chance: Chance

  constructor(offices: Offices, world: World, chance: Chance) {
    this.offices = offices
    this.world = world
    this.chance = chance
  }

  /** The rows of a person; the first one comes from `clerk`. */
  of(person: Person, clerk: Clerk): Sent[] {
    const { chance } = this
    const first = this.first(person, clerk)
    if (!chance.is(SENDINGS.secondShare)) return [first]
    const second = this.again(person, [first])
    return chance.is(SENDINGS.thirdShare)
      ? [first, second, this.again(person, [first, second])]
      : [first, second]
  }

  private first(person: Person, clerk: Clerk): Sent {
    let draft = fill(person, clerk, [], this.world, this.chance)
    while (!tellsOfSomebody(draft)) draft = fill(person, clerk, [], this.world, this.chance)
    clerk.above = draft
    return { draft, clerk }
  }

  /** Another office asks anew where somebody lives and what he does. */
  private retell(draft: Draft, desk: Desk): void {
    for (const slip of ["addressStyled", "addressShort", "tradeOther"] as const)
      if (desk.chance.is(SENDINGS.retold)) APPLY[slip](draft, desk)
  }

  private again(person: Person, before: readonly Sent[]): Sent {
    const { chance, world, offices } = this
    const clerks = before.map(({ clerk }) => clerk)
    const clerk = offices.otherClerk(person.home.kelurahan, clerks, chance)
    const drawn = chance.next()
    const { easy, medium } = SENDINGS
    const wish: Difficulty = drawn < easy ? "easy" : drawn < easy + medium ? "medium" : "hard"
    for (let attempt = 1; ; attempt++) {
      const draft = fill(person, clerk, changesFor(wish, chance), world, chance)
      this.retell(draft, { person, clerk, chance })
      const seen = before.map((sent) => compare(sent.draft, sent.clerk.style, draft, clerk.style))
      const isFine = tellsOfSomebody(draft) && seen.every(({ isDecidable }) => isDecidable)
      // A few stay that nobody could decide, as there are in every city.
      if (!isFine && attempt < 25 && !chance.is(0.004)) continue
      for (const { difficulty, isDecidable } of seen) {
        this.tally.difficulties[difficulty]++
        if (!isDecidable) this.tally.undecidable++
      }
      clerk.above = draft
      return { draft, clerk }
    }
  }
}
