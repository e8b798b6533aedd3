import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { loadLawBook } from "../../modules/law/index.ts"
import { giveVerdict } from "../../modules/matching/index.ts"
import { readConfig } from "../../platform/config.ts"
import { startServer, type Server } from "../../platform/embedded-postgres.ts"
import { inboxContext } from "../batches/inbox.job.ts"
import { openPayung } from "../open-payung.job.ts"
import { prepareWeb } from "../web/serve.job.ts"
import { rowsOfPair } from "./pair-document.ts"

// The whole commands on a real database: what people say of pairs, what a run makes of it, and back.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../../..")
const work = mkdtempSync(join(tmpdir(), "payung-verdict-test-"))
const home = join(work, "home")
const folder = join(work, "cycle")
const CYCLE = { tenantId: 6471, programmeCode: "pekerja-rentan", year: 2026 }
let server: Server

const HEADER = "No,Nama,NIK,Tgl Lahir,L/P,Kelurahan,Alamat,Pekerjaan,Penghasilan,HP"
/** Two rows without a number, of one name and house, born years apart: a father and a son, or a slip. */
const OPEN_PAIR = [
  "1,Sudarmin Wiraksono,,17-08-1970,L,Damai,Jl. Umpama 5,nelayan,1.500.000,0899 0000 1234",
  "2,Sudarmin Wiraksono,,03-02-1978,L,Damai,Jl. Umpama 5,nelayan,1.500.000,0899 0000 1234",
]
const OTHERS = Array.from(
  { length: 10 },
  (_, at) =>
    `${at + 3},Pekerja Contoh${String.fromCodePoint(97 + at)},64710105088${90_001 + at * 37},05-08-1980,L,Damai,Jl. Misal ${at},tukang bangunan,1.500.000,0899 0000 ${2000 + at}`,
)

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
  mkdirSync(join(folder, "usulan"), { recursive: true })
  const list = [HEADER, ...OPEN_PAIR, ...OTHERS].join("\n")
  writeFileSync(join(folder, "usulan", "kelurahan damai.csv"), `${list}\n`)
})

