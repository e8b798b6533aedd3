import type { MatchPair } from "./match-row.ts"

export interface ExplainedStep {
  /** "prior" first, then the comparisons. */
  readonly comparison: string
  readonly level: string
  /** Bits: +1 doubles the odds, -1 halves them. */
  readonly weight: number
  /** Sum so far. */
  readonly running: number
}

/** The waterfall of a pair: from the prior through each comparison level to its weight. */
export function explain(pair: MatchPair): ExplainedStep[] {
  const evidence = pair.levelWeights.reduce((sum, weight) => sum + weight, 0)
  let running = pair.weight - evidence
  const steps: ExplainedStep[] = [
    { comparison: "prior", level: "list_size", weight: running, running },
  ]
  for (const [i, code] of pair.levels.entries()) {
    const weight = pair.levelWeights[i] ?? 0
    running += weight
    const [comparison = "", level = ""] = code.split("=")
    steps.push({ comparison, level, weight, running })
  }
  return steps
}
