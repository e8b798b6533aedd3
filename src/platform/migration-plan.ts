import { assert } from "../kernel/assert.ts"
import type { Result } from "../kernel/result.ts"
import { ok, refuse } from "../kernel/result.ts"

export type Migration = {
  readonly number: number
  /** The file's name, such as `0040_intake_file.sql`. */
  readonly name: string
  readonly text: string
  readonly sha256: string
}

export type AppliedMigration = {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

export type MigrationRefusal =
  | { readonly code: "MIGRATION_EDITED"; readonly name: string }
  | { readonly code: "DATABASE_NEWER"; readonly name: string }

/** `0040_intake_file.sql` in the room `intake`; throws on any other form. */
export function parseMigrationName(room: string, file: string): { number: number; name: string } {
  const match = /^(\d{4})_([a-z]+)_[a-z0-9_]+\.sql$/.exec(file)
  assert(match, `${room}/migrations/${file}: the name must be NNNN_${room}_what.sql`)
  assert(match[2] === room, `${room}/migrations/${file}: the name must begin NNNN_${room}_`)
  return { number: Number(match[1]), name: file }
}

/** By number, each used once across the project. */
export function sortMigrations(migrations: readonly Migration[]): readonly Migration[] {
  const sorted = [...migrations].sort((a, b) => a.number - b.number)
  sorted.forEach((one, index) => {
    const before = sorted[index - 1]
    assert(before?.number !== one.number, `${before?.name} and ${one.name} use one number`)
  })
  return sorted
}

/**
 * What is still to apply. A number below the highest applied one may be missing: rooms own
 * ranges of numbers and grow at their own pace.
 */
export function planMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Result<readonly Migration[], MigrationRefusal> {
  for (const old of applied) {
    const same = known.find((one) => one.number === old.number)
    if (!same) return refuse({ code: "DATABASE_NEWER", name: old.name })
    if (same.sha256 !== old.sha256) return refuse({ code: "MIGRATION_EDITED", name: old.name })
  }
  const done = new Set(applied.map((one) => one.number))
  return ok(known.filter((one) => !done.has(one.number)))
}

export function describeMigrationRefusal({ code, name }: MigrationRefusal) {
  if (code === "DATABASE_NEWER") {
    return {
      id: `Basis data memuat migrasi ${name} yang tidak dikenal program ini: pasang versi terbaru.`,
      en: `The database holds migration ${name}, unknown to this program: install a newer version.`,
    }
  }
  return {
    id: `Berkas migrasi ${name} berubah setelah diterapkan: kembalikan isinya, tulis migrasi baru.`,
    en: `Migration ${name} was edited after it was applied: restore it and write a new one.`,
  }
}