afterAll(async () => {
  await server.stop()
  rmSync(server.serverDir, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

function payung(...args: string[]) {
  const env = { ...process.env, PAYUNG_HOME: home }
  const ran = spawnSync(join(checkout, "payung"), args, { env, encoding: "utf8" })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

/** All of `data/` after a run. */
function run(): Record<string, string> {
  const out = join(work, "out")
  expect(payung("run", folder, "--out", out, "--ceiling", "60000000").code).toBe(0)
  const data = join(out, "data")
  return Object.fromEntries(
    readdirSync(data).map((name) => [name, readFileSync(join(data, name), "utf8")]),
  )
}

interface Pair {
  readonly id: string
  readonly state: string
  readonly verdict: { readonly id: string; readonly said: string; readonly by: string } | null
}

function pairs(state: string): Pair[] {
  const { code, stdout } = payung("match", "pairs", "--state", state, "--json")
  expect(code).toBe(0)
  return (JSON.parse(stdout) as { pairs: Pair[] }).pairs
}

const personsOf = (data: Record<string, string>): number =>
  (data["persons.csv"] ?? "").trim().split("\n").length - 1

test("people join a pair, the next run does, and taking it back gives the same bytes", () => {
  const before = run()
  const [pair] = pairs("open")
  expect(pair).toMatchObject({ state: "open", verdict: null })
  const id = pair?.id ?? ""
  expect(payung("match", "verdict", id, "same", "--reason", "satu orang, kata RT").code).toBe(0)
  expect(pairs("open").map((one) => one.id)).not.toContain(id)
  expect(pairs("decided")).toMatchObject([{ id, verdict: { said: "same", by: "operator@local" } }])
  const joined = run()
  expect(personsOf(joined)).toBe(personsOf(before) - 1)
  expect(joined["rows.csv"]?.split("\n")).toHaveLength(before["rows.csv"]?.split("\n").length ?? 0)
  expect(payung("match", "verdict", id, "withdrawn", "--reason", "keliru").code).toBe(0)
  expect(run()).toEqual(before)
  expect(pairs("open").map((one) => one.id)).toContain(id)
})

test("a pair is asked of the kelurahan, then parted for good", () => {
  const before = run()
  const id = pairs("open")[0]?.id ?? ""
  payung("match", "verdict", id, "ask-kelurahan", "--reason", "tanya RT 5")
  expect(pairs("asked").map((one) => one.id)).toEqual([id])
  expect(run()).toEqual(before)
  payung("match", "verdict", id, "different", "--reason", "ayah dan anak")
  const parted = run()
  expect(personsOf(parted)).toBe(personsOf(before))
  expect(pairs("open").map((one) => one.id)).not.toContain(id)
  expect(pairs("decided")).toMatchObject([{ id, verdict: { said: "different" } }])
  const labels = join(work, "labels.csv")
  expect(payung("match", "labels", "--out", labels).code).toBe(0)
  expect(readFileSync(labels, "utf8")).toMatch(/^verdict,levels\ndifferent,nik=unknown name=exact /)
  expect(readFileSync(labels, "utf8")).not.toMatch(/sudarmin|0899/i)
})

test("facts that change open the pair again, and the verdict holds once they are back", () => {
  const list = join(folder, "usulan", "kelurahan damai.csv")
  const was = readFileSync(list, "utf8")
  expect(pairs("open")).toEqual([])
  writeFileSync(list, was.replace("03-02-1978", "03-02-1975"))
  run()
  expect(pairs("open")).toHaveLength(1)
  expect(pairs("decided")).toEqual([])
  writeFileSync(list, was)
  run()
  expect(pairs("open")).toEqual([])
  expect(pairs("decided")).toHaveLength(1)
})

test("of two clerks at once one is heard, and the other is told; nobody without the role is", async () => {
  const [pair] = pairs("decided")
  const config = readConfig({ PAYUNG_HOME: home }, checkout)
  if (!config.ok || pair === undefined) throw new Error("no installation")
  const payungNow = await openPayung(config.value, CYCLE.tenantId)
  const { appPool } = payungNow.database
  const context = inboxContext(payungNow, CYCLE.tenantId)
  const rows = rowsOfPair(pair.id) ?? ["", ""]
  const order = { cycle: CYCLE, rows, againstRegister: false, follows: pair.verdict?.id ?? null }
  const say = (said: "same" | "different", reason: string, by = context) =>
    giveVerdict(appPool, by, { ...order, said, reason })
  const said = await Promise.all([say("same", "dari RT"), say("different", "dari lurah")])
  expect(said.filter((one) => one.ok)).toHaveLength(1)
  const told = said.find((one) => !one.ok)
  expect(told).toMatchObject({ refusal: { kind: "judged_meanwhile" } })
  const nobody = { ...context, claim: { ...context.claim, roles: [] } }
  expect(await say("same", "x", nobody)).toMatchObject({ refusal: { kind: "not_allowed" } })
  expect(await say("same", "  ")).toMatchObject({ refusal: { kind: "reason_missing" } })
  await payungNow.close()
})

test("the API shows pairs side by side, explains them, and takes a word of them", async () => {
  const config = readConfig({ PAYUNG_HOME: home, PAYUNG_LOG_LEVEL: "error" }, checkout)
  const book = loadLawBook(join(checkout, "law"), "64.71-balikpapan")
  if (!config.ok || !book.ok) throw new Error("no installation")
  const payungNow = await openPayung(config.value, CYCLE.tenantId)
  const { app, web } = prepareWeb(config.value, payungNow, book.value)
  const ask = async (method: "GET" | "POST", path: string, payload?: object) => {
    const host = { host: `localhost:${config.value.port}` }
    const url = `/api/v1/pairs${path}`
    const answer = await app.inject({ method, url, headers: host, ...(payload && { payload }) })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  const listed = await ask("GET", "?state=decided&year=2026")
  expect(listed.status).toBe(200)
  const [pair] = (listed.body as { pairs: Pair[] }).pairs
  expect(JSON.stringify(pair)).not.toContain("089900001234")
  const one = await ask("GET", `/${pair?.id}?year=2026&lang=en`)
  expect(one.body["id"]).toBe(pair?.id)
  expect(JSON.stringify(one.body["explanation"])).toContain("same name")
  const said = { verdict: "withdrawn", reason: "diperiksa lagi", follows: pair?.verdict?.id }
  expect((await ask("POST", `/${pair?.id}/verdict?year=2026`, said)).status).toBe(201)
  expect((await ask("POST", `/${pair?.id}/verdict?year=2026`, said)).status).toBe(201)
  const late = { ...said, verdict: "same" }
  expect(await ask("POST", `/${pair?.id}/verdict?year=2026`, late)).toMatchObject({
    status: 409,
    body: { code: "JUDGED_MEANWHILE" },
  })
  const refused: [string, number, string][] = [
    ["?state=all", 422, "PARAMETER_INVALID"],
    ["?limit=0", 422, "PARAMETER_INVALID"],
    ["?after=x", 422, "PARAMETER_INVALID"],
    ["?year=1999", 422, "YEAR_INVALID"],
    ["?unmask=1", 422, "PURPOSE_MISSING"],
    ["/x", 404, "PAIR_UNKNOWN"],
  ]
  for (const [path, status, code] of refused)
    expect(await ask("GET", path)).toMatchObject({ status, body: { code } })
  const counter = async (payload: object) => {
    const url = "/api/v1/persons/match?year=2026&lang=en"
    const headers = { host: `localhost:${config.value.port}` }
    const answer = await app.inject({ method: "POST", url, headers, payload })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  const typed = { name: "Soedarmin Wirakson", birth_date: "17-8-1970", phone: "089900001234" }
  const met = await counter({ ...typed, kelurahan_code: "64.71.05.1006" })
  expect(met.status).toBe(200)
  const [first] = (met.body as { likely: { name: string; probability: number }[] }).likely
  expect(first).toMatchObject({ name: "SUDARMIN WIRAKSONO", birth_date: "1970-08-17" })
  expect((await counter({ name: "Tidak Adabanget" })).body).toMatchObject({ likely: [] })
  expect(await counter({ name: 7 })).toMatchObject({
    status: 422,
    body: { code: "PARAMETER_INVALID" },
  })
  expect(await counter({})).toMatchObject({ status: 422, body: { code: "PARAMETER_INVALID" } })
  await web.batches.close()
  await app.close()
  await payungNow.close()
})

test.each([
  [
    ["explain", "00000000-0000-8000-8000-00000000000a.00000000-0000-8000-8000-00000000000b"],
    3,
    "PAIR_UNKNOWN",
  ],
  [["verdict", "x", "same"], 2, "usage"],
])("payung match %j is refused", (args, code, told) => {
  const ran = payung("match", ...args)
  expect(ran.code).toBe(code)
  expect(JSON.parse(ran.stdout)).toMatchObject({ code: told })
  expect(ran.stderr.trim().split("\n")).toHaveLength(2)
})
