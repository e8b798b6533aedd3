import { formatDateId, type LocalDate } from "../../kernel/local-date.ts"
import type { Config } from "../../platform/config.ts"
import { describeRunRefusal, type RunRefusal } from "../run-refusal.ts"
import { FORMS, openSeason, type OpenedSeason } from "./open-season.job.ts"
import { parseSeasonOptions, type SeasonOptions } from "./season-options.ts"
import { countIn } from "../batches/reading-words.ts"
import { fillWords } from "../web/words.ts"
import { seasonTextEn } from "./text.en.ts"
import { seasonTextId } from "./text.id.ts"
import { systemClock } from "../../platform/clock.ts"
import { printJson, tell } from "../command-line/terminal.cli.ts"

const WORDS = { id: seasonTextId, en: seasonTextEn } as const
const EXIT_INTERRUPTED = 130

/** `payung season open --year 2027 --out DIR`: people read stderr, programs stdout. */
export async function seasonCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseSeasonOptions(args)
  if (!options.ok) return fail(options.refusal, args.includes("--json"))
  process.once("SIGINT", () => process.exit(EXIT_INTERRUPTED))
  tell(`· ${WORDS[options.value.language].working}\n`)
  const opened = await openSeason(config, options.value, systemClock)
  if (!opened.ok) return fail(opened.refusal, options.value.json)
  if (options.value.json)
    process.stdout.write(`${JSON.stringify({ schema: "payung.season/1", ...opened.value })}\n`)
  tell(seasonText(opened.value, options.value))
  return 0
}

function fail(refusal: RunRefusal, json: boolean): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  if (json) printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}

function seasonText(season: OpenedSeason, { out, language }: SeasonOptions): string {
  const words = WORDS[language]
  const { year, lastYear, hasTerms } = season
  const day = season.deadline as LocalDate
  const known = { year, out, last: lastYear ?? year - 1 }
  const said = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fillWords(text, { ...known, ...values })
  const papers: readonly (readonly [string, string])[] = [
    ["surat-permintaan-usulan.pdf", said(words.letter, { count: season.workbooks.length })],
    [`${FORMS}/`, words.forms],
    ["surat-pernyataan.pdf", words.statements],
  ]
  const count = countIn(season.recipients, language)
  return [
    "",
    said(words.opened),
    ...papers.map(([name, what]) => `  ${name.padEnd(29)} ${what}`),
    lastYear === null ? said(words.newOnly) : said(words.recipients, { count }),
    ...(hasTerms ? [] : [said(words.noTerms)]),
    said(words.deadline, { deadline: language === "id" ? formatDateId(day) : day }),
    ...(season.deadlineHasPassed ? [said(words.passed)] : []),
    "",
  ].join("\n")
}
