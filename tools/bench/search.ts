/**
 * Persons found by a name with one slip of the hand, against the usual recipe (pg_trgm on whole names). Fills a new
 * database with invented people through the code that stores a run, then asks both ways in turn. Ours is the whole
 * command: claim, row security, ranking, entry of the log, commit. The rival is its statement alone, without row
 * security. A person counts as found where his name, folded, is among the first 20.
 *
 *   node tools/bench/search.ts [--people 1000000] [--queries 500] [--seed 7]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import pg from "pg"
import { contentId } from "../../src/kernel/id.ts"
import { foldName } from "../../src/kernel/text-fold.ts"
import {
  installClaimKey,
  operatorClaim,
  signClaim,
  withClaimOnPool,
} from "../../src/modules/access/index.ts"
import { insertRun } from "../../src/modules/intake/index.ts"
import { loadLawBook, storeLaw } from "../../src/modules/law/index.ts"
import { searchPersons, storeSearch, type Person } from "../../src/modules/registry/index.ts"
import { openDatabase } from "../../src/platform/db.ts"
import { startServer } from "../../src/platform/embedded-postgres.ts"
import { collectMigrations, migrate } from "../../src/platform/migrate.ts"
import { seededRandom } from "../example-random.ts"
import { nameMaker, SLIPS, typed, typedOld } from "./search-names.ts"

const { values } = parseArgs({
  options: { people: { type: "string" }, queries: { type: "string" }, seed: { type: "string" } },
})
const peopleCount = Number(values.people ?? 1_000_000)
const queryCount = Number(values.queries ?? 500)
const seed = Number(values.seed ?? 7)
const TENANT = 6471
const PAGE = 20
const WARM_UP = 50
/** 0.3 is what pg_trgm takes unless told otherwise. */
const THRESHOLDS = [0.4, 0.3]
const CYCLE = { tenantId: TENANT, programmeCode: "pekerja-rentan", year: 2026 }

function makePeople(): Person[] {
  const names = nameMaker(seed)
  return Array.from({ length: peopleCount }, (_, at): Person => {
    const day = String(1 + (at % 28)).padStart(2, "0")
    const month = String(1 + (Math.trunc(at / 28) % 12)).padStart(2, "0")
    const nik = `64710${1 + (Math.trunc(at / 336) % 6)}${day}${month}${String(50 + (at % 50))}${9000 + (at % 1000)}`
    return {
      personId: contentId(TENANT, "person", String(at)),
      nik,
      name: names.next(),
      birthDate: null,
      sex: at % 2 === 0 ? "L" : "P",
      areaCode: "64.71.05.1006",
      sector: "nelayan",
      phone: `0899${String(at).padStart(8, "0")}`,
    } as Person
  })
}

interface Measured {
  readonly ms: number
  readonly names: readonly string[]
}

const home = mkdtempSync(join(tmpdir(), "payung-bench-"))
const server = await startServer({ home })
const database = await openDatabase({ adminUrl: server.adminUrl, home })
const rival = new pg.Client({ connectionString: server.adminUrl })
try {
  await rival.connect()
  const context = await prepare()
  const queriesOf = await fill()
  for (const [label, queries] of Object.entries(queriesOf)) {
    const asked = new Map<string, Measured[]>([["ours", []]])
    for (const threshold of THRESHOLDS) asked.set(`% ${threshold}`, [])
    // A server has compiled its code long before; the rival's has no such code.
    for (const { text } of queries.slice(0, WARM_UP)) await askOurs(context, text)
    for (const { text } of queries.slice(0, WARM_UP)) await askRival(text, 0.4)
    for (const { text } of queries) {
      asked.get("ours")?.push(await askOurs(context, text))
      for (const threshold of THRESHOLDS)
        asked.get(`% ${threshold}`)?.push(await askRival(text, threshold))
    }
    report(label, queries, asked)
  }
} finally {
  await rival.end()
  await database.close()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}

/** Fills both and forgets the people: what remains is what a server holds. */
async function fill(): Promise<Readonly<Record<string, readonly Query[]>>> {
  const people = makePeople()
  await fillOurs(people)
  await fillRival()
  return {
    "one slip": makeQueries(people, typed),
    "one slip, and another word in old spelling": makeQueries(people, typedOld),
  }
}

async function prepare() {
  const checkout = join(import.meta.dirname, "../..")
  const migrated = await migrate(database.migrator, collectMigrations(join(checkout, "src")))
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusal))
  const key = Buffer.alloc(32, 1)
  await installClaimKey(database.migrator, key)
  const claim = operatorClaim(TENANT, 9_999_999_999)
  const signed = signClaim(key, claim)
  const nowMs = 1_763_164_800_000
  let count = 1
  const random = (): Uint8Array => {
    const bytes = Buffer.alloc(10)
    bytes.writeUInt32BE(count++, 6)
    return bytes
  }
  const book = loadLawBook(join(checkout, "law"), "64.71-balikpapan")
  if (!book.ok) throw new Error("the pack is not sound")
  const law = { db: database.app, claim, signed, nowMs, random: random() }
  await storeLaw(law, book.value)
  await withClaimOnPool(database.loader, signed, async (client) => {
    await insertRun(client, {
      ...CYCLE,
      runId: runId(1),
      seq: 1,
      inputHash: "0".repeat(64),
      resultHash: "0".repeat(64),
      lawVersion: book.value.version,
      asOf: "2025-11-15",
      options: {},
      counts: { read: 0, accepted: 0, repaired: 0, set_aside: 0, ignored: 0 },
    })
  })
  return { claim, signed, nowMs, random }
}

