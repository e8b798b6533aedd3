import { afterAll, beforeAll, expect, test } from "vitest"
import { startPayung, type PayungServer } from "./payung-server.testing.ts"

let server: PayungServer

beforeAll(async () => {
  server = await startPayung()
})

afterAll(() => server.remove())

interface Found {
  readonly persons?: readonly Readonly<Record<string, unknown>>[]
  readonly next?: string | null
  readonly code?: string
  readonly what?: string
  readonly how?: string
}

async function ask(query: string): Promise<{ readonly status: number; readonly body: Found }> {
  const answer = await fetch(`${server.url}/api/v1/persons?${query}`, {
    headers: { accept: "application/json" },
  })
  return { status: answer.status, body: (await answer.json()) as Found }
}

test("people of the example can be found once it was computed", async () => {
  const count = () => ask("q=soekardi").then(({ body }) => body.persons?.length ?? 0)
  await expect.poll(count, { timeout: 120_000, interval: 500 }).toBeGreaterThan(0)
})

test.each(["soekadri", "sukardi", "SOEKARDI%20abidn"])(
  "%s finds Soekardi, masked",
  async (name) => {
    const { status, body } = await ask(`q=${name}&purpose=aduan`)
    expect(status).toBe(200)
    expect(String(body.persons?.[0]?.["name"])).toMatch(/^SOEKARDI/)
    expect(JSON.stringify(body)).not.toMatch(/\d{9}/)
    expect(String(body.persons?.[0]?.["nik"])).toMatch(/^\d{4}\*{8}\d{4}$/)
  },
)

test("pages follow each other", async () => {
  const first = await ask("q=siti&limit=5")
  const second = await ask(`q=siti&limit=5&cursor=${first.body.next ?? ""}`)
  const ids = [first, second].flatMap(({ body }) => body.persons?.map(({ id }) => id) ?? [])
  expect(new Set(ids).size).toBe(10)
})

test.each([
  ["", 422, "SEARCH_EMPTY"],
  ["q=", 422, "SEARCH_EMPTY"],
  ["q=a", 422, "SEARCH_SHORT"],
  [`q=${"x".repeat(101)}`, 422, "SEARCH_LONG"],
  ["q=12345", 422, "SEARCH_DIGITS_FEW"],
  ["q=budi%200899", 422, "SEARCH_MIXED"],
  ["q=siti&limit=0", 422, "PARAMETER_INVALID"],
  ["q=siti&limit=101", 422, "PARAMETER_INVALID"],
  ["q=siti&year=x", 422, "PARAMETER_INVALID"],
  ["q=siti&cursor=x", 422, "PARAMETER_INVALID"],
  ["q=siti&purpose=a%0Ab", 422, "PURPOSE_MISSING"],
  ["q=siti&cursor=00000000-0000-8000-8000-000000000000.20", 410, "SEARCH_PAGE_GONE"],
])("%s is answered with %i %s, in both languages", async (query, status, code) => {
  const [id, en] = [await ask(query), await ask(`${query}&lang=en`)]
  expect(id).toMatchObject({ status, body: { code } })
  expect(en).toMatchObject({ status, body: { code } })
  expect(id.body.what).not.toBe(en.body.what)
  expect(id.body.how).not.toBe(en.body.how)
})
