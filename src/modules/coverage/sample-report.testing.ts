import type { LocalDate } from "../../kernel/local-date.ts"
import { monthsFrom, type Month } from "../../kernel/period.ts"
import { rupiah } from "../../kernel/rupiah.ts"
import type { AreaCount, ReportInput, SectorCount } from "./report-input.ts"
import { SAMPLE_AREAS, SAMPLE_SECTORS } from "./sample-areas.ts"
import { SAMPLE_FILES, SAMPLE_FINDINGS, SAMPLE_QUESTIONS } from "./sample-files.testing.ts"
import { SAMPLE_KEYS, SAMPLE_LAW } from "./sample-law.testing.ts"

const PEOPLE = 11_290
const ELIGIBLE = 10_052
const SELECTED = 9_920

/** A made-up run of realistic size whose numbers add up: for tests and for looking at the page. */
export function sampleReport(): ReportInput {
  return {
    programme: {
      name: "Bantuan iuran JKK dan JKM bagi pekerja rentan",
      city: "Kota Balikpapan",
      owner: "Dinas Sosial",
      year: 2026,
      months: monthsFrom("2026-01" as Month, 12),
      fundingSource: "APBD",
    },
    asOf: "2025-11-15" as LocalDate,
    counts: {
      rows: sumOfFiles(),
      candidateRows: 12_371,
      people: PEOPLE,
      eligible: ELIGIBLE,
      ineligible: 982,
      undecided: 256,
      selected: SELECTED,
      reserve: 132,
    },
    ...SAMPLE_REASONS,
    order: sampleOrder(),
    money: sampleMoney(),
    areas: sampleAreas(),
    sectors: sampleSectors(),
    map: null,
    files: SAMPLE_FILES,
    fileQuestions: SAMPLE_QUESTIONS,
    findings: SAMPLE_FINDINGS,
    law: SAMPLE_LAW,
    todo: {
      requests: [
        { file: "permintaan/dukcapil.xlsx", to: "Disdukcapil", count: 96 },
        { file: "permintaan/bpjs.xlsx", to: "BPJS Ketenagakerjaan", count: 41 },
        {
          file: "permintaan/dinas-dp3.xlsx",
          to: "Dinas Pangan, Pertanian dan Perikanan",
          count: 37,
        },
        { file: "permintaan/dinas-dishub.xlsx", to: "Dinas Perhubungan", count: 18 },
      ],
      repairs: SAMPLE_FILES.filter(({ setAside }) => setAside > 0).map((file) => ({
        file: `perbaikan/${file.file}`,
        to: file.sender,
        count: file.setAside,
      })),
      greyPairs: 63,
    },
    changes: [
      "2 berkas usulan baru dibaca, 481 baris.",
      "118 orang memenuhi syarat yang sebelumnya perlu data.",
      "74 orang masuk daftar, 74 orang keluar karena urutan.",
    ],
    corrections: ['Kiriman ulang "dishub 2.xlsx" menggantikan "dishub.xlsx": 40 sama, 2 baru.'],
    proof: {
      inputHash: "7d1f0c6a9be3442f8d50e2a4c19b7738a1d6f3e05c824b97d0ea61f85b2c943e",
      resultHash: "c20b94e7f81a4d63b5e90f7d2a6c381847fe5d0b93a264c8e1d7b05f6a92e314",
      command:
        "./payung run FOLDER --out DIR --law 64.71-balikpapan --year 2026 --ceiling 2000000000 --months 12 --as-of 2025-11-15",
    },
  }
}

const SAMPLE_REASONS: Pick<ReportInput, "reasons" | "needs"> = {
  reasons: [
    { code: "ACTIVE_PU", outcome: "ineligible", people: 287 },
    { code: "INCOME_ABOVE_UMK", outcome: "ineligible", people: 198 },
    { code: "ACTIVE_PROV", outcome: "ineligible", people: 176 },
    { code: "AGE_65_OR_MORE", outcome: "ineligible", people: 131 },
    { code: "NOT_INFORMAL", outcome: "ineligible", people: 104 },
    { code: "DECEASED", outcome: "ineligible", people: 62 },
    { code: "MOVED_OUT", outcome: "ineligible", people: 49 },
    { code: "EMPLOYER", outcome: "ineligible", people: 21 },
    { code: "NIK_NOT_KNOWN", outcome: "undecided", people: 96 },
    { code: "INCOME_NOT_KNOWN", outcome: "undecided", people: 88 },
    { code: "SECTOR_NOT_KNOWN", outcome: "undecided", people: 55 },
    { code: "DUKCAPIL_NOT_FOUND", outcome: "undecided", people: 34 },
  ],
  needs: [
    { code: "NIK_NOT_KNOWN", askedOf: ["sender", "dukcapil"], people: 96 },
    { code: "INCOME_NOT_KNOWN", askedOf: ["sender"], people: 88 },
    { code: "SECTOR_NOT_KNOWN", askedOf: ["sender", "office:dp3"], people: 55 },
    { code: "DUKCAPIL_NOT_FOUND", askedOf: ["sender", "dukcapil"], people: 34 },
  ],
}

