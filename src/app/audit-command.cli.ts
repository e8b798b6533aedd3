import { join } from "node:path"
import { parseArgs } from "node:util"
import { readFileSync } from "node:fs"
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
import { DatabaseUnreachable } from "../platform/db.ts"
import type { Config } from "../platform/config.ts"
import { openPayung } from "./open-payung.job.ts"
import { DEFAULT_PACK } from "./run-options.ts"
import { describeRunRefusal } from "./run-refusal.ts"

const EXIT_USAGE = 2

/** `payung audit verify|export|prove`. */
export async function auditCommand(config: Config, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      key: { type: "string" },
      witness: { type: "string" },
      law: { type: "string" },
      json: { type: "boolean" },
    },
    allowPositionals: true,
  })
  const [verb, target] = positionals
  if (verb === "verify" && target !== undefined) {
    const trust = {
      ...(values.key === undefined ? {} : { keyFile: values.key }),
      ...(values.witness === undefined ? {} : { witnessFile: values.witness }),
    }
    return show(await auditVerifyDirectory(target, trust))
  }
  const wanted =
    verb === "verify" || ((verb === "export" || verb === "prove") && target !== undefined)
  if (!wanted) {
    process.stderr.write("payung audit verify [DIR] | export DIR | prove ENTRY_ID\n")
    return EXIT_USAGE
  }
  try {
    return show(
      await onLog(config, {
        verb,
        target: target ?? "",
        witness: values.witness,
        law: values.law ?? DEFAULT_PACK,
      }),
    )
  } catch (error) {
    if (!(error instanceof DatabaseUnreachable)) throw error
    const described = describeRunRefusal({ kind: "database_unreachable", detail: error.message })
    process.stderr.write(`${described.id}\n${described.en}\n`)
    return described.exitCode
  }
}

interface LogTask {
  readonly verb: string
  readonly target: string
  readonly witness: string | undefined
  /** The policy pack whose tenant keeps the log. */
  readonly law: string
}

async function onLog(config: Config, task: LogTask): Promise<AuditOutcome> {
  const book = loadLawBook(join(config.checkout, "law"), task.law)
  if (!book.ok) {
    const { exitCode, id, en } = describeRunRefusal(book.refusal)
    return { exitCode: exitCode === 2 ? 3 : 7, json: book.refusal, lines: [id, en] }
  }
  const tenant = book.value.pack.tenantId
  const payung = await openPayung(config)
  try {
    const key = await loadOrMakeSigningKey(join(config.home, "audit-key"))
    if (!key.ok)
      return { exitCode: 7, json: key.refusal, lines: [key.refusal.what, key.refusal.how] }
    const { signed } = payung.claimFor(tenant)
    return await withClaim(payung.database.app, signed, async (tx) => {
      const log = { tx, tenant, privateKey: key.value }
      if (task.verb === "export") return await auditExport(log, task.target)
      if (task.verb === "prove") return await auditProve(log, task.target)
      return await auditVerify(
        log,
        task.witness === undefined ? undefined : readFileSync(task.witness, "utf8"),
      )
    })
  } finally {
    await payung.close()
  }
}

function show(outcome: AuditOutcome): number {
  process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
  for (const line of outcome.lines) process.stderr.write(`${line}\n`)
  return outcome.exitCode
}
