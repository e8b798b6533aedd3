import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { loadOrMakeSigningKey } from "../modules/audit/index.ts"
import { startServer, type Server } from "../platform/embedded-postgres.ts"

// A home that lost its keys beside a database that has not: the whole commands, on a real server.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
const work = mkdtempSync(join(tmpdir(), "payung-open-test-"))
const home = join(work, "home")
const key = join(home, "audit-key")
let server: Server

function payung(...args: string[]) {
  const env = { ...process.env, PAYUNG_HOME: home }
  const ran = spawnSync(join(checkout, "payung"), args, { env, encoding: "utf8" })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
  payung("run", example, "--out", join(work, "signed"))
  renameSync(key, join(work, "kept"))
})

afterEach(() => rmSync(key, { force: true }))

afterAll(async () => {
  await server.stop()
  rmSync(server.serverDir, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

test.each([
  ["run", [example, "--out", join(work, "out"), "--json"]],
  ["import", [join(example, "surat-masuk.csv"), "--json"]],
  ["audit", ["verify"]],
])("%s refuses a log of another key before it reads anything", (command, args) => {
  const refused = payung(command, ...args)
  expect(refused.code).toBe(7)
  expect(JSON.parse(refused.stdout)).toMatchObject({ code: "log_of_another_key" })
  const [id = "", en = "", ...more] = refused.stderr.trim().split("\n")
  expect(more).toEqual([])
  expect(id).toContain(`${key} tidak ada. Kembalikan berkas audit-key yang lama ke ${home}`)
  expect(en).toContain(`delete both folders: ${home} and ${server.serverDir}.`)
  expect(existsSync(key), "a key is not made to replace the lost one").toBe(false)
  expect(existsSync(join(work, "out"))).toBe(false)
})

test("a key that is not the log's is told from a lost one", async () => {
  expect((await loadOrMakeSigningKey(key)).ok).toBe(true)
  const refused = payung("season", "open", "--year", "2028", "--out", join(work, "season-2028"))
  expect(refused.code).toBe(7)
  expect(refused.stderr).toContain(`${key} bukan kunci itu.`)
})

test("a root key that others can read is refused in words", () => {
  renameSync(join(work, "kept"), key)
  const rootKey = join(home, "key")
  chmodSync(rootKey, 0o644)
  const open = payung("import", "--list")
  expect([open.code, open.stderr.trim().split("\n").length]).toEqual([7, 2])
  expect(open.stderr).toContain("chmod 600")
  chmodSync(rootKey, 0o600)
  expect(payung("audit", "verify").code).toBe(0)
  expect(readFileSync(key, "utf8")).toContain("PRIVATE KEY")
})
