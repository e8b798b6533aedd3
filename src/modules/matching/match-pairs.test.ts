import { expect, test } from "vitest"
import { parseIso } from "../../kernel/local-date.ts"
import { generateList } from "./generated-list.testing.ts"
import { matchRows } from "./match-rows.ts"
import type { MatchPair, MatchRow } from "./match-row.ts"

/** Short field names keep a case on few lines; dates ISO, standing c/d/n/u as in STANDINGS. */
interface Fields {
  readonly nik?: string
  readonly st?: keyof typeof STANDINGS
  readonly read?: string
  readonly answer?: string
  readonly kk?: string
  readonly name?: string
  readonly born?: string
  readonly sex?: "L" | "P"
  readonly area?: string
  readonly rt?: string
  readonly address?: string
  readonly phone?: string
  readonly mother?: string
}

const STANDINGS = {
  c: "confirmed",
  d: "name_differs",
  n: "not_found",
  u: "unasked",
} as const

function row(key: string, fields: Fields): MatchRow {
  return {
    key,
    nik: fields.nik ?? null,
    nikStanding: STANDINGS[fields.st ?? "u"],
    nikReadable: fields.read ?? "",
    kk: fields.kk ?? null,
    name: fields.name ?? "",
    motherName: fields.mother ?? "",
    birthDate: fields.born === undefined ? null : parseIso(fields.born),
    sex: fields.sex ?? null,
    areaCode: fields.area ?? null,
    rt: fields.rt ?? null,
    address: fields.address ?? null,
    phone: fields.phone ?? null,
    sector: null,
    fileKey: "file",
    answeredNik: fields.answer ?? null,
    counts: true,
  }
}

const BUDI = { name: "BUDI SANTOSO", born: "1980-08-17", sex: "L", area: "64.71.01.1001" } as const
const SITI = { name: "SITI AMINAH", born: "1985-03-12", sex: "P", area: "64.71.01.1001" } as const
const BUDI_NIK = "6471011708809001"
const SITI_NIK = "6471015203859002"
const HOME = { kk: "6471010101109003", address: "Jl. Mawar No. 5", phone: "089900001111" } as const

type Expected = MatchPair["verdict"] | "apart"
type Case = readonly [what: string, expected: Expected, a: Fields, b: Fields]

