import { contentId } from "../../kernel/id.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { isGarbled } from "../../kernel/garbled-text.ts"
import { birthDateFromNik, sexFromNik, type Nik } from "../../kernel/nik.ts"
import { claimNiks, type NikClaim } from "./claim-nik.ts"
import { latestCheck } from "./field-check.ts"
import { namesAgree } from "./name-agreement.ts"
import type { Person } from "./person.ts"
import { populationFacts, type PopulationFacts } from "./population-facts.ts"
import { decileOn, type Registers } from "./registers.ts"
import { agreedIncome, agreedWork } from "./reconcile.ts"
import { foldColumn } from "./register-field.ts"
import type { RowFacts } from "./row-facts.ts"

export interface AssembleContext {
  readonly tenantId: number
  readonly registers: Registers
  readonly referenceOn: LocalDate
  readonly registrationOn: LocalDate
  /** Content id of the first row, in order of receipt, that told of these rows' person. */
  readonly anchorOf: (rows: readonly RowFacts[]) => string
  /** The sector that an office wrote into a field check; without it only slugs are known. */
  readonly sectorOf?: (text: string) => string | null
  /** The tenant's kelurahan of a code or name; without it no answer's kelurahan is read. */
  readonly areaOf?: (text: string) => string | null
}

/** One person per cluster of rows, in the clusters' order; a NIK belongs to at most one of them. */
export function assemblePersons(
  clusters: readonly (readonly RowFacts[])[],
  context: AssembleContext,
): Person[] {
  const named = clusters.map((rows) => ({
    rows,
    id: contentId(context.tenantId, "person", context.anchorOf(rows)),
  }))
  const claims = claimNiks(named)
  return named.map(({ rows, id }, index) => personOf({ id, rows }, claims[index] ?? null, context))
}

function personOf(
  { id, rows }: { readonly id: string; readonly rows: readonly RowFacts[] },
  claim: NikClaim | null,
  context: AssembleContext,
): Person {
  const { registers, sectorOf = sectorSlug } = context
  const counting = rows.filter((facts) => !facts.withdrawn)
  const told = [...(counting.length > 0 ? counting : rows)].sort(byRowId)
  const nik = claim?.nik ?? null
  // A number that the population office does not know identifies nobody in other lists either.
  const checks = nik === null || claim?.standing === "not_found" ? [] : registers.checks.get(nik)
  const { check, contradicted } = latestCheck(checks ?? [])
  const population = nik === null ? null : populationFacts(registers.population.get(nik) ?? [])
  return {
    personId: id,
    rowIds: rows.map((facts) => facts.row.rowId).sort(),
    nik,
    nikStanding: claim?.standing ?? "none",
    ...biodata(told, nik, registers),
    areaCode: areaCodeOf(told, population, context),
    ...birthOf(told, { nik, population, on: context.registrationOn }),
    onlyStruck: counting.length === 0,
    population,
    income: agreedIncome(counting),
    ...agreedWork(counting, check, sectorOf),
    employer: counting.some((facts) => facts.employer),
    check,
    checkContradicted: contradicted,
    ...registerFacts(nik, context),
    conflicts: conflictsOf(counting),
  }
}

function byRowId(a: RowFacts, b: RowFacts): number {
  return a.row.rowId < b.row.rowId ? -1 : 1
}

/** "Ojek Pangkalan" names the sector "ojek_pangkalan". */
function sectorSlug(text: string): string | null {
  return text === "" ? null : foldColumn(text).replaceAll(" ", "_")
}

type Biodata = Pick<
  Person,
  "name" | "sex" | "address" | "rt" | "phone" | "birthPlace" | "motherName"
>

/** What of several rows is first told; of the names the fullest. */
function biodata(rows: readonly RowFacts[], nik: Nik | null, registers: Registers): Biodata {
  const text = (value: (facts: RowFacts) => string): string => {
    for (const facts of rows) if (value(facts) !== "") return value(facts)
    return ""
  }
  const sex = rows.find((facts) => facts.row.sex !== null)?.row.sex
  return {
    name: nameOf(rows, registers.recipients.get(nik ?? "")?.name ?? ""),
    sex: sex ?? (nik === null ? null : sexFromNik(nik)),
    address: text((facts) => facts.row.address),
    rt: text((facts) => facts.row.rt),
    phone: text((facts) => facts.row.phone),
    birthPlace: text((facts) => facts.row.birthPlace),
    motherName: text((facts) => facts.row.motherName),
  }
}

