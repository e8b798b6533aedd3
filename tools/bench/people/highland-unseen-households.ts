// The world: households of relatives under one family card, with the papers that each member holds.
import { weighted, type Chance } from "./highland-unseen-chance.ts"
import {
  drawPeople,
  familyName,
  makeName,
  written,
  type Name,
  type People,
  type Sex,
} from "./highland-unseen-names.ts"
import { makeHome, Papers, phoneNumber, type Birth, type Home } from "./highland-unseen-papers.ts"
import { TRADES } from "./highland-unseen-places.ts"

export interface Person {
  readonly household: number
  readonly name: Name
  readonly sex: Sex
  readonly birth: Birth
  readonly birthplace: string
  readonly nik: string
  readonly kk: string
  readonly home: Home
  readonly trade: number
  readonly phone: string
  readonly mother: string
  /** NIK of the others in the house, for the clerk who takes the wrong card. */
  readonly othersNik: readonly string[]
}

const FIRST_YEAR = 1940
const LAST_YEAR = 2009
const CHILD_LISTED = 0.55

type Kind = "family" | "alone" | "couple" | "one parent" | "three generations" | "siblings"
const drawKind = weighted<Kind>([
  ...([
    ["family", 52],
    ["alone", 13],
    ["couple", 8],
  ] as const),
  ...([
    ["one parent", 10],
    ["three generations", 12],
    ["siblings", 5],
  ] as const),
])

interface Sketch {
  readonly name: Name
  readonly sex: Sex
  readonly birth: Birth
  readonly mother: string
  readonly origin: readonly [string, string]
  /** How often such a member works and is proposed. */
  readonly listed: number
}

