import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { withClaim } from "../modules/access/index.ts"
import {
  auditExport,
  auditProve,
  auditVerify,
  auditVerifyDirectory,
  loadOrMakeSigningKey,
  type AuditOutcome,
} from "../modules/audit/index.ts"
import { loadLawBook } from "../modules/law/index.ts"
import type { Config } from "../platform/config.ts"
import { describeAuditPath, parseAuditOptions } from "./audit-options.ts"
import type { AuditOptions, AuditPathRefusal } from "./audit-options.ts"
import { printJson, tell } from "./command-line/terminal.cli.ts"
import { openPayung } from "./open-payung.job.ts"
import { openingRefusal } from "./opening-refusal.job.ts"
import { describeRunRefusal, type RunRefusal } from "./run-refusal.ts"

/** `payung audit verify|export|prove`. */
export async function auditCommand(config: Config, args: readonly string[]): Promise<number> {
  const asked = parseAuditOptions(args)
  if (!asked.ok) return fail(asked.refusal)
  const { verb, target, key, witness } = asked.value
  const lost = [verb === "verify" ? target : "", key, witness].find(
    (path) => path !== "" && !existsSync(path),
  )
  if (lost !== undefined)
    return fail({ kind: "path_missing", path: lost, isTarget: lost === target })
  try {
    if (verb === "verify" && target !== "") return await verifyDirectory(asked.value)
    const done = await onLog(config, asked.value)
    return done.ok ? show(done.value) : fail(done.refusal)
  } catch (error) {
    return fail(openingRefusal(error))
  }
}

/** A folder without any file of an export was named by mistake; one that lacks some was altered. */
async function verifyDirectory({ target, key, witness }: AuditOptions): Promise<number> {
  if (!EXPORTED.some((name) => existsSync(join(target, name))))
    return fail({ kind: "not_an_export", path: target })
  const trust = {
    ...(key === "" ? {} : { keyFile: key }),
    ...(witness === "" ? {} : { witnessFile: witness }),
  }
  return show(await auditVerifyDirectory(target, trust))
}

const EXPORTED = ["public-key.txt", "checkpoints.txt", "entries.ndjson"]

function fail(refusal: RunRefusal | AuditPathRefusal): number {
  const { exitCode, id, en } =
    refusal.kind === "path_missing" || refusal.kind === "not_an_export"
      ? describeAuditPath(refusal)
      : describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}

async function onLog(
  config: Config,
  task: AuditOptions,
): Promise<Result<AuditOutcome, RunRefusal>> {
  const book = loadLawBook(join(config.checkout, "law"), task.law)
  if (!book.ok) return book
  const tenant = book.value.pack.tenantId
  const payung = await openPayung(config, tenant)
  try {
    const key = await loadOrMakeSigningKey(join(config.home, "audit-key"))
    if (!key.ok) return refuse({ kind: "log_not_sealed", ...key.refusal })
    const { signed } = payung.claimFor(tenant)
    return await withClaim(payung.database.app, signed, async (tx) => {
      const log = { tx, tenant, privateKey: key.value }
      if (task.verb === "export") return await exportTo(log, task.target)
      if (task.verb === "prove") return ok(await auditProve(log, task.target))
      const { witness } = task
      return ok(await auditVerify(log, witness === "" ? undefined : readFileSync(witness, "utf8")))
    })
  } finally {
    await payung.close()
  }
}

const WRITING = ["mkdir", "open", "write"]

/** What the disk refuses is told as what it is; everything else stays a failure. */
async function exportTo(
  log: Parameters<typeof auditExport>[0],
  path: string,
): Promise<Result<AuditOutcome, RunRefusal>> {
  try {
    return ok(await auditExport(log, path))
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException
    if (!WRITING.includes(syscall ?? "") || code === undefined) throw error
    return refuse({ kind: "output_unwritable", path, detail: code })
  }
}

function show(outcome: AuditOutcome): number {
  printJson(outcome.json)
  for (const line of outcome.lines) tell(`${line}\n`)
  return outcome.exitCode
}
