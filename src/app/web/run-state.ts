import type { Stage } from "../stopwatch.ts"

export type RunStatus = "queued" | "running" | "done" | "failed"

/** The numbers of a finished run that people ask for first; rupiah below 2^53. */
export interface Headline {
  readonly year: number
  readonly months: number
  readonly read: number
  readonly candidates: number
  readonly persons: number
  readonly eligible: number
  readonly ineligible: number
  readonly undecided: number
  readonly selected: number
  readonly reserve: number
  readonly costRupiah: number
  readonly ceilingRupiah: number
  readonly leftRupiah: number
  readonly resultHash: string
  /** True where the same input had been run before. */
  readonly isRepeated: boolean
}

/** Why a run ended without a result, for people and programs. */
export interface RunFailure {
  readonly code: string
  readonly status: number
  readonly stage: Stage | null
  readonly id: string
  readonly en: string
}

export interface RunInputs {
  readonly source: "example" | "zip" | "folder"
  /** The zip's or folder's name as its owner called it. */
  readonly title: string
  readonly files: number
  /** Received names that no part of a run reads; shown, so that nothing is dropped in silence. */
  readonly leftOut: readonly string[]
}

/** What a caller may choose; null comes from the policy pack. */
export interface RunChoices {
  readonly ceilingRupiah: number | null
  readonly year: number | null
  readonly months: number | null
}

export interface RunState {
  readonly id: string
  readonly createdAt: string
  readonly status: RunStatus
  readonly stage: Stage | null
  readonly inputs: RunInputs
  readonly choices: RunChoices
  readonly headline: Headline | null
  readonly failure: RunFailure | null
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null
}

export const EXAMPLE_ID = "example"

const runId = /^(?:example|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function isRunId(text: string): boolean {
  return runId.test(text)
}

type Numbers = Readonly<Record<string, number>>

/** The headline out of a run's summary.json (schema payung.run/1). */
export function headlineOf(
  summary: Readonly<Record<string, unknown>>,
  terms: Pick<Headline, "year" | "months" | "isRepeated">,
): Headline {
  const part = (name: string): Numbers => (summary[name] ?? {}) as Numbers
  const [rows, decisions, selection] = [part("rows"), part("decisions"), part("selection")]
  const count = (numbers: Numbers, name: string): number => numbers[name] ?? 0
  return {
    ...terms,
    read: count(rows, "read"),
    candidates: Number(summary["candidates"] ?? 0),
    persons: Number(summary["persons"] ?? 0),
    eligible: count(decisions, "eligible"),
    ineligible: count(decisions, "ineligible"),
    undecided: count(decisions, "undecided"),
    selected: count(selection, "selected"),
    reserve: count(selection, "reserve"),
    costRupiah: count(selection, "cost_rupiah"),
    ceilingRupiah: count(selection, "ceiling_rupiah"),
    leftRupiah: count(selection, "left_rupiah"),
    resultHash: typeof summary["result_hash"] === "string" ? summary["result_hash"] : "",
  }
}
