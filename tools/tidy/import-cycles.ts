import { type Repository, resolveImport, sourceFiles } from "./repository.ts"

/** Files that import each other, directly or through others; imports of types count too. */
export function checkCycles(repository: Repository): string[] {
  const targets = new Map(
    sourceFiles(repository).map(({ path, facts }) => [
      path,
      [...facts.imports, ...facts.reexports]
        .map(({ specifier }) => resolveImport(path, specifier))
        .filter((target) => target !== null && repository.has(target)),
    ]),
  )
  return findCycles(targets).map(
    (cycle) =>
      `${cycle.join(" → ")}: import in a circle; move what both need into a file of its own`,
  )
}

/** One circle for each group of nodes that reach each other, beginning and ending alike. */
export function findCycles(targets: ReadonlyMap<string, readonly (string | null)[]>): string[][] {
  const state = new Map<string, "open" | "done">()
  const trail: string[] = []
  const cycles: string[][] = []
  const walk = (node: string): void => {
    state.set(node, "open")
    trail.push(node)
    for (const next of targets.get(node) ?? []) {
      if (next === null) continue
      const known = state.get(next)
      if (known === "open") cycles.push([...trail.slice(trail.indexOf(next)), next])
      if (known === undefined) walk(next)
    }
    trail.pop()
    state.set(node, "done")
  }
  for (const node of [...targets.keys()].sort()) if (!state.has(node)) walk(node)
  return cycles
}
