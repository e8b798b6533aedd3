import { sha256Hex } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { canonicalJson } from "./canonical.ts"
import { checkBook } from "./law-check.ts"
import type { LawProblem } from "./law-problem.ts"
import type { DatedValue, LawBook, LawSource, Series } from "./law.ts"
import { readPack } from "./read-pack.ts"
import { plainDatedValue, readSeries } from "./read-series.ts"
import * as yaml from "./yaml-value.ts"

/** A parsed YAML file; `path` is below law/, with "/" between folders. */
export interface LawFile {
  readonly path: string
  readonly content: unknown
}

export interface LawFilesInvalid {
  readonly kind: "law_files_invalid"
  /** Never empty; sorted by file and key. */
  readonly problems: readonly LawProblem[]
}

/**
 * The book of one pack from its files: `sources.yaml`, `national/…` and `<code>/…`. A file with a
 * key `series` is a series; every other file is kept as written. Refuses with all problems found,
 * reading mistakes first; only a readable book is checked for overlaps and dangling names.
 */
export function buildLawBook(
  packCode: string,
  files: readonly LawFile[],
): Result<LawBook, LawFilesInvalid> {
  const problems: LawProblem[] = []
  const open = (file: LawFile): yaml.YamlCursor => ({
    file: file.path,
    key: "",
    value: file.content,
    problems,
  })
  // One order of files and keys, so that a book from the database equals the book from the files.
  const others = new Map(
    files
      .filter((file) => !isSeries(file))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, content }) => [path, JSON.parse(canonicalJson(content)) as unknown]),
  )
  const openPath = (path: string): yaml.YamlCursor => open({ path, content: others.get(path) })
  const series = readAllSeries(files.filter(isSeries), open)
  const sources = readSources(openPath("sources.yaml"))
  const pack = readPack(packCode, (name) => openPath(`${packCode}/${name}`))
  const version = lawVersion(series, others)
  const book: LawBook = { series, files: others, sources, pack, version }
  const found = problems.length > 0 ? problems : checkBook(book)
  if (found.length === 0) return ok(book)
  const place = (p: LawProblem): string => `${p.file}\u0000${p.key}`
  const sorted = [...found].sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return refuse({ kind: "law_files_invalid", problems: sorted })
}

function isSeries(file: LawFile): boolean {
  return yaml.isRecord(file.content) && "series" in file.content
}

/** A nation's series before a city's additions to it; inside a folder by name. */
function readAllSeries(
  files: readonly LawFile[],
  open: (file: LawFile) => yaml.YamlCursor,
): ReadonlyMap<string, Series> {
  const rank = (file: LawFile): string =>
    (file.path.startsWith("national/") ? "0" : "1") + file.path
  const series = new Map<string, Series>()
  for (const file of [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const cursor = open(file)
    const id = yaml.text(yaml.at(cursor, "series"))
    series.set(id, readSeries(cursor, series.get(id)))
  }
  const sorted = [...series.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(sorted.map((one) => [one.id, { ...one, values: sortValues(one.values) }]))
}

function sortValues(values: readonly DatedValue[]): readonly DatedValue[] {
  const place = (value: DatedValue): string => `${value.from} ${canonicalJson(value.dims)}`
  return [...values].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

function readSources(cursor: yaml.YamlCursor): ReadonlyMap<string, LawSource> {
  yaml.onlyKeys(cursor, ["sources"])
  const list = yaml.at(cursor, "sources")
  if (!yaml.isRecord(list.value)) {
    yaml.note(list, "Daftar sumber wajib ada.", "The list of sources is required.")
    return new Map()
  }
  return new Map(
    Object.keys(list.value).map((key) => {
      const source = yaml.at(list, key)
      yaml.onlyKeys(source, ["title", "link", "published_on"])
      const title = yaml.text(yaml.at(source, "title"))
      const publishedOn = yaml.optionalDate(yaml.at(source, "published_on"))
      return [key, { title, link: yaml.optionalText(yaml.at(source, "link")), publishedOn }]
    }),
  )
}

/** Equal law gives equal versions whatever the order of files, keys or database rows. */
function lawVersion(
  series: ReadonlyMap<string, Series>,
  files: ReadonlyMap<string, unknown>,
): string {
  const lines = [...series.values()].flatMap(({ values, ...header }) => [
    `series ${canonicalJson({ ...header, dims: [...header.dims].sort() })}`,
    ...values.map((value) => `value ${canonicalJson(plainDatedValue(value))}`),
  ])
  for (const [path, content] of files) lines.push(`file ${path} ${canonicalJson(content)}`)
  return sha256Hex(lines.sort().join("\n"))
}
