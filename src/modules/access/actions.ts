import type { Result } from "../../kernel/result.ts"
import { ok, refuse } from "../../kernel/result.ts"
import type { Claim } from "./claim.ts"

/** Everything that a route or a command may do. Each names its action before it does anything. */
export const actions = [
  "run.cycle",
  "reconcile.cycle",
  "intake.check",
  "intake.import",
  "intake.read",
  "intake.apply",
  "intake.undo",
  "season.open",
  "registry.read",
  "registry.correct",
  "matching.run",
  "matching.judge",
  "overlap.agree",
  "overlap.exchange",
  "eligibility.decide",
  "selection.simulate",
  "selection.run",
  "decree.draft",
  "decree.export",
  "enrolment.export",
  "enrolment.apply",
  "report.build",
  "audit.verify",
  "audit.export",
  "audit.prove",
  "law.check",
  "law.load",
  "database.backup",
  "database.restore",
  "service.doctor",
] as const

export type Action = (typeof actions)[number]

export type ActionRefusal = {
  readonly code: "ACTION_NOT_ALLOWED"
  readonly action: Action
  readonly actor: string
}

const allowedByRole: ReadonlyMap<string, readonly Action[]> = new Map([["operator", actions]])

/** Roles count only for the local operator until accounts exist. */
export function requireAction(claim: Claim, action: Action): Result<Action, ActionRefusal> {
  const isLocal = claim.actor === "operator@local"
  const isAllowed = claim.roles.some((role) => allowedByRole.get(role)?.includes(action))
  if (isLocal && isAllowed) return ok(action)
  return refuse({ code: "ACTION_NOT_ALLOWED", action, actor: claim.actor })
}

export function describeActionRefusal({ action, actor }: ActionRefusal): string {
  return (
    `${actor} tidak berwenang untuk ${action}: mintalah peran yang sesuai kepada pengelola.\n` +
    `${actor} may not do ${action}: ask the administrator for a role that may.`
  )
}
