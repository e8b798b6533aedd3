import { describe, expect, test } from "vitest"
import { populationFacts } from "./population-facts.ts"
import { populationResult, readPopulation, type PopulationResult } from "./population.ts"
import { standingOf } from "./standing.ts"
import { answerOf, day, nikNumber, registersWith, ROUND, textTable } from "./testing.ts"

const WORDS: Readonly<Record<PopulationResult, string>> = {
  found: `SESUAI|Padan|ditemukan|NIK ditemukan|data sesuai|cocok|ok|OK.|Y|valid|aktif|found
    |matched|match|terdaftar|ada|masih hidup|belum meninggal|Data ditemukan, hidup`,
  not_found: `TIDAK DITEMUKAN|tdk ditemukan|NIK tidak ada|tidak terdaftar|tidak padan|belum padan
    |not found|NIK_TIDAK_DITEMUKAN|nihil|unmatched|invalid|no match|tdk ada|tidak valid
    |tak dikenal|blm terdaftar|belum rekam|not registered`,
  name_differs: `NAMA TIDAK SESUAI|nama beda|nama berbeda|NAMA_TIDAK_SESUAI|beda nama|name differs
    |name mismatch|nama salah|nama tdk sama|ditemukan, nama berbeda`,
  birth_differs: `TGL LAHIR TIDAK SESUAI|tanggal lahir beda|TTL tidak cocok|dob mismatch
    |tgl_lahir_berbeda|birth date differs|beda tgl lahir|lahir salah`,
  deceased: `MENINGGAL|meninggal dunia|wafat|deceased|sudah mati|alm.|Ditemukan (meninggal)|died
    |almarhum`,
  moved: `PINDAH|pindah keluar|sudah pindah|moved|pindah ke Samarinda|keluar|moved out`,
  unclear: `?|-|lihat lampiran|hubungi loket|proses|tidak sesuai|tdk cocok|otomatis`,
}
const cases = Object.entries(WORDS).flatMap(([result, words]) =>
  words.split("|").map((text) => [text.trim(), result] as const),
)

describe("the population office's own words", () => {
  test.each(cases)("%s → %s", (text, result) => expect(populationResult(text)).toBe(result))
})

const HEADER = "NIK|Nama|Tanggal lahir|Hasil|Kemiripan nama|Tgl lahir cocok|Tgl meninggal|KTP sejak"
const NIK = nikNumber(1)

describe("lines of an answer", () => {
  const read = (line: string) => readPopulation(textTable("x.csv", [HEADER, line]), ROUND.to)

  test.each([
    ["95", 95],
    ["0,87", 87],
    ["0.5", 50],
    ["88%", 88],
    ["", null],
    ["tinggi", null],
  ])("similarity %s is %s percent", (text, percent) =>
    expect(read(`${NIK}|ASEP|1980-08-17|sesuai|${text}|Y`)[0]?.nameSimilarity).toBe(percent),
  )

  test("a question that nobody has answered is no answer", () =>
    expect(read(`${NIK}|ASEP|1980-08-17`)).toEqual([]))

  test("a date without a result tells the result", () => {
    expect(read(`${NIK}|ASEP|1980-08-17||||2025-10-01`)[0]?.result).toBe("deceased")
    expect(read(`${NIK}|ASEP|1980-08-17|||||2010-10-01`)[0]?.result).toBe("found")
  })

  test("a damaged number is counted, not read", () =>
    expect(read("6,47105E+15|ASEP|1980-08-17|sesuai")).toEqual([null]))
})