function runId(seq: number): string {
  return contentId(TENANT, "run", "bench", String(seq))
}

async function fillOurs(people: readonly Person[]): Promise<void> {
  const key = signClaim(Buffer.alloc(32, 1), operatorClaim(TENANT, 9_999_999_999))
  const run = { ...CYCLE, runId: runId(1) }
  const started = performance.now()
  await withClaimOnPool(database.loader, key, (client) =>
    storeSearch(client, run, { people, facts: [], personOf: new Map() }),
  )
  const seconds = (performance.now() - started) / 1000
  console.log(`${people.length} people made findable in ${seconds.toFixed(1)} s`)
  const again = performance.now()
  await withClaimOnPool(database.loader, key, (client) =>
    storeSearch(client, run, { people, facts: [], personOf: new Map() }),
  )
  console.log(`unchanged people: ${((performance.now() - again) / 1000).toFixed(1)} s`)
  const sizes = await rival.query<{ name: string; mb: number; rows: number }>(
    `select c.relname as name, round(pg_total_relation_size(c.oid) / 1048576.0)::int as mb,
       c.reltuples::int as rows
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'registry' and c.relname like 'search%_p_%' and c.relkind = 'r' order by 1`,
  )
  for (const { name, mb, rows } of sizes.rows)
    console.log(
      `  ${name.replace(/_p_.*/, "").padEnd(14)} ${String(rows).padStart(8)} rows ${mb} MB`,
    )
}

async function fillRival(): Promise<void> {
  await rival.query(
    "create extension pg_trgm; create table bench_person as select * from registry.search_person",
  )
  const started = performance.now()
  await rival.query("create index on bench_person using gin (name gin_trgm_ops)")
  const seconds = (performance.now() - started) / 1000
  console.log(`rival's index: ${seconds.toFixed(1)} s`)
  // What a load leaves to be done in the background shall disturb neither.
  await rival.query("vacuum (analyze)")
  await rival.query("checkpoint")
}

interface Query {
  readonly text: string
  readonly name: string
}

function makeQueries(people: readonly Person[], type: typeof typed): Query[] {
  const random = seededRandom(seed + 1)
  const queries: Query[] = []
  while (queries.length < queryCount) {
    const { name } = random.pick(people)
    const slip = SLIPS[queries.length % SLIPS.length] ?? "swap"
    const text = name.includes(" ") ? type(name, slip, random) : null
    if (text !== null) queries.push({ text, name })
  }
  return queries
}

async function askOurs(
  context: Awaited<ReturnType<typeof prepare>>,
  text: string,
): Promise<Measured> {
  const order = { text, purpose: "bench", year: null, limit: PAGE, cursor: null }
  const started = performance.now()
  const answer = await searchPersons(database.appPool, context, order)
  const ms = performance.now() - started
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return { ms, names: answer.value.found.map(({ person }) => person.name) }
}

async function askRival(text: string, threshold: number): Promise<Measured> {
  await rival.query(`set pg_trgm.similarity_threshold = ${threshold}`)
  const started = performance.now()
  const answer = await rival.query<{ name: string }>(
    "select * from bench_person where name % $1 order by similarity(name, $1) desc limit $2",
    [text, PAGE],
  )
  return { ms: performance.now() - started, names: answer.rows.map(({ name }) => name) }
}

function report(
  label: string,
  queries: readonly Query[],
  asked: ReadonlyMap<string, readonly Measured[]>,
): void {
  console.log(`${label}, ${queries.length} queries`)
  const ours = asked.get("ours") ?? []
  for (const [who, all] of asked) {
    const found = queries.filter(({ name }, index) => isFound(name, all[index]))
    const recall = (found.length / queries.length).toFixed(3)
    const ratio = (share: number): string => (at(all, share) / at(ours, share)).toFixed(1)
    console.log(
      `  ${who.padEnd(6)} p50 ${at(all, 0.5).toFixed(1)} ms (${ratio(0.5)})  ` +
        `p99 ${at(all, 0.99).toFixed(1)} ms (${ratio(0.99)})  recall@20 ${recall}`,
    )
  }
}

function isFound(name: string, answer: Measured | undefined): boolean {
  return answer?.names.some((found) => foldName(found) === foldName(name)) ?? false
}

function at(all: readonly Measured[], share: number): number {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
