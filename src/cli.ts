import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { isCommandName, type CommandName } from "./app/command-line/flags.ts"
import { commandHelp, helpText } from "./app/command-line/help.ts"
import { callAs, print, tell } from "./app/command-line/terminal.cli.ts"
import { homeFailure } from "./app/write-failure.ts"
import { keepCode } from "./platform/code-cache.ts"
import { describeConfigRefusal, readConfig, type Config } from "./platform/config.ts"

/** What a command of the command line is: its own arguments in, the exit code out. */
type Command = (config: Config, args: readonly string[]) => Promise<number>

/** Loaded when asked for: help and a quick check do not wait for what they do not use. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  run: async () => (await import("./app/run-command.cli.ts")).runCommand,
  season: async () => (await import("./app/season/season-command.cli.ts")).seasonCommand,
  check: async () => (await import("./app/check-command.cli.ts")).checkCommand,
  import: async () => (await import("./app/import-command.cli.ts")).importCommand,
  match: async () => (await import("./app/pairs/match-command.cli.ts")).matchCommand,
  search: async () => (await import("./app/search-command.cli.ts")).searchCommand,
  overlap: async () => (await import("./app/overlap/overlap-command.cli.ts")).overlapCommand,
  audit: async () => (await import("./app/audit-command.cli.ts")).auditCommand,
  serve: async () => (await import("./app/serve-command.cli.ts")).serveCommand,
}

const EXIT_USAGE = 2
const EXIT_UNWRITABLE = 9
const CALLED_AS = "--called-as="
const HELP_FLAGS = ["--help", "-h"]

async function main(argv: readonly string[]): Promise<number> {
  const [first = "", ...rest] = argv
  const isNamed = first.startsWith(CALLED_AS)
  if (isNamed) callAs(first.slice(CALLED_AS.length))
  const given = isNamed ? rest : argv
  const language = /(?:^| )--lang[ =]en(?: |$)/.test(given.join(" ")) ? "en" : "id"
  const [name, ...args] = given
  if (name === undefined) {
    tell(helpText(language))
    return EXIT_USAGE
  }
  const checkout = join(dirname(fileURLToPath(import.meta.url)), "..")
  if (name === "--version") return showVersion(checkout)
  if (HELP_FLAGS.includes(name) || name === "help") return showHelp(args[0], language)
  if (!isCommandName(name)) return refuseCommand(name)
  if (args.some((arg) => HELP_FLAGS.includes(arg))) return showHelp(name, language)
  const config = readConfig(process.env, checkout)
  if (!config.ok) {
    for (const refusal of config.refusal) tell(`${describeConfigRefusal(refusal)}\n`)
    return EXIT_USAGE
  }
  keepCode(config.value.home)
  const command = await COMMANDS[name]()
  try {
    return await command(config.value, args)
  } catch (error) {
    const told = homeFailure(error, config.value.home)
    if (told === null) throw error
    tell(`${told.id}\n${told.en}\n`)
    return EXIT_UNWRITABLE
  }
}

function showVersion(checkout: string): number {
  const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as {
    readonly version: string
  }
  print(`payung ${version}\n`)
  return 0
}

function showHelp(name: string | undefined, language: "id" | "en"): number {
  const isOne = name !== undefined && isCommandName(name)
  print(isOne ? commandHelp(name, language) : helpText(language))
  return 0
}

function refuseCommand(name: string): number {
  const known = Object.keys(COMMANDS).join(", ")
  tell(
    `Perintah "${name}" tidak dikenal. Yang ada: ${known}. Lihat: ./payung --help\n` +
      `There is no command "${name}". There are: ${known}. See: ./payung --help --lang en\n`,
  )
  return EXIT_USAGE
}

process.exitCode = await main(process.argv.slice(2))
