import { seededRandom, type Random } from "../example-random.ts"
import type { TenantKey } from "../messy/key.ts"
import { makeList } from "../messy/make.ts"
import { mutateBytes, mutatePackage, mutateText } from "../messy/mutate.ts"
import type { SpreadsheetReader } from "../../src/platform/spreadsheet/create-reader.ts"
import { readWorkbook } from "../../src/platform/spreadsheet/read-workbook.ts"
import type { Workbook } from "../../src/platform/spreadsheet/workbook.ts"
import { mutateWorkbook } from "./mutate-workbook.ts"

export interface FuzzCase {
  readonly tenant: string
  readonly file: string
  readonly bytes: Uint8Array
  /** Null where the file was refused, as it may be. */
  readonly workbook: Workbook | null
}

/** A list of another office, damaged as a file, as a table, or both. Depends on seed and number only. */
export async function fuzzCase(
  seed: number,
  number: number,
  tenants: readonly TenantKey[],
  guarded: SpreadsheetReader,
): Promise<FuzzCase> {
  const random = seededRandom((seed * 92_821 + number * 31_337) >>> 0)
  const made = await makeList(seed + Math.floor(number / 500), number % 500, tenants)
  const { file, tenant } = made.key
  const isDamaged = random.chance(0.4)
  const bytes = isDamaged ? mutateFile(made.bytes, file, random) : made.bytes
  // The library for the old format does not always come to an end: only the guard ends it.
  const needsGuard = isDamaged && file.endsWith(".xls")
  const read = await (needsGuard ? guarded.read(bytes, file) : readWorkbook(bytes, file))
  if (!read.ok) {
    if ("detail" in read.refusal && read.refusal.detail === "")
      throw new Error("refused without words")
    return { tenant, file, bytes, workbook: null }
  }
  const workbook = random.chance(0.8) ? mutateWorkbook(read.value, random) : read.value
  return { tenant, file, bytes, workbook }
}

function mutateFile(bytes: Uint8Array, file: string, random: Random): Uint8Array {
  if (/\.(xlsx|ods)$/.test(file)) return mutatePackage(bytes, random)
  if (!file.endsWith(".csv")) return mutateBytes(bytes, random)
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const encoding = isWide ? "utf16le" : "latin1"
  return Buffer.from(mutateText(Buffer.from(bytes).toString(encoding), random), encoding)
}