export class World {
  private readonly papers: Papers
  private households = 0
  private lastHead: { name: Name; sex: Sex; people: People } | null = null
  private readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
    this.papers = new Papers(chance)
  }

  /** The members of the next household whom an office proposes; may be none. */
  next(kelurahan: number): Person[] {
    const { chance, papers } = this
    const household = ++this.households
    const sketches = this.sketch()
    const home = makeHome(kelurahan, chance)
    const kk = papers.kk(home.district, chance.is(0.06) ? sketches[0]!.origin[0] : null)
    const shared = chance.is(0.5) ? phoneNumber(chance) : null
    const regions = this.regions(sketches, home.district)
    const members = sketches.map((sketch, at) => ({
      sketch,
      isListed: chance.is(sketch.listed),
      nik: papers.nik(regions[at]!, sketch.sex, sketch.birth),
    }))
    const niks = members.map(({ nik }) => nik)
    return members
      .filter(({ sketch, isListed }) => isListed && isOfAge(sketch.birth))
      .map(({ sketch, nik }) => ({
        household,
        name: sketch.name,
        sex: sketch.sex,
        birth: sketch.birth,
        birthplace: nik.startsWith("6471") && chance.is(0.8) ? "Balikpapan" : sketch.origin[1],
        nik,
        kk,
        home,
        trade: Math.floor(chance.next() ** 1.6 * TRADES.length),
        phone: shared ?? (chance.is(0.93) ? phoneNumber(chance) : ""),
        mother: sketch.mother,
        othersNik: niks.filter((other) => other !== nik),
      }))
  }

  /** Children of a house are mostly registered in one place, twins always: their serials follow. */
  private regions(sketches: readonly Sketch[], district: string): string[] {
    const { chance, papers } = this
    let last: { birth: Birth; region: string } | null = null
    return sketches.map(({ birth, origin, listed }) => {
      const isChild = listed === CHILD_LISTED
      const isAlike = isChild && last !== null && (last.birth === birth || chance.is(0.75))
      const region = isAlike && last !== null ? last.region : papers.region(birth, origin, district)
      if (isChild) last = { birth, region }
      return region
    })
  }

  /** A NIK issued anew after a move: the same birth, another serial, often another district. */
  reissue(person: Person): string {
    return this.papers.again(person.nik)
  }

  newKk(home: Home): string {
    return this.papers.kk(home.district, null)
  }

  private sketch(): Sketch[] {
    const { chance } = this
    const kind = drawKind(chance)
    const people = drawPeople(chance)
    const family = familyName(people, chance)
    const headSex: Sex = kind === "one parent" ? (chance.is(0.85) ? "P" : "L") : this.headSex(kind)
    const old = kind === "alone" || kind === "siblings" ? [1952, 2006] : [1944, 1998]
    const year = chance.whole(old[0]!, old[1]!)
    const head = this.adult(people, headSex, year, family)
    this.lastHead = { name: head.name, sex: headSex, people }
    if (kind === "alone") return [head]
    if (kind === "siblings")
      return [head, ...this.brood(people, year, [head.mother, family], chance.whole(1, 2), head)]
    const partner = kind === "one parent" ? null : this.partner(people, headSex, year)
    const mother = headSex === "P" ? head : partner
    const couple = partner === null ? [head] : [head, { ...partner, listed: 0.62 }]
    if (kind === "couple") return couple
    const motherName = mother === null ? this.stranger(people) : written(mother.name)
    const count = Math.min(6, 1 + Math.floor(chance.next() ** 1.4 * 5))
    const children = this.brood(
      people,
      year + chance.whole(21, 30),
      [motherName, family],
      count,
      null,
    )
    const elders = kind === "three generations" ? this.elders(people, head, year, family) : []
    return this.namesakes([...couple, ...children, ...elders])
  }

  private headSex(kind: Kind): Sex {
    const share = kind === "alone" || kind === "siblings" ? 0.6 : 0.96
    return this.chance.is(share) ? "L" : "P"
  }

  /** Now and then a cousin of the last head, with his very name, in the list a line below. */
  private adult(people: People, sex: Sex, year: number, family: string): Sketch {
    const { chance, lastHead } = this
    const isCousin =
      lastHead !== null && lastHead.sex === sex && lastHead.people === people && chance.is(0.025)
    const fresh = makeName(people, sex, chance, { order: chance.whole(0, 3), family, like: null })
    return {
      name: isCousin ? lastHead.name : fresh,
      sex,
      birth: this.birthIn(year),
      mother: this.stranger(people),
      origin: this.papers.origin(people),
      listed: 0.84,
    }
  }

  private partner(people: People, headSex: Sex, headYear: number): Sketch {
    const { chance } = this
    const theirs = chance.is(0.22) ? drawPeople(chance) : people
    const apart = Math.round(3 + 3 * chance.bell()) * (headSex === "L" ? 1 : -1)
    const family = familyName(theirs, chance)
    return this.adult(theirs, headSex === "L" ? "P" : "L", headYear + apart, family)
  }

  private stranger(people: People): string {
    const { chance } = this
    const family = familyName(people, chance)
    return written(makeName(people, "P", chance, { order: chance.whole(0, 3), family, like: null }))
  }

  private brood(
    people: People,
    from: number,
    [mother, family]: readonly [mother: string, family: string],
    count: number,
    elder: Sketch | null,
  ): Sketch[] {
    const { chance } = this
    const origin = elder?.origin ?? this.papers.origin(people)
    const born: Sketch[] = elder === null ? [] : [elder]
    let year = from
    while (born.length < count + (elder === null ? 0 : 1)) {
      const before = born.at(-1)
      const isTwin = before !== undefined && before !== elder && chance.is(0.022)
      if (!isTwin) year += chance.whole(1, 4)
      const sex: Sex = isTwin && chance.is(0.7) ? before.sex : chance.is(0.5) ? "L" : "P"
      const like = before !== undefined && chance.is(isTwin ? 0.8 : 0.28) ? before.name : null
      const name = makeName(people, sex, chance, { order: born.length, family, like })
      const birth = isTwin ? before.birth : this.birthIn(year)
      born.push({ name, sex, birth, mother, origin, listed: CHILD_LISTED })
    }
    return elder === null ? born : born.slice(1)
  }

  private elders(people: People, head: Sketch, year: number, family: string): Sketch[] {
    const { chance } = this
    const sex: Sex = chance.is(0.68) ? "P" : "L"
    const elder = this.adult(people, sex, year - chance.whole(19, 32), family)
    // The head's mother lives here: his papers name her.
    const isMother = sex === "P" && chance.is(0.6)
    if (isMother) Object.assign(head, { mother: written(elder.name) })
    return [{ ...elder, listed: 0.5 }]
  }

  /** A child who bears the full name of a parent or grandparent. */
  private namesakes(members: Sketch[]): Sketch[] {
    const { chance } = this
    if (!chance.is(0.02)) return members
    const child = members.findIndex(({ listed }) => listed === CHILD_LISTED)
    const elder = members.find(
      (member) => member.listed !== CHILD_LISTED && member.sex === members[child]?.sex,
    )
    if (child < 0 || elder === undefined) return members
    return members.map((member, at) => (at === child ? { ...member, name: elder.name } : member))
  }

  /** Papers made late in life say 1 January, 31 December or 1 July. */
  private birthIn(year: number): Birth {
    const { chance } = this
    const late = year < 1972 ? 2.2 : 0.7
    const drawn = chance.next()
    if (drawn < 0.025 * late) return { year, month: 1, day: 1 }
    if (drawn < 0.035 * late) return { year, month: 12, day: 31 }
    if (drawn < 0.045 * late) return { year, month: 7, day: 1 }
    const month = chance.whole(1, 12)
    return { year, month, day: chance.whole(1, lastDay(year, month)) }
  }
}

function isOfAge({ year }: Birth): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

export function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
