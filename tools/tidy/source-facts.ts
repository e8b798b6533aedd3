import { parseSync, Visitor, type Program } from "oxc-parser"
import { declaredNames } from "./declared-names.ts"

export interface ImportedName {
  /** The exported name, "default", or "*" for the whole module. */
  readonly name: string
  readonly isType: boolean
}

export interface SourceImport {
  readonly specifier: string
  readonly line: number
  /** Empty for an import of effects only. */
  readonly names: readonly ImportedName[]
}

export interface Reexport extends ImportedName {
  /** The name under which others see it, or "*" for `export *`. */
  readonly as: string
  readonly specifier: string
  readonly line: number
}

/** Something in a text that a rule cares about, such as `Math.random` or a statement of SQL. */
export interface Sight {
  readonly what: string
  readonly line: number
}

/** What the rules ask about one TypeScript file. Imports of types are listed like all others. */
export interface SourceFacts {
  readonly imports: readonly SourceImport[]
  readonly reexports: readonly Reexport[]
  readonly effects: readonly Sight[]
  readonly sqlTexts: readonly Sight[]
  /** Every text in quotes. */
  readonly texts: ReadonlySet<string>
  /** Every name that is given here. */
  readonly declared: readonly Sight[]
  readonly errors: readonly string[]
}

export function readFacts(path: string, text: string): SourceFacts {
  const parsed = parseSync(path, text)
  const lineOf = lineCounter(text)
  const { staticImports, staticExports } = parsed.module
  const reexports = staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry): Reexport[] => {
      if (entry.moduleRequest === null) return []
      const name = entry.importName.name ?? "*"
      const as = entry.exportName.name ?? name
      const specifier = entry.moduleRequest.value
      return [{ name, as, isType: entry.isType, specifier, line: lineOf(statement.start) }]
    }),
  )
  const imports = staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    line: lineOf(statement.start),
    names: statement.entries.map(({ importName, isType }) => ({
      name: importName.name ?? (isDefault(importName) ? "default" : "*"),
      isType,
    })),
  }))
  const seen = visit(parsed.program, lineOf)
  return {
    ...seen,
    imports: [...imports, ...seen.imports],
    reexports,
    errors: parsed.errors.map((error) => error.message),
  }
}

/** The parser's kinds are a `const enum`, which cannot be imported under type stripping. */
function isDefault(importName: { readonly kind: string }): boolean {
  return importName.kind === "Default"
}

type Seen = Pick<SourceFacts, "imports" | "effects" | "sqlTexts" | "texts" | "declared">

const effectObjects = new Set(["process", "console", "performance", "crypto", "globalThis"])
const effectCalls = new Set(["fetch", "setTimeout", "setInterval", "setImmediate"])
const effectMembers = new Set(["Math.random", "Date.now"])

// Words alone would find English sentences; a statement has two of them in order.
const sqlStatement = new RegExp(
  String.raw`\b(?:select\b[\s\S]+\bfrom\s+[a-z(]|insert\s+into\s+[a-z]|update\s+\S+\s+set\s` +
    String.raw`|delete\s+from\s+[a-z]|create\s+(?:table|schema|view|index)\s)`,
)

function visit(program: Program, lineOf: (offset: number) => number): Seen {
  const imports: SourceImport[] = []
  const effects: Sight[] = []
  const sqlTexts: Sight[] = []
  const texts = new Set<string>()
  const declared: Sight[] = []
  const noteSql = (text: string, start: number) => {
    if (sqlStatement.test(text)) sqlTexts.push({ what: "SQL", line: lineOf(start) })
  }
  const noteEffect = (what: string, start: number) => effects.push({ what, line: lineOf(start) })
  new Visitor({
    ...declaredNames((what, start) => declared.push({ what, line: lineOf(start) })),
    ImportExpression(node) {
      if (node.source.type !== "Literal" || typeof node.source.value !== "string") return
      const names = [{ name: "*", isType: false }]
      imports.push({ specifier: node.source.value, line: lineOf(node.start), names })
    },
    MemberExpression(node) {
      if (node.object.type !== "Identifier") return
      const object = node.object.name
      const property = node.property.type === "Identifier" ? node.property.name : ""
      const member = `${object}.${property}`
      if (effectObjects.has(object) || effectMembers.has(member)) noteEffect(member, node.start)
    },
    CallExpression(node) {
      if (node.callee.type !== "Identifier") return
      const callee = node.callee.name
      if (effectCalls.has(callee) || callee === "Date") noteEffect(`${callee}()`, node.start)
    },
    NewExpression(node) {
      const isNow = node.callee.type === "Identifier" && node.callee.name === "Date"
      if (isNow && node.arguments.length === 0) noteEffect("new Date()", node.start)
    },
    Literal(node) {
      if (typeof node.value !== "string") return
      texts.add(node.value)
      noteSql(node.value, node.start)
    },
    TemplateLiteral(node) {
      noteSql(node.quasis.map((quasi) => quasi.value.raw).join("x"), node.start)
    },
  }).visit(program)
  return { imports, effects, sqlTexts, texts, declared }
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
