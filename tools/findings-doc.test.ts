import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { FINDINGS } from "../src/modules/intake/index.ts"
import { findingsPage } from "./findings-doc.ts"

test("docs/findings.md is what the catalogue says", () => {
  const page = readFileSync(new URL("../docs/findings.md", import.meta.url), "utf8")
  expect(page).toBe(findingsPage())
})

test("every code has one line of eight cells", () => {
  const lines = findingsPage().split("\n")
  for (const code of Object.keys(FINDINGS)) {
    const own = lines.filter((line) => line.startsWith(`| ${code} |`))
    expect(own).toHaveLength(1)
    expect(own[0]?.split(" | ")).toHaveLength(8)
  }
})
