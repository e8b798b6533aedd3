import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { join } from "node:path"
import { zipSync } from "fflate"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "../src/platform/testing/browser.ts"
import { exampleZip, launch, startPayung, type PayungServer } from "./payung-server.testing.ts"

let server: PayungServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startPayung(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.remove()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly code: unknown
}

/** Sends exactly these headers and this path; `fetch` would correct both. */
async function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Uint8Array,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: server.port, method, path, headers },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString()
          const isProblem = answer.headers["content-type"]?.startsWith("application/problem+json")
          const code = isProblem === true ? (JSON.parse(text) as { code: unknown }).code : null
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, code })
        })
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

const zipType = { "content-type": "application/zip" }
const list = Buffer.from("no,nama,nik\n1,Budi,\n")

test.each([
  ["GET", "/", {}],
  ["GET", "/app.css", {}],
  ["GET", "/app.js", {}],
  ["GET", "/huruf-400.woff2", {}],
  ["GET", "/healthz", {}],
  ["GET", "/tidak-ada", {}],
  ["GET", "/hasil/example/berkas/data/rows.csv", {}],
  ["GET", "/api/v1/runs", {}],
  ["POST", "/api/v1/runs", { origin: "https://jahat.example" }],
  ["GET", "/", { host: "jahat.example" }],
])("%s %s (%j) carries the headers of safety", async (method, path, headers) => {
  const answer = await send(method, path, headers)
  expect(answer.headers).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  })
  expect(answer.headers["content-security-policy"]).toMatch(
    /default-src 'none'.*frame-ancestors 'self'/,
  )
  expect(answer.headers["content-security-policy"]).not.toContain("unsafe-eval")
})

test.each([
  ["another name of the server", { host: "jahat.example" }, 421, "FOREIGN_HOST"],
  ["another name and our port", { host: `jahat.example:8080` }, 421, "FOREIGN_HOST"],
  ["another origin", { origin: "https://jahat.example" }, 403, "FOREIGN_ORIGIN"],
  ["no origin that can be named", { origin: "null" }, 403, "FOREIGN_ORIGIN"],
  ["a cross-site form", { "sec-fetch-site": "cross-site" }, 403, "FOREIGN_ORIGIN"],
])("%s cannot start a run", async (_, headers, status, code) => {
  const answer = await send("POST", "/api/v1/runs", { ...zipType, ...headers }, exampleZip())
  expect([answer.status, answer.code]).toEqual([status, code])
})

test("a foreign name cannot read either", async () => {
  const answer = await send("GET", "/api/v1/runs", { host: "jahat.example" })
  expect([answer.status, answer.code]).toEqual([421, "FOREIGN_HOST"])
})

/** A zip whose one entry has a name that fflate would not write. */
function zipNamed(name: string): Buffer {
  const stand = "x".repeat(name.length)
  const zip = Buffer.from(zipSync({ [stand]: list }, { level: 0 }))
  for (let at = zip.indexOf(stand); at >= 0; at = zip.indexOf(stand, at)) zip.write(name, at)
  return zip
}

const zeros = new Uint8Array(8 * 1024 * 1024)
const many = Object.fromEntries(
  Array.from({ length: 2001 }, (_, index) => [`usulan/${index}.csv`, new Uint8Array(0)]),
)

test.each([
  ["nothing", Buffer.alloc(0), 422, "ZIP_NOT"],
  ["not a zip", Buffer.from("halo, ini bukan zip"), 422, "ZIP_NOT"],
  ["a zip cut off", exampleZip().subarray(0, 5000), 422, "ZIP_NOT"],
  ["a zip without lists", Buffer.from(zipSync({ "foto.jpg": list })), 422, "NO_LISTS"],
  ["registers only", Buffer.from(zipSync({ "register/a.csv": list })), 422, "NO_LISTS"],
  ["a bomb", Buffer.from(zipSync({ "usulan/a.csv": zeros })), 422, "ZIP_LIMIT"],
  ["too many entries", Buffer.from(zipSync(many)), 422, "ZIP_LIMIT"],
  ["a way out", zipNamed("../../../../tmp/keluar.csv"), 422, "UNSAFE_PATH"],
  ["a way out below", zipNamed("usulan/../../keluar.csv"), 422, "UNSAFE_PATH"],
  ["an absolute name", zipNamed("/tmp/payung-keluar.csv"), 422, "UNSAFE_PATH"],
])("%s is refused with what, where and how, and leaves nothing", async (_, zip, status, code) => {
  const answer = await send("POST", "/api/v1/runs", zipType, zip)
  expect([answer.status, answer.code]).toEqual([status, code])
  const { what, where, how } = JSON.parse(answer.text) as Record<string, string>
  for (const part of [what, where, how]) expect(part).toMatch(/\S{3}/)
  expect(readdirSync(join(server.home, "uploads"))).toEqual([])
  expect(existsSync("/tmp/keluar.csv") || existsSync("/tmp/payung-keluar.csv")).toBe(false)
})

