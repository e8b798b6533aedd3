import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { parse } from "yaml"
import { assert } from "../../src/kernel/assert.ts"
import { parseIso } from "../../src/kernel/local-date.ts"
import {
  compileAreas,
  readBatch,
  type IntakeBatch,
  type IntakeTables,
} from "../../src/modules/intake/index.ts"
import { intakeTables } from "../../src/app/intake-tables.ts"
import { loadLawBook } from "../../src/modules/law/index.ts"
import { readWorkbook } from "../../src/platform/spreadsheet/read-workbook.ts"
import type { TenantKey } from "./key.ts"

const PACK = "64.71-balikpapan"
const LAW = new URL("../../law/", import.meta.url).pathname

/** What the product knows of a tenant when it reads: areas, offices, words for work. */
export function messyTables(tenants: readonly TenantKey[], on: string): Map<string, IntakeTables> {
  const day = parseIso(on)
  assert(day !== null, "the key's day is a date")
  const book = loadLawBook(LAW, PACK)
  assert(book.ok, "the pack of the checkout can be read")
  const known = intakeTables(book.value, day)
  return new Map(
    tenants.map((tenant) => [
      tenant.id,
      {
        ...known,
        tenantId: Number(tenant.id.replace(".", "")),
        areas: compileAreas(packAreas(tenant)),
      },
    ]),
  )
}

/** The tenant's own pack also knows other spellings of an area. */
function packAreas(tenant: TenantKey) {
  const own = tenant.districts.flatMap((district) => district.areas)
  const aliases = new Map<string, readonly string[]>()
  if (tenant.id === "64.71") {
    const pack = parse(readFileSync(`${LAW}${PACK}/areas.yaml`, "utf8")) as PackAreas
    for (const district of pack.areas)
      for (const { code, aliases: known = [] } of district.kelurahan ?? []) aliases.set(code, known)
  }
  return own.map(({ code, name }) => ({ code, name, aliases: aliases.get(code) ?? [] }))
}

interface PackAreas {
  readonly areas: readonly {
    readonly kelurahan?: readonly { readonly code: string; readonly aliases?: readonly string[] }[]
  }[]
}

/** One file through the whole intake, as if it came alone. */
export async function readAlone(
  name: string,
  bytes: Uint8Array,
  tables: IntakeTables,
): Promise<IntakeBatch> {
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  return readBatch([{ name, sha256, workbook: await readWorkbook(bytes, name) }], [], tables)
}
