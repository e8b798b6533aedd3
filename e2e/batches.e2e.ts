import { readdirSync, readFileSync, statSync } from "node:fs"
import { request } from "node:http"
import { connect } from "node:net"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startServer, type Server } from "../src/platform/embedded-postgres.ts"
import { exampleFolder, startPayung, type PayungServer } from "./payung-server.testing.ts"

let server: PayungServer
let database: Server

beforeAll(async () => {
  server = await startPayung()
  database = await startServer({ home: server.home })
})

afterAll(async () => {
  await database.stop()
  await server.remove()
})

type Json = Record<string, unknown>

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Json
  readonly bytes: Buffer
}

async function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Uint8Array,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const to = { host: "127.0.0.1", port: server.port, method, path: `/api/v1${path}`, headers }
    const asked = request(to, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk: Buffer) => chunks.push(chunk))
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks)
        const isJson = /json/.test(answer.headers["content-type"] ?? "")
        const parsed = isJson ? (JSON.parse(bytes.toString()) as Json) : {}
        const { headers: given } = answer
        resolve({ status: answer.statusCode ?? 0, headers: given, body: parsed, bytes })
      })
    })
    asked.on("error", reject)
    asked.end(body)
  })
}

const stream = { "content-type": "application/octet-stream" }
const HEADER = "No,Nama,NIK,Tgl Lahir,L/P,Kelurahan,Pekerjaan,Penghasilan,HP"

/** A list about invented workers; the serial makes the file another one. */
function listOf(serial: number, people = 12): string {
  const rows = Array.from({ length: people }, (_, at) =>
    [
      String(at + 1),
      `pekerja ${serial} ${at}`,
      at === 0 ? "64710105" : `64710105088${String(90_000 + serial * 50 + at)}`,
      "05-08-1980",
      "L",
      "Damai",
      "tukang bangunan",
      "1.500.000",
      "0899 0000 1234",
    ].join(","),
  )
  return `${[HEADER, ...rows].join("\n")}\n`
}

const upload = (serial: number, headers: Readonly<Record<string, string>> = {}) =>
  send(
    "POST",
    `/batches?name=daftar%20${serial}.csv&sender=Pengirim%20${serial}`,
    { ...stream, ...headers },
    listOf(serial),
  )

/** Asks until the import was read; each answer tells how far it is. */
async function whenRead(id: unknown): Promise<Json> {
  for (;;) {
    const { body } = await send("GET", `/batches/${String(id)}?wait=1`)
    expect(Number(body["progress"])).toBeGreaterThanOrEqual(0)
    if (body["state"] !== "received") return body
  }
}

async function read(serial: number): Promise<string> {
  const { status, body } = await upload(serial)
  expect(status).toBe(202)
  const batch = await whenRead(body["id"])
  expect(batch["state"]).toBe("read")
  return String(batch["id"])
}

async function countOf(text: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  const found = await client.query<{ count: number }>(`select count(*)::int as count ${text}`)
  await client.end()
  return found.rows[0]?.count ?? -1
}

test("an upload is received, read apart, shown, applied and undone", async () => {
  const { status, headers, body } = await upload(1)
  expect(status).toBe(202)
  expect(headers["location"]).toBe(`/api/v1/batches/${String(body["id"])}`)
  const batch = await whenRead(body["id"])
  expect(batch).toMatchObject({
    state: "read",
    progress: 1,
    name: "daftar 1.csv",
    kind: "usulan",
    balance: { read: 12, accepted: 0, repaired: 11, set_aside: 1, ignored: 0 },
    changes: { new: 12, same: 0, changed: 0, missing: 0 },
  })
  const id = String(batch["id"])
  const applied = await send("POST", `/batches/${id}/apply`)
  expect([applied.status, applied.body["state"]]).toEqual([200, "applied"])
  const again = await upload(1)
  expect([again.status, again.body["code"]]).toEqual([409, "IMP-01"])
  expect(again.body["params"]).toEqual({ batch: id })
  const undone = await send("POST", `/batches/${id}/undo`)
  expect([undone.status, undone.body["state"]]).toEqual([200, "undone"])
  const { body: list } = await send("GET", "/batches")
  expect((list["batches"] as Json[]).map((one) => one["id"])).toContain(id)
})