test.each([
  ["?pagu=-5", "CEILING_INVALID"],
  ["?tahun=besok", "YEAR_INVALID"],
  ["?bulan=13", "MONTHS_INVALID"],
])("%s is refused before the zip is looked at", async (query, code) => {
  const answer = await send("POST", `/api/v1/runs${query}`, zipType, exampleZip())
  expect([answer.status, answer.code]).toEqual([422, code])
})

test.each([
  ["a type of another kind", { "content-type": "text/xml" }, "<a/>", 415, "UNSUPPORTED_TYPE"],
  [
    "a form without boundary",
    { "content-type": "multipart/form-data" },
    "x",
    400,
    "FORM_MALFORMED",
  ],
  [
    "a form that breaks off",
    { "content-type": "multipart/form-data; boundary=b" },
    "--b\r\nX",
    400,
    "FORM_MALFORMED",
  ],
  [
    "a body said to be huge",
    { ...zipType, "content-length": "9000000000" },
    "x",
    413,
    "UPLOAD_TOO_LARGE",
  ],
])("%s is refused", async (...[, headers, body, status, code]) => {
  const answer = await send("POST", "/api/v1/runs", headers, body)
  expect([answer.status, answer.code]).toEqual([status, code])
})

test("a person who sends a bad file sees a page, in her language", async () => {
  const headers = { ...zipType, accept: "text/html,application/xhtml+xml" }
  const answer = await send("POST", "/api/v1/runs?lang=en&nama=%3Cscript%3E", headers, "x")
  expect(answer.status).toBe(422)
  expect(answer.text).toContain("This file is no .zip.")
  expect(answer.text).toContain("&#60;script&#62;")
  expect(answer.text).not.toContain("<script>")
})

