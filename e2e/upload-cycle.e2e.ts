import { createRequire } from "node:module"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "../src/platform/testing/browser.ts"
import {
  exampleFolder,
  exampleZip,
  filesOf,
  startPayung,
  type PayungServer,
} from "./payung-server.testing.ts"

let server: PayungServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startPayung(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await server.remove()
})

interface Watched {
  readonly page: Page
  /** Requests that left this machine, and errors of the console. */
  readonly complaints: string[]
}

async function open(width: number, options: { script?: boolean } = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: options.script ?? true,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${server.url}/`)) {
      complaints.push(`request to ${request.url()}`)
    }
  })
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`)
  })
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`))
  return { page, complaints }
}

interface SummaryFile {
  readonly selection: { readonly selected: number; readonly cost_rupiah: number }
}

async function summaryOf(runId: string): Promise<SummaryFile> {
  const answer = await fetch(`${server.url}/hasil/${runId}/berkas/data/summary.json`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as SummaryFile
}

test("the terminal shows the example's funnel and the address", async () => {
  const { selection } = await summaryOf("example")
  expect(selection.selected).toBeGreaterThan(200)
  expect(selection.cost_rupiah).toBeLessThanOrEqual(60_000_000)
  expect(server.terminal()).toMatch(new RegExp(`masuk daftar +${selection.selected}\n`))
  expect(server.terminal()).toContain(server.url)
})

test("a zip chosen on the start page becomes a report and files to download", async () => {
  const { page, complaints } = await open(1280)
  await page.goto(`${server.url}/`)
  const { selection } = await summaryOf("example")
  expect(await page.locator("[data-number=selected]").textContent()).toBe(
    String(selection.selected),
  )
  await page.setInputFiles("#berkas", {
    name: "balikpapan.zip",
    mimeType: "application/zip",
    buffer: exampleZip(),
  })
  await page.fill("#pagu", "Rp 30.000.000")
  await page.click("button[type=submit]")
  await page.waitForURL(/\/hasil\/[0-9a-f-]{36}\//, { timeout: 60_000 })
  const runId = /\/hasil\/([^/]+)/.exec(page.url())?.[1] ?? ""
  await page.goto(`${server.url}/`)
  const own = await summaryOf(runId)
  expect(own.selection.cost_rupiah).toBeLessThanOrEqual(30_000_000)
  expect(await page.locator("[data-number=selected]").textContent()).toBe(
    String(own.selection.selected),
  )
  expect(await page.locator(".result").textContent()).toContain("balikpapan.zip")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("a[href$='/unduh.zip']"),
  ])
  const files = unzipSync(readFileSync(await download.path()))
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["data/rows.csv", "data/summary.json"]))
  expect(Object.keys(files).filter((name) => /(?:^|\/)\./.test(name))).toEqual([])
  expect(JSON.parse(Buffer.from(files["data/summary.json"] ?? []).toString())).toEqual(own)
  expect(complaints).toEqual([])
})

test("the same result gives the same archive", async () => {
  const once = async (): Promise<string> =>
    Buffer.from(
      await (await fetch(`${server.url}/hasil/example/unduh.zip`)).arrayBuffer(),
    ).toString("base64")
  expect(await once()).toBe(await once())
})

test("without script a zip is enough, in English too", async () => {
  const { page, complaints } = await open(360, { script: false })
  await page.goto(`${server.url}/?lang=en`)
  expect(await page.locator("#folder-picker").isVisible()).toBe(false)
  await page.setInputFiles("#berkas", {
    name: "cycle.zip",
    mimeType: "application/zip",
    buffer: exampleZip(),
  })
  await page.click("button[type=submit]")
  await page.waitForURL(/\/hasil\/[0-9a-f-]{36}\/.*lang=en/, { timeout: 60_000 })
  expect(complaints).toEqual([])
})

test.each([
  ["", "Pilih berkas", "Belum ada yang dipilih."],
  ["?lang=en", "Choose files", "Nothing chosen yet."],
])(
  "a refusal leaves file and values; the button speaks as the page: /%s",
  async (query, button, none) => {
    const { page } = await open(1280)
    await page.goto(`${server.url}/${query}`)
    expect(await page.textContent("label[for=berkas]")).toBe(button)
    expect(await page.textContent("#berkas-nama")).toBe(none)
    const zip = { name: "siklus.zip", mimeType: "application/zip", buffer: exampleZip() }
    await page.setInputFiles("#berkas", zip)
    expect(await page.textContent("#berkas-nama")).toBe("siklus.zip")
    await page.fill("#pagu", "2 miliar")
    await page.fill("#bulan", "6")
    await page.click("button[type=submit]")
    await page.waitForSelector("#upload-status.problem-text")
    const kept = ["#pagu", "#bulan"].map((field) => page.inputValue(field))
    expect(await Promise.all(kept)).toEqual(["2 miliar", "6"])
    expect(await page.textContent("#berkas-nama")).toBe("siklus.zip")
  },
)

test.each([
  ["", "Pagu bukan jumlah rupiah.", "Unggah lagi"],
  ["?lang=en", "The ceiling is not an amount of rupiah.", "Upload again"],
])("without script the way back brings what was written: /%s", async (query, what, again) => {
  const { page } = await open(360, { script: false })
  await page.goto(`${server.url}/${query}`)
  await page.fill("#pagu", '2 "miliar"')
  await page.fill("#bulan", "6")
  const zip = { name: "siklus.zip", mimeType: "application/zip", buffer: exampleZip() }
  await page.setInputFiles("#berkas", zip)
  await page.click("button[type=submit]")
  expect(await page.textContent("dd")).toBe(what)
  await page.click(`text=${again}`)
  const kept = ["#pagu", "#bulan"].map((field) => page.inputValue(field))
  expect(await Promise.all(kept)).toEqual(['2 "miliar"', "6"])
})

test("a chosen folder is sent file by file", async () => {
  const { page, complaints } = await open(1280)
  await page.goto(`${server.url}/`)
  await page.setInputFiles("#folder", exampleFolder)
  const files = Object.keys(filesOf(exampleFolder)).length
  expect(await page.textContent("#berkas-nama")).toBe(`balikpapan-2026 · ${files} berkas`)
  await page.click("button[type=submit]")
  await page.waitForURL(/\/hasil\/[0-9a-f-]{36}\//, { timeout: 60_000 })
  const { runs } = (await (await fetch(`${server.url}/api/v1/runs`)).json()) as {
    runs: { input: { source: string; title: string; files: number } }[]
  }
  expect(runs[0]?.input).toMatchObject({ source: "folder", title: "balikpapan-2026", files })
  expect(complaints).toEqual([])
})

test("dropped lists are sent, and a folder without lists says what to do", async () => {
  const { page } = await open(1280)
  await page.goto(`${server.url}/`)
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(["halo"], "foto.jpg"))
    const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true })
    document.getElementById("drop")?.dispatchEvent(event)
  })
  expect(await page.textContent("#berkas-nama")).toBe("foto.jpg")
  await page.click("button[type=submit]")
  await page.waitForSelector("#upload-status.problem-text")
  expect(await page.textContent("#upload-status")).toContain("Tidak ada daftar usulan di dalamnya.")
})

test("single lists are chosen like a zip, and wait for the button", async () => {
  const { page, complaints } = await open(360)
  await page.goto(`${server.url}/`)
  const lists = join(exampleFolder, "usulan")
  const [name = ""] = readdirSync(lists).filter((file) => /^[^(]+\.xlsx$/.test(file))
  await page.setInputFiles("#berkas", join(lists, name))
  expect(await page.textContent("#berkas-nama")).toBe(name)
  await page.click("button[type=submit]")
  await page.waitForURL(/\/hasil\/[0-9a-f-]{36}\//, { timeout: 60_000 })
  expect(complaints).toEqual([])
})

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
)
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** Rules that the page breaks; without its CSP, because axe is a script. */
async function broken(path: string, width: number): Promise<{ rules: string[]; overflow: number }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${server.url}${path}`)
  await page.evaluate(axeSource)
  const rules = await page.evaluate(async (values) => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: (
            options: unknown,
          ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
        }
      }
    ).axe
    const found = await axe.run({ runOnly: { type: "tag", values } })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
    )
  }, tags)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await context.close()
  return { rules, overflow }
}

