import type pg from "pg"
import { loadDelta, type DeltaCounts, type DeltaRun } from "../../platform/delta.ts"

/** A register or field-check file as joined: its path below the cycle folder, and what it is. */
export interface JoinedRegister {
  readonly path: string
  readonly sha256: string
  readonly kind: string
  readonly records: number
}

const REGISTER_TABLE = {
  parent: "registry.register_file",
  current: "registry.current_register_file",
  key: ["path"],
  columns: ["path", "sha256", "kind", "records"],
}

export async function storeRegisters(
  client: pg.PoolClient,
  run: DeltaRun,
  registers: readonly JoinedRegister[],
): Promise<DeltaCounts> {
  const rows = registers.map(({ path, sha256, kind, records }) => [path, sha256, kind, records])
  return await loadDelta(client, REGISTER_TABLE, run, rows)
}
