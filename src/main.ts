import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { serve } from "./app/serve-command.cli.ts"
import { describeConfigRefusal, readConfig } from "./platform/config.ts"

const EXIT_USAGE = 2

/** `npm start`: database, example cycle, web server. */
async function main(): Promise<number> {
  const checkout = join(dirname(fileURLToPath(import.meta.url)), "..")
  const config = readConfig(process.env, checkout)
  const callOn = (port: number): string => `PAYUNG_PORT=${port} npm start`
  const started = { withExample: true, languages: ["id", "en"] as const, callOn }
  if (config.ok) return await serve(config.value, started)
  for (const refusal of config.refusal) process.stderr.write(`${describeConfigRefusal(refusal)}\n`)
  return EXIT_USAGE
}

process.exitCode = await main()
