import { counts } from "./example-cycle.ts"
import type { ExampleCycle } from "./example-cycle.ts"
import type { Entry } from "./example-entry.ts"
import type { Person } from "./example-people.ts"
import type { Random } from "./example-random.ts"
import { SECTORS } from "./example-vocabulary.ts"

/** Minimum wage of Balikpapan 2026 in whole rupiah, the ceiling of the declared income. */
export const UMK_RUPIAH = 3_856_694

export interface Answer {
  readonly on: string
  readonly file: string
  readonly entry: Entry
  readonly field: "NIK" | "Penghasilan" | "Pekerjaan"
  readonly value: string
  readonly note: string
}

/** About four questions of five come back with an answer. */
export function inventAnswers(cycle: ExampleCycle, random: Random): Answer[] {
  const answers: Answer[] = []
  for (const file of cycle.files.filter(counts)) {
    for (const entry of file.entries) {
      if (entry.struck) continue
      for (const [field, value, note] of questions(entry)) {
        if (!random.chance(0.8)) continue
        const on = `2025-11-0${random.int(3, 9)}`
        answers.push({ on, file: file.spec.file, entry, field, value, note })
      }
    }
  }
  return answers
}

type Question = readonly [Answer["field"], string, string]

function questions(entry: Entry): Question[] {
  const { person, read } = entry
  const asked: Question[] = []
  if (read.nik !== person.nik) asked.push(["NIK", person.nik, "menurut KTP asli"])
  const [low, high] = read.income ?? [0, Number.POSITIVE_INFINITY]
  if (low <= UMK_RUPIAH && high > UMK_RUPIAH)
    asked.push(["Penghasilan", String(person.income), "pernyataan bermeterai"])
  const sector = person.sector
  if (read.sector === null && sector !== null) {
    asked.push(["Pekerjaan", SECTORS[sector]?.plain[0] ?? sector, "menurut ketua RT"])
  }
  return asked
}

export interface FieldCheck {
  readonly person: Person
  /** As written in the file of the office. */
  readonly nik: string
  readonly result: string
  readonly reason: string
  readonly on: string
  readonly office: "dishub" | "kelurahan"
  readonly outcome: "fit" | "not_sector" | "formal" | "stopped" | "employer" | "absent" | "none"
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  not_sector: ["TIDAK SESUAI", "bukan pekerja sektor ini"],
  formal: ["Tdk sesuai", "sudah bekerja di perusahaan"],
  stopped: ["TIDAK SESUAI", "sudah tidak bekerja"],
  employer: ["TIDAK SESUAI", "mempunyai karyawan"],
  absent: ["TIDAK DITEMUKAN", "tidak ditemukan di alamat"],
}

/** Field checks of a part of the candidates, with repeated, blank and misdated lines. */
export function inventFieldChecks(people: readonly Person[], random: Random): FieldCheck[] {
  const checks: FieldCheck[] = []
  for (const person of people) {
    const outcome = outcomeOf(person)
    if (outcome === "fit" && (person.sector === null || !random.chance(0.4))) continue
    const office = /ojek_pangkalan|angkot|parkir/.test(person.sector ?? "") ? "dishub" : "kelurahan"
    const [result, reason] = REASONS[outcome] ?? [
      random.pick(["SESUAI", "SESUAI", "Sesuai", "ok", "LAYAK"]),
      "",
    ]
    const on = `2025-10-${random.int(16, 31)}`
    const check: FieldCheck = { person, nik: person.nik, result, reason, on, office, outcome }
    checks.push(check, ...oddities(check, random))
  }
  return checks
}

function outcomeOf(person: Person): FieldCheck["outcome"] {
  if (person.obstacle === "employer_check") return "employer"
  if (person.obstacle === "check_absent") return "absent"
  if (person.obstacle !== "check_negative") return "fit"
  return (
    (["not_sector", "formal", "stopped"] as const)[Number(person.nik.slice(14)) % 3] ?? "stopped"
  )
}

function oddities(check: FieldCheck, random: Random): FieldCheck[] {
  const roll = random.next()
  if (roll < 0.03) return [check]
  if (roll < 0.06) return [{ ...check, result: "", reason: "", on: "2025-11-10", outcome: "none" }]
  if (roll < 0.09)
    return [{ ...check, result: "SESUAI", reason: "", on: "2027-01-07", outcome: "none" }]
  if (roll >= 0.13 || check.outcome !== "fit") return []
  return [
    {
      ...check,
      result: "TIDAK SESUAI",
      reason: "sudah tidak bekerja",
      on: "2025-10-02",
      outcome: "stopped",
    },
  ]
}