describe("what is shown of persons", () => {
  let id = ""
  beforeAll(async () => {
    id = await read(2)
  })

  test("findings by code with counts, a sentence and a cell", async () => {
    const { body } = await send("GET", `/batches/${id}/findings`)
    const findings = body["findings"] as Json[]
    expect(findings.find(({ code }) => code === "NIK_LENGTH")).toMatchObject({
      handling: "ask",
      rows: 1,
      what: "NIK tidak 16 angka",
      example: { cell: "C2", row: 2 },
    })
    const english = await send("GET", `/batches/${id}/findings?lang=en`)
    expect(english.bytes.toString()).toContain("cell C2 holds")
  })

  test("rows page by page, masked", async () => {
    const seen: unknown[] = []
    for (let after: number | null = 0; after !== null;) {
      const { body } = await send("GET", `/batches/${id}/rows?limit=5&after=${after}`)
      for (const row of body["rows"] as Json[]) seen.push(row["at"])
      after = body["next"] as number | null
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    const { bytes } = await send("GET", `/batches/${id}/rows`)
    expect(bytes.toString()).toContain("6471********0101")
    expect(bytes.toString()).not.toMatch(/\d{16}/)
    expect(bytes.toString()).not.toContain("089900001234")
  })

  test("in clear for a purpose only, and each look is in the log", async () => {
    const before = await countOf("from audit.entry")
    const without = await send("GET", `/batches/${id}/rows?unmask=1`)
    expect([without.status, without.body["code"]]).toEqual([422, "PURPOSE_MISSING"])
    const odd = await send("GET", `/batches/${id}/rows?unmask=1&purpose=${"x".repeat(201)}`)
    expect(odd.body["code"]).toBe("PURPOSE_MISSING")
    expect(await countOf("from audit.entry")).toBe(before)
    const shown = await send("GET", `/batches/${id}/rows?unmask=1&purpose=Telepon+pengirim`)
    expect(shown.bytes.toString()).toMatch(/"nik":"\d{16}"/)
    await send("GET", `/batches/${id}/findings`)
    await send("GET", `/batches/${id}/repairs`)
    await send("GET", `/batches/${id}/errors.xlsx`)
    expect(await countOf("from audit.entry")).toBe(before + 4)
  })

  test("by code and outcome", async () => {
    const asked = await send("GET", `/batches/${id}/rows?code=NIK_LENGTH&outcome=set_aside`)
    expect((asked.body["rows"] as Json[]).map(({ row }) => row)).toEqual([2])
    const none = await send("GET", `/batches/${id}/rows?outcome=ignored`)
    expect(none.body).toEqual({ rows: [], next: null })
  })

  test("repairs with before, after and rule", async () => {
    const { body } = await send("GET", `/batches/${id}/repairs?code=NAME_CASE&limit=1`)
    expect((body["repairs"] as Json[])[0]).toMatchObject({
      cell: "B2",
      before: "pekerja 2 0",
      after: "PEKERJA 2 0",
      rule: "NAME_CASE",
      decided: "automatic",
    })
  })

  test("the sender's workbook", async () => {
    const { status, bytes, headers } = await send("GET", `/batches/${id}/errors.xlsx`)
    expect(status).toBe(200)
    expect(bytes.subarray(0, 2).toString()).toBe("PK")
    expect(headers["content-disposition"]).toContain("attachment")
  })

  test.each([
    "code=NIK_BENAR",
    "outcome=benar",
    "change=lama",
    "after=-1",
    "after=1;drop",
    "limit=0",
    "limit=501",
    "limit=a",
  ])("rows?%s is refused", async (query) => {
    const { status, body } = await send("GET", `/batches/${id}/rows?${query}`)
    expect([status, body["code"]]).toEqual([422, "PARAMETER_INVALID"])
  })
})

describe("hostile uploads", () => {
  test.each([
    ["a foreign origin", { ...stream, origin: "https://jahat.example" }, "?name=a.csv", 403],
    ["a form", { "content-type": "text/plain" }, "?name=a.csv", 415],
    ["a zip as such", { "content-type": "application/zip" }, "?name=a.csv", 415],
    ["no name", stream, "", 422],
    ["a way out", stream, "?name=../../a.csv", 422],
    ["an absolute path", stream, "?name=/etc/passwd", 422],
    ["a control character", stream, "?name=a%00.csv", 422],
    ["an unknown kind", stream, "?name=a.csv&as=daftar", 422],
    ["an unknown year", stream, "?name=a.csv&year=2099", 422],
    ["too much said", { ...stream, "content-length": String(300 * 1024 ** 2) }, "?name=a.csv", 413],
  ])("%s is refused and leaves nothing", async (_, headers, query, status) => {
    const before = await countOf("from inbox.batch")
    const answer = await send("POST", `/batches${query}`, headers, listOf(9)).catch(() => null)
    if (answer !== null) expect(answer.status).toBe(status)
    expect(await countOf("from inbox.batch")).toBe(before)
    expect(readdirSync(join(server.home, "uploads"))).toEqual([])
  })

  test("an empty body", async () => {
    const { status, body } = await send("POST", "/batches?name=a.csv", stream, Buffer.alloc(0))
    expect([status, body["code"]]).toEqual([422, "FILE_EMPTY"])
  })

  test("an upload that is cut off leaves nothing", async () => {
    const before = await countOf("from inbox.batch")
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () => {
        socket.write(
          "POST /api/v1/batches?name=putus.csv HTTP/1.1\r\nhost: localhost\r\n" +
            "content-type: application/octet-stream\r\ncontent-length: 100000\r\n\r\nNo,Nama\n",
          () => socket.destroy(),
        )
      })
      socket.on("close", () => resolve())
      socket.on("error", () => resolve())
    })
    // The next request is answered, and its upload is the only one.
    const id = await read(11)
    expect(await countOf("from inbox.batch")).toBe(before + 1)
    expect(readdirSync(join(server.home, "uploads"))).toEqual([])
    await send("POST", `/batches/${id}/undo`)
  })

  test.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a torn workbook", Buffer.from("504b03041400000008000000", "hex")],
    ["a letter", Buffer.from("Kepada Yth.\nBapak Wali Kota\n")],
  ])("%s is refused with what to do, and cannot be applied", async (what, content) => {
    const name = `${what}.xlsx`.replaceAll(" ", "%20")
    const { body } = await send("POST", `/batches?name=${name}`, stream, content)
    const batch = await whenRead(body["id"])
    expect(batch["state"]).toBe("refused")
    expect(batch["refusal"]).toMatchObject({ what: expect.any(String), how: expect.any(String) })
    const applied = await send("POST", `/batches/${String(body["id"])}/apply`)
    expect([applied.status, applied.body["code"]]).toEqual([409, "BATCH_STATE"])
  })

  test.each(["", "/findings", "/rows", "/repairs", "/errors.xlsx"])(
    "an import that is not there: %s",
    async (part) => {
      for (const id of ["01a205b9-0eea-7530-8051-26ca7a565abc", "x", "..%2f..%2fetc"]) {
        const { status, body } = await send("GET", `/batches/${id}${part}`)
        expect([status, body["code"]]).toEqual([404, "BATCH_UNKNOWN"])
      }
    },
  )
})

