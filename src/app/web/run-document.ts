import { problemBody } from "../../platform/http.ts"
import { failureProblem } from "./run-failures.ts"
import type { RunState } from "./run-state.ts"

/** A run as `/api/v1` tells of it. */
export function runDocument(run: RunState, position: number): Record<string, unknown> {
  const { id, status, stage, inputs, choices, headline, failure } = run
  return {
    id,
    created_at: run.createdAt,
    status,
    stage,
    position,
    input: {
      source: inputs.source,
      title: inputs.title,
      files: inputs.files,
      left_out: inputs.leftOut,
    },
    options: { year: choices.year, months: choices.months, ceiling_rupiah: choices.ceilingRupiah },
    result: headline === null ? null : snakeKeys({ ...headline }),
    problem: failure === null ? null : problemBody(failureProblem(failure, "id")),
    links: {
      self: `/api/v1/runs/${id}`,
      page: `/jalankan/${id}`,
      ...(status === "done" ? { report: `/hasil/${id}/`, archive: `/hasil/${id}/unduh.zip` } : {}),
    },
  }
}

function snakeKeys(numbers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const snake = (key: string): string =>
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [snake(key), value]))
}
