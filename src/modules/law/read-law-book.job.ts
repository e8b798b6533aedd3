import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { Db } from "../../platform/db.ts"
import { buildLawBook, type LawFile } from "./law-book.ts"
import type { LawBook } from "./law.ts"
import * as queries from "./law.queries.ts"

export type StoredLawRefusal =
  | { readonly kind: "law_not_stored"; readonly code: string; readonly version: string | null }
  /** The rows do not give the version they are stored under: exit code 7. */
  | { readonly kind: "law_altered"; readonly version: string }

/**
 * The book of a pack from the database, inside a transaction under a claim: the adopted version,
 * or an older one for a replay. Its hash is computed anew, so altered rows do not pass.
 */
export async function readLawBook(
  tx: Db,
  wanted: { readonly tenantId: number; readonly code: string; readonly version?: string },
): Promise<Result<LawBook, StoredLawRefusal>> {
  const { tenantId, code } = wanted
  const version = wanted.version ?? (await queries.adoptedVersion(tx, tenantId, code))
  const stored = version === null ? null : await queries.findPack(tx, tenantId, version)
  if (stored === null) return refuse({ kind: "law_not_stored", code, version })
  const bytes = JSON.parse(stored.bytes.toString("utf8")) as queries.PackBytes
  const values = await queries.readValues(tx, tenantId, stored.version)
  const book = buildLawBook(code, filesOf(bytes, values))
  if (book.ok && book.value.version === stored.version) return ok(book.value)
  return refuse({ kind: "law_altered", version: stored.version })
}

/** One file per series, whether a nation and a city wrote it in two or not. */
function filesOf(bytes: queries.PackBytes, rows: readonly queries.StoredValue[]): LawFile[] {
  const files = Object.entries(bytes.files).map(([path, content]) => ({ path, content }))
  const series = bytes.series.map(({ id, file, ...header }) => {
    const values = rows.filter((row) => row.series === id).map((row) => row.plain)
    return { path: String(file), content: { ...header, series: id, values } }
  })
  return [...files, ...series]
}
