import { randomBytes } from "node:crypto"
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
  loadOrMakeSigningKey,
  sequenceEntries,
  signCheckpoint,
  type AuditWords,
} from "../modules/audit/index.ts"
import { systemClock, type Clock } from "../platform/clock.ts"
import type { Config } from "../platform/config.ts"
import { openDatabase, type Database } from "../platform/db.ts"
import { startServer, type Server } from "../platform/embedded-postgres.ts"
import { sealedStore, type SealedStore } from "../platform/files/sealed-store.ts"
import { deriveKey, loadRootKey } from "../platform/key-file.ts"
import { collectMigrations, describeMigrationRefusal, migrate } from "../platform/migrate.ts"

/** A running installation: database migrated, keys in place, file store open. */
export interface Payung {
  readonly config: Config
  readonly database: Database
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

const CLAIM_HOURS = 12

/** Starts or joins the database, migrates it and installs the keys. Throws `DatabaseUnreachable`. */
export async function openPayung(config: Config): Promise<Payung> {
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
  if (!migrated.ok) throw new Error(describeMigrationRefusal(migrated.refusal))
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
    store: sealedStore(join(config.home, "files"), deriveKey(root, "files")),
    clock: systemClock,
    random: (bytes) => randomBytes(bytes),
    claimFor,
    sealLog: async (tenantId) => {
      const key = await loadOrMakeSigningKey(join(config.home, "audit-key"))
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
