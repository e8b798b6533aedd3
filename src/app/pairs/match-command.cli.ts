import { writeFileSync } from "node:fs"
import { ok, type Result } from "../../kernel/result.ts"
import {
  describePairRefusal,
  giveVerdict,
  learnFromVerdicts,
  readLabels,
  readPair,
  readPairs,
  weightsFile,
  type ShownPair,
} from "../../modules/matching/index.ts"
import { rowsShown, type RowShown } from "../../modules/registry/index.ts"
import type { Config } from "../../platform/config.ts"
import { cycleOfTerms, inboxContext } from "../batches/inbox.job.ts"
import { loadImportTables } from "../batches/import-tables.load.ts"
import { alignedRows } from "../command-line/aligned-rows.ts"
import { print, printJson, tell } from "../command-line/terminal.cli.ts"
import { openPayung, type Payung } from "../open-payung.job.ts"
import { openingRefusal } from "../opening-refusal.job.ts"
import { describeRunRefusal, type RunRefusal } from "../run-refusal.ts"
import { parseMatchOptions, type MatchOptions, type MatchTask } from "./match-options.ts"
import { explanationOf, pairDocument, pairId } from "./pair-document.ts"
import { matchWords } from "./words.ts"

const EXIT_REFUSED = 3
const EXIT_UNWRITABLE = 9
const MODE = 0o600

interface Session {
  readonly payung: Payung
  readonly options: MatchOptions
  readonly cycle: ReturnType<typeof cycleOfTerms>
}

/** `payung match pairs|explain|verdict|labels|train`. */
export async function matchCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseMatchOptions(args)
  if (!options.ok) return fail(options.refusal)
  const { law, year } = options.value
  const loaded = loadImportTables({ checkout: config.checkout, law, year })
  if (!loaded.ok) return fail(loaded.refusal)
  const cycle = cycleOfTerms(loaded.value.terms)
  try {
    const payung = await openPayung(config, cycle.tenantId)
    try {
      return await doTask({ payung, options: options.value, cycle }, options.value.task)
    } finally {
      await payung.close()
    }
  } catch (error) {
    return fail(openingRefusal(error))
  }
}

async function doTask(session: Session, task: MatchTask): Promise<number> {
  switch (task.verb) {
    case "pairs":
      return await showPairs(session, task)
    case "explain":
      return await explain(session, task)
    case "verdict":
      return await say(session, task)
    default:
      return await writeLearned(session, task)
  }
}

function lookOf({ payung, cycle }: Session) {
  return {
    pool: payung.database.appPool,
    context: inboxContext(payung, cycle.tenantId),
    look: {
      cycle,
      purpose: "judging pairs",
      rowsOf: (client: Parameters<typeof rowsShown>[0], rowIds: readonly string[]) =>
        rowsShown(client, cycle, rowIds),
    },
  }
}

async function showPairs(
  session: Session,
  { state, limit }: Extract<MatchTask, { verb: "pairs" }>,
): Promise<number> {
  const { pool, context, look } = lookOf(session)
  const page = { state, limit, after: null }
  const read = await readPairs(pool, context, { ...look, page })
  if (!read.ok) return fail({ kind: "not_allowed", refusal: read.refusal.refusal })
  const { pairs, rows } = read.value
  const { json, language } = session.options
  const how = { language, clear: false }
  if (json) {
    const documents = pairs.map((pair) => pairDocument(pair, rows, how))
    printJson({ schema: "payung.pairs/1", ok: true, pairs: documents })
    return 0
  }
  const words = matchWords(language)
  if (pairs.length === 0) tell(`${words.none[state]}\n`)
  for (const pair of pairs) print(`${pairLines(pair, rows, session.options).join("\n")}\n\n`)
  if (pairs.length > 0) tell(`${words.next}\n`)
  return 0
}

/** A pair as a person reads it: both rows under each other, and how to name it. */
function pairLines(
  pair: ShownPair,
  rows: ReadonlyMap<string, RowShown>,
  { language }: MatchOptions,
): string[] {
  const words = matchWords(language)
  const sides = [pair.rowA, pair.rowB].map((id) => {
    const row = rows.get(id)
    if (row === undefined) return [`  ${words.gone}`]
    const { name, birthDate, sex, areaCode, file } = row
    return [`  ${name}`, birthDate ?? "-", sex ?? "-", areaCode ?? "-", `${file} ${row.row}`]
  })
  const percent = `${Math.round(pair.score * 100)} %`
  return [`${pairId(pair)}  ${percent}`, ...alignedRows(sides)]
}

