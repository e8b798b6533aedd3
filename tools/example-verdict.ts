import { counts } from "./example-cycle.ts"
import type { ExampleCycle } from "./example-cycle.ts"
import { UMK_RUPIAH } from "./example-answers.ts"
import type { Answer, FieldCheck } from "./example-answers.ts"
import type { Entry } from "./example-entry.ts"
import type { Person } from "./example-people.ts"

export interface Verdict {
  readonly person: Person
  readonly rows: number
  readonly eligible: "yes" | "no" | "need_info"
  readonly why: readonly string[]
}

interface Known {
  readonly entries: readonly Entry[]
  readonly answers: readonly Answer[]
  readonly checks: readonly FieldCheck[]
}

/** Decides about everybody by the truth and by what rows, answers and registers can tell of it. */
export function judgeAll(
  cycle: ExampleCycle,
  answers: readonly Answer[],
  checks: readonly FieldCheck[],
): Verdict[] {
  const rows = cycle.files.filter(counts).flatMap((file) => file.entries)
  return cycle.people.map((person) => {
    const entries = rows.filter((entry) => entry.person === person)
    const known: Known = {
      entries: entries.filter((entry) => !entry.struck),
      answers: answers.filter((answer) => answer.entry.person === person),
      checks: checks.filter((check) => check.person === person),
    }
    return { person, rows: entries.length, ...judge(person, known) }
  })
}

function judge(
  person: Person,
  known: Known,
): { eligible: Verdict["eligible"]; why: readonly string[] } {
  if (known.entries.length === 0) return { eligible: "need_info", why: ["ONLY_STRUCK_ROWS"] }
  const nikKnown =
    known.entries.some((entry) => entry.read.nik === person.nik) ||
    known.answers.some((answer) => answer.field === "NIK")
  const check = nikKnown ? latestCheck(known.checks) : null
  const no = [
    ...(nikKnown ? registerObstacles(person) : []),
    ...ageObstacle(person),
    ...incomeFindings(known, "no"),
    ...workObstacles(person, known, check),
  ]
  if (no.length > 0) return { eligible: "no", why: no }
  const open = [
    ...(nikKnown ? [] : ["NIK_NOT_KNOWN"]),
    ...(nikKnown && person.obstacle === "dukcapil_unknown" ? ["DUKCAPIL_NOT_FOUND"] : []),
    ...incomeFindings(known, "open"),
    ...(check?.outcome === "absent" ? ["NOT_FOUND_AT_ADDRESS"] : []),
    ...(sectorKnown(known, check) ? [] : ["SECTOR_NOT_KNOWN"]),
  ]
  return { eligible: open.length > 0 ? "need_info" : "yes", why: open }
}

/** Of several lines the later one counts; blank and misdated lines never do. */
function latestCheck(checks: readonly FieldCheck[]): FieldCheck | null {
  const valid = checks.filter((check) => check.outcome !== "none")
  return valid.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null
}

function registerObstacles(person: Person): string[] {
  const reasons: Readonly<Record<string, string>> = {
    dead: "DECEASED",
    moved: "MOVED_OUT",
    short_residence: "RESIDENT_UNDER_6_MONTHS",
    PU: "ACTIVE_PU",
    BPU: "ACTIVE_BPU",
    PROV: "ACTIVE_PROV",
  }
  const reason = reasons[person.obstacle ?? ""]
  return reason === undefined ? [] : [reason]
}

function ageObstacle(person: Person): string[] {
  return person.birthDate < "1960-11-16" ? ["AGE_65_OR_MORE"] : []
}

/** An exact income inside the range of another row replaces the range. */
function incomeFindings(known: Known, kind: "no" | "open"): string[] {
  const readings = known.entries.map((entry) => {
    const answer = known.answers.find((a) => a.entry === entry && a.field === "Penghasilan")
    return answer ? ([Number(answer.value), Number(answer.value)] as const) : entry.read.income
  })
  const read = readings.filter((reading) => reading !== null)
  const exact = read.filter(([low, high]) => low === high).map(([low]) => low)
  const counted = read.filter(
    ([low, high]) => low === high || !exact.some((value) => value >= low && value <= high),
  )
  if (counted.some(([low]) => low > UMK_RUPIAH)) return kind === "no" ? ["INCOME_ABOVE_UMK"] : []
  const settled = counted.length > 0 && counted.every(([, high]) => high <= UMK_RUPIAH)
  return kind === "open" && !settled ? ["INCOME_NOT_KNOWN"] : []
}

function workObstacles(person: Person, known: Known, check: FieldCheck | null): string[] {
  const words: Readonly<Record<string, string>> = {
    not_sector: "VERIF_BUKAN_PEKERJA_SEKTOR",
    formal: "VERIF_SUDAH_KERJA_FORMAL",
    stopped: "VERIF_TIDAK_LAGI_BEKERJA",
    employer: "EMPLOYER",
  }
  const byCheck = words[check?.outcome ?? ""]
  return [
    ...(person.sector === null ? ["NOT_INFORMAL"] : []),
    ...(known.entries.some((entry) => entry.employer) ? ["EMPLOYER"] : []),
    ...(byCheck === undefined ? [] : [byCheck]),
  ]
}

function sectorKnown(known: Known, check: FieldCheck | null): boolean {
  return (
    known.entries.some((entry) => entry.read.sector !== null) ||
    known.answers.some((answer) => answer.field === "Pekerjaan") ||
    check?.outcome === "fit"
  )
}
