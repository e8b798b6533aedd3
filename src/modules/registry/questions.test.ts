import { describe, expect, test } from "vitest"
import { writeWorkbook } from "../../platform/spreadsheet/write/workbook.ts"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import type { CellInput, SheetSpec, WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"
import type { FindingCode } from "../intake/index.ts"
import type { PolicyPack, ReasonCode } from "../law/index.ts"
import type { Person } from "./person.ts"
import type { QuestionInput } from "./question-input.ts"
import { questionWorkbooks } from "./questions.ts"
import { readRegisters } from "./read-registers.ts"
import { registerQuestions } from "./register-questions.ts"
import type { Registers } from "./registers.ts"
import type { RowFacts } from "./row-facts.ts"
import { day, factsWith, nikNumber, personWith, ROUND, rowWith } from "./testing.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

const LINE = { from: day("2025-01-01"), to: null }
const office = (id: string, name: string, task: string, ...sectors: string[]) => ({
  ...{ ...LINE, id, name, aliases: [], tasks: [task] },
  verifies: sectors.map((sector) => ({ ...LINE, sector })),
})
const PACK = {
  name: "Kota Contoh",
  programme: { owners: [{ ...LINE, office: "dinsos" }] },
  areas: [
    { code: "64.71.01.1001", name: "Lamaru", level: "kelurahan" },
    { code: "64.71.01.1002", name: "Manggar Baru", level: "kelurahan" },
  ],
  sectors: [{ code: "nelayan", nameId: "Nelayan", nameEn: "Fisher" }],
  offices: [
    office("dinsos", "Dinas Sosial", "own"),
    office("dp3", "Dinas Perikanan", "verify", "nelayan"),
    office("kelurahan", "Kelurahan", "verify", "buruh_harian"),
    office("disdukcapil", "Disdukcapil Contoh", "answer_identity"),
  ],
} as unknown as PolicyPack

interface Case {
  readonly person?: Partial<Person>
  readonly rows?: readonly Partial<RowFacts>[]
  readonly reasons?: readonly ReasonCode[]
  readonly outcome?: "eligible" | "ineligible" | "undecided"
  readonly selected?: boolean
}

function inputOf(cases: readonly Case[], changes: Partial<QuestionInput> = {}): QuestionInput {
  const people = cases.map(({ person }, index) =>
    personWith({ personId: `p${index}`, nik: nikNumber(index), ...person }),
  )
  const rowsOf = cases.map(({ rows = [{}] }, index) =>
    rows.map((facts, line) =>
      factsWith({ row: rowWith({ row: index * 10 + line + 2, nik: nikNumber(index) }), ...facts }),
    ),
  )
  const candidates = rowsOf.flat()
  const personOf = new Map(
    rowsOf.flatMap((rows, index) => rows.map((facts) => [facts.row.rowId, `p${index}`] as const)),
  )
  const decisions = new Map(
    cases.map(({ reasons = [], outcome }, index) => [
      `p${index}`,
      { reasons, outcome: outcome ?? (reasons.length > 0 ? "undecided" : "eligible") } as const,
    ]),
  )
  return {
    ...{ people, candidates, personOf, decisions, pack: PACK, asOf: day("2025-11-15") },
    answerBy: day("2025-12-31"),
    contact: "Rina, 0899-0000-0001",
    isAskedInList: () => false,
    senderOf: new Map([["a.xlsx", { id: "k1", name: "Kelurahan Lamaru" }]]),
    selected: new Set(
      cases.flatMap(({ selected }, index) => (selected === true ? [`p${index}`] : [])),
    ),
    received: new Set(["membership", "province", "decile", "population"]),
    ...changes,
  }
}

/** A person at the office fills in the columns that wait, by their headers. */
function filled(spec: WorkbookSpec, answers: Readonly<Record<string, CellInput>>): WorkbookSpec {
  const fill = (sheet: SheetSpec): SheetSpec => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      sheet.columns.map(({ header }, column) => answers[header] ?? row[column] ?? null),
    ),
  })
  return { ...spec, sheets: spec.sheets.map(fill) }
}

async function returned(
  input: QuestionInput,
  file: string,
  answers: Readonly<Record<string, CellInput>>,
): Promise<Registers> {
  const question = questionWorkbooks(input).find(({ name }) => name === `${file}.xlsx`)
  if (question === undefined) throw new Error(`nothing is asked in ${file}`)
  const book = await readWorkbook(await writeWorkbook(filled(question.spec, answers)), "x.xlsx")
  if (!book.ok) throw new Error(book.refusal.kind)
  // Offices rename files: nothing may hang on the name.
  const registers = readRegisters([{ name: "balasan 7.xlsx", workbook: book.value }], [], ROUND)
  // What we send out ourselves has every column that we need.
  expect(registerQuestions(registers)).toEqual([])
  return registers
}

