import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { ok, refuse, type Result } from "../kernel/result.ts"
import {
  installClaimKey,
  operatorClaim,
  signClaim,
  withClaim,
  type Claim,
  type SignedClaim,
} from "../modules/access/index.ts"
import {
  checkLogKey,
  loadOrMakeSigningKey,
  sequenceEntries,
  signCheckpoint,
  type AuditWords,
} from "../modules/audit/index.ts"
import { systemClock, type Clock } from "../platform/clock.ts"
import type { Config } from "../platform/config.ts"
import { openDatabase, placeOf, type Database } from "../platform/db.ts"
import { hasCluster, startServer, type Server } from "../platform/embedded-postgres.ts"
import { sealedStore, type SealedStore } from "../platform/files/sealed-store.ts"
import { InstallationUnusable } from "../platform/installation-unusable.ts"
import { deriveKey, loadRootKey } from "../platform/key-file.ts"
import { collectMigrations, describeMigrationRefusal, migrate } from "../platform/migrate.ts"

/** A running installation: database migrated, keys in place, file store open. */
export interface Payung {
  readonly config: Config
  readonly database: Database
  /** Where the database is; the folder is known of the embedded one only. */
  readonly place: { readonly server: string; readonly folder: string | null }
  readonly store: SealedStore
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** The local operator's claim for a tenant, valid for some hours. */
  readonly claimFor: (tenantId: number) => { readonly claim: Claim; readonly signed: SignedClaim }
  /** Numbers and signs what was written to the log. */
  readonly sealLog: (tenantId: number) => Promise<Result<null, SealRefusal>>
  readonly close: () => Promise<void>
}

/** The log could not be signed; what was done is stored, but nobody outside can prove it. */
export interface SealRefusal {
  readonly kind: "log_not_sealed"
  readonly code: string
  readonly what: AuditWords
  readonly where: string
  readonly how: AuditWords
}

/** The log was signed by others: nothing that is done here could be signed. */
export interface LogOfAnother {
  readonly kind: "log_of_another_key"
  readonly home: string
  readonly keyFile: string
  readonly isMissing: boolean
  readonly place: Payung["place"]
}

type LogRefused = SealRefusal | LogOfAnother

/** Thrown by `openPayung`. */
export class OpeningRefused extends Error {
  override readonly name = "OpeningRefused"
  readonly refusal: LogRefused

  constructor(refusal: LogRefused) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

const CLAIM_HOURS = 12

/**
 * Starts or joins the database, migrates it and installs the keys; then asks whether the key of the
 * tenant's log is at hand, for its absence would show only when all the work is done. What is thrown
 * becomes a refusal by `openingRefusal`.
 */
export async function openPayung(config: Config, tenantId: number): Promise<Payung> {
  const payung = await openUnasked(config)
  try {
    const { app } = payung.database
    const checked = await withClaim(app, payung.claimFor(tenantId).signed, (tx) =>
      checkLogKey(tx, tenantId, logKeyFile(config)),
    )
    if (checked.ok) return payung
    throw new OpeningRefused(refusalOfLog(payung, checked.refusal))
  } catch (error) {
    await payung.close()
    throw error
  }
}

async function openUnasked(config: Config): Promise<Payung> {
  const server = config.databaseUrl === null ? await startServer({ home: config.home }) : null
  try {
    return await openOn(config, config.databaseUrl ?? server?.adminUrl ?? "", server)
  } catch (error) {
    await server?.stop()
    throw error
  }
}

async function openOn(config: Config, adminUrl: string, server: Server | null): Promise<Payung> {
  const database = await openDatabase({ adminUrl, home: config.home })
  const migrated = await migrate(database.migrator, collectMigrations(join(config.checkout, "src")))
  if (!migrated.ok) throw new InstallationUnusable(describeMigrationRefusal(migrated.refusal))
  const root = loadRootKey(config.keyFile)
  const claimKey = deriveKey(root, "claim")
  await installClaimKey(database.migrator, claimKey)
  const claimFor = (tenantId: number) => {
    const claim = operatorClaim(
      tenantId,
      Math.floor(systemClock.nowMs() / 1000) + CLAIM_HOURS * 3600,
    )
    return { claim, signed: signClaim(claimKey, claim) }
  }
  return {
    config,
    database,
    place: { server: placeOf(adminUrl), folder: server?.serverDir ?? null },
    store: sealedStore(join(config.home, "files"), deriveKey(root, "files")),
    clock: systemClock,
    random: (bytes) => randomBytes(bytes),
    claimFor,
    sealLog: async (tenantId) => {
      const key = await loadOrMakeSigningKey(logKeyFile(config))
      if (!key.ok) return refuse({ kind: "log_not_sealed", ...key.refusal })
      return await withClaim(database.app, claimFor(tenantId).signed, async (tx) => {
        await sequenceEntries(tx)
        const signed = await signCheckpoint(tx, tenantId, key.value)
        return signed.ok ? ok(null) : refuse({ kind: "log_not_sealed", ...signed.refusal })
      })
    },
    close: async () => {
      await database.close()
      await server?.stop()
    },
  }
}

/** The private half of the key that signs the log. */
export function logKeyFile({ home }: Pick<Config, "home">): string {
  return join(home, "audit-key")
}

/** Whether a log may exist to which this home has no key: then it is asked before anything is read. */
export function mayBeOfAnother(config: Config): boolean {
  if (existsSync(logKeyFile(config))) return false
  return config.databaseUrl !== null || hasCluster(config.home)
}

function refusalOfLog(
  { config, place }: Payung,
  found: Extract<Awaited<ReturnType<typeof checkLogKey>>, { ok: false }>["refusal"],
): LogRefused {
  if (found.code !== "KEY_OF_ANOTHER") return { kind: "log_not_sealed", ...found }
  const { home } = config
  const keyFile = logKeyFile(config)
  return { kind: "log_of_another_key", home, keyFile, isMissing: found.isMissing, place }
}
