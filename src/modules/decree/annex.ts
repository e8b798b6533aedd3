import { foldText } from "../../kernel/text-fold.ts"
import { rupiah, timesCount } from "../../kernel/rupiah.ts"
import { sha256Hex } from "../../kernel/id.ts"
import type { AnnexArea, AnnexFrame, AnnexPerson } from "./annex-person.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"

/** Contributions of a number of people; the two insurances have an account each. */
export interface AnnexTotals {
  readonly people: number
  readonly jkkMonth: Rupiah
  readonly jkmMonth: Rupiah
  readonly month: Rupiah
  readonly jkkYear: Rupiah
  readonly jkmYear: Rupiah
  readonly year: Rupiah
}

export interface AnnexRow {
  /** Number in the whole annex, from 1. */
  readonly number: number
  readonly numberInArea: number
  readonly person: AnnexPerson
  readonly sectorLabel: string
}

export interface AnnexGroup {
  /** Null: people whose kelurahan is not one of the frame's. */
  readonly area: AnnexArea | null
  readonly rows: readonly AnnexRow[]
  readonly totals: AnnexTotals
}

export interface Annex {
  readonly frame: AnnexFrame
  readonly groups: readonly AnnexGroup[]
  readonly totals: AnnexTotals
  /** SHA-256 over number, area, NIK and folded name of every line: what a signature will freeze. */
  readonly listHash: string
}

/**
 * The annex of the decree: by kelurahan in the order of their codes, people by name. The same for
 * any order of input. Areas without people do not appear.
 */
export function buildAnnex(frame: AnnexFrame, people: readonly AnnexPerson[]): Annex {
  const sectors = new Map(frame.sectors.map((s) => [s.slug, s.label]))
  const known = new Map(frame.areas.map((area) => [area.code, area]))
  const byArea = Map.groupBy(people, (p) => known.get(p.areaCode ?? "") ?? null)
  const areas: (AnnexArea | null)[] = [...frame.areas].sort((a, b) => order(a.code, b.code))
  let number = 0
  const groups = [...areas, null].flatMap((area) => {
    const members = sortedByName(byArea.get(area) ?? [])
    if (members.length === 0) return []
    const rows = members.map((person, i) => ({
      number: ++number,
      numberInArea: i + 1,
      person,
      sectorLabel: sectors.get(person.sector ?? "") ?? person.sector ?? "",
    }))
    return [{ area, rows, totals: totalsOf(frame, rows.length) }]
  })
  return {
    frame,
    groups,
    totals: totalsOf(frame, people.length),
    listHash: sha256Hex(groups.flatMap(hashLines).join("\n")),
  }
}

export function totalsOf(frame: AnnexFrame, people: number): AnnexTotals {
  const jkkMonth = timesCount(frame.jkkMonthly, people)
  const jkmMonth = timesCount(frame.jkmMonthly, people)
  const jkkYear = timesCount(jkkMonth, frame.months)
  const jkmYear = timesCount(jkmMonth, frame.months)
  return {
    people,
    jkkMonth,
    jkmMonth,
    month: rupiah(jkkMonth + jkmMonth),
    jkkYear,
    jkmYear,
    year: rupiah(jkkYear + jkmYear),
  }
}

/** "Kelurahan Manggar, Kecamatan Balikpapan Timur". */
export function groupTitle(group: AnnexGroup): string {
  return group.area === null
    ? "Kelurahan belum diketahui"
    : `Kelurahan ${group.area.name}, Kecamatan ${group.area.districtName}`
}

function hashLines(group: AnnexGroup): string[] {
  return group.rows.map((row) =>
    [row.number, group.area?.code ?? "", row.person.nik, foldText(row.person.name)].join(";"),
  )
}

function sortedByName(people: readonly AnnexPerson[]): AnnexPerson[] {
  return people
    .map((person) => ({ person, name: foldText(person.name) }))
    .sort(
      (a, b) =>
        order(a.name, b.name) ||
        order(a.person.nik, b.person.nik) ||
        order(a.person.personId, b.person.personId),
    )
    .map(({ person }) => person)
}

/** By code units: a locale's order changes with the machine. */
function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
