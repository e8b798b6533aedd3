import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { assemblePersons } from "./assemble.ts"
import { duplicateFindings } from "./duplicate-findings.ts"
import { registerFindings } from "./register-findings.ts"
import type { Registers } from "./registers.ts"
import type { RowFacts } from "./row-facts.ts"
import type { NikStanding } from "./standing.ts"
import {
  answerOf,
  day,
  factsWith,
  nikNumber,
  personWith,
  registersWith,
  rowWith,
} from "./testing.ts"

function assemble(clusters: readonly (readonly RowFacts[])[], registers: Partial<Registers> = {}) {
  return assemblePersons(clusters, {
    tenantId: 6471,
    registers: registersWith(registers),
    referenceOn: day("2025-11-15"),
    registrationOn: day("2025-11-15"),
    anchorOf: (rows) => rows.map((facts) => facts.row.rowId).sort()[0] ?? "",
  })
}

function facts(row: number, changes: Partial<RowFacts> = {}): RowFacts {
  return factsWith({ row: rowWith({ row, name: changes.name ?? "ASEP SURYANA" }), ...changes })
}

const NIK = nikNumber(1)

describe("the name of a person", () => {
  const recipient = (name: string) => ({
    recipients: new Map([[String(NIK), { nik: NIK, name, kpj: "", sector: "" }]]),
  })
  test.each([
    [["Maâ€™ruf Hidayat", "MA'RUF"], "", "MA'RUF"],
    [["Maâ€™ruf Hidayat"], "MA'RUF HIDAYAT", "MA'RUF HIDAYAT"],
    [["Maâ€™ruf Hidayat"], "SITI AMINAH", "Maâ€™ruf Hidayat"],
    [["Maâ€™ruf Hidayat"], "", "Maâ€™ruf Hidayat"],
    [["MA'RUF"], "MA'RUF HIDAYAT", "MA'RUF"],
    [[""], "MA'RUF HIDAYAT", "MA'RUF HIDAYAT"],
  ])("of rows %j, paid as %j, is %j", (names, paid, name) => {
    const rows = names.map((written, row) => facts(row + 1, { name: written, nik: NIK }))
    const [person] = assemble([rows], paid === "" ? {} : recipient(paid))
    expect(person?.name).toBe(name)
  })
})

describe("a NIK belongs to one person", () => {
  const standing = fc.constantFrom<NikStanding>("confirmed", "unasked", "not_found", "name_differs")
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), standing, fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })

  test("never two persons with one number, in any order of the clusters", () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 8 }), (shapes) => {
        let next = 0
        const clusters = shapes.map((cluster) =>
          cluster.map(([nik, nikStanding, withdrawn]) =>
            facts(++next, { nik: nikNumber(nik), nikStanding, withdrawn }),
          ),
        )
        const people = assemble(clusters)
        const known = people.map((person) => person.nik).filter((nik) => nik !== null)
        expect(new Set(known).size).toBe(known.length)
        const turned = assemble([...clusters].reverse().map((cluster) => [...cluster].reverse()))
        expect(turned.reverse()).toEqual(people)
      }),
      { seed: 6471, numRuns: 300 },
    )
  })

  test.each`
    first          | second            | owner
    ${"confirmed"} | ${"name_differs"} | ${0}
    ${"unasked"}   | ${"confirmed"}    | ${1}
    ${"not_found"} | ${"unasked"}      | ${1}
  `("$first against $second: person $owner", ({ first, second, owner }) => {
    const people = assemble([
      [facts(1, { nikStanding: first })],
      [facts(2, { nikStanding: second, name: "DEWI LESTARI" })],
    ])
    expect(people.map((person) => person.nik)).toEqual(owner === 0 ? [NIK, null] : [null, NIK])
  })

  test("of two that nobody has asked, the one whom more rows show", () => {
    const unasked = { nikStanding: "unasked" } as const
    const clusters = [[facts(1, unasked)], [facts(2, unasked), facts(3, unasked)]]
    expect(assemble(clusters).map((person) => person.nik)).toEqual([null, NIK])
    expect(assemble(clusters.reverse()).map((person) => person.nik)).toEqual([NIK, null])
  })

  test("a number that the office gives to another name is nobody's here", () => {
    const [person] = assemble([[facts(1, { nikStanding: "name_differs" })]])
    expect(person).toMatchObject({ nik: null, nikStanding: "none", population: null })
  })
})

describe("withdrawn rows", () => {
  test("are shown but are no source of facts", () => {
    const [person] = assemble([[facts(1, { withdrawn: true })]], { disabled: new Set([NIK]) })
    expect(person).toMatchObject({
      ...{ onlyStruck: true, nik: null, income: null, sector: null, informal: "unknown" },
      ...{ name: "ASEP SURYANA", disabled: false, rowIds: ["a.xlsx 1"] },
    })
  })

  test("beside a counting row they say nothing", () => {
    const struck = facts(2, { withdrawn: true, employer: true, nik: nikNumber(2) })
    const [person] = assemble([[facts(1), struck]])
    expect(person).toMatchObject({ onlyStruck: false, employer: false, nik: NIK, conflicts: [] })
  })
})