async function ended(id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const run = JSON.parse((await send("GET", `/api/v1/runs/${id}`)).text) as Record<
      string,
      unknown
    >
    if (run["status"] === "done" || run["status"] === "failed") return run
    // A pause, so that asking does not take the processor from the run it asks for.
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test("a key names one request: repeated it gives the same run, otherwise it is refused", async () => {
  const headers = { ...zipType, "idempotency-key": "kunci-1" }
  const first = await send("POST", "/api/v1/runs?pagu=30000000", headers, exampleZip())
  expect(first.status).toBe(202)
  const { id } = JSON.parse(first.text) as { id: string }
  const again = await send("POST", "/api/v1/runs?pagu=30000000", headers, exampleZip())
  expect((JSON.parse(again.text) as { id: string }).id).toBe(id)
  const otherCeiling = await send("POST", "/api/v1/runs?pagu=40000000", headers, exampleZip())
  const otherZip = Buffer.from(zipSync({ "usulan/a.csv": list }))
  const otherFile = await send("POST", "/api/v1/runs?pagu=30000000", headers, otherZip)
  for (const answer of [otherCeiling, otherFile]) {
    expect([answer.status, answer.code]).toEqual([422, "IDEMPOTENCY_MISMATCH"])
  }
  const run = await ended(id)
  expect(run["problem"]).toBe(null)
  expect(run).toMatchObject({ status: "done", result: { ceiling_rupiah: 30_000_000 } })
  expect(readdirSync(join(server.home, "uploads"))).toEqual([])
  expect(statSync(join(server.home, "runs", id)).mode & 0o777).toBe(0o700)
  expect(statSync(join(server.home, "runs", id, "data/rows.csv")).mode & 0o777).toBe(0o600)
})

test("runs wait for each other, in order, and all of them end", async () => {
  const ids: string[] = []
  for (const ceiling of [10_000_000, 20_000_000, 30_000_000]) {
    const started = await send("POST", `/api/v1/runs?pagu=${ceiling}`, zipType, exampleZip())
    ids.push((JSON.parse(started.text) as { id: string }).id)
  }
  const page = await send("GET", `/jalankan/${ids[2]}`, { accept: "text/html" })
  expect(page.text).toMatch(/Antrean ke-[12]/)
  expect(await ended(ids[2] ?? "")).toMatchObject({ status: "done", position: 0 })
  for (const id of ids) {
    const before = JSON.parse((await send("GET", `/api/v1/runs/${id}`)).text) as unknown
    expect(before).toMatchObject({ status: "done", position: 0 })
  }
})

test("lists that nobody can read end as a failed run with a page of 422", async () => {
  const zip = Buffer.from(
    zipSync({ "usulan/rusak.xlsx": Buffer.from("PK rusak"), "baca.md": list }),
  )
  const started = await send("POST", "/api/v1/runs", zipType, zip)
  const { id } = JSON.parse(started.text) as { id: string }
  const run = await ended(id)
  expect(run).toMatchObject({ status: "failed", input: { left_out: ["baca.md"] } })
  expect(run["problem"]).toMatchObject({ code: "NOTHING_READABLE", status: 422 })
  const page = await send("GET", `/jalankan/${id}`, { accept: "text/html" })
  expect(page.status).toBe(422)
  expect(page.text).toContain("usulan/")
  expect(page.text).not.toContain(server.home)
  expect((await send("GET", `/hasil/${id}/unduh.zip`)).code).toBe("RUN_NOT_DONE")
})

const upload = "11111111-1111-4111-8111-111111111111"
const bytes = { "content-type": "application/octet-stream" }

test("a file of a folder comes once: again it is the same, changed it is refused", async () => {
  const path = `/api/v1/uploads/${upload}/files/kiriman/daftar%20baru.csv`
  expect((await send("PUT", path, bytes, list)).status).toBe(204)
  expect((await send("PUT", path, bytes, list)).status).toBe(204)
  expect((await send("PUT", path, bytes, "lain")).code).toBe("FILE_CHANGED")
  const json = { "content-type": "application/json" }
  const run = await send("POST", `/api/v1/uploads/${upload}/run`, json, `{"pagu":"30000000"}`)
  expect(run.status).toBe(202)
  const again = await send("POST", `/api/v1/uploads/${upload}/run`, json, `{"pagu":"30000000"}`)
  expect((JSON.parse(again.text) as { id: string }).id).toBe(upload)
  const other = await send("POST", `/api/v1/uploads/${upload}/run`, json, `{"pagu":"1"}`)
  expect(other.code).toBe("IDEMPOTENCY_MISMATCH")
  await ended(upload)
})

test.each([
  ["PUT", `/api/v1/uploads/${upload}/files/../../../x.csv`, 422, "UNSAFE_PATH"],
  ["PUT", `/api/v1/uploads/${upload}/files/usulan%2F..%2F..%2Fx.csv`, 422, "UNSAFE_PATH"],
  ["PUT", `/api/v1/uploads/${upload}/files/%2Fetc%2Fpasswd`, 422, "UNSAFE_PATH"],
  ["PUT", "/api/v1/uploads/..%2f..%2fx/files/a.csv", 404, "UPLOAD_UNKNOWN"],
  ["POST", "/api/v1/uploads/22222222-2222-4222-8222-222222222222/run", 404, "UPLOAD_UNKNOWN"],
  ["GET", "/hasil/example/berkas/../../../key", 404, null],
  ["GET", "/hasil/example/berkas/..%2F..%2F..%2Fkey", 404, "FILE_UNKNOWN"],
  ["GET", "/hasil/example/berkas/.payung-run.json", 404, "FILE_UNKNOWN"],
  ["GET", "/hasil/example/.payung-output", 404, "FILE_UNKNOWN"],
  ["GET", "/hasil/..%2Fexample/", 404, "RUN_UNKNOWN"],
  ["GET", "/jalankan/%2e%2e", 404, "RUN_UNKNOWN"],
])("%s %s leads nowhere", async (method, path, status, code) => {
  const answer = await send(
    method,
    path,
    method === "PUT" ? bytes : {},
    method === "PUT" ? "x" : undefined,
  )
  expect(answer.status).toBe(status)
  if (code !== null) expect(answer.code).toBe(code)
})

test("a report runs nothing and asks nobody, even with a stranger's markup in it", async () => {
  const file = join(server.home, "runs/example/laporan.html")
  const report =
    "<!doctype html><html lang=id><title>asli</title><body><h1>Laporan</h1>" +
    "<script>document.title='diubah'</script><img src='https://jahat.example/a.png'>" +
    "<a href='data/summary.json'>data</a></body></html>"
  writeFileSync(file, report)
  const page = await browser.newPage()
  const failed: string[] = []
  page.on("requestfinished", (finished) => failed.push(finished.url()))
  await page.goto(`${server.url}/hasil/example/`)
  expect(await page.title()).toBe("asli")
  expect(failed.filter((url) => !url.startsWith(server.url))).toEqual([])
  expect(await page.locator("#payung-bar a").count()).toBe(3)
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=data")])
  expect(download.suggestedFilename()).toBe("summary.json")
  await page.close()
})

test("a taken port is told before anything is done, with the variable to set", async () => {
  const second = launch({ PAYUNG_HOME: server.home, PAYUNG_PORT: String(server.port) })
  expect(await second.ended).toBe(9)
  expect(second.terminal()).toContain("PAYUNG_PORT=")
  expect(second.terminal()).not.toContain("basis data")
})

test("SIGTERM ends the server cleanly; afterwards nothing of a person is in the log", async () => {
  expect(await server.stop("SIGTERM")).toBe(0)
  expect(server.terminal()).not.toMatch(/\d{16}|daftar%20baru|rusak\.xlsx/)
})
