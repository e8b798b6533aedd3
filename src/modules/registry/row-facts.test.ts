import { describe, expect, test } from "vitest"
import { TABLES } from "../intake/intake.testing.ts"
import type { IntakeRow } from "../intake/index.ts"
import {
  answerFieldOf,
  answersByRow,
  readAnswers,
  type Answer,
  type AnswerField,
} from "./answer.ts"
import { agreedIncome, agreedWork } from "./reconcile.ts"
import { registerTables } from "./register-table.ts"
import { rowFacts } from "./row-facts.ts"
import {
  day,
  factsWith,
  incomeOf,
  nikNumber,
  registersWith,
  rowWith,
  textTable,
  textWorkbook,
} from "./testing.ts"

const { occupations } = TABLES

describe("the field that an answer is about", () => {
  test.each([
    ["nik", "nik"],
    ["No KTP", "nik"],
    ["penghasilan", "income"],
    ["Pendapatan per bulan", "income"],
    ["gaji", "income"],
    ["pekerjaan", "occupation"],
    ["jenis usaha", "occupation"],
    ["sektor", "occupation"],
    ["tgl_lahir", "birth_date"],
    ["DOB", "birth_date"],
    ["nama", "name"],
    ["Kelurahan", "area"],
    ["Status usulan", "standing"],
    ["lain-lain", "other"],
  ])("%s: %s", (label, field) => expect(answerFieldOf(label)).toBe(field))
})

describe("where an answer belongs", () => {
  const header = "berkas|lembar|baris|bidang|nilai|tanggal_jawab"
  const read = (line: string) =>
    readAnswers(textTable("jawaban.csv", [header, line]), day("2025-11-15"))

  test.each`
    line                           | count | lost
    ${"a.xlsx|Data|7|nik|123"}     | ${1}  | ${0}
    ${"a.xlsx||7|nik|123"}         | ${1}  | ${0}
    ${"a.xlsx|Data|7|nik|"}        | ${0}  | ${0}
    ${"a.xlsx|Data|tujuh|nik|123"} | ${0}  | ${1}
    ${"a.xlsx|Data|0|nik|123"}     | ${0}  | ${1}
    ${"|Data|7|nik|123"}           | ${0}  | ${1}
  `("$line: $count read, $lost counted", ({ line, count, lost }) => {
    expect(read(line).filter((answer) => answer !== null).length).toBe(count)
    expect(read(line).filter((answer) => answer === null).length).toBe(lost)
  })

  test.each`
    field            | kind        | isCut
    ${"nik"}         | ${"number"} | ${true}
    ${"nik"}         | ${"text"}   | ${undefined}
    ${"penghasilan"} | ${"number"} | ${undefined}
  `("a $kind as answer about $field is cut: $isCut", ({ field, kind, isCut }) => {
    const book = textWorkbook([header, `a.xlsx|Data|7|${field}|6471051708809000|`])
    const sheets = book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.column === 4 && row.number > 1 ? { ...cell, kind } : cell,
        ),
      })),
    }))
    const [table] = registerTables({ ...book, sheets }, "jawaban.xlsx")
    const [answer] = table === undefined ? [] : readAnswers(table, day("2025-11-15"))
    expect(answer?.isCut).toBe(isCut)
  })

  test.each`
    sheet      | sheets               | key
    ${"Data"}  | ${["Data", "Rekap"]} | ${"a.xlsx\nData\n7"}
    ${""}      | ${["Data"]}          | ${"a.xlsx\nData\n7"}
    ${"data1"} | ${["Data"]}          | ${"a.xlsx\nData\n7"}
    ${""}      | ${["Data", "Rekap"]} | ${"a.xlsx\n\n7"}
    ${""}      | ${undefined}         | ${"a.xlsx\n\n7"}
  `("sheet '$sheet' of $sheets", ({ sheet, sheets, key }) => {
    const answer = {
      file: "a.xlsx",
      sheet,
      row: 7,
      field: "nik",
      value: "1",
      answeredOn: null,
    } as const
    const sheetsOf = new Map(sheets === undefined ? [] : [["a.xlsx", sheets]])
    expect([...answersByRow([answer], sheetsOf).keys()]).toEqual([key])
  })
})

type Told = readonly [AnswerField, string, string?]

function factsOf(row: IntakeRow, told: readonly Told[], before?: IntakeRow) {
  const target = before ?? row
  const answers = told.map(([field, value, on]): Answer => ({
    ...{ file: target.file, sheet: target.sheet, row: target.row, field, value },
    answeredOn: on === undefined ? null : day(on),
  }))
  return rowFacts(row, {
    answers: answersByRow(answers, new Map()),
    predecessor: new Map(before === undefined ? [] : [[row.rowId, before]]),
    occupations,
    registers: registersWith(),
    on: day("2025-11-15"),
    areaOf: (text) => (text === "Manggar" ? "64.71.01.1002" : null),
  })
}

