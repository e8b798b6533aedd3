import { describe, expect, test } from "vitest"
import { rupiah } from "../../kernel/rupiah.ts"
import type { RegisterKind } from "../registry/index.ts"
import { day, incomeOf, personWith, populationWith } from "../registry/testing.ts"
import type { CriterionAnswer } from "./criterion.ts"
import { noOtherPayer } from "./payer-rule.ts"
import {
  ageBelow,
  alive,
  identityExists,
  incomeAtMost,
  povertyDecile,
  residentMonths,
} from "./rules.ts"
import { informal, sectorVerified } from "./work-rules.ts"

const ON = day("2025-11-15")
const BOTH: readonly RegisterKind[] = ["membership", "province"]
const frame = (...received: RegisterKind[]) => ({
  referenceOn: ON,
  registrationOn: ON,
  received: new Set(received),
})
const brief = ({ answer, reasons }: CriterionAnswer): string => [answer, ...reasons].join(" ")

const NOBODY_TO_ASK = {
  struck: personWith({ onlyStruck: true }),
  noNumber: personWith({ nik: null, nikStanding: "none", population: null }),
  unasked: personWith({ nikStanding: "unasked", population: null }),
  notFound: personWith({ nikStanding: "not_found", population: populationWith({ found: false }) }),
}

describe("C1 identity, C2 alive, C3 resident: who cannot be asked about", () => {
  test.each`
    person                    | said
    ${NOBODY_TO_ASK.struck}   | ${"unknown ONLY_STRUCK_ROWS"}
    ${NOBODY_TO_ASK.noNumber} | ${"unknown NIK_NOT_KNOWN"}
    ${NOBODY_TO_ASK.unasked}  | ${"unknown DUKCAPIL_NOT_ASKED"}
    ${NOBODY_TO_ASK.notFound} | ${"unknown DUKCAPIL_NOT_FOUND"}
    ${personWith()}           | ${"yes"}
  `("$said", ({ person, said }) => {
    expect(brief(identityExists(person))).toBe(said)
    expect(brief(alive(person, frame()))).toBe(said)
    const resident = residentMonths(person, frame(), { rule: "resident_months", months: 6 })
    expect(brief(resident)).toBe(said)
  })

  test("a birth date that differs refuses nobody", () => {
    const person = personWith({ population: populationWith({ birthMatches: false }) })
    expect(brief(identityExists(person))).toBe("yes")
  })
})

describe("C2 alive on the reference date", () => {
  test.each`
    population                                       | said
    ${{ deceased: true, diedOn: day("2025-11-14") }} | ${"no DECEASED"}
    ${{ deceased: true, diedOn: day("2025-11-15") }} | ${"no DECEASED"}
    ${{ deceased: true, diedOn: day("2025-11-16") }} | ${"yes"}
    ${{ deceased: true, diedOn: null }}              | ${"no DECEASED"}
    ${{}}                                            | ${"yes"}
  `("$population: $said", ({ population, said }) => {
    const person = personWith({ population: populationWith(population) })
    expect(brief(alive(person, frame()))).toBe(said)
  })
})

describe("C3 resident for six months, not moved out", () => {
  test.each`
    population                                     | said
    ${{ residentSince: day("2025-05-15") }}        | ${"yes"}
    ${{ residentSince: day("2025-05-16") }}        | ${"no RESIDENT_UNDER_6_MONTHS"}
    ${{ residentSince: null }}                     | ${"unknown RESIDENCE_NOT_KNOWN"}
    ${{ moved: true, movedOn: day("2025-11-15") }} | ${"no MOVED_OUT"}
    ${{ moved: true, movedOn: day("2025-11-16") }} | ${"yes"}
    ${{ moved: true, movedOn: null }}              | ${"no MOVED_OUT"}
  `("$population: $said", ({ population, said }) => {
    const person = personWith({ population: populationWith(population) })
    const rule = { rule: "resident_months", months: 6 } as const
    expect(brief(residentMonths(person, frame(), rule))).toBe(said)
  })
})

