import { join } from "node:path"
import { describeActionRefusal } from "../modules/access/index.ts"
import { loadLawBook, type LawBook } from "../modules/law/index.ts"
import {
  describeSearchRefusal,
  searchPersons,
  type SearchPage,
  type SearchRefusal,
} from "../modules/registry/index.ts"
import type { Config } from "../platform/config.ts"
import { alignedRows } from "./command-line/aligned-rows.ts"
import { print, printJson, tell } from "./command-line/terminal.cli.ts"
import { openPayung } from "./open-payung.job.ts"
import { openingRefusal } from "./opening-refusal.job.ts"
import { describeRunRefusal, type DescribedRefusal, type RunRefusal } from "./run-refusal.ts"
import { personDocument } from "./search/person-document.ts"
import { parseSearchOptions, LIMIT_MAX, type SearchOptions } from "./search/search-options.ts"
import { searchTextEn } from "./search/text.en.ts"
import { searchTextId } from "./search/text.id.ts"
import { countText, fillWords } from "./web/words.ts"

const WORDS = { id: searchTextId, en: searchTextEn } as const
const EXIT_USAGE = 2
const EXIT_NOT_ALLOWED = 5

/** `payung search WORDS`: persons by name, NIK, family card or phone. */
export async function searchCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseSearchOptions(args)
  if (!options.ok) return fail(options.refusal, args.includes("--json"))
  const book = loadLawBook(join(config.checkout, "law"), options.value.law)
  if (!book.ok) return fail(book.refusal, options.value.json)
  try {
    return await onRegistry(config, book.value, options.value)
  } catch (error) {
    return fail(openingRefusal(error), options.value.json)
  }
}

async function onRegistry(
  config: Config,
  { pack }: LawBook,
  options: SearchOptions,
): Promise<number> {
  const payung = await openPayung(config, pack.tenantId)
  try {
    const context = {
      ...payung.claimFor(pack.tenantId),
      nowMs: payung.clock.nowMs(),
      random: () => payung.random(10),
    }
    const order = { ...options, cursor: null }
    const answer = await searchPersons(payung.database.appPool, context, order)
    if (!answer.ok) return fail(answer.refusal, options.json)
    const sealed = await payung.sealLog(pack.tenantId)
    if (!sealed.ok) return fail(sealed.refusal, options.json)
    const areas = new Map(pack.areas.map(({ code, name }) => [code, name]))
    show(answer.value, options, areas)
    return 0
  } finally {
    await payung.close()
  }
}

function show(
  { year, found, next }: SearchPage,
  { json, language, limit, year: asked }: SearchOptions,
  areas: ReadonlyMap<string, string>,
): void {
  const words = WORDS[language]
  const known = { year: year ?? asked ?? "", count: countText(found.length, language) }
  if (json) {
    const persons = found.map(personDocument)
    printJson({ schema: "payung.search/1", ok: true, year, persons, more: next !== null })
  } else if (found.length > 0) print(`${personTable(found, words, areas).join("\n")}\n`)
  if (year === null) tell(`${fillWords(asked === null ? words.noRun : words.noRunOfYear, known)}\n`)
  else tell(`${fillWords(found.length === 0 ? words.none : words.found, known)}\n`)
  if (next === null) return
  const more = limit < LIMIT_MAX ? words.more : words.manyMore
  tell(`${fillWords(more, { limit: LIMIT_MAX })}\n`)
}

function personTable(
  found: SearchPage["found"],
  words: typeof searchTextId,
  areas: ReadonlyMap<string, string>,
): string[] {
  const { name, nik, birthDate, area, kk, phone, likeness } = words
  const rows = found.map(personDocument).map((person) => {
    const code = person.kelurahan_code ?? ""
    const who = [person.name, person.nik, person.birth_date, areas.get(code) ?? code]
    const share = `${Math.round(person.likeness * 100)}%`
    return [...who, person.kk, person.phone, share].map((text) => text ?? "")
  })
  return alignedRows([[name, nik, birthDate, area, kk, phone, likeness], ...rows])
}

type Refusal =
  | RunRefusal
  | SearchRefusal
  | Extract<Awaited<ReturnType<typeof searchPersons>>, { ok: false }>["refusal"]

function fail(refusal: Refusal, json: boolean): number {
  const { exitCode, id, en, code } = described(refusal)
  tell(`${id}\n${en}\n`)
  if (json) printJson({ schema: "payung.error/1", code, id, en })
  return exitCode
}

function described(refusal: Refusal): DescribedRefusal & { readonly code: string } {
  switch (refusal.kind) {
    case "query_empty":
    case "query_short":
    case "query_long":
    case "query_words":
    case "query_mixed":
    case "digits_few":
    case "digits_many":
    case "page_gone": {
      const { code, id, en } = describeSearchRefusal(refusal)
      return { code, exitCode: EXIT_USAGE, id: `${id[0]} ${id[2]}`, en: `${en[0]} ${en[2]}` }
    }
    case "not_allowed": {
      const [id = "", en = ""] = describeActionRefusal(refusal.refusal).split("\n")
      return { code: refusal.kind, exitCode: EXIT_NOT_ALLOWED, id, en }
    }
    default:
      return { code: refusal.kind, ...describeRunRefusal(refusal) }
  }
}