function sampleOrder(): ReportInput["order"] {
  const group = (number: number, title: string, status: "assumed" | "likely" | "confirmed") => ({
    number,
    title,
    status,
  })
  return {
    groups: [
      { ...group(1, "Peserta lama yang berlanjut", "assumed"), eligible: 6_204, selected: 6_204 },
      { ...group(2, "Pekerja penyandang disabilitas", "likely"), eligible: 418, selected: 418 },
      { ...group(3, "Perempuan kepala keluarga", "likely"), eligible: 907, selected: 907 },
      { ...group(4, "Pekerja rentan lainnya", "confirmed"), eligible: 2_523, selected: 2_391 },
    ],
    keys: SAMPLE_KEYS,
    lastIn: {
      rank: SELECTED,
      group: 4,
      maskedNik: "6471********9017",
      decile: null,
      income: rupiah(3_500_000),
      ageYears: 34,
    },
    firstOut: {
      rank: SELECTED + 1,
      group: 4,
      maskedNik: "6471********9042",
      decile: null,
      income: rupiah(3_500_000),
      ageYears: 33,
    },
    decidedBy: "age",
    seed: "Pekerja Rentan Kota Balikpapan 2026",
  }
}

function sampleMoney(): ReportInput["money"] {
  const monthly = (each: number) => Array.from({ length: 12 }, () => rupiah(each * SELECTED))
  return {
    ceiling: rupiah(2_000_000_000),
    ceilingStatus: "assumed",
    cost: rupiah(1_999_872_000),
    left: rupiah(128_000),
    components: [
      {
        programme: "JKK",
        account: "5.1.02.02.02.0006",
        accountStatus: "assumed",
        byMonth: monthly(10_000),
      },
      {
        programme: "JKM",
        account: "5.1.02.02.02.0007",
        accountStatus: "assumed",
        byMonth: monthly(6_800),
      },
    ],
    costOfOne: { lowest: rupiah(201_600), highest: rupiah(201_600) },
    nextCost: rupiah(201_600),
    plannedPeople: null,
  }
}

function sampleAreas(): AreaCount[] {
  const weights = SAMPLE_AREAS.map(([, , , people]) => people)
  const [people, eligible, selected] = [PEOPLE - 18, ELIGIBLE, SELECTED].map((total) =>
    apportion(total, weights),
  )
  const known = SAMPLE_AREAS.map(([code, name, parent], index) => ({
    code,
    name,
    parent,
    people: people?.[index] ?? 0,
    eligible: eligible?.[index] ?? 0,
    selected: selected?.[index] ?? 0,
  }))
  return [...known, { code: null, name: "", parent: "", people: 18, eligible: 0, selected: 0 }]
}

function sampleSectors(): SectorCount[] {
  const weights = SAMPLE_SECTORS.map(([, share]) => share)
  // Uneven on purpose, so that the gap column has something to say.
  const uneven = weights.map((share, index) => share + (index % 2 === 0 ? 4 : -4))
  const [people, eligible] = [PEOPLE, ELIGIBLE].map((total) => apportion(total, weights))
  const selected = apportion(SELECTED, uneven)
  return SAMPLE_SECTORS.map(([name], index) => ({
    name,
    people: people?.[index] ?? 0,
    eligible: eligible?.[index] ?? 0,
    selected: selected[index] ?? 0,
  }))
}

/** Whole numbers that add up to the total, as near to the weights as can be. */
function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let [weightSoFar, given] = [0, 0]
  return weights.map((weight) => {
    weightSoFar += weight
    const upTo = Math.round((total * weightSoFar) / sum)
    const share = upTo - given
    given = upTo
    return share
  })
}

function sumOfFiles(): ReportInput["counts"]["rows"] {
  const sum = (key: "read" | "accepted" | "repaired" | "setAside" | "ignored"): number =>
    SAMPLE_FILES.reduce((total, file) => total + file[key], 0)
  return {
    read: sum("read"),
    accepted: sum("accepted"),
    repaired: sum("repaired"),
    setAside: sum("setAside"),
    ignored: sum("ignored"),
  }
}
