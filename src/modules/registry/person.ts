import type { LocalDate } from "../../kernel/local-date.ts"
import type { Nik } from "../../kernel/nik.ts"
import type { FieldCheck } from "./field-check.ts"
import type { PopulationFacts } from "./population-facts.ts"
import type { Membership } from "./registers.ts"
import type { Income } from "./row-facts.ts"
import type { NikStanding } from "./standing.ts"

/** One human as lists and registers together know them, every fact with where it came from. */
export interface Person {
  readonly personId: string
  readonly rowIds: readonly string[]
  readonly nik: Nik | null
  readonly nikStanding: NikStanding | "none"
  readonly name: string
  readonly birthDate: LocalDate | null
  readonly birthSource: "population" | "nik" | "list" | "none"
  readonly sex: "L" | "P" | null
  readonly areaCode: string | null
  readonly address: string
  readonly rt: string
  readonly phone: string
  readonly birthPlace: string
  readonly motherName: string
  /** Every row was withdrawn by its sender: nothing in them is a fact. */
  readonly onlyStruck: boolean
  readonly population: PopulationFacts | null
  readonly income: Income | null
  readonly sector: string | null
  readonly informal: "yes" | "no" | "unknown"
  readonly employer: boolean
  readonly check: FieldCheck | null
  readonly checkContradicted: boolean
  readonly memberships: readonly Membership[]
  readonly paidByProvince: boolean
  readonly paidByCompany: boolean
  /** In a list of civil servants, soldiers, police or their pensioners. */
  readonly civilServant: boolean
  readonly decile: number | null
  readonly disabled: boolean
  readonly femaleHead: boolean
  readonly recipientLastYear: boolean
  /** Facts on which the rows contradict each other. */
  readonly conflicts: readonly string[]
}
