import { describe, expect, test } from "vitest"
import { createLog, terminalLine } from "./log.ts"

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog("debug", (line) => lines.push(line)))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  return lines.join("")
}

const nik = "6471050101909001"

describe("personal data never reach the log", () => {
  test.each<[string, (log: ReturnType<typeof createLog>) => void]>([
    ["in the message", (log) => log.info(`row of ${nik} skipped`)],
    ["glued to letters", (log) => log.info(`NIK${nik}a`)],
    ["in groups", (log) => log.info("6471 0501 0190 9001, 6471.0501.0190.9001")],
    ["interpolated", (log) => log.info("row of %s", nik)],
    ["in a field", (log) => log.info({ text: nik }, "row")],
    ["as a number", (log) => log.info({ text: 6471050101909001 }, "row")],
    ["as a bigint", (log) => log.info({ text: 6471050101909001n }, "row")],
    ["deep inside", (log) => log.info({ a: [{ b: { c: nik } }] }, "row")],
    ["in an error", (log) => log.error(new Error(`duplicate ${nik}`))],
    ["in an error's cause", (log) => log.error({ err: new Error("x", { cause: nik }) })],
    ["in a child's bindings", (log) => log.child({ subject: nik }).info("row")],
    ["as a child's number", (log) => log.child({ subject: 6471050101909001 }).info("row")],
  ])("a NIK %s", (_what, write) => {
    expect(linesOf(write).replace(/[ .]/g, "")).not.toMatch(/\d{16}/)
  })

  test.each([
    ["name", "Siti Aminah"],
    ["nama", "Siti Aminah"],
    ["phone", "081234567890"],
    ["birth_date", "1990-01-01"],
    ["password", "rahasia"],
  ])("the field %s", (field, value) => {
    expect(linesOf((log) => log.info({ row: { [field]: value } }))).not.toContain(value)
  })

  test("a database error loses the row that PostgreSQL quotes", () => {
    const error = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (name)=(Siti Aminah) already exists.",
    })
    const written = linesOf((log) => log.error({ err: error }, "failed"))
    expect(written).not.toContain("Siti")
    expect(written).toContain("23505")
  })

  test("a URL's password and a claim's signature", () => {
    const signature = "ab".repeat(32)
    const written = linesOf((log) =>
      log.info(`postgres://postgres:rahasia@127.0.0.1/payung 6471|a|b|c|d|e|1|${signature}`),
    )
    expect(written).not.toContain("rahasia")
    expect(written).not.toContain(signature)
  })

  test("negative control: what is not personal stays", () => {
    const written = linesOf((log) => log.info({ file: "usulan/a.xlsx", rows: 1250n }, "read"))
    expect(JSON.parse(written)).toMatchObject({ file: "usulan/a.xlsx", rows: "1250", msg: "read" })
  })
})

test.each<[string, (log: ReturnType<typeof createLog>) => void, RegExp]>([
  [
    "what happened and to what",
    (log) => log.info({ method: "GET", status: 200 }, "request"),
    /^\d\d:\d\d:\d\d request method=GET status=200\n$/,
  ],
  ["how bad it is", (log) => log.warn("late"), /^[\d:]{8} WARN late\n$/],
  ["no number of a person", (log) => log.error({ nik }, "x"), /^[\d:]{8} ERROR x nik=\D+\n$/],
])("a terminal is told in words: %s", (_, write, told) => {
  expect(terminalLine(linesOf(write))).toMatch(told)
})