describe("what answers do to a row", () => {
  const [nik, other] = [nikNumber(7), nikNumber(8)]

  test.each`
    told                                                          | expected
    ${[]}                                                         | ${{ nik: nikNumber(1), answeredNik: null }}
    ${[["nik", nik]]}                                             | ${{ nik, answeredNik: nik }}
    ${[["nik", ` '${nik} `]]}                                     | ${{ nik, answeredNik: nik }}
    ${[["nik", "123"]]}                                           | ${{ nik: nikNumber(1), answeredNik: null }}
    ${[["nik", nik], ["nik", other]]}                             | ${{ nik: nikNumber(1), answeredNik: null }}
    ${[["nik", nik], ["nik", nik]]}                               | ${{ nik, answeredNik: nik }}
    ${[["nik", nik, "2025-10-02"], ["nik", other, "2025-10-01"]]} | ${{ nik, answeredNik: nik }}
    ${[["nik", nik, "2025-10-01"], ["nik", other, "2025-10-02"]]} | ${{ nik: other }}
    ${[["nik", nik, "2025-10-02"], ["nik", other, "2025-10-02"]]} | ${{ nik: nikNumber(1) }}
    ${[["income", "2,5 juta"]]}                                   | ${{ income: { ...incomeOf(2_500_000), source: "answer" } }}
    ${[["income", "tidak tahu"]]}                                 | ${{ income: incomeOf(2_000_000) }}
    ${[["income", "1 juta"], ["income", "3 juta"]]}               | ${{ income: incomeOf(2_000_000) }}
    ${[["occupation", "ojek online"]]}                            | ${{ sector: "ojek_online", informal: "yes" }}
    ${[["occupation", "karyawan swasta"]]}                        | ${{ sector: null, informal: "no" }}
    ${[["occupation", "zzzz"]]}                                   | ${{ sector: "nelayan", informal: "yes" }}
    ${[["birth_date", "01-02-1979"]]}                             | ${{ birthDate: "1979-02-01" }}
    ${[["birth_date", "lupa"]]}                                   | ${{ birthDate: "1980-08-17" }}
    ${[["name", "ASEP SURYANA PUTRA"]]}                           | ${{ name: "ASEP SURYANA PUTRA" }}
    ${[["area", "Manggar"]]}                                      | ${{ areaCode: "64.71.01.1002" }}
    ${[["area", "tidak tahu"]]}                                   | ${{ areaCode: "64.71.01.1001" }}
    ${[["standing", "dibatalkan"]]}                               | ${{ withdrawn: true }}
    ${[["standing", "tetap diusulkan"]]}                          | ${{ withdrawn: false }}
  `("$told: $expected", ({ told, expected }) => {
    expect(factsOf(rowWith(), told)).toMatchObject(expected)
  })

  test("a number that a spreadsheet cut is no answer, and whoever is asked again sees it", () => {
    const place = { file: "a.xlsx", sheet: "Data", row: 1, answeredOn: null } as const
    const told = (answers: readonly Answer[]) =>
      rowFacts(rowWith(), {
        answers: answersByRow(answers, new Map()),
        predecessor: new Map(),
        ...{ occupations, registers: registersWith(), on: day("2025-11-15") },
      })
    const cut = { ...place, field: "nik", value: `${nik.slice(0, 15)}0`, isCut: true } as const
    const income = { ...place, field: "income", value: "tidak tahu" } as const
    expect(told([cut, income])).toMatchObject({ nik: nikNumber(1), answeredNik: null })
    expect([...told([cut, income]).useless]).toEqual([
      ["nik", cut.value],
      ["income", "tidak tahu"],
    ])
    expect(told([cut, { ...place, field: "nik", value: nik }]).answeredNik).toBe(nik)
    expect(told([{ ...income, value: "2 juta" }]).useless.size).toBe(0)
  })

  test.each`
    code                  | field         | withdrawn
    ${"STANDING_MISSING"} | ${"standing"} | ${true}
    ${"NOTE_STATUS"}      | ${"standing"} | ${true}
    ${"NOTE_STATUS"}      | ${"remarks"}  | ${false}
    ${"HIDDEN_ROW"}       | ${"row"}      | ${false}
  `("$code in $field: taken back until answered: $withdrawn", ({ code, field, withdrawn }) => {
    const row = rowWith({ findings: [{ code, field, before: "", after: "" }] })
    expect(factsOf(row, []).withdrawn).toBe(withdrawn)
    expect(factsOf(row, [["standing", "tetap diusulkan"]]).withdrawn).toBe(false)
  })

  test("what another office says of a recipient is asked, not overruled", () => {
    const row = rowWith()
    const gone = {
      code: "NOT_PROPOSED",
      field: "standing",
      before: "Meninggal",
      after: "",
    } as const
    const other = rowWith({ file: "b.xlsx", row: 9, findings: [gone] })
    const factsBeside = (left: IntakeRow, answers: readonly Answer[] = []) =>
      rowFacts(row, {
        answers: answersByRow(answers, new Map()),
        predecessor: new Map(),
        ...{ occupations, registers: registersWith(), on: day("2025-11-15") },
        left: new Map([[left.nik ?? "", left]]),
      })
    expect(factsBeside(other)).toMatchObject({
      withdrawn: true,
      disputedBy: "b.xlsx Data 9: Meninggal",
    })
    expect(factsBeside({ ...other, file: row.file })).toMatchObject({ disputedBy: null })
    expect(factsBeside({ ...other, nik: nikNumber(2) })).toMatchObject({ withdrawn: false })
    const { file, sheet } = row
    const place = { file, sheet, row: row.row, answeredOn: null, field: "standing" } as const
    expect(factsBeside(other, [{ ...place, value: "tetap diusulkan" }]).withdrawn).toBe(false)
  })

  test("a struck row is withdrawn unless its sender says otherwise", () => {
    const row = rowWith({ struck: true })
    expect(factsOf(row, []).withdrawn).toBe(true)
    expect(factsOf(row, [["standing", "benar, tetap diusulkan"]]).withdrawn).toBe(false)
  })

  test("the answer to a row of the first sending holds for its re-send", () => {
    const before = rowWith({ file: "kirim 1.xlsx", row: 9 })
    expect(factsOf(rowWith({ file: "kirim 2.xlsx", row: 12 }), [["nik", nik]], before).nik).toBe(
      nik,
    )
    expect(factsOf(rowWith({ file: "kirim 2.xlsx", row: 12 }), []).nik).toBe(nikNumber(1))
  })

  test("the row itself stays as it was read", () => {
    const row = rowWith()
    expect(factsOf(row, [["nik", nik]]).row).toEqual(rowWith())
  })
})

describe("one income of several rows", () => {
  const exact = incomeOf(2_000_000)
  const range = incomeOf(1_500_000, 2_500_000)
  test.each`
    incomes                                             | agreed
    ${[]}                                               | ${null}
    ${[null, null]}                                     | ${null}
    ${[exact, null]}                                    | ${exact}
    ${[exact, incomeOf(3_000_000)]}                     | ${incomeOf(3_000_000)}
    ${[exact, range]}                                   | ${exact}
    ${[incomeOf(4_000_000), range]}                     | ${incomeOf(4_000_000)}
    ${[incomeOf(1_000_000), range]}                     | ${range}
    ${[incomeOf(3_000_000, null), exact]}               | ${incomeOf(3_000_000, null)}
    ${[incomeOf(3_000_000, null), incomeOf(3_500_000)]} | ${incomeOf(3_500_000)}
    ${[range, incomeOf(2_000_000, 2_500_000)]}          | ${incomeOf(2_000_000, 2_500_000)}
  `("$incomes: $agreed", ({ incomes, agreed }) => {
    const rows = incomes.map((income: ReturnType<typeof incomeOf>) => factsWith({ income }))
    expect(agreedIncome(rows)).toEqual(agreed)
    expect(agreedIncome(rows.reverse())).toEqual(agreed)
  })
})

describe("one work of several rows", () => {
  const work = (informal: "yes" | "no" | "unknown", sector: string | null) =>
    factsWith({ informal, sector })
  const fisher = work("yes", "nelayan")
  const check = (result: string, sector: string) => ({ result, sector })
  test.each`
    rows                                       | checked                              | sector       | informal
    ${[]}                                      | ${null}                              | ${null}      | ${"unknown"}
    ${[fisher]}                                | ${null}                              | ${"nelayan"} | ${"yes"}
    ${[fisher, work("unknown", null)]}         | ${null}                              | ${"nelayan"} | ${"yes"}
    ${[fisher, work("no", null)]}              | ${null}                              | ${"nelayan"} | ${"unknown"}
    ${[fisher, work("no", null)]}              | ${check("confirmed", "nelayan")}     | ${"nelayan"} | ${"yes"}
    ${[fisher, work("no", null)]}              | ${check("employer", "nelayan")}      | ${"nelayan"} | ${"unknown"}
    ${[work("no", null)]}                      | ${null}                              | ${null}      | ${"no"}
    ${[fisher, fisher, work("yes", "petani")]} | ${null}                              | ${"nelayan"} | ${"yes"}
    ${[fisher, fisher, work("yes", "petani")]} | ${check("confirmed", "petani")}      | ${"petani"}  | ${"yes"}
    ${[fisher, work("yes", "petani")]}         | ${null}                              | ${"nelayan"} | ${"yes"}
    ${[fisher, work("yes", "petani")]}         | ${check("confirmed", "juru_parkir")} | ${"nelayan"} | ${"yes"}
  `("$sector $informal", ({ rows, checked, sector, informal }) => {
    expect(agreedWork(rows, checked, (text) => text)).toEqual({ sector, informal })
    expect(agreedWork([...rows].reverse(), checked, (text) => text)).toEqual({ sector, informal })
  })
})
