import { DatabaseUnreachable } from "../platform/db.ts"
import { InstallationUnusable } from "../platform/installation-unusable.ts"
import { OpeningRefused } from "./open-payung.job.ts"
import type { RunRefusal } from "./run-refusal.ts"

/** What an installation that does not open is refused with; every other failure is thrown again. */
export function openingRefusal(error: unknown): RunRefusal {
  if (error instanceof DatabaseUnreachable)
    return { kind: "database_unreachable", detail: error.message }
  if (error instanceof InstallationUnusable)
    return { kind: "installation_unusable", told: error.told }
  if (error instanceof OpeningRefused) return error.refusal
  throw error
}
