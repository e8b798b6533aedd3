import { formatRupiah } from "../kernel/rupiah.ts"
import { assert, unreachable } from "../kernel/assert.ts"
import { isGarbled } from "../kernel/garbled-text.ts"
import { ageOn } from "../kernel/local-date.ts"
import { firstDay } from "../kernel/period.ts"
import {
  buildAnnex,
  type Annex,
  type AnnexFrame,
  type AnnexPerson,
} from "../modules/decree/index.ts"
import type { OrderKey } from "../modules/law/index.ts"
import { orderOn, type Placed } from "../modules/selection/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

export interface AnnexSource {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly resultHash: string
}

/** The annex of a run's list: what is printed, and what the database names by its hash. */
export function annexOf(source: AnnexSource): Annex {
  const annex = buildAnnex(annexFrame(source), annexPeople(source, "selected"))
  // One tariff stands in the annex for everybody: its total must be the cost of the list.
  assert(annex.totals.year === source.result.selection.cost, "the annex adds up to the list")
  return annex
}

export function annexFrame({ result, terms, resultHash }: AnnexSource): AnnexFrame {
  const { pack } = terms.book
  const [month] = result.prices.monthsOf(null)
  assert(month !== undefined, "a cycle covers at least one month")
  const districts = new Map(pack.areas.map((area) => [area.code, area.name]))
  return {
    cityName: pack.name.replace(/^(Kota|Kabupaten)\s+/, ""),
    year: terms.cycle.year,
    firstMonth: terms.cycle.firstMonth,
    months: terms.cycle.months,
    jkkMonthly: month.jkk,
    jkmMonthly: month.jkm,
    ceiling: terms.ceiling,
    areas: pack.areas
      .filter((area) => area.level === "kelurahan")
      .map(({ code, name, parent }) => ({
        code,
        name,
        districtCode: parent ?? "",
        districtName: districts.get(parent ?? "") ?? "",
      })),
    sectors: pack.sectors.map(({ code, nameId }) => ({ slug: code, label: nameId })),
    generatedOn: terms.asOf,
    resultHash,
    law: { pack: pack.code, version: terms.book.version },
  }
}

export function annexPeople({ result, terms }: AnnexSource, place: Placed["place"]): AnnexPerson[] {
  const order = orderOn(terms.book.pack.order, firstDay(terms.cycle.firstMonth))
  const titles = new Map(order.groups.map((group) => [group.number, group.title]))
  return result.selection.places
    .filter((entry) => entry.place === place)
    .map((entry) => {
      const { person } = entry
      const orNull = (text: string): string | null => (text === "" ? null : text)
      return {
        personId: person.personId,
        name: person.name,
        isNameOpen: person.name === "" || isGarbled(person.name),
        nik: person.nik ?? "",
        birthDate: person.birthDate,
        sex: person.sex,
        areaCode: person.areaCode,
        sector: person.sector,
        address: orNull(person.address),
        rt: orNull(person.rt),
        phone: orNull(person.phone),
        incomeRupiah: person.income === null ? null : (person.income.high ?? person.income.low),
        motherName: orNull(person.motherName),
        birthPlace: orNull(person.birthPlace),
        rank: entry.rank,
        group: titles.get(entry.group) ?? "",
        keysText: order.keys.map((key) => keyText(entry, key, terms)).join(", "),
      }
    })
}

/** One key of the order in words: "desil 3", "umur 52". */
function keyText({ person, lottery }: Placed, key: OrderKey, terms: CycleTerms): string {
  switch (key.rule) {
    case "poverty_decile":
      return person.decile === null ? "desil belum ada" : `desil ${person.decile}`
    case "declared_income": {
      const income = person.income === null ? null : (person.income.high ?? person.income.low)
      return income === null ? "penghasilan belum ada" : `penghasilan ${formatRupiah(income)}`
    }
    case "age":
      return person.birthDate === null
        ? "umur belum ada"
        : `umur ${ageOn(person.birthDate, terms.cycle.registrationOn)}`
    case "lottery":
      return `undian ${lottery}`
    default:
      return unreachable(key.rule)
  }
}
