import { join } from "node:path"
import { ok, type Result } from "../kernel/result.ts"
import type { Language } from "../modules/intake/index.ts"
import { loadLawBook } from "../modules/law/index.ts"
import type { Config } from "../platform/config.ts"
import { listenLocally, probePort } from "../platform/http.ts"
import { openPayung, type Payung } from "./open-payung.job.ts"
import { openingRefusal } from "./opening-refusal.job.ts"
import { DEFAULT_PACK } from "./run-options.ts"
import { describeRunRefusal, type RunRefusal } from "./run-refusal.ts"
import { runWords } from "./run-words.ts"
import type { RunWords } from "./text.id.ts"
import { hasOwnRuns, runExample } from "./web/example-run.job.ts"
import { prepareWeb, type WebServer } from "./web/serve.job.ts"
import { funnelLines, portText } from "./web/terminal-text.ts"
import { fillWords } from "./web/words.ts"
import { readFlags } from "./command-line/read-flags.ts"
import { languageOf } from "./command-line/flag-value.ts"
import { unusable, type UsageRefusal } from "./command-line/usage.ts"
import { tell } from "./command-line/terminal.cli.ts"

const EXIT_PORT = 9
const EXIT_FORCED = 130

/** `payung serve [--port N]`: the web server over what has been run so far. */
export async function serveCommand(config: Config, args: readonly string[]): Promise<number> {
  const parsed = readFlags("serve", args)
  if (!parsed.ok) return refuseRun(parsed.refusal)
  const { values, positionals } = parsed.value
  if (positionals.length > 0) return refuseRun(NO_ARGUMENT)
  const port = portOf(values.port, config.port)
  if (!port.ok) return refuseRun(port.refusal)
  const language = languageOf(values.lang)
  if (!language.ok) return refuseRun(language.refusal)
  const callOn = (other: number): string => `./payung serve --port ${other}`
  const options = { withExample: false, languages: [language.value], callOn }
  return await serve({ ...config, port: port.value }, options)
}

function portOf(port: string | undefined, usual: number): Result<number, UsageRefusal> {
  if (port === undefined) return ok(usual)
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0
  if (number >= 1 && number <= 65_535) return ok(number)
  return unusable("--port", port, {
    id: "angka 1 sampai 65535, misalnya 8081",
    en: "a number from 1 to 65535, such as 8081",
  })
}

const NO_ARGUMENT: UsageRefusal = {
  kind: "usage",
  flag: "serve",
  told: {
    id: "serve tidak memerlukan nama folder. Tulis: ./payung serve. Untuk mengolah folder: ./payung run FOLDER --out DIR",
    en: "serve takes no folder. Write: ./payung serve. To compute a folder: ./payung run FOLDER --out DIR",
  },
}

/** How a server was started. */
export interface Started {
  readonly withExample: boolean
  /** What it says is said in each of them. */
  readonly languages: readonly Language[]
  /** How it would be started on another port. */
  readonly callOn: (port: number) => string
}

/** Serves until SIGINT or SIGTERM; then the server ends first and the database after it. */
export async function serve(config: Config, started: Started): Promise<number> {
  const free = await probePort(config.port)
  if (!free.ok) return refusePort(portText(free.refusal, started.callOn))
  const stop = stopSignal()
  sayIn(started.languages, ({ preparing }) => preparing)
  const book = loadLawBook(join(config.checkout, "law"), DEFAULT_PACK)
  if (!book.ok) return refuseRun(book.refusal)
  let payung: Payung
  try {
    payung = await openPayung(config, book.value.pack.tenantId)
  } catch (error) {
    return refuseRun(openingRefusal(error))
  }
  try {
    return await serveWeb(prepareWeb(config, payung, book.value), {
      ...started,
      port: config.port,
      stop,
    })
  } finally {
    await payung.close()
  }
}

interface ServeOptions extends Started {
  readonly port: number
  readonly stop: Promise<void>
}

async function serveWeb({ app, web }: WebServer, options: ServeOptions): Promise<number> {
  try {
    if (options.withExample) await Promise.race([showExample(web, options.languages), options.stop])
    const address = await Promise.race([listenLocally(app, options.port), options.stop])
    if (address === undefined) return 0
    if (!address.ok) return refusePort(portText(address.refusal, options.callOn))
    const known = { address: address.value }
    say("")
    sayIn(options.languages, ({ ready, toStop }) => `${fillWords(ready, known)}\n${toStop}`)
    await options.stop
    say("")
    sayIn(options.languages, ({ stopping }) => stopping)
    return 0
  } finally {
    await app.close()
    await web.queue.close()
    await web.batches.close()
  }
}

/** Runs the example on a fresh installation; files of one's own are never pushed aside by it. */
async function showExample(web: WebServer["web"], languages: Started["languages"]): Promise<void> {
  if (await hasOwnRuns(web)) {
    sayIn(languages, ({ ownResults }) => ownResults)
    return
  }
  sayIn(languages, ({ computing }) => computing)
  const run = await runExample(web)
  if (run.headline !== null) say(`\n${funnelLines(run.headline)}`)
  if (run.failure !== null) say(`${run.failure.id}\n${run.failure.en}`)
}

function refusePort(text: string): number {
  tell(text)
  return EXIT_PORT
}

function refuseRun(refusal: RunRefusal): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  say(`${id}\n${en}`)
  return exitCode
}

/** Resolves at the first signal; a second one ends the program at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false
    const ask = (): void => {
      if (isAsked) process.exit(EXIT_FORCED)
      isAsked = true
      resolve()
    }
    process.on("SIGINT", ask)
    process.on("SIGTERM", ask)
  })
}

function sayIn(languages: readonly Language[], pick: (words: RunWords["serve"]) => string): void {
  for (const language of languages) say(pick(runWords(language).serve))
}

function say(line: string): void {
  tell(`${line}\n`)
}
