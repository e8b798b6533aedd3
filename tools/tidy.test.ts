import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { tidy } from "./tidy.ts"
import { readRepository } from "./tidy/read-repository.ts"
import { repositoryOf } from "./tidy/repository.ts"

// A small checkout in order; each case plants one mistake into a copy of it.
const clean: Readonly<Record<string, string>> = {
  "ARCHITECTURE.md": "# Architecture\n\n```rooms\nledger:\noffice: ledger\n```\n",
  "GLOSSARY.md": "| jumlah | `total` | sum of postings | – | `amount`, sum |\n",
  LICENSE: "",
  "db/schema.sql": "",
  "law/64.71-kota/pack.yaml": "limit_series: age-limit\n",
  "law/national/age-limit.yaml": "series: age-limit\nvalues: []\n",
  "law/national/benefit.yaml": "series: benefit\nawaits: the estimate of a claim\nvalues: []\n",
  "example/kota-2026/usulan/Lamp Surat Lurah.xlsx": "",
  "src/kernel/rupiah.ts": "export const rupiah = (n: bigint) => n\n",
  "src/platform/db.ts": 'import pg from "pg"\nexport const db = new pg.Pool()\n',
  "src/platform/text-width.ts": "export const textWidth = (text: string) => text.length\n",
  "src/modules/ledger/README.md": "# ledger\n",
  "src/modules/ledger/index.ts":
    'export { total } from "./posting.ts"\nexport { savePosting } from "./posting.queries.ts"\n',
  "src/modules/ledger/posting.ts":
    'import { createHash } from "node:crypto"\nimport { rupiah } from "../../kernel/rupiah.ts"\n' +
    'export const total = () => [rupiah(1n), createHash("sha256"), new Date(0)]\n',
  "src/modules/ledger/posting.test.ts": 'import { total } from "./posting.ts"\ntotal()\n',
  "src/modules/ledger/posting.queries.ts":
    'import { sql } from "kysely"\nimport { db } from "../../platform/db.ts"\n' +
    "export const savePosting = () => [db, sql`insert into ledger.posting values (1)`]\n",
  "src/modules/ledger/migrations/0090_ledger_posting.sql": "-- Postings.\ncreate table t ();\n",
  "src/modules/office/README.md": "# office\n",
  "src/modules/office/index.ts": 'export { desk } from "./desk.ts"\n',
  "src/modules/office/desk.ts":
    'import { total } from "../ledger/index.ts"\nimport type { db } from "../../platform/db.ts"\n' +
    'import { textWidth } from "../../platform/text-width.ts"\n' +
    "export const desk = (pool: typeof db) => [total(), pool, textWidth(`select ${1} option`)]\n",
  "src/modules/office/open-desk.command.ts":
    'import { savePosting } from "../ledger/index.ts"\nexport const openDesk = savePosting\n',
  "src/app/opening.ts":
    'import { desk } from "../modules/office/index.ts"\nexport const app = desk\n',
  "src/main.ts": 'import { app } from "./app/opening.ts"\nprocess.stdout.write(String(app))\n',
  "tools/tidy-catalogue.db.test.ts": "",
  "tools/tidy.ts": "",
  "tools/verify_log.py": "",
}

function tidyWith(changes: Readonly<Record<string, string | null>>): string[] {
  const texts = Object.entries({ ...clean, ...changes })
  return tidy(repositoryOf(texts.flatMap(([path, text]) => (text === null ? [] : [[path, text]]))))
}

test("a checkout in order has no messages", () => {
  expect(tidyWith({})).toEqual([])
})

test("the reader sees this checkout's sources, and nothing that is installed", () => {
  const repository = readRepository(dirname(dirname(fileURLToPath(import.meta.url))))
  expect(repository.get("tools/tidy.test.ts")?.facts?.imports).toContainEqual(
    expect.objectContaining({ specifier: "./tidy/read-repository.ts" }),
  )
  expect([...repository.keys()].filter((path) => path.includes("node_modules/"))).toEqual([])
})

