import { damerauLevenshtein } from "../../kernel/edit-distance.ts"
import type { Finding, FindingCode } from "../intake/index.ts"
import type { Person } from "./person.ts"
import type { RowFacts } from "./row-facts.ts"

/**
 * What only a register, an answer or another row can show of a row. It never changes the row's
 * outcome at import.
 */
export function registerFindings(facts: RowFacts, person: Person): Finding[] {
  const findings: Finding[] = []
  const code = nikFinding(facts, person)
  const { nik, birthDate } = facts.row
  if (code !== null) {
    const after = person.nik !== null && person.nik !== nik ? person.nik : ""
    findings.push({ code, field: "nik", before: nik ?? "", after })
  }
  const differs = facts.row.findings.some((finding) => finding.code === "DOB_NIK_MISMATCH")
  const confirmed = person.birthSource === "population" && person.birthDate === birthDate
  if (differs && confirmed && birthDate !== null && code === null)
    findings.push({ code: "PERSON_NIK_DOB", field: "birth_date", before: birthDate, after: "" })
  const { disputedBy: other } = facts
  if (other !== null)
    findings.push({ code: "STANDING_DISPUTED", field: "row", before: other, after: "" })
  return findings
}

/** Why a NIK of 16 digits is not this person's, as far as registers and answers show it. */
function nikFinding(facts: RowFacts, person: Person): FindingCode | null {
  const written = facts.row.nik
  if (written === null) return null
  const wrong = person.nik !== null && person.nik !== written
  if (wrong && person.nikStanding === "confirmed") return kindOfError(written, person.nik ?? "")
  if (facts.answeredNik !== null && facts.answeredNik !== written)
    return kindOfError(written, facts.answeredNik)
  if (facts.nikStanding === "not_found") return "NIK_NOT_FOUND"
  return facts.nikStanding === "name_differs" ? "NIK_OTHER_PERSON" : null
}

/** A last digit that became 0 tells of a number cell; else one slip of the hand; else another's. */
function kindOfError(written: string, right: string): FindingCode {
  if (written.endsWith("0") && written.slice(0, 15) === right.slice(0, 15))
    return "NIK_TRUNCATED_TEXT"
  return damerauLevenshtein(written, right) <= 2 ? "NIK_TYPO" : "NIK_OTHER_PERSON"
}
