import { LEVEL_TEXT_EN } from "./text.en.ts"
import { LEVEL_TEXT_ID } from "./text.id.ts"
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
export function explain(
  pair: Pick<MatchPair, "weight" | "levels" | "levelWeights">,
): ExplainedStep[] {
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

/** The same in words; what says next to nothing is left out. */
export function explainPair(
  pair: Pick<MatchPair, "weight" | "levels" | "levelWeights">,
  language: "id" | "en",
): (ExplainedStep & { readonly words: string })[] {
  const texts: Readonly<Record<string, string>> = language === "id" ? LEVEL_TEXT_ID : LEVEL_TEXT_EN
  return explain(pair)
    .filter(({ weight, comparison }) => comparison === "prior" || Math.abs(weight) >= TOLD_BITS)
    .map((step) => {
      const level = step.comparison === "name_rarity" ? "any" : step.level
      return { ...step, words: texts[`${step.comparison}=${level}`] ?? step.level }
    })
}

/** Less is not worth a line. */
const TOLD_BITS = 0.05
