import { spawnSync } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startServer, type Server } from "../../platform/embedded-postgres.ts"

// The whole commands on a real database: both sides of an exchange, and the run that reads what it found.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../../..")
const work = mkdtempSync(join(tmpdir(), "payung-overlap-test-"))
const home = join(work, "home")
const path = (name: string): string => join(work, name)
let server: Server

const PEOPLE = 60
const PAID = 8
const two = (part: number): string => String(part).padStart(2, "0")
/** Day, month and year of the invented person's birth. */
const born = (at: number): [string, string, string] =>
  [...[two(1 + (at % 28)), two(1 + ((at * 5) % 12)), String(60 + ((at * 7) % 35))]] as [
    string,
    string,
    string,
  ]
const nik = (at: number): string => `647101${born(at).join("")}${1001 + at}`
const GIVEN = ["Sutrisno", "Marhaban", "Yulianti", "Ferdinan", "Kusumawati", "Darmadi", "Hendarto"]
const FAMILY = ["Wiraguna", "Pasaribu", "Lumbantobing", "Saraswati", "Mangkubumi", "Zulkifli"]
const nameOf = (at: number): string =>
  `${GIVEN[at % GIVEN.length] ?? ""} ${FAMILY[(at * 5) % FAMILY.length] ?? ""}`

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
  const people = Array.from(
    { length: PEOPLE },
    (_, at) =>
      `${at + 1},${nameOf(at)},${nik(at)},${born(at).slice(0, 2).join("-")}-19${born(at)[2]},L,Damai,Jl. Misal ${at},tukang bangunan,1.500.000,0899 0000 ${2000 + at}`,
  )
  const header = "No,Nama,NIK,Tgl Lahir,L/P,Kelurahan,Alamat,Pekerjaan,Penghasilan,HP"
  mkdirSync(path("cycle/usulan"), { recursive: true })
  mkdirSync(path("cycle/register"), { recursive: true })
  writeFileSync(path("cycle/usulan/kelurahan damai.csv"), `${[header, ...people].join("\n")}\n`)
  // The other side's list: some of the city's people, and others.
  const theirs = Array.from({ length: 30 }, (_, at) => nik(PEOPLE - PAID + at))
  writeFileSync(path("csr.csv"), ["NIK,Nama", ...theirs.map((one) => `${one},X`)].join("\n"))
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

const overlap = (...args: string[]) => payung("overlap", ...args)

interface Person {
  readonly nik: string
  readonly reasons: string
}

function run(): Person[] {
  const out = path("out")
  expect(payung("run", path("cycle"), "--out", out, "--ceiling", "60000000").code).toBe(0)
  const [, ...lines] = readFileSync(join(out, "data/persons.csv"), "utf8").trim().split("\n")
  return lines.map((line) => {
    const cells = line.split(",")
    return { nik: cells[1] ?? "", reasons: cells[8] ?? "" }
  })
}

test("from an agreement to the decisions of a run", () => {
  expect(run().filter(({ reasons }) => reasons.includes("ACTIVE_CSR"))).toEqual([])
  const agreed = ["--basis", "PKS 7/2025", "--from", "2020-01-01", "--to", "2099-12-31"]
  const limits = ["--ask", "100", "--answer", "100"]
  const company = ["--kind", "company"]
  expect(overlap("partner", "PT Umpama", ...company, ...agreed, ...limits).code).toBe(0)
  expect(overlap("partner", "PT Umpama", ...company, ...agreed, ...limits).code).toBe(3)
  const partner = ["--partner", "pt umpama"]
  const list = join(path("out"), "data/persons.csv")
  const offered = overlap("offer", ...partner, "--list", list, "--out", path("offer.txt"))
  expect([offered.code, offered.stderr]).toEqual([0, expect.stringContaining(`${PEOPLE} NIK`)])
  expect(statSync(path("offer.txt")).mode & 0o077).toBe(0)
  const secrets = readdirSync(join(home, "overlap"))
  expect(secrets).toHaveLength(1)
  for (const file of [path("offer.txt"), join(home, "overlap", secrets[0] ?? "")])
    expect(readFileSync(file, "latin1")).not.toContain(nik(0).slice(0, 8))

  const csr = ["--list", path("csr.csv")]
  const answered = overlap("answer", path("offer.txt"), ...partner, ...csr, "--out", path("a.txt"))
  expect(answered.code).toBe(0)
  const again = overlap("answer", path("offer.txt"), ...partner, ...csr, "--out", path("b.txt"))
  expect([again.code, existsSync(path("b.txt"))]).toEqual([3, false])

  // Wrong steps, and a file that was changed on its way.
  expect(overlap("finish", path("offer.txt"), "--out", path("r.csv")).code).toBe(3)
  expect(overlap("answer", path("a.txt"), ...partner, ...csr, "--out", path("b.txt")).code).toBe(3)
  writeFileSync(path("bad.txt"), readFileSync(path("a.txt"), "utf8").replace(/\n[A-Za-z]/, "\n_"))
  expect(overlap("finish", path("bad.txt"), "--out", path("r.csv")).stderr).toContain("rusak")

  const result = path("cycle/register/hasil pertukaran.csv")
  expect(overlap("finish", path("a.txt"), "--out", list).code).toBe(9)
  const finished = overlap("finish", path("a.txt"), "--out", result, "--json")
  expect(finished.code).toBe(0)
  expect(JSON.parse(finished.stdout)).toMatchObject({ asked: PEOPLE, found: PAID })
  expect(readdirSync(join(home, "overlap"))).toEqual([])
  expect(overlap("finish", path("a.txt"), "--out", path("r2.csv")).code).toBe(3)

  const paid = run().filter(({ reasons }) => reasons.includes("ACTIVE_CSR"))
  const expected = Array.from({ length: PAID }, (_, at) => nik(PEOPLE - PAID + at))
  expect(paid.map((person) => person.nik).toSorted()).toEqual(expected.toSorted())
})