describe("keys and races", () => {
  test("the same key and body is one import; another body is refused", async () => {
    const key = { "idempotency-key": "kunci-1" }
    const [one, two] = await Promise.all([upload(21, key), upload(21, key)])
    expect([one.status, two.status]).toEqual([202, 202])
    expect(one.body["id"]).toBe(two.body["id"])
    const other = await upload(22, key)
    expect([other.status, other.body["code"]]).toEqual([422, "IDEMPOTENCY_MISMATCH"])
    await whenRead(one.body["id"])
  })

  test("applied twice at once has one effect; under one key both are answered alike", async () => {
    const id = await read(23)
    const before = await countOf("from audit.entry")
    const both = await Promise.all([1, 2].map(() => send("POST", `/batches/${id}/apply`)))
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(await countOf("from audit.entry")).toBe(before + 1)
    const next = await read(24)
    const key = { "idempotency-key": "kunci-2" }
    const alike = await Promise.all([1, 2].map(() => send("POST", `/batches/${next}/apply`, key)))
    expect(alike.map(({ status }) => status)).toEqual([200, 200])
    const wrong = await send("POST", `/batches/${next}/undo`, key)
    expect(wrong.body["code"]).toBe("IDEMPOTENCY_MISMATCH")
  })

  test("two clerks, one applies and one undoes: the import ends undone", async () => {
    for (const serial of [25, 26, 27]) {
      const id = await read(serial)
      await Promise.all(["apply", "undo"].map((what) => send("POST", `/batches/${id}/${what}`)))
      const { body } = await send("GET", `/batches/${id}`)
      expect(body["state"]).toBe("undone")
    }
  })
})

test("what is read of a large list adds up", async () => {
  const folder = join(exampleFolder, "usulan")
  const size = (name: string): number => statSync(join(folder, name)).size
  const [name = ""] = readdirSync(folder).sort((a, b) => size(b) - size(a))
  const content = readFileSync(join(folder, name))
  const path = `/batches?name=${encodeURIComponent(name)}`
  const { body } = await send("POST", path, stream, content)
  const batch = await whenRead(body["id"])
  const balance = batch["balance"] as Record<string, number>
  const { read: all = 0, accepted = 0, repaired = 0, set_aside: waits = 0, ignored = 0 } = balance
  expect(all).toBe(accepted + repaired + waits + ignored)
  expect(all).toBeGreaterThan(10)
})
