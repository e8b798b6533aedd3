import { findCycles } from "./import-cycles.ts"
import { isTestSupport, type Repository, resolveImport, roomOf, sourceFiles } from "./repository.ts"
import type { SourceFacts } from "./source-facts.ts"

/** Layers from the bottom up: each may import itself and those before it. */
const layers = ["kernel", "columns", "platform", "modules", "app", "entry"] as const
type Layer = (typeof layers)[number]

export function layerOf(path: string): Layer | null {
  if (path.startsWith("src/kernel/")) return "kernel"
  if (path.startsWith("src/columns/")) return "columns"
  if (path.startsWith("src/platform/")) return "platform"
  if (path.startsWith("src/modules/")) return "modules"
  if (path.startsWith("src/app/")) return "app"
  return path === "src/main.ts" || path === "src/cli.ts" ? "entry" : null
}

/** Direction of imports, doors of rooms, and the written room graph. */
export function checkDoors(repository: Repository): string[] {
  const files = sourceFiles(repository)
  return [
    ...files.flatMap(({ path, facts }) => [
      ...facts.errors.map((error) => `${path}: cannot be parsed: ${error}`),
      ...checkImports(path, facts),
      ...checkDoor(path, facts),
    ]),
    ...checkRoomGraph(repository),
  ]
}

function checkImports(path: string, facts: SourceFacts): string[] {
  return [...facts.imports, ...facts.reexports].flatMap(({ specifier, line }) => {
    const target = resolveImport(path, specifier)
    if (target === null) return []
    const message = refuseImport(path, target)
    return message === null ? [] : [`${path}:${line}: ${message}`]
  })
}

function refuseImport(path: string, target: string): string | null {
  const from = layerOf(path)
  const to = layerOf(target)
  if (from !== null && to === null && !isTestSupport(path)) {
    return `imports ${target}, which is no part of the product`
  }
  if (from !== null && to !== null && layers.indexOf(to) > layers.indexOf(from)) {
    return `${from} imports ${to} (${target}); pass it in from above instead`
  }
  const room = roomOf(target)
  const isInside = room !== null && room === roomOf(path)
  const isDoor = target === `src/modules/${room}/index.ts`
  if (room !== null && !isInside && !isDoor && !isTestSupport(target)) {
    return `enters ${room} by ${target}; import its index.ts, or export the name there`
  }
  if (isTestSupport(target) && !isTestSupport(path) && from !== null) {
    return `imports ${target}, which serves tests only`
  }
  return null
}

function checkDoor(path: string, facts: SourceFacts): string[] {
  const room = roomOf(path)
  if (path !== `src/modules/${room}/index.ts`) return []
  const stars = facts.reexports.filter(({ as }) => as === "*")
  const foreign = facts.reexports.filter(
    ({ specifier }) => roomOf(resolveImport(path, specifier) ?? "") !== room,
  )
  return [
    ...stars.map(({ line }) => `${path}:${line}: export * hides what the room offers; name it`),
    ...foreign.map(
      ({ line, as }) => `${path}:${line}: passes on ${as} of another place; a room offers its own`,
    ),
  ]
}

/** The list in ARCHITECTURE.md, a code block marked `rooms`, equals the imports of the product. */
function checkRoomGraph(repository: Repository): string[] {
  const imported = importedRooms(repository)
  if (imported.size === 0) return []
  const written = writtenRooms(repository.get("ARCHITECTURE.md")?.text ?? "")
  if (written === null) {
    return ["ARCHITECTURE.md: has no code block `rooms`; write one line `room: rooms` for each"]
  }
  const cycles = findCycles(new Map([...imported].map(([room, others]) => [room, [...others]])))
  const names = [...new Set([...imported.keys(), ...written.keys()])].sort()
  return [
    ...cycles.map((cycle) => `rooms ${cycle.join(" → ")}: need each other; one way only`),
    ...names.flatMap((room) => {
      const real = [...(imported.get(room) ?? [])].sort().join(" ")
      const said = [...(written.get(room) ?? [])].sort().join(" ")
      if (imported.has(room) && written.has(room) && real === said) return []
      const wanted = imported.has(room) ? `write "${`${room}: ${real}`.trim()}"` : "delete its line"
      return [`ARCHITECTURE.md: room ${room} is written otherwise than imported; ${wanted}`]
    }),
  ]
}

function importedRooms(repository: Repository): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const { path, facts } of sourceFiles(repository)) {
    const room = roomOf(path)
    if (room === null) continue
    const others = graph.get(room) ?? new Set<string>()
    graph.set(room, others)
    if (isTestSupport(path)) continue
    for (const { specifier } of [...facts.imports, ...facts.reexports]) {
      const other = roomOf(resolveImport(path, specifier) ?? "")
      if (other !== null && other !== room) others.add(other)
    }
  }
  return graph
}

function writtenRooms(text: string): Map<string, string[]> | null {
  const block = /^```rooms\n([\s\S]*?)^```$/m.exec(text)?.[1]
  if (block === undefined) return null
  const lines = block.split("\n").filter((line) => line.trim() !== "")
  return new Map(
    lines.map((line) => {
      const [room = "", others = ""] = line.split(":")
      return [room.trim(), others.split(" ").filter((other) => other !== "")]
    }),
  )
}