/** The kelurahan of the lists; where they give none, that of the population office. */
function areaCodeOf(
  rows: readonly RowFacts[],
  population: PopulationFacts | null,
  { areaOf = () => null }: AssembleContext,
): string | null {
  const listed = rows.find((facts) => facts.areaCode !== null)?.areaCode ?? null
  if (listed !== null) return listed
  return population === null || population.area === "" ? null : areaOf(population.area)
}

/**
 * The fullest spelling of a row, garbled ones last. Where no row gives a clean one, the name under
 * which the city paid for this number, unless it is another's.
 */
function nameOf(rows: readonly RowFacts[], paid: string): string {
  const written = longestName(rows.filter(({ name }) => !isGarbled(name)))
  if (written !== "") return written
  const garbled = longestName(rows)
  const isPaid = paid !== "" && (garbled === "" || namesAgree(garbled, paid))
  return isPaid ? paid : garbled
}

/** The fullest spelling: later rows shorten names more often than they lengthen them. */
function longestName(rows: readonly RowFacts[]): string {
  if (rows.length < 2) return rows[0]?.name ?? ""
  const names = rows.map((facts) => facts.name)
  return names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ""
}

type RegisterFacts = Pick<
  Person,
  | "memberships"
  | "paidByProvince"
  | "paidByCompany"
  | "civilServant"
  | "decile"
  | "disabled"
  | "femaleHead"
  | "recipientLastYear"
>

const NO_MEMBERSHIPS: Person["memberships"] = []

/** Without a number nothing in a register is this person's. */
function registerFacts(nik: Nik | null, context: AssembleContext): RegisterFacts {
  const { registers, referenceOn } = context
  const inList = (list: ReadonlySet<string>): boolean => nik !== null && list.has(nik)
  const deciles = nik === null ? undefined : registers.deciles.get(nik)
  return {
    memberships: (nik === null ? undefined : registers.memberships.get(nik)) ?? NO_MEMBERSHIPS,
    paidByProvince: inList(registers.province),
    paidByCompany: inList(registers.company),
    civilServant: inList(registers.civilServants),
    decile: deciles === undefined ? null : (decileOn(deciles, referenceOn)?.decile ?? null),
    disabled: inList(registers.disabled),
    femaleHead: inList(registers.femaleHeads),
    recipientLastYear: nik !== null && registers.recipients.has(nik),
  }
}

interface BirthContext {
  readonly nik: Nik | null
  readonly population: PopulationFacts | null
  readonly on: LocalDate
}

/**
 * The birth date that the population office confirms; where it says that another one holds, that in the
 * NIK. Where it does not say, what is written stands.
 */
function birthOf(
  rows: readonly RowFacts[],
  { nik, population, on }: BirthContext,
): Pick<Person, "birthDate" | "birthSource"> {
  const own = rows.filter((facts) => nik === null || facts.nik === nik)
  const written = mostWritten(own) ?? mostWritten(rows)
  if (population?.birthMatches === true) {
    const birthDate = population.confirmedBirthDate ?? written
    if (birthDate !== null) return { birthDate, birthSource: "population" }
  }
  const inNik = nik === null ? null : birthDateFromNik(nik, on)
  const isDenied = population?.found === true && population.birthMatches === false
  if (isDenied && inNik !== null) return { birthDate: inNik, birthSource: "nik" }
  if (written !== null) return { birthDate: written, birthSource: "list" }
  return inNik === null
    ? { birthDate: null, birthSource: "none" }
    : { birthDate: inNik, birthSource: "nik" }
}

function mostWritten(rows: readonly RowFacts[]): LocalDate | null {
  if (rows.length < 2) return rows[0]?.birthDate ?? null
  const counts = new Map<LocalDate, number>()
  for (const { birthDate } of rows)
    if (birthDate !== null) counts.set(birthDate, (counts.get(birthDate) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}

const NO_CONFLICTS: readonly string[] = []

function conflictsOf(rows: readonly RowFacts[]): readonly string[] {
  if (rows.length < 2) return NO_CONFLICTS
  const told: Readonly<Record<string, (facts: RowFacts) => unknown>> = {
    birth_date: (facts) => facts.birthDate,
    sex: (facts) => facts.row.sex,
    sector: (facts) => facts.sector,
    income: (facts) => facts.income?.high ?? null,
    area: (facts) => facts.areaCode,
  }
  const differs = (value: (facts: RowFacts) => unknown): boolean =>
    new Set(rows.map(value).filter((found) => found !== null)).size > 1
  return Object.entries(told).flatMap(([field, value]) => (differs(value) ? [field] : []))
}
