import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { READER_LIMITS } from "./create-reader.ts"
import { GuardedReader } from "./guarded-reader.ts"
import { sourceOfContent, sourceOfFile, type ReceivedSource } from "./received-source.ts"

const folder = mkdtempSync(join(tmpdir(), "payung-source-"))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${bytes.length}`)
  writeFileSync(path, bytes)
  return path
}

async function told({ pieces }: ReceivedSource): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of pieces()) parts.push(Buffer.from(piece))
  return Buffer.concat(parts)
}

test.each([0, 1, 4, 5, 262_143, 262_144, 262_145, 1_000_000])(
  "%i bytes are told alike from a file and from memory",
  async (length) => {
    const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => at % 251))
    for (const source of [await sourceOfFile(fileOf(bytes)), sourceOfContent(bytes)]) {
      expect(source.length).toBe(length)
      expect(Buffer.from(source.start)).toEqual(bytes.subarray(0, 4))
      expect((await told(source)).equals(bytes)).toBe(true)
    }
  },
)

test("a file is never in memory as a whole", async () => {
  const source = await sourceOfFile(fileOf(Buffer.alloc(3_000_000, 97)))
  const rooms = new Set<ArrayBufferLike>()
  for await (const piece of source.pieces()) rooms.add(piece.buffer)
  expect([...rooms].map((room) => room.byteLength)).toEqual([262_144])
})

test("what is added meanwhile is not told, what is lost is an error", async () => {
  const path = fileOf(Buffer.alloc(600_000, 97))
  const source = await sourceOfFile(path)
  appendFileSync(path, "b")
  expect((await told(source)).equals(Buffer.alloc(600_000, 97))).toBe(true)
  truncateSync(path, 300_000)
  await expect(told(source)).rejects.toThrow("became shorter")
})

test("a source that fails half-way is no reason to wait for the reader", async () => {
  const reader = new GuardedReader(READER_LIMITS)
  const pieces = function* (): Generator<Uint8Array> {
    yield Buffer.from("nama,nik\n")
    throw new Error("the disk is gone")
  }
  const source = { length: 1000, start: Buffer.from("nama"), pieces }
  await expect(reader.exchange(source, "x.csv")).rejects.toThrow("the disk is gone")
})