describe("how a number stands to a name", () => {
  test.each`
    asked             | result            | similarity | birth    | name                | standing
    ${"ASEP SURYANA"} | ${"found"}        | ${100}     | ${true}  | ${"ASEP SURYANA"}   | ${"confirmed"}
    ${"ASEP SURYANA"} | ${"found"}        | ${null}    | ${null}  | ${"Suryana, Asep"}  | ${"confirmed"}
    ${"ASEP SURYANA"} | ${"found"}        | ${40}      | ${true}  | ${"ASEP SURYANA"}   | ${"confirmed"}
    ${"ASEP SURYANA"} | ${"name_differs"} | ${40}      | ${false} | ${"ASEP SURYANA"}   | ${"name_differs"}
    ${"ASEP SURYANA"} | ${"name_differs"} | ${null}    | ${null}  | ${"ASEP SURYANA"}   | ${"name_differs"}
    ${"ASEP SURYANA"} | ${"found"}        | ${100}     | ${true}  | ${"DEWI LESTARI"}   | ${"name_differs"}
    ${"ASEP SURYANA"} | ${"not_found"}    | ${null}    | ${null}  | ${"ASEP SURYANA"}   | ${"not_found"}
    ${"ASEP SURYANA"} | ${"unclear"}      | ${null}    | ${null}  | ${"ASEP SURYANA"}   | ${"unasked"}
    ${"ASEP SURYANA"} | ${"deceased"}     | ${100}     | ${true}  | ${"ASEP SURYANA"}   | ${"confirmed"}
    ${"MUH. ASEP"}    | ${"found"}        | ${90}      | ${true}  | ${"MUHAMMAD ASEP"}  | ${"confirmed"}
    ${"ASEP SURYANA"} | ${"found"}        | ${90}      | ${true}  | ${"ASEP S"}         | ${"confirmed"}
    ${"ASEP SURYANA"} | ${"found"}        | ${90}      | ${true}  | ${"ASEP bin DJOKO"} | ${"name_differs"}
    ${""}             | ${"name_differs"} | ${0}       | ${true}  | ${""}               | ${"confirmed"}
    ${""}             | ${"name_differs"} | ${0}       | ${false} | ${""}               | ${"unasked"}
    ${"ASEP SURYANA"} | ${"found"}        | ${100}     | ${true}  | ${""}               | ${"unasked"}
    ${"ASEP MA'RUF"}  | ${"found"}        | ${100}     | ${true}  | ${"ASEP MAÂ€™RUF"}  | ${"confirmed"}
    ${"WRONG PERSON"} | ${"name_differs"} | ${10}      | ${false} | ${"ASEP SURYANA"}   | ${"unasked"}
  `("$asked $result $similarity $birth held against $name: $standing", (line) => {
    const { asked, result, similarity, birth, name, standing } = line
    const told = { askedName: asked, result, nameSimilarity: similarity, birthMatches: birth }
    const population = new Map([[NIK, [answerOf(NIK, told)]]])
    expect(standingOf(NIK, name, registersWith({ population }))).toBe(standing)
  })

  test("nobody was asked", () => expect(standingOf(NIK, "ASEP", registersWith())).toBe("unasked"))
})

describe("several answers about one number", () => {
  const dead = answerOf(NIK, { result: "deceased", diedOn: day("2025-10-01") })
  const gone = answerOf(NIK, { result: "moved", movedOn: day("2025-09-01") })
  const none = answerOf(NIK, { result: "not_found", birthMatches: null })

  test.each([
    [[answerOf(NIK), dead], { deceased: true, diedOn: "2025-10-01" }],
    [[gone, answerOf(NIK)], { moved: true, movedOn: "2025-09-01" }],
    [[none, answerOf(NIK)], { found: true, moved: false }],
    [[none], { found: false }],
  ])("a death or move is never outvoted: case %#", (answers, expected) => {
    expect(populationFacts(answers)).toMatchObject(expected)
    expect(populationFacts([...answers].reverse())).toEqual(populationFacts(answers))
  })

  const since = (on: string | null) => (on === null ? null : day(on))
  test.each`
    first           | second          | residentSince
    ${null}         | ${"2011-02-03"} | ${"2011-02-03"}
    ${"2011-02-03"} | ${null}         | ${"2011-02-03"}
    ${null}         | ${null}         | ${null}
  `("resident since $first, then $second: $residentSince", ({ first, second, residentSince }) => {
    const found = answerOf(NIK, { residentSince: since(first) })
    const later = answerOf(NIK, { residentSince: since(second), birthMatches: null })
    expect(populationFacts([found, later])).toMatchObject({ residentSince, birthMatches: true })
  })

  test("two days of which neither decides tell none", () => {
    const undated = answerOf(NIK, { residentSince: null })
    const days = ["2011-02-03", "2024-02-03"].map((on) =>
      answerOf(NIK, { residentSince: day(on), birthMatches: null }),
    )
    expect(populationFacts([undated, ...days])).toMatchObject({ residentSince: null })
  })

  test("what cannot be read is no answer", () =>
    expect(populationFacts([answerOf(NIK, { result: "unclear" })])).toBeNull())
})
