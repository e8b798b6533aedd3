import { isGarbled } from "../../kernel/garbled-text.ts"
import { dateParts, localDate, type LocalDate } from "../../kernel/local-date.ts"
import { assert } from "../../kernel/assert.ts"
import type { SeasonFrame, SeasonOffice, SeasonRecipient } from "../../modules/season/index.ts"
import {
  criteriaOn,
  ownerOn,
  verifiersOf,
  type Criterion,
  type PolicyPack,
} from "../../modules/law/index.ts"
import { CRITERION_TEXT_ID } from "./text.id.ts"
import { fileSlug, type RecipientFacts } from "../../modules/registry/index.ts"

/** The line of a pack's offices that stands for every kelurahan, each for its own area. */
const AREA_OFFICE = "kelurahan"
const PROPOSES = "propose"

export interface SeasonTerms {
  /** Whom offices ask, with a number; "" where nobody said. */
  readonly contact: string
  readonly year: number
  readonly lastYear: number | null
  readonly deadline: LocalDate
}

/** The day and month of the pack's last registration date, in the year before the programme year. */
export function usualDeadline(pack: PolicyPack, year: number): LocalDate {
  const last = pack.cycles.reduce((a, b) => (b.year > a.year ? b : a))
  const { month, day } = dateParts(last.registrationOn)
  const inYear = dateParts(last.registrationOn).year + year - last.year
  const moved = localDate(inYear, month, day) ?? localDate(inYear, month, day - 1)
  assert(moved !== null, "only 29 February has no counterpart in another year")
  return moved
}

export function seasonFrame(pack: PolicyPack, terms: SeasonTerms): SeasonFrame {
  const owner = ownerOn(pack, terms.deadline)
  return {
    ...terms,
    programmeName: pack.programme.name,
    cityName: pack.name,
    ownerName: owner?.name ?? pack.name,
    criteria: criteriaOn(pack, terms.deadline).flatMap(criterionSentence),
    sectors: pack.sectors.map(({ nameId }) => nameId),
    areas: kelurahan(pack).map(({ name }) => name),
  }
}

/** A condition as an office can weigh it; one that refuses nobody is none. */
function criterionSentence({ title, rule }: Criterion): string[] {
  if (rule.rule === "poverty_decile" && rule.maximumDecile === null) return []
  const meaning = CRITERION_TEXT_ID[rule.rule]
  return [meaning === "" ? title : `${title}: ${meaning}`]
}

/**
 * Every office that proposes, with the recipients whose standing it knows: a kelurahan those who live
 * there, a sector office those of the sectors it verifies.
 */
export function seasonOffices(
  pack: PolicyPack,
  deadline: LocalDate,
  recipients: readonly RecipientFacts[],
): SeasonOffice[] {
  const proposing = pack.offices.filter(
    ({ tasks, from, to }) =>
      tasks.includes(PROPOSES) && from <= deadline && (to === null || deadline <= to),
  )
  const byArea = Map.groupBy(recipients, ({ areaCode }) => areaCode)
  const shown = (people: readonly RecipientFacts[]) => people.map((person) => shownOf(pack, person))
  const areas = proposing.some(({ id }) => id === AREA_OFFICE) ? kelurahan(pack) : []
  const areaOffices = areas.map(({ code, name }): SeasonOffice => ({
    id: `${AREA_OFFICE}-${fileSlug(name)}`,
    name: `Kelurahan ${name}`,
    area: name,
    recipients: shown(byArea.get(code) ?? []),
  }))
  const sectorOffices = proposing
    .filter(({ id }) => id !== AREA_OFFICE)
    .map(({ id, name }): SeasonOffice => {
      const own = recipients.filter(({ sector }) =>
        verifiersOf(pack, sector ?? "", deadline).some((office) => office.id === id),
      )
      return { id: fileSlug(id), name, area: null, recipients: shown(own) }
    })
  return [...areaOffices, ...sectorOffices]
}

function kelurahan(pack: PolicyPack) {
  return pack.areas.filter(({ level }) => level === "kelurahan")
}

function shownOf(pack: PolicyPack, person: RecipientFacts): SeasonRecipient {
  return {
    nik: person.nik ?? "",
    name: person.name,
    isNameOpen: person.name === "" || isGarbled(person.name),
    birthDate: person.birthDate ?? "",
    sex: person.sex ?? "",
    address: person.address,
    area: pack.areas.find(({ code }) => code === person.areaCode)?.name ?? "",
    sector: pack.sectors.find(({ code }) => code === person.sector)?.nameId ?? "",
    phone: person.phone,
  }
}