describe("whose birth date counts", () => {
  const told = { birthDate: day("1981-01-01") }
  test.each`
    answer                                                        | written                           | birthDate       | birthSource
    ${{ birthMatches: true }}                                     | ${told}                           | ${"1981-01-01"} | ${"population"}
    ${{ birthMatches: true, askedBirthDate: day("1982-02-02") }}  | ${told}                           | ${"1982-02-02"} | ${"population"}
    ${{ birthMatches: false, askedBirthDate: day("1982-02-02") }} | ${told}                           | ${"1980-08-17"} | ${"nik"}
    ${{ birthMatches: null }}                                     | ${told}                           | ${"1981-01-01"} | ${"list"}
    ${{ birthMatches: null }}                                     | ${{ birthDate: null }}            | ${"1980-08-17"} | ${"nik"}
    ${{ birthMatches: false }}                                    | ${told}                           | ${"1980-08-17"} | ${"nik"}
    ${{ result: "not_found", birthMatches: null }}                | ${told}                           | ${"1981-01-01"} | ${"list"}
    ${null}                                                       | ${told}                           | ${"1981-01-01"} | ${"list"}
    ${null}                                                       | ${{ birthDate: null }}            | ${"1980-08-17"} | ${"nik"}
    ${null}                                                       | ${{ birthDate: null, nik: null }} | ${null}         | ${"none"}
  `("$answer, written $written: $birthDate by $birthSource", (line) => {
    const { answer, written, birthDate, birthSource } = line
    const population = answer === null ? new Map() : new Map([[NIK, [answerOf(NIK, answer)]]])
    const [person] = assemble([[facts(1, written)]], { population })
    expect(person).toMatchObject({ birthDate, birthSource })
  })
})

describe("facts of several rows", () => {
  test("the fullest name, every number of registers, and what the rows disagree on", () => {
    const rows = [
      facts(1, { name: "ASEP S", sector: "petani", birthDate: day("1980-08-17") }),
      facts(2, { name: "ASEP SURYANA", sector: "nelayan", birthDate: day("1980-08-18") }),
    ]
    const [person] = assemble([rows], {
      femaleHeads: new Set([NIK]),
      civilServants: new Set([NIK]),
    })
    expect(person).toMatchObject({ name: "ASEP SURYANA", femaleHead: true, civilServant: true })
    expect(person?.conflicts).toEqual(["birth_date", "sector"])
  })

  test("a field check counts only where the number is known", () => {
    const check = {
      ...{ nik: NIK, result: "employer" as const, checkedOn: day("2025-10-01") },
      ...{ sector: "Nelayan", minutes: "", file: "v.csv" },
    }
    const checks = new Map([[NIK, [check]]])
    expect(assemble([[facts(1)]], { checks })[0]?.check).toEqual(check)
    expect(assemble([[facts(1, { nikStanding: "not_found" })]], { checks })[0]?.check).toBeNull()
    expect(assemble([[facts(1, { nik: null })]], { checks })[0]?.check).toBeNull()
  })
})

describe("what registers show of a row", () => {
  const typo = `${NIK.slice(0, 14)}${NIK[15]}${NIK[14]}` as typeof NIK
  const cut = `${NIK.slice(0, 15)}0` as typeof NIK
  test.each`
    written                   | changes                            | person                                | code
    ${NIK}                    | ${{}}                              | ${{}}                                 | ${null}
    ${null}                   | ${{}}                              | ${{}}                                 | ${null}
    ${typo}                   | ${{}}                              | ${{}}                                 | ${"NIK_TYPO"}
    ${cut}                    | ${{}}                              | ${{}}                                 | ${"NIK_TRUNCATED_TEXT"}
    ${nikNumber(4, "010190")} | ${{}}                              | ${{}}                                 | ${"NIK_OTHER_PERSON"}
    ${typo}                   | ${{}}                              | ${{ nikStanding: "unasked" }}         | ${null}
    ${typo}                   | ${{ answeredNik: NIK }}            | ${{ nikStanding: "unasked" }}         | ${"NIK_TYPO"}
    ${NIK}                    | ${{ nikStanding: "not_found" }}    | ${{ nikStanding: "not_found" }}       | ${"NIK_NOT_FOUND"}
    ${NIK}                    | ${{ nikStanding: "name_differs" }} | ${{ nik: null, nikStanding: "none" }} | ${"NIK_OTHER_PERSON"}
  `("$written of $person: $code", ({ written, changes, person, code }) => {
    const row = rowWith({ nik: written })
    const found = registerFindings(factsWith({ row, ...changes }), personWith(person))
    expect(found.map((finding) => finding.code)).toEqual(code === null ? [] : [code])
  })

  test("a number that really carries another date is no slip", () => {
    const finding = {
      code: "DOB_NIK_MISMATCH" as const,
      field: "birth_date",
      before: "",
      after: "",
    }
    const row = rowWith({ birthDate: day("1981-01-01"), findings: [finding] })
    const confirmed = personWith({ birthDate: day("1981-01-01"), birthSource: "population" })
    expect(registerFindings(factsWith({ row }), confirmed)).toMatchObject([
      { code: "PERSON_NIK_DOB" },
    ])
    expect(registerFindings(factsWith({ row }), personWith({ birthSource: "nik" }))).toEqual([])
  })
})

describe("rows of one person", () => {
  const at = (file: string, row: number, nik = NIK) =>
    factsWith({ row: rowWith({ file, row, nik }) })
  test.each`
    rows                                                | codes
    ${[at("a.xlsx", 1)]}                                | ${[]}
    ${[at("a.xlsx", 1), at("a.xlsx", 2)]}               | ${["DUP_IN_FILE"]}
    ${[at("a.xlsx", 1), at("b.xlsx", 2)]}               | ${["DUP_ACROSS_FILES"]}
    ${[at("a.xlsx", 1), at("a.xlsx", 2, nikNumber(2))]} | ${["DUP_IN_FILE", "DUP_FUZZY"]}
  `("$codes", ({ rows, codes }) => {
    const order = (facts: RowFacts): number => facts.row.row
    const found = duplicateFindings([...rows].reverse(), order)
    const last = rows.at(-1)
    expect((found.get(last.row.rowId) ?? []).map((finding) => finding.code)).toEqual(codes)
    expect(found.has(rows[0].row.rowId)).toBe(false)
  })
})