test("beyond the limit nothing is written; what was given up still counts", () => {
  const partner = ["--partner", "PT Umpama"]
  const list = ["--list", path("cycle/usulan/kelurahan damai.csv")]
  const refused = overlap("offer", ...partner, ...list, "--out", path("more.txt"))
  expect([refused.code, existsSync(path("more.txt"))]).toEqual([3, false])
  expect(refused.stderr).toContain("sisa 40")
  writeFileSync(path("few.csv"), `NIK\n${nik(1)}\nbukan nomor\n`)
  const few = ["--list", path("few.csv"), "--out", path("few.txt")]
  expect(overlap("offer", ...partner, ...few).stderr).toContain("1 baris tanpa NIK utuh")
  const listed = JSON.parse(overlap("sessions", "--json").stdout) as {
    sessions: { sessionId: string; state: string }[]
  }
  const open = listed.sessions.find(({ state }) => state === "open")?.sessionId ?? ""
  expect(overlap("cancel", open).code).toBe(0)
  expect(overlap("cancel", open).code).toBe(3)
  expect(readdirSync(join(home, "overlap"))).toEqual([])
  expect(overlap("partners").stdout).toContain("61 dari 100")
  expect(payung("audit", "verify").code).toBe(0)
})

function partnerWith(name: string, basis: string): string[] {
  const agreed = ["--from", "2026-01-01", "--to", "2026-12-31", "--ask", "1", "--answer", "1"]
  return ["partner", name, "--kind", "company", "--basis", basis, ...agreed]
}

test.each([
  [
    ["offer", "--partner", "PT Siapa", "--list", path("csr.csv"), "--out", path("x.txt")],
    3,
    "belum dicatat",
  ],
  [
    ["offer", "--partner", "PT Umpama", "--list", path("none.csv"), "--out", path("x.txt")],
    3,
    "tidak dapat dibaca",
  ],
  [["offer", "--partner", "PT Umpama", "--out", path("x.txt")], 2, "--list belum disebut"],
  [["answer", "--partner", "PT Umpama"], 2, "berkas tawaran"],
  [["cancel", "123"], 2, "overlap sessions"],
  [
    [
      "partner",
      "PT X",
      "--kind",
      "toko",
      "--basis",
      "x",
      "--from",
      "2026-01-01",
      "--to",
      "2026-12-31",
      "--ask",
      "1",
      "--answer",
      "1",
    ],
    2,
    "province atau company",
  ],
  [partnerWith("PT X", "PKS\n7"), 2, "satu baris teks"],
  [partnerWith("PT X", "7".repeat(201)), 2, "satu baris teks"],
  [partnerWith("PT\tX", "PKS 7"), 2, "satu baris teks"],
  [["ofer"], 2, "tidak dikenal"],
])("overlap %j: exit %i", (args, code, said) => {
  const refused = overlap(...args)
  expect([refused.code, refused.stderr]).toEqual([code, expect.stringContaining(said)])
})