test("a checker that sees no source does not call it in order", () => {
  expect(tidy(repositoryOf([["README.md", ""]]))).toHaveLength(1)
})

const desk = "src/modules/office/desk.ts"
const posting = "src/modules/ledger/posting.ts"
const wide = Array.from({ length: 29 }, (_, index) => `name${index}`)
const longReadme = "line\n".repeat(41)

const mistakes: readonly [string, Readonly<Record<string, string | null>>, RegExp][] = [
  ["an unknown entry at the top", { "notes/plan.md": "" }, /^layout: notes: unknown at the top/],
  ["an unknown entry in src", { "src/shared/a.ts": "" }, /^layout: src\/shared: unknown in src/],
  ["a file beside the rooms", { "src/modules/a.ts": "" }, /lies beside the rooms/],
  ["no test of the catalogue rules", { "tools/tidy-catalogue.db.test.ts": null }, /is missing/],
  ["a name in camel case", { "tools/seedAll.ts": "" }, /seedAll\.ts: name is not kebab-case/],
  ["a folder in camel case", { "tools/seedAll/a.ts": "" }, /folder seedAll is not kebab-case/],
  ["a name that says nothing", { "tools/date-utils.ts": "" }, /the word "utils" says nothing/],
  ["a folder that says nothing", { "src/kernel/common/a.ts": "" }, /the word "common"/],
  ["a room without a door", { "src/modules/office/index.ts": null }, /has no index\.ts/],
  ["a room without a page", { "src/modules/office/README.md": null }, /has no README\.md/],
  ["a page that is too long", { "src/modules/office/README.md": longReadme }, /41 lines; a room/],
  [
    "a migration number used twice",
    { "src/modules/office/migrations/0090_office_desk.sql": "-- Desks.\n" },
    /0090_office_desk\.sql: .*0090_ledger_posting\.sql has this number/,
  ],
  [
    "a migration without a reason",
    { "src/modules/office/migrations/0091_office_desk.sql": "create schema office;\n" },
    /begin with a comment/,
  ],
  ["a folder of tests", { "src/kernel/tests/a.test.ts": "" }, /put a test beside the file/],
  ["a test called spec", { "src/kernel/a.spec.ts": "" }, /call it \*\.test\.ts/],
  [
    "files in a circle, of types only",
    {
      "src/kernel/a.ts": 'import type { B } from "./b.ts"\nexport type A = B\n',
      "src/kernel/b.ts": 'import type { A } from "./a.ts"\nexport type B = A | 1\n',
    },
    /^cycles: src\/kernel\/a\.ts → src\/kernel\/b\.ts → src\/kernel\/a\.ts/,
  ],
  [
    "a room entered beside its door",
    { [desk]: 'import { total } from "../ledger/posting.ts"\ntotal()\n' },
    /desk\.ts:1: enters ledger by src\/modules\/ledger\/posting\.ts/,
  ],
  [
    "a room entered by a type beside its door",
    { [desk]: 'import type { total } from "../ledger/posting.ts"\nexport type T = typeof total\n' },
    /enters ledger/,
  ],
  [
    "a room entered by a dynamic import",
    { "src/main.ts": 'await import("./modules/ledger/posting.ts")\n' },
    /main\.ts:1: enters ledger/,
  ],
  [
    "the kernel looking up",
    {
      "src/kernel/a.ts": 'import type { db } from "../platform/db.ts"\nexport type A = typeof db\n',
    },
    /kernel imports platform/,
  ],
  [
    "the kernel looking up to columns",
    { "src/columns/b.ts": "export const b = 1\n", "src/kernel/a.ts": 'import "../columns/b.ts"\n' },
    /kernel imports columns/,
  ],
  [
    "columns looking up",
    {
      "src/columns/a.ts":
        'import type { db } from "../platform/db.ts"\nexport type A = typeof db\n',
    },
    /columns imports platform/,
  ],
  [
    "columns with effects",
    { "src/columns/a.ts": "export const a = () => Date.now()\n" },
    /columns\/a\.ts: has no suffix/,
  ],
  [
    "a room looking up",
    { [desk]: 'import type { app } from "../../app/opening.ts"\nexport type A = typeof app\n' },
    /modules imports app/,
  ],
  ["the product using tools", { "src/main.ts": 'import "./tidy.ts"\n' }, /no part of the/],
  [
    "the product using what serves tests",
    {
      "src/platform/testing/cluster.ts": "",
      "src/main.ts": 'import "./platform/testing/cluster.ts"\n',
    },
    /which serves tests only/,
  ],
  [
    "a door that names nothing",
    { "src/modules/office/index.ts": 'export * from "./desk.ts"\n' },
    /export \* hides/,
  ],
  [
    "a door that passes on another room",
    { "src/modules/office/index.ts": 'export { total } from "../ledger/index.ts"\n' },
    /passes on total/,
  ],
  [
    "a graph that lacks an import",
    { "ARCHITECTURE.md": "```rooms\nledger:\noffice:\n```\n" },
    /room office is written otherwise than imported; write "office: ledger"/,
  ],
  [
    "a graph with a room that is not there",
    { "ARCHITECTURE.md": "```rooms\nledger:\noffice: ledger\nattic:\n```\n" },
    /room attic is written otherwise.*delete/,
  ],
  ["no graph", { "ARCHITECTURE.md": "# Architecture\n" }, /has no code block `rooms`/],
  [
    "rooms that need each other",
    {
      "src/modules/ledger/back.ts":
        'import type { desk } from "../office/index.ts"\nexport type B = typeof desk\n',
    },
    /^doors: rooms ledger → office → ledger/,
  ],
  ["a text that is no TypeScript", { [posting]: "export const = 1\n" }, /cannot be parsed/],
  ["files read in a pure file", { [posting]: 'import "node:fs"\n' }, /imports node:fs/],
  ["the environment in a pure file", { [posting]: "process.env.HOME\n" }, /uses process\.env/],
  ["the clock in a pure file", { [posting]: "Date.now()\n" }, /uses Date\.now/],
  ["the clock by another way", { [posting]: "new Date()\n" }, /uses new Date\(\)/],
  ["chance in a pure file", { [posting]: "Math.random()\n" }, /uses Math\.random/],
  [
    "chance from a package",
    { [posting]: 'import { randomBytes } from "node:crypto"\nrandomBytes(1)\n' },
    /imports randomBytes of node:crypto/,
  ],
  ["the net in a pure file", { [posting]: 'fetch("x")\n' }, /uses fetch\(\)/],
  [
    "a value of platform that has effects",
    { [desk]: 'import { db } from "../../platform/db.ts"\ndb\n' },
    /desk\.ts: has no suffix.*imports src\/platform\/db\.ts, which imports pg/,
  ],
  [
    "an effect taken through a door",
    { [desk]: 'import { savePosting } from "../ledger/index.ts"\nsavePosting()\n' },
    /imports src\/modules\/ledger\/posting\.queries\.ts, a file with effects/,
  ],
  [
    "an effect two files away",
    {
      [posting]: 'import { b } from "./b.ts"\nexport const total = b\n',
      "src/modules/ledger/b.ts": 'import { c } from "./c.load.ts"\nexport const b = c\n',
      "src/modules/ledger/c.load.ts": "export const c = 1\n",
    },
    /posting\.ts: has no suffix.*c\.load\.ts, a file with effects/,
  ],
  [
    "an unknown suffix",
    { "src/modules/ledger/posting.service.ts": "" },
    /unknown suffix \.service; use queries/,
  ],
  [
    "the query builder in a command",
    { "src/modules/ledger/save.command.ts": 'import { sql } from "kysely"\nsql\n' },
    /save\.command\.ts:1: imports kysely; write the statement in a \*\.queries\.ts/,
  ],
  [
    "SQL in a job",
    { "src/modules/ledger/save.job.ts": "export const q = `delete from ledger.posting`\n" },
    /save\.job\.ts:1: holds SQL/,
  ],
  [
    "a file that is too long",
    { "src/kernel/a.ts": "// line\n".repeat(401) },
    /^sizes: .*401 lines/,
  ],
  ["a script that is too long", { "tools/a.py": "pass\n".repeat(401) }, /a\.py: 401 lines/],
  [
    "a limit of size that is silenced",
    { "src/kernel/a.ts": "// oxlint-disable max-lines-per-function\n" },
    /a\.ts: silences a limit/,
  ],
  [
    "a door that offers too much",
    {
      "src/modules/office/index.ts": `export { ${wide.join(", ")} } from "./desk.ts"\n`,
    },
    /office\/index\.ts: offers 29 values/,
  ],
  [
    "a dependency without a reason",
    { "package.json": '{ "dependencies": { "left-pad": "1.3.0" } }' },
    /left-pad has no line in docs\/adr\/0009/,
  ],
  ["no glossary", { "GLOSSARY.md": null }, /^glossary: GLOSSARY\.md: is missing/],
  ["a glossary that refuses nothing", { "GLOSSARY.md": "# Words\n" }, /refuses no word/],
  [
    "a name that the glossary promises and nobody uses",
    { "GLOSSARY.md": "| jumlah | `grandTotal` | sum | – | `amount` |\n" },
    /GLOSSARY\.md:1: `grandTotal` is in no file/,
  ],
  [
    "a refused word in a value",
    { [desk]: "export const paidAmount = 1\n" },
    /desk\.ts:1: paidAmount says "amount"; the glossary says total/,
  ],
  [
    "a refused word in a property of a type",
    { [desk]: "\nexport interface Desk {\n  readonly amount: bigint\n}\n" },
    /desk\.ts:3: amount says/,
  ],
  [
    "a refused word in a parameter",
    { [desk]: "export const pay = ([{ sum: amount = 0 }]: Sums): number => amount\n" },
    /desk\.ts:1: amount says/,
  ],
  [
    "a refused word in a key",
    { [desk]: "export const pay = {\n  amount: 1,\n}\n" },
    /ts:2: amount/,
  ],
  [
    "a refused word in a method",
    { [desk]: "export class Desk {\n  #amount() {}\n}\n" },
    /desk\.ts:2: amount says/,
  ],
  [
    "a refused word in a column",
    {
      "src/modules/office/migrations/0091_office_desk.sql":
        "-- Desks.\ncreate table office.desk (\n  amount_rupiah bigint not null\n);\n",
    },
    /0091_office_desk\.sql:3: amount_rupiah says/,
  ],
  ["a refused word in a name of a file", { "src/kernel/amount.ts": "" }, /amount says "amount"/],
  [
    "a value of the law that nothing asks for",
    { "law/64.71-kota/pack.yaml": "title: Kota\n" },
    /^law: law\/national\/age-limit\.yaml: nothing asks for age-limit/,
  ],
  [
    "a value of the law that only a golden case asks for",
    {
      "law/64.71-kota/pack.yaml": "",
      "law/cases/age.yaml": "limit_series: age-limit\n",
    },
    /nothing asks for age-limit/,
  ],
  [
    "a value of the law that only a comment names",
    {
      "law/64.71-kota/pack.yaml": "",
      [desk]: '// "age-limit"\nexport const desk = 1\n',
    },
    /nothing asks for age-limit/,
  ],
  [
    "a value that is used and still said to wait",
    { [desk]: 'export const series = "benefit"\n' },
    /benefit is used by now/,
  ],
]

test.each(mistakes)("finds %s", (_name, changes, message) => {
  const messages = tidyWith(changes)
  expect(
    messages.some((found) => message.test(found)),
    messages.join("\n"),
  ).toBe(true)
})