async function explain(
  session: Session,
  { rows: asked }: Extract<MatchTask, { verb: "explain" }>,
): Promise<number> {
  const { pool, context, look } = lookOf(session)
  const read = await readPair(pool, context, { ...look, rows: asked })
  if (!read.ok) return fail({ kind: "not_allowed", refusal: read.refusal.refusal })
  const [pair] = read.value.pairs
  if (pair === undefined) return refusePair({ kind: "pair_unknown" })
  const { json, language } = session.options
  const how = { language, clear: false }
  const steps = explanationOf(pair, how)
  if (json) {
    const document = pairDocument(pair, read.value.rows, how)
    printJson({ schema: "payung.pair/1", ok: true, pair: document, explanation: steps })
    return 0
  }
  print(`${pairLines(pair, read.value.rows, session.options).join("\n")}\n`)
  const table = steps.map(({ bits, running, words }) => [signed(bits), signed(running), words])
  print(`${alignedRows([matchWords(language).waterfall, ...table]).join("\n")}\n`)
  return 0
}

function signed(bits: number): string {
  return `${bits < 0 ? "" : "+"}${bits.toFixed(1)}`.padStart(6)
}

async function say(
  session: Session,
  { rows, said, reason, againstRegister }: Extract<MatchTask, { verb: "verdict" }>,
): Promise<number> {
  const { pool, context, look } = lookOf(session)
  const read = await readPair(pool, context, { ...look, rows })
  if (!read.ok) return fail({ kind: "not_allowed", refusal: read.refusal.refusal })
  const follows = read.value.pairs[0]?.verdict?.verdictId ?? null
  const order = { cycle: session.cycle, rows, said, reason, againstRegister, follows }
  const given = await giveVerdict(pool, context, order)
  if (!given.ok) {
    const { refusal } = given
    return refusal.kind === "not_allowed"
      ? fail({ kind: "not_allowed", refusal: refusal.refusal })
      : refusePair(refusal)
  }
  const sealed = await session.payung.sealLog(session.cycle.tenantId)
  if (!sealed.ok) return fail(sealed.refusal)
  const { json, language } = session.options
  if (json) printJson({ schema: "payung.verdict/1", ok: true, id: given.value.verdictId })
  else tell(`${matchWords(language).saved}\n`)
  return 0
}

/** Labels, or weights that were fitted to them. */
async function writeLearned(
  session: Session,
  { verb, out }: Extract<MatchTask, { verb: "labels" | "train" }>,
): Promise<number> {
  const { payung, cycle, options } = session
  const context = inboxContext(payung, cycle.tenantId)
  const read = await readLabels(payung.database.appPool, context, cycle)
  if (!read.ok) return fail({ kind: "not_allowed", refusal: read.refusal.refusal })
  const words = matchWords(options.language)
  if (read.value.length === 0) {
    tell(`${words.noLabels}\n`)
    return EXIT_REFUSED
  }
  const text = verb === "labels" ? labelsText(read.value) : weightsText(read.value)
  const written = write(out, text)
  if (!written.ok) {
    tell(`${words.unwritable(out)}\n`)
    return EXIT_UNWRITABLE
  }
  if (options.json)
    printJson({ schema: `payung.${verb}/1`, ok: true, labels: read.value.length, out })
  else tell(`${words.learned(read.value.length, out)}\n`)
  return 0
}

type Labels = Parameters<typeof learnFromVerdicts>[0]

function labelsText(labels: Labels): string {
  const lines = labels.map(({ said, levels }) => `${said},${levels.join(" ")}`)
  return `${["verdict,levels", ...lines].join("\n")}\n`
}

function weightsText(labels: Labels): string {
  const weights = learnFromVerdicts(labels)
  const from = `the shipped weights and ${labels.length} verdicts of clerks`
  return `${JSON.stringify(weightsFile(weights, from), null, 1)}\n`
}

function write(out: string, text: string): Result<null, null> {
  try {
    writeFileSync(out, text, { mode: MODE })
    return ok(null)
  } catch {
    return { ok: false, refusal: null }
  }
}

function refusePair(refusal: Parameters<typeof describePairRefusal>[0]): number {
  const { code, id, en } = describePairRefusal(refusal)
  tell(`${id.join(" ")}\n${en.join(" ")}\n`)
  printJson({ schema: "payung.error/1", code, id: id.join(" "), en: en.join(" ") })
  return EXIT_REFUSED
}

function fail(refusal: RunRefusal): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}
