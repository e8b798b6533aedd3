import { describeActionRefusal } from "../../modules/access/index.ts"
import {
  describeOverlapRefusal,
  enterPartner,
  showPartners,
  showSessions,
} from "../../modules/overlap/index.ts"
import type { Config } from "../../platform/config.ts"
import { loadImportTables } from "../batches/import-tables.load.ts"
import { alignedRows } from "../command-line/aligned-rows.ts"
import { print, printJson, tell } from "../command-line/terminal.cli.ts"
import { openPayung } from "../open-payung.job.ts"
import { openingRefusal } from "../opening-refusal.job.ts"
import { describeRunRefusal, type RunRefusal } from "../run-refusal.ts"
import {
  answer,
  cancel,
  contextOf,
  finish,
  offer,
  type Exchange,
  type StepRefusal,
} from "./exchange.job.ts"
import { parseOverlapOptions, type OverlapOptions } from "./overlap-options.ts"
import { overlapWords } from "./words.ts"

const EXIT_REFUSED = 3
const EXIT_NOT_ALLOWED = 5
const EXIT_UNWRITABLE = 9

/** `payung overlap partner|partners|offer|answer|finish|cancel|sessions`. */
export async function overlapCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseOverlapOptions(args)
  if (!options.ok) return fail(options.refusal)
  const { law, year } = options.value
  const loaded = loadImportTables({ checkout: config.checkout, law, year })
  if (!loaded.ok) return fail(loaded.refusal)
  const { terms, book } = loaded.value
  const { tenantId, name: self } = book.pack
  try {
    const payung = await openPayung(config, tenantId)
    try {
      const onPoints = progress(overlapWords(options.value.language).working)
      const exchange = { payung, tenantId, year: terms.cycle.year, self, onPoints }
      const code = await doTask(exchange, options.value)
      const sealed = code === 0 ? await payung.sealLog(tenantId) : null
      return sealed === null || sealed.ok ? code : fail(sealed.refusal)
    } finally {
      await payung.close()
    }
  } catch (error) {
    return fail(openingRefusal(error))
  }
}

const TOLD_POINTS = 5000

function progress(word: string): Exchange["onPoints"] {
  let [done, told] = [0, 0]
  return (more) => {
    done += more
    if (done < told + TOLD_POINTS) return
    told = done
    tell(`${word}: ${done}\n`)
  }
}

async function doTask(exchange: Exchange, options: OverlapOptions): Promise<number> {
  const { task, language, json } = options
  const words = overlapWords(language)
  const done = (step: string, said: readonly string[], told: object): number => {
    if (json) printJson({ schema: `payung.overlap-${step}/1`, ok: true, ...told })
    else tell(`${said.filter((line) => line !== "").join("\n")}\n`)
    return 0
  }
  switch (task.verb) {
    case "partners":
      return await listPartners(exchange, options)
    case "sessions":
      return await listSessions(exchange, options)
    case "partner": {
      const { database } = exchange.payung
      const entered = await enterPartner(database.appPool, contextOf(exchange), task.partner)
      if (!entered.ok) return refuseStep(entered.refusal, options)
      return done("partner", [words.partnerEntered(task.partner.name)], { name: task.partner.name })
    }
    case "offer":
    case "answer": {
      const made = await (task.verb === "offer" ? offer(exchange, task) : answer(exchange, task))
      if (!made.ok) return refuseStep(made.refusal, options)
      const { numbers, unusable } = made.value
      const say = task.verb === "offer" ? words.offered : words.answeredTo
      const left = unusable === 0 ? "" : words.unusable(unusable)
      return done(task.verb, [left, say(numbers, task.out)], { numbers, unusable, out: task.out })
    }
    case "finish": {
      const made = await finish(exchange, task)
      if (!made.ok) return refuseStep(made.refusal, options)
      const { asked, found } = made.value
      const { all, none } = words.suspicious
      const doubt = found === asked ? all : found === 0 ? none : ""
      return done("finish", [words.finished(found, asked, task.out), doubt], {
        asked,
        found,
        out: task.out,
      })
    }
    case "cancel": {
      const ended = await cancel(exchange, task.session)
      if (!ended.ok) return refuseStep(ended.refusal, options)
      return done("cancel", [words.cancelled(task.session)], { session: task.session })
    }
  }
}

async function listPartners(
  exchange: Exchange,
  { language, json }: OverlapOptions,
): Promise<number> {
  const { payung, year } = exchange
  const read = await showPartners(payung.database.appPool, contextOf(exchange), {
    year,
    name: null,
  })
  if (!read.ok) return refuseStep(read.refusal, { json, language })
  const words = overlapWords(language)
  const partners = read.value
  if (json) printJson({ schema: "payung.overlap-partners/1", ok: true, year, partners })
  else if (partners.length === 0) tell(`${words.noPartners}\n`)
  else {
    const rows = partners.map((one) => [
      ...[one.name, one.kind, one.basis, `${one.validFrom} – ${one.validTo}`],
      ...[words.of(one.asked, one.askLimit), words.of(one.answered, one.answerLimit)],
    ])
    print(`${alignedRows([words.partnerHead, ...rows]).join("\n")}\n`)
  }
  return 0
}

async function listSessions(
  exchange: Exchange,
  { language, json }: OverlapOptions,
): Promise<number> {
  const read = await showSessions(exchange.payung.database.appPool, contextOf(exchange), null)
  if (!read.ok) return refuseStep(read.refusal, { json, language })
  const words = overlapWords(language)
  const sessions = read.value
  if (json) printJson({ schema: "payung.overlap-sessions/1", ok: true, sessions })
  else if (sessions.length === 0) tell(`${words.noSessions}\n`)
  else {
    const rows = sessions.map((one) => [
      ...[one.sessionId, one.partner, words.sides[one.side], words.states[one.state]],
      ...[String(one.numbers), String(one.found ?? "-"), one.begunAt.toISOString().slice(0, 10)],
    ])
    print(`${alignedRows([words.sessionHead, ...rows]).join("\n")}\n`)
  }
  return 0
}

function refuseStep(
  refusal: StepRefusal,
  { json }: Pick<OverlapOptions, "json" | "language">,
): number {
  const { code, id, en, exitCode } = described(refusal)
  tell(`${id}\n${en}\n`)
  if (json) printJson({ schema: "payung.error/1", code, id, en })
  return exitCode
}

function described(refusal: StepRefusal) {
  switch (refusal.kind) {
    case "not_allowed": {
      const [id = "", en = ""] = describeActionRefusal(refusal.refusal).split("\n")
      return { code: "not_allowed", id, en, exitCode: EXIT_NOT_ALLOWED }
    }
    case "unwritable":
    case "unreadable": {
      const [id, en] = (["id", "en"] as const).map((language) => {
        const words = overlapWords(language)
        return refusal.kind === "unwritable"
          ? words.unwritable(refusal.out)
          : words.unreadable(refusal.file)
      })
      const exitCode = refusal.kind === "unwritable" ? EXIT_UNWRITABLE : EXIT_REFUSED
      return { code: refusal.kind, id: id ?? "", en: en ?? "", exitCode }
    }
    default: {
      const { code, id, en } = describeOverlapRefusal(refusal)
      const [told, said] = [id, en].map(([what, where, how]) => `${what} ${where}. ${how}`)
      return { code, id: told ?? "", en: said ?? "", exitCode: EXIT_REFUSED }
    }
  }
}

function fail(refusal: RunRefusal): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}