const { headers } = TEXT
const NIK = nikNumber(0)
const UNASKED: Case = {
  person: { nikStanding: "unasked", population: null },
  rows: [{ nikStanding: "unasked" }],
  reasons: ["DUKCAPIL_NOT_ASKED"],
}

describe("a returned file is read without mapping", () => {
  test("the population office", async () => {
    const read = await returned(inputOf([UNASKED]), "dukcapil", {
      ...{ [headers.populationResult]: "Sesuai", [headers.birthMatches]: "Ya" },
      [headers.residentSince]: "2011-02-03",
    })
    expect(read.files).toMatchObject([{ kind: "population", records: 1, unusable: 0 }])
    expect(read.population.get(NIK)).toMatchObject([
      {
        askedName: "ASEP SURYANA",
        result: "found",
        birthMatches: true,
        residentSince: "2011-02-03",
      },
    ])
  })

  test.each([...TEXT.choices.population])("its choice %s is understood", async (choice) => {
    const read = await returned(inputOf([UNASKED]), "dukcapil", {
      [headers.populationResult]: choice,
    })
    expect(read.population.get(NIK)?.[0]?.result).not.toBe("unclear")
  })

  test("whom it looks up by name, as an answer about the row", async () => {
    const person = { nik: null, nikStanding: "none", population: null } as const
    const one: Case = { person, rows: [{ nik: null }], reasons: ["NIK_NOT_KNOWN"] }
    const read = await returned(inputOf([one]), "dukcapil", { [headers.answer]: NIK })
    expect(read.answers).toEqual([
      { file: "a.xlsx", sheet: "Data", row: 2, field: "nik", value: NIK, answeredOn: null },
    ])
  })

  test("the insurer", async () => {
    const input = inputOf([{ selected: true }, { reasons: ["REGISTER_NOT_RECEIVED"] }], {
      received: new Set(),
    })
    const read = await returned(input, "bpjs-ketenagakerjaan", {
      ...{ [headers.membershipStatus]: "Aktif", [headers.segment]: "PU" },
      [headers.payer]: "PT Maju",
    })
    expect(read.files.map(({ kind, records }) => [kind, records])).toEqual([
      ["membership", 1],
      ["membership", 1],
    ])
    expect(read.memberships.get(NIK)).toMatchObject([
      { active: true, segment: "PU", payer: "PT Maju" },
    ])
  })

  test.each([
    ["Non aktif", [false]],
    ["Tidak terdaftar", [false]],
    [null, undefined],
  ])("the insurer's %s", async (status, active) => {
    const answers = { [headers.membershipStatus]: status }
    const read = await returned(inputOf([{ selected: true }]), "bpjs-ketenagakerjaan", answers)
    expect(read.memberships.get(NIK)?.map((line) => line.active)).toEqual(active)
  })

  test.each([
    ["Ya", [NIK]],
    ["Tidak", []],
    [null, []],
  ])("the province's %s", async (answer, paid) => {
    const answers = { [headers.paidByProvince]: answer }
    const read = await returned(inputOf([{ selected: true }]), "provinsi", answers)
    expect([...read.received]).toEqual(["province"])
    expect([...read.province]).toEqual(paid)
  })

  test("the poverty register", async () => {
    const answers = { [headers.decile]: "3", [headers.version]: "2025-10-01" }
    const read = await returned(inputOf([{ person: { decile: null } }]), "dtsen", answers)
    expect(read.deciles.get(NIK)).toEqual([{ nik: NIK, decile: 3, versionOn: "2025-10-01" }])
  })

  test.each`
    result               | reason                                | read
    ${"Sesuai"}          | ${null}                               | ${"confirmed"}
    ${"Tidak ditemukan"} | ${null}                               | ${"not_found"}
    ${"Tidak sesuai"}    | ${"Bukan pekerja sektor ini"}         | ${"not_of_sector"}
    ${"Tidak sesuai"}    | ${"Sudah tidak bekerja"}              | ${"no_longer_working"}
    ${"Tidak sesuai"}    | ${"Sudah bekerja di perusahaan"}      | ${"formal_job"}
    ${"Tidak sesuai"}    | ${"Tidak bekerja di sektor informal"} | ${"not_informal"}
    ${"Tidak sesuai"}    | ${"Mempunyai karyawan"}               | ${"employer"}
    ${"Tidak sesuai"}    | ${"Tidak ditemukan di alamat"}        | ${"not_found"}
  `("a sector office: $result, $reason", async ({ result, reason, read }) => {
    const back = await returned(inputOf([{}]), "verifikasi-dp3", {
      ...{ [headers.checkResult]: result, [headers.reason]: reason },
      ...{
        [headers.checkedOn]: "2025-11-01",
        [headers.officer]: "Rina",
        [headers.minutes]: "BA-1",
      },
    })
    expect(back.files).toMatchObject([{ kind: "field_check" }])
    expect(back.checks.get(NIK)).toMatchObject([
      { result: read, checkedOn: "2025-11-01", sector: "Nelayan", minutes: "BA-1" },
    ])
  })

  test.each`
    reason                | row                        | field           | answer
    ${"NIK_NOT_KNOWN"}    | ${{ nik: null }}           | ${"nik"}        | ${NIK}
    ${"INCOME_NOT_KNOWN"} | ${{ income: null }}        | ${"income"}     | ${"2.500.000"}
    ${"SECTOR_NOT_KNOWN"} | ${{ informal: "unknown" }} | ${"occupation"} | ${"nelayan"}
    ${"AGE_NOT_KNOWN"}    | ${{ birthDate: null }}     | ${"birth_date"} | ${"17-08-1980"}
    ${"ONLY_STRUCK_ROWS"} | ${{ withdrawn: true }}     | ${"standing"}   | ${"tetap diusulkan"}
  `("a sender: $reason", async ({ reason, row, field, answer }) => {
    const input = inputOf([{ rows: [row], reasons: [reason] }])
    const back = await returned(input, "pengirim-kelurahan-lamaru", {
      ...{ [headers.answer]: answer, [headers.answeredOn]: "2025-11-10" },
    })
    expect(back.answers).toEqual([
      { file: "a.xlsx", sheet: "Data", row: 2, field, value: answer, answeredOn: "2025-11-10" },
    ])
  })
})