describe("C4 age on the registration date", () => {
  test.each`
    birthDate       | minimum | said
    ${"1960-11-15"} | ${null} | ${"no AGE_65_OR_MORE"}
    ${"1960-11-16"} | ${null} | ${"yes"}
    ${"1930-01-01"} | ${null} | ${"no AGE_65_OR_MORE"}
    ${"2012-01-01"} | ${null} | ${"yes"}
    ${"2007-11-15"} | ${18}   | ${"yes"}
    ${"2007-11-16"} | ${18}   | ${"no AGE_BELOW_MINIMUM"}
    ${null}         | ${null} | ${"unknown AGE_NOT_KNOWN"}
  `("born $birthDate, minimum $minimum: $said", ({ birthDate, minimum, said }) => {
    const terms = { registrationOn: ON, limitYears: 65, minimumYears: minimum }
    expect(brief(ageBelow(personWith({ birthDate }), terms))).toBe(said)
  })
  test("struck rows tell no age", () => {
    const terms = { registrationOn: ON, limitYears: 65, minimumYears: null }
    expect(brief(ageBelow(NOBODY_TO_ASK.struck, terms))).toBe("unknown ONLY_STRUCK_ROWS")
  })
})

describe("C5 income at most the minimum wage, floored", () => {
  test.each`
    income                            | said
    ${incomeOf(3_856_694)}            | ${"yes"}
    ${incomeOf(3_856_695)}            | ${"no INCOME_ABOVE_UMK"}
    ${incomeOf(0)}                    | ${"yes"}
    ${incomeOf(3_000_000, 3_856_694)} | ${"yes"}
    ${incomeOf(3_000_000, 4_000_000)} | ${"unknown INCOME_NOT_KNOWN"}
    ${incomeOf(3_856_694, 4_000_000)} | ${"unknown INCOME_NOT_KNOWN"}
    ${incomeOf(3_856_695, 5_000_000)} | ${"no INCOME_ABOVE_UMK"}
    ${incomeOf(3_000_000, null)}      | ${"unknown INCOME_NOT_KNOWN"}
    ${incomeOf(4_000_000, null)}      | ${"no INCOME_ABOVE_UMK"}
    ${null}                           | ${"unknown INCOME_NOT_KNOWN"}
  `("$income: $said", ({ income, said }) => {
    expect(brief(incomeAtMost(personWith({ income }), rupiah(3_856_694)))).toBe(said)
  })
})

describe("C6 informal, by the list, the answers and the check", () => {
  const checked = (result: string) => ({ check: { result, checkedOn: ON } })
  test.each`
    changes                                                                | said
    ${{}}                                                                  | ${"yes"}
    ${{ informal: "unknown", sector: null }}                               | ${"unknown SECTOR_NOT_KNOWN"}
    ${{ informal: "no", sector: null }}                                    | ${"no NOT_INFORMAL"}
    ${{ employer: true }}                                                  | ${"no EMPLOYER"}
    ${{ employer: true, informal: "no" }}                                  | ${"no EMPLOYER NOT_INFORMAL"}
    ${checked("confirmed")}                                                | ${"yes"}
    ${{ ...checked("confirmed"), informal: "unknown" }}                    | ${"yes"}
    ${{ ...checked("confirmed"), informal: "no" }}                         | ${"no NOT_INFORMAL"}
    ${checked("employer")}                                                 | ${"no EMPLOYER"}
    ${checked("formal_job")}                                               | ${"no VERIF_SUDAH_KERJA_FORMAL"}
    ${checked("no_longer_working")}                                        | ${"no VERIF_TIDAK_LAGI_BEKERJA"}
    ${checked("not_of_sector")}                                            | ${"no VERIF_BUKAN_PEKERJA_SEKTOR"}
    ${checked("not_informal")}                                             | ${"no NOT_INFORMAL"}
    ${{ ...checked("formal_job"), employer: true }}                        | ${"no VERIF_SUDAH_KERJA_FORMAL EMPLOYER"}
    ${checked("not_found")}                                                | ${"unknown NOT_FOUND_AT_ADDRESS"}
    ${checked("refused")}                                                  | ${"unknown SECTOR_NOT_VERIFIED"}
    ${{ ...checked("employer"), checkContradicted: true }}                 | ${"unknown SECTOR_NOT_VERIFIED"}
    ${{ ...checked("employer"), checkContradicted: true, informal: "no" }} | ${"no NOT_INFORMAL"}
  `("$changes: $said", ({ changes, said }) => {
    expect(brief(informal(personWith(changes)))).toBe(said)
  })
})

