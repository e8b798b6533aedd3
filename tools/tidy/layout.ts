import { isTestSupport, type Repository, roomOf } from "./repository.ts"

const topLevel = new Set([
  ...[".ci", ".gitattributes", ".gitignore", ".npmrc", ".oxfmtrc.json", ".oxlintrc.json"],
  ...["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "GLOSSARY.md", "LICENSE"],
  ...["README.id.md", "README.md", "SECURITY.md", "STYLE.md"],
  ...[
    "knip.json",
    "package-lock.json",
    "package.json",
    "payung",
    "tsconfig.json",
    "vitest.config.ts",
  ],
  ...["db", "docs", "e2e", "example", "law", "src", "tools"],
])

const sourceEntries = new Set([
  "kernel",
  "columns",
  "platform",
  "modules",
  "app",
  "app.ts",
  "main.ts",
  "cli.ts",
])

/** Files whose absence would switch off a check without anybody noticing. */
const required = [
  "ARCHITECTURE.md",
  "LICENSE",
  "db/schema.sql",
  // Shows for each rule of the migrated catalogue a mistake that it finds.
  "tools/tidy-catalogue.db.test.ts",
]

const bannedWords = new Set([
  ...["common", "data", "handler", "handlers", "helper", "helpers", "info", "manager", "managers"],
  ...["misc", "process", "util", "utils"],
])

const readmeLinesMax = 40
const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*"
const kebabFile = new RegExp(`^${kebab}(?:\\.${kebab})*\\.[a-z0-9]+$`)
const kebabFolder = new RegExp(`^${kebab}$`)
const migration = /^\d{4}_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/

/** Where things lie and what they are called. */
export function checkLayout(repository: Repository): string[] {
  const paths = [...repository.keys()]
  return [
    ...required.filter((path) => !repository.has(path)).map((path) => `${path}: is missing`),
    ...unknownEntries(paths),
    ...paths.flatMap(checkNames),
    ...checkRooms(repository),
    ...checkMigrations(repository),
    ...paths.flatMap(checkTestPlace),
  ]
}

function unknownEntries(paths: readonly string[]): string[] {
  const top = firstParts(paths, "").filter((entry) => !topLevel.has(entry))
  const source = firstParts(paths, "src/").filter((entry) => !sourceEntries.has(entry))
  return [
    ...top.map((entry) => `${entry}: unknown at the top; put it into src, tools, docs or law`),
    ...source.map(
      (entry) =>
        `src/${entry}: unknown in src; code belongs to kernel, columns, platform, a room or app`,
    ),
    ...firstParts(paths, "src/modules/")
      .filter((entry) => entry.includes("."))
      .map((entry) => `src/modules/${entry}: lies beside the rooms; move it into one`),
  ]
}

function firstParts(paths: readonly string[], prefix: string): string[] {
  const inside = paths.filter((path) => path.startsWith(prefix))
  return [...new Set(inside.map((path) => path.slice(prefix.length).split("/")[0] ?? ""))]
}

function checkNames(path: string): string[] {
  if (!/^(?:src|tools|e2e)\//.test(path)) return []
  const parts = path.split("/")
  const file = parts.pop() ?? ""
  const isPack = parts.includes("test-pack")
  const messages: string[] = []
  const isCode = /\.(?:ts|tsx|mjs|sql)$/.test(file)
  const isKebab = file.endsWith(".sql") ? migration.test(file) : kebabFile.test(file)
  if (isCode && !isKebab) {
    messages.push(`${path}: name is not kebab-case (migrations: NNNN_room_what.sql)`)
  }
  const odd = parts.filter((part) => !kebabFolder.test(part))
  if (odd.length > 0 && !isPack) messages.push(`${path}: folder ${odd[0]} is not kebab-case`)
  const words = [...parts, file.split(".")[0] ?? ""].flatMap((part) => part.split("-"))
  for (const word of words.filter((part) => bannedWords.has(part))) {
    messages.push(`${path}: the word "${word}" says nothing; name what the file is about`)
  }
  return messages
}

function checkRooms(repository: Repository): string[] {
  const rooms = new Set([...repository.keys()].map(roomOf).filter((room) => room !== null))
  return [...rooms].flatMap((room) => {
    const messages: string[] = []
    const folder = `src/modules/${room}`
    if (!repository.has(`${folder}/index.ts`)) {
      messages.push(`${folder}: has no index.ts; export there what other rooms may use`)
    }
    const readme = repository.get(`${folder}/README.md`)
    if (readme === undefined) {
      return [...messages, `${folder}: has no README.md; say what it owns, promises, never does`]
    }
    const lines = readme.text.trimEnd().split("\n").length
    if (lines > readmeLinesMax) {
      messages.push(`${readme.path}: ${lines} lines; a room fits in ${readmeLinesMax}`)
    }
    return messages
  })
}

/** Numbers are unique in the whole project, and each migration begins with its reason. */
function checkMigrations(repository: Repository): string[] {
  const owners = new Map<string, string>()
  const messages: string[] = []
  for (const { path, text } of repository.values()) {
    const found = /^src\/.*\/migrations\/(\d{4})_[^/]+\.sql$/.exec(path)
    const number = found?.[1]
    if (number === undefined) continue
    const owner = owners.get(number)
    if (owner !== undefined) messages.push(`${path}: ${owner} has this number; take the next one`)
    owners.set(number, path)
    if (!text.startsWith("-- ")) messages.push(`${path}: begin with a comment that says why`)
  }
  return messages
}

function checkTestPlace(path: string): string[] {
  const isApart = /(?:^|\/)(?:tests?|__tests__|specs?|__mocks__)\//.test(path)
  if (isApart) return [`${path}: put a test beside the file it tests`]
  const isSpec = /\.spec\.tsx?$/.test(path)
  if (isSpec) return [`${path}: call it *.test.ts; one word for one thing`]
  const isStray = isTestSupport(path) && !/^(?:src|tools|e2e)\//.test(path)
  return isStray ? [`${path}: tests lie in src, tools or e2e; elsewhere they do not run`] : []
}