test("who is asked again sees which answer could not be used", () => {
  const row = { income: null, useless: new Map([["income" as const, "tidak tahu"]]) } as const
  const [book] = questionWorkbooks(
    inputOf([{ rows: [row], reasons: ["INCOME_NOT_KNOWN"] }]),
  ).filter(({ name }) => name.startsWith("pengirim-"))
  const texts = book?.spec.sheets.at(-1)?.rows.flat()
  expect(
    texts?.some((text) => String(text).endsWith('jawaban "tidak tahu" belum dapat dipakai')),
  ).toBe(true)
})

describe("who is asked about", () => {
  const sheetsOf = (cases: readonly Case[], changes: Partial<QuestionInput> = {}) =>
    questionWorkbooks(inputOf(cases, changes)).map(({ name, spec }) => {
      const asking = spec.sheets.slice(1).map((sheet) => sheet.rows.length)
      return `${name} ${asking.join("+")}`
    })
  const check = { result: "confirmed" } as unknown as Person["check"]
  const hidden = rowWith({
    findings: [{ code: "HIDDEN_ROW", field: "row", before: "", after: "" }],
    row: 2,
    nik: NIK,
  })

  test.each`
    cases                                                                                                               | files
    ${[]}                                                                                                               | ${[]}
    ${[{ person: { check } }]}                                                                                          | ${[]}
    ${[{ person: { check }, outcome: "ineligible", selected: true }]}                                                   | ${[]}
    ${[{ person: { check }, selected: true }]}                                                                          | ${["bpjs-ketenagakerjaan.xlsx 1", "provinsi.xlsx 1"]}
    ${[{ person: { check, decile: null } }]}                                                                            | ${["dtsen.xlsx 1"]}
    ${[{}, {}]}                                                                                                         | ${["verifikasi-dp3.xlsx 2"]}
    ${[{ person: { sector: "buruh_harian", areaCode: "64.71.01.1002" } }]}                                              | ${["verifikasi-kelurahan-manggar-baru.xlsx 1"]}
    ${[{ person: { check }, rows: [{ row: hidden }] }]}                                                                 | ${["pengirim-kelurahan-lamaru.xlsx 1"]}
    ${[{ person: { check }, rows: [{ row: hidden, answered: new Set(["standing"]) }] }]}                                | ${[]}
    ${[{ person: { check, sector: null }, rows: [{ income: null }, { income: null }], reasons: ["INCOME_NOT_KNOWN"] }]} | ${["pengirim-kelurahan-lamaru.xlsx 1"]}
  `("$files", ({ cases, files }) => expect(sheetsOf(cases)).toEqual(files))

  test("a file says to whom, from whom, on which day and how; its id follows its content", () => {
    const [first] = questionWorkbooks(inputOf([UNASKED]))
    expect(first?.spec.sheets[1]?.titleLines).toEqual([
      "Padanan NIK calon peserta pekerja rentan",
      "Kepada: Disdukcapil Contoh",
      "Dari: Dinas Sosial Kota Contoh (pemilik program sejak 1 Januari 2025)",
      "Keadaan per: 15 November 2025",
      expect.stringContaining("Cara mengisi: "),
    ])
    const [same] = questionWorkbooks(inputOf([UNASKED]))
    const [other] = questionWorkbooks(inputOf([UNASKED, UNASKED]))
    expect(first?.spec.meta.hiddenId).toMatch(/^population\.[0-9a-f]{64}$/)
    expect(same?.spec.meta.hiddenId).toBe(first?.spec.meta.hiddenId)
    expect(other?.spec.meta.hiddenId).not.toBe(first?.spec.meta.hiddenId)
  })

  test("its first sheet is a letter: who asks whom, what, by when, how and whom to answer", () => {
    const lines = questionWorkbooks(inputOf([UNASKED]))[0]?.spec.sheets[0]?.titleLines ?? []
    expect(lines).toEqual(
      expect.arrayContaining([
        "Padanan NIK calon peserta pekerja rentan",
        "Kepada: Disdukcapil Contoh",
        "Dari: Dinas Sosial Kota Contoh (pemilik program sejak 1 Januari 2025)",
        "Keadaan per: 15 November 2025",
        "Mohon dijawab paling lambat: 31 Desember 2025",
        expect.stringContaining('- "Padanan NIK": 1 baris; pilih hasil padanan'),
        "Narahubung: Rina, 0899-0000-0001",
      ]),
    )
    expect(lines.filter((line) => line.length > 84)).toEqual([])
    const unnamed = questionWorkbooks(inputOf([UNASKED], { contact: "" }))
    expect(unnamed[0]?.spec.sheets[0]?.titleLines).toContain(
      `Narahubung: ${TEXT.letter.contactBlank}`,
    )
  })

  test("what a sender finds in his own list is not asked again, its other rows are", () => {
    const open = { income: null }
    const cases: Case[] = [
      { person: { check }, rows: [open, open], reasons: ["INCOME_NOT_KNOWN"] },
      { person: { check }, rows: [open], reasons: ["INCOME_NOT_KNOWN"] },
      { person: { check }, rows: [{ row: hidden }] },
    ]
    const input = inputOf(cases)
    const countOf = (told: (rowId: string, field: string) => boolean) =>
      questionWorkbooks({ ...input, isAskedInList: told })
        .filter(({ name }) => name.startsWith("pengirim"))
        .map(({ count }) => count)
    const [first, second] = input.candidates.map(({ row }) => row.rowId)
    expect(countOf(() => false)).toEqual([3])
    expect(countOf((rowId, field) => rowId === second && field === "income")).toEqual([2])
    expect(countOf((rowId, field) => rowId === first && field === "nik")).toEqual([3])
    expect(countOf(() => true)).toEqual([])
  })

  test("two people with one NIK: whoever must answer is told of the other row", () => {
    const nik = nikNumber(7)
    const cases: Case[] = [{ rows: [{ nik }] }, { rows: [{ nik }], reasons: ["NIK_NOT_KNOWN"] }]
    const open = inputOf(cases)
    const disputed = open.candidates.map((facts) => ({ ...facts, nikStanding: "unasked" as const }))
    const books = questionWorkbooks({ ...open, candidates: disputed })
    const own = books.find(({ name }) => name.startsWith("pengirim"))
    const texts = own?.spec.sheets.at(-1)?.rows.flat().map(String) ?? []
    expect(texts.join("\n")).toMatch(/NIK yang sama juga tertulis di "a\.xlsx" .*baris 2\./)
  })

  test("what a whole column leaves open is asked of nobody by row", () => {
    const findings = [{ code: "COLUMN_OPEN" as const, field: "income", before: "", after: "" }]
    const row = rowWith({ row: 2, nik: NIK, findings })
    const rows = [{ row, income: null }]
    const books = questionWorkbooks(
      inputOf([{ person: { check }, rows, reasons: ["INCOME_NOT_KNOWN"] }]),
    )
    expect(books.filter(({ name }) => name.startsWith("pengirim"))).toEqual([])
  })

  test("a sender chooses where there is a choice, and writes where there is none", () => {
    const asked = (code: FindingCode, row: number) => ({
      row: rowWith({ row, nik: NIK, findings: [{ code, field: "row", before: "", after: "" }] }),
    })
    const rows = [asked("HIDDEN_ROW", 2), asked("KELURAHAN_UNKNOWN", 3), asked("NAME_EMPTY", 4)]
    const [book] = questionWorkbooks(inputOf([{ person: { check }, rows }]))
    const offered = book?.spec.sheets
      .slice(1)
      .map(({ name, choices }) => [name, choices?.map(({ values }) => values) ?? []])
    expect(offered).toEqual([
      ["Pertanyaan", []],
      ["Status usulan", [["tetap diusulkan", "dibatalkan"]]],
      ["Kelurahan", [["Lamaru", "Manggar Baru"]]],
    ])
  })
})
