import { isTestSupport, type Repository, type RepositoryFile } from "./repository.ts"

const glossaryPath = "GLOSSARY.md"

interface Term {
  readonly indonesian: string
  readonly line: number
  /** Names that the code gives the concept. */
  readonly names: readonly string[]
  /** Words that no name may contain, because this concept has another one. */
  readonly refused: readonly string[]
}

/**
 * One concept, one word: no name in the product contains a word that the glossary refuses, and each
 * name that it promises is there. Only words in `code marks` are meant; others depend on context.
 */
export function checkGlossary(repository: Repository): string[] {
  const glossary = repository.get(glossaryPath)
  if (glossary === undefined) return [`${glossaryPath}: is missing`]
  const terms = readTerms(glossary.text)
  if (terms.every(({ refused }) => refused.length === 0))
    return [`${glossaryPath}: refuses no word in code marks; the table is read by its columns`]
  return [...checkPromises(repository, terms), ...checkNames(repository, terms)]
}

function readTerms(text: string): Term[] {
  return text.split("\n").flatMap((line, index): Term[] => {
    const cells = line.split("|").map((cell) => cell.trim())
    if (cells.length !== 7) return []
    const [, indonesian = "", names = "", , , refused = ""] = cells
    return [{ indonesian, line: index + 1, names: marked(names), refused: marked(refused) }]
  })
}

function marked(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, word]) => word ?? [])
}

function checkPromises(repository: Repository, terms: readonly Term[]): string[] {
  const product = [...repository.values()].filter(
    ({ path }) => /^(?:src|law|db)\//.test(path) && !isTestSupport(path),
  )
  return terms.flatMap(({ line, names }) =>
    names
      .filter((name) => !product.some(({ text }) => text.includes(name)))
      .map((name) => `${glossaryPath}:${line}: \`${name}\` is in no file of the product`),
  )
}

function checkNames(repository: Repository, terms: readonly Term[]): string[] {
  const meant = new Map(terms.flatMap((term) => term.refused.map((word) => [word, term] as const)))
  return [...repository.values()].flatMap((file) =>
    namesIn(repository, file).flatMap(({ what, line }) =>
      wordsOf(what).flatMap((word) => {
        const term = meant.get(word)
        if (term === undefined) return []
        const instead = term.names[0] ?? `the word of "${term.indonesian}"`
        return [`${file.path}:${line}: ${what} says "${word}"; the glossary says ${instead}`]
      }),
    ),
  )
}

/** Names that the product declares: of files, in code, of tables and columns. */
function namesIn(repository: Repository, { path, text }: RepositoryFile) {
  if (!path.startsWith("src/") || isTestSupport(path)) return []
  const file = { what: path.split("/").at(-1)?.split(".")[0] ?? "", line: 1 }
  const facts = repository.get(path)?.facts
  if (facts) return [file, ...facts.declared]
  if (!path.endsWith(".sql")) return []
  const columns =
    /^\s*(?:create table \S*?\.?(\w+) \(|(\w+) (?:text|uuid|int|bigint|date|bool|jsonb))/
  const names = text.split("\n").flatMap((line, index) => {
    const [, table, column] = columns.exec(line) ?? []
    const what = table ?? column
    return what === undefined ? [] : [{ what, line: index + 1 }]
  })
  return [file, ...names]
}

/** "billedRupiah", "billed_rupiah" and "BILLED-RUPIAH" have the same two words. */
function wordsOf(name: string): string[] {
  const words = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
  return words.map((word) => word.toLowerCase())
}