describe("C7 no other payer", () => {
  const rule = {
    rule: "no_other_payer",
    ownPayers: ["Pemkot Balikpapan", "Pemerintah Kota Balikpapan"],
  } as const
  const member = (segment: string, payer: string, active = true) => ({
    memberships: [{ nik: "6471051708809001", kpj: "99000000001", segment, payer, active }],
  })
  test.each`
    changes                                                 | received          | said
    ${{}}                                                   | ${BOTH}           | ${"yes"}
    ${{}}                                                   | ${["membership"]} | ${"unknown REGISTER_NOT_RECEIVED"}
    ${{}}                                                   | ${["province"]}   | ${"unknown REGISTER_NOT_RECEIVED"}
    ${{}}                                                   | ${[]}             | ${"unknown REGISTER_NOT_RECEIVED"}
    ${member("PU", "PT Maju")}                              | ${BOTH}           | ${"no ACTIVE_PU"}
    ${member("PU", "PT Maju")}                              | ${[]}             | ${"no ACTIVE_PU"}
    ${member("BPU", "Mandiri")}                             | ${BOTH}           | ${"no ACTIVE_BPU"}
    ${member("BPU", "")}                                    | ${BOTH}           | ${"no ACTIVE_BPU"}
    ${member("BPU", "Pemprov Kaltim")}                      | ${BOTH}           | ${"no ACTIVE_PROV"}
    ${member("BPU", "Pemerintah Provinsi Kaltim")}          | ${BOTH}           | ${"no ACTIVE_PROV"}
    ${member("BPU", "CSR PT Maju")}                         | ${BOTH}           | ${"no ACTIVE_CSR"}
    ${member("BPU", "Pemkot Balikpapan")}                   | ${BOTH}           | ${"yes"}
    ${member("BPU", "PEMERINTAH KOTA  BALIKPAPAN")}         | ${BOTH}           | ${"yes"}
    ${member("BPU", "Pemkot Samarinda")}                    | ${BOTH}           | ${"no ACTIVE_CSR"}
    ${member("PU", "PT Maju", false)}                       | ${BOTH}           | ${"yes"}
    ${{ paidByProvince: true }}                             | ${BOTH}           | ${"no ACTIVE_PROV"}
    ${{ paidByCompany: true }}                              | ${BOTH}           | ${"no ACTIVE_CSR"}
    ${{ civilServant: true }}                               | ${BOTH}           | ${"no CIVIL_SERVANT"}
    ${{ ...member("PU", "PT Maju"), paidByProvince: true }} | ${BOTH}           | ${"no ACTIVE_PU ACTIVE_PROV"}
    ${NOBODY_TO_ASK.noNumber}                               | ${BOTH}           | ${"unknown NIK_NOT_KNOWN"}
    ${NOBODY_TO_ASK.notFound}                               | ${BOTH}           | ${"unknown DUKCAPIL_NOT_FOUND"}
    ${NOBODY_TO_ASK.struck}                                 | ${BOTH}           | ${"unknown ONLY_STRUCK_ROWS"}
  `("$changes with $received: $said", ({ changes, received, said }) => {
    expect(brief(noOtherPayer(personWith(changes), frame(...received), rule))).toBe(said)
  })

  test("which register is missing is told", () => {
    expect(noOtherPayer(personWith(), frame("membership"), rule).missing).toEqual(["province"])
  })
})

describe("C8 sector verified", () => {
  const check = { checkedOn: ON, result: "confirmed" }
  test.each`
    changes                               | missingCheck     | said
    ${{}}                                 | ${"no_obstacle"} | ${"yes"}
    ${{}}                                 | ${"undecided"}   | ${"unknown SECTOR_NOT_VERIFIED"}
    ${{ check }}                          | ${"undecided"}   | ${"yes"}
    ${{ check, checkContradicted: true }} | ${"undecided"}   | ${"unknown SECTOR_NOT_VERIFIED"}
    ${{ check, checkContradicted: true }} | ${"no_obstacle"} | ${"yes"}
  `("$changes, $missingCheck: $said", ({ changes, missingCheck, said }) => {
    const rule = { rule: "sector_verified", missingCheck } as const
    expect(brief(sectorVerified(personWith(changes), rule))).toBe(said)
  })
})

describe("C9 poverty decile", () => {
  test.each`
    decile  | maximum | received      | said
    ${3}    | ${null} | ${[]}         | ${"yes"}
    ${null} | ${null} | ${[]}         | ${"yes"}
    ${4}    | ${4}    | ${["decile"]} | ${"yes"}
    ${5}    | ${4}    | ${["decile"]} | ${"no DECILE_ABOVE_MAXIMUM"}
    ${null} | ${4}    | ${["decile"]} | ${"unknown DECILE_NOT_KNOWN"}
    ${null} | ${4}    | ${[]}         | ${"unknown REGISTER_NOT_RECEIVED"}
  `("decile $decile of at most $maximum: $said", ({ decile, maximum, received, said }) => {
    const rule = { rule: "poverty_decile", maximumDecile: maximum } as const
    expect(brief(povertyDecile(personWith({ decile }), frame(...received), rule))).toBe(said)
  })
})