const NIK_CASES: readonly Case[] = [
  [
    "same number, same name",
    "same",
    { ...BUDI, nik: BUDI_NIK, st: "c" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "same number, other spelling, other kelurahan",
    "same",
    { ...BUDI, nik: BUDI_NIK },
    { ...BUDI, name: "Boedi Santosa", nik: BUDI_NIK, area: "64.71.05.1002" },
  ],
  ["same number, nothing else", "same", { nik: BUDI_NIK }, { nik: BUDI_NIK }],
  [
    "same number, wrong birth date",
    "same",
    { ...BUDI, nik: BUDI_NIK },
    { ...BUDI, nik: BUDI_NIK, born: "1975-01-30" },
  ],
  [
    "same number, married name, same date",
    "same",
    { ...SITI, nik: SITI_NIK },
    { ...SITI, nik: SITI_NIK, name: "MINAH" },
  ],
  [
    "number of the spouse copied",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...SITI, ...HOME, nik: BUDI_NIK },
  ],
  [
    "number of the spouse copied, the register says so",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK, st: "c" },
    { ...SITI, ...HOME, nik: BUDI_NIK, st: "d" },
  ],
  [
    "number of the brother copied, same sex",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "JOKO SANTOSO", born: "1983-02-05", nik: BUDI_NIK },
  ],
  [
    "number of the twin copied, the register says so",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK, st: "c" },
    { ...BUDI, ...HOME, name: "JOKO SANTOSO", nik: BUDI_NIK, st: "d" },
  ],
  [
    "placeholder number only",
    "apart",
    { ...BUDI, nik: "0000000000000000" },
    { ...SITI, nik: "0000000000000000" },
  ],
  [
    "serial 0000, same name, nothing else",
    "apart",
    { name: "BUDI SANTOSO", nik: "6471011708800000" },
    { name: "BUDI SANTOSO", nik: "6471011708800000" },
  ],
  [
    "the answer of the sender counts over the number",
    "same",
    { ...BUDI, nik: "6471031212609444", answer: BUDI_NIK, st: "c" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "the answers are two confirmed numbers",
    "apart",
    { ...BUDI, nik: BUDI_NIK, answer: "6471021708809555", st: "c" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
]

const DAMAGED_NIK_CASES: readonly Case[] = [
  [
    "number cell: last digit lost",
    "same",
    { ...BUDI, read: "647101170880900?" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "number cells on both sides",
    "same",
    { ...BUDI, read: "647101170880900?" },
    { ...BUDI, read: "647101170880900?" },
  ],
  ["number cell of another person", "apart", { ...SITI, read: "647101520385900?" }, { ...BUDI }],
  [
    "number cell of a namesake born the same day",
    "review",
    { ...BUDI, read: "647205170880955?" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "letters for digits",
    "same",
    { ...BUDI, read: "64710?170880900?" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  ["15 digits", "same", { ...BUDI, read: "647101170809001" }, { ...BUDI, nik: BUDI_NIK, st: "c" }],
  [
    "17 digits",
    "same",
    { ...BUDI, read: "64710117088090011" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  ["no number, same person", "same", { ...BUDI }, { ...BUDI, nik: BUDI_NIK, st: "c" }],
  [
    "one digit wrong, not found",
    "same",
    { ...BUDI, nik: "6471011708809007", st: "n" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "neighbours swapped, not asked",
    "same",
    { ...BUDI, nik: "4671011708809001" },
    { ...BUDI, nik: BUDI_NIK },
  ],
  [
    "typo hit another person's number",
    "same",
    { ...BUDI, nik: "6471031708809001", st: "d" },
    { ...BUDI, nik: BUDI_NIK, st: "c" },
  ],
  [
    "number and family card exchanged",
    "same",
    { ...BUDI, nik: HOME.kk, kk: BUDI_NIK, st: "n" },
    { ...BUDI, nik: BUDI_NIK, kk: HOME.kk, st: "c" },
  ],
  [
    "household of a row with exchanged columns",
    "apart",
    { ...BUDI, nik: HOME.kk, kk: BUDI_NIK },
    { ...SITI, nik: SITI_NIK, kk: HOME.kk },
  ],
]

const NAME_CASES: readonly Case[] = (
  [
    ["M. YUSUF HIDAYAT", "Muhammad Yusuf Hidayat", "same"],
    ["MUH YUSUF", "MOCHAMAD JUSUF", "same"],
    ["YUSUF HIDAYAT", "Muhammad Yusuf Hidayat", "same"],
    ["SOEKARNO WIDJAJA", "Sukarno Wijaya", "same"],
    ["NUR HAYATI LUBIS", "Nurhayati Lubis", "same"],
    ["ABDUL RAHMAN", "Abdurrahman", "same"],
    ["SANTOSO BUDI", "BUDI SANTOSO", "same"],
    ["BUDI S.", "BUDI SANTOSO", "same"],
    ["BUDI SANTOSO BIN KARTO", "BUDI SANTOSO", "same"],
    ["H. BUDI SANTOSO", "BUDI SANTOSO", "same"],
    ["BUDI SANTOSO WIBOWO", "BUDI SANTOSO", "same"],
    ["BUDI SNTOSO", "BUDI SANTOSO", "same"],
    ["FITRIANI", "Pitriani", "same"],
    ["ST. AMINAH", "Siti Aminah", "same"],
    ["BUDI SANTOSO", "JOKO PRASETYO", "apart"],
    // So few people on a list of two: a long list is told apart below.
    ["BUDI SANTOSO", "BUDI PRASETYO", "review"],
  ] as const
).map(([left, right, expected]) => [
  `${left} | ${right}`,
  expected,
  { ...BUDI, name: left },
  { ...BUDI, name: right, nik: BUDI_NIK, st: "c" },
])

const DATE_CASES: readonly Case[] = (
  [
    ["1980-08-07", "1980-07-08", "same", "day and month exchanged"],
    ["1980-08-17", "1980-08-19", "same", "one digit off"],
    ["1980-08-17", "1980-01-01", "review", "only the year was known"],
    ["1980-08-17", "1967-05-29", "review", "another date"],
  ] as const
).map(([left, right, expected, what]) => [
  `no numbers, same name: ${what}`,
  expected,
  { ...BUDI, ...(expected === "same" ? { rt: "5" } : {}), born: left },
  { ...BUDI, ...(expected === "same" ? { rt: "05" } : {}), born: right },
])

const TWO_PEOPLE_CASES: readonly Case[] = [
  [
    "twins, both confirmed",
    "apart",
    { ...BUDI, ...HOME, nik: BUDI_NIK, st: "c" },
    { ...BUDI, ...HOME, name: "JOKO SANTOSO", nik: "6471011708809002", st: "c" },
  ],
  [
    "twins, not asked",
    "apart",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "JOKO SANTOSO", nik: "6471011708809002" },
  ],
  [
    "twins with names alike, not asked",
    "review",
    { ...BUDI, ...HOME, name: "RAHMAT SANTOSO", nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "RAHMAD SANTOSO", nik: "6471011708809002" },
  ],
  [
    "twins, one number cell",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "JOKO SANTOSO", read: "647101170880900?" },
  ],
  [
    "twin without a name",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "", nik: "6471011708809002" },
  ],
  [
    "number cell without a name: it may be the twin",
    "review",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...BUDI, ...HOME, name: "", read: "647101170880900?" },
  ],
  [
    "twins with usual names one letter apart, a number missing",
    "review",
    { ...SITI, ...HOME, name: "DWI LESTARI", nik: SITI_NIK },
    { ...SITI, ...HOME, name: "DEWI LESTARI" },
  ],
  [
    "same name and birth date, both confirmed",
    "apart",
    { ...BUDI, nik: BUDI_NIK, st: "c" },
    { ...BUDI, nik: "7315021708809777", st: "c" },
  ],
  [
    // Namesakes, or one who has two numbers: the population office knows.
    "same name and birth date, not asked, other kelurahan",
    "review",
    { ...BUDI, nik: BUDI_NIK },
    { ...BUDI, nik: "7315021708809777", area: "64.71.05.1002" },
  ],
  [
    "same name and date, one digit apart, both confirmed",
    "apart",
    { ...BUDI, nik: BUDI_NIK, st: "c" },
    { ...BUDI, nik: "6471011708809008", st: "c" },
  ],
  ["same name only", "apart", { name: "BUDI SANTOSO" }, { name: "BUDI SANTOSO" }],
  [
    "same name and kelurahan, other dates",
    "review",
    { ...BUDI, nik: BUDI_NIK },
    { ...BUDI, born: "1991-12-26" },
  ],
  [
    "father and son of one name",
    "apart",
    { ...BUDI, ...HOME, nik: BUDI_NIK, st: "c" },
    { ...BUDI, ...HOME, born: "2005-02-03", nik: "6471010302059111", st: "c" },
  ],
  [
    "father and son of one name, numbers missing",
    "review",
    { ...BUDI, ...HOME },
    { ...BUDI, ...HOME, born: "2005-02-03" },
  ],
  [
    "husband and wife",
    "apart",
    { ...BUDI, ...HOME, nik: BUDI_NIK },
    { ...SITI, ...HOME, nik: SITI_NIK },
  ],
  ["husband and wife, numbers missing", "apart", { ...BUDI, ...HOME }, { ...SITI, ...HOME }],
  [
    "sisters, numbers missing",
    "apart",
    { ...SITI, ...HOME },
    { ...SITI, ...HOME, name: "SITI ROHANA", born: "1988-11-02" },
  ],
  [
    "same name, other sex and date",
    "apart",
    { ...BUDI, ...HOME },
    { ...BUDI, ...HOME, sex: "P", born: "1990-02-25" },
  ],
  [
    "coordinator's phone only",
    "apart",
    { ...BUDI, phone: HOME.phone },
    { ...SITI, phone: HOME.phone },
  ],
]

const CASES = [
  ...NIK_CASES,
  ...DAMAGED_NIK_CASES,
  ...NAME_CASES,
  ...DATE_CASES,
  ...TWO_PEOPLE_CASES,
]

test("on a list, a birth date and one word of the name do not make strangers one person", () => {
  const { rows } = generateList(400, 3)
  const [first, second] = [
    { ...row("zz-a", BUDI), name: "BUDI SANTOSO" },
    { ...row("zz-b", { ...BUDI, nik: BUDI_NIK, st: "c" }), name: "BUDI PRASETYO" },
  ]
  const { clusterOf } = matchRows([...rows, first, second])
  expect(clusterOf[rows.length]).not.toBe(clusterOf[rows.length + 1])
})

test("the table covers at least sixty pairs", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60)
})

test.each(CASES)("%s → %s", (_what, expected, a, b) => {
  expect(verdictOf(row("a", a), row("b", b))).toBe(expected)
  expect(verdictOf(row("b", a), row("a", b))).toBe(expected)
})

function verdictOf(a: MatchRow, b: MatchRow): Expected {
  const { pairs, clusterOf } = matchRows([a, b])
  const verdict = pairs[0]?.verdict ?? "apart"
  expect(clusterOf[0] === clusterOf[1]).toBe(verdict === "same")
  return verdict
}