const addresses = [
  ...["/", "/?lang=en", "/hasil/example/", "/hasil/example/berkas/", "/tidak-ada?lang=en"],
  "/jalankan/00000000-0000-0000-0000-000000000000",
]

test.each(addresses.flatMap((path) => [1280, 360].map((width) => [path, width] as const)))(
  "%s at %i px breaks no rule of WCAG 2.2 AA and does not scroll sideways",
  async (path, width) => {
    const { rules, overflow } = await broken(path, width)
    expect(rules).toEqual([])
    expect(overflow).toBeLessThanOrEqual(0)
  },
)

test("the check of accessibility sees a mistake", async () => {
  const page = await browser.newPage()
  await page.setContent("<html><title>x</title><img src='data:,'><input></html>")
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    ).axe
    return (await axe.run()).violations.map(({ id }) => id)
  })
  expect(found).toEqual(expect.arrayContaining(["image-alt", "label", "html-has-lang"]))
})

test("Ctrl+C ends the server cleanly, its database too", async () => {
  expect(await server.stop("SIGINT")).toBe(0)
  await expect(fetch(server.url)).rejects.toThrow()
  expect(JSON.parse(readFileSync(join(server.home, "server-users.json"), "utf8"))).toMatchObject({
    runners: [],
  })
  // No number of an identity card reached the log.
  expect(server.terminal()).not.toMatch(/\d{16}/)
})
