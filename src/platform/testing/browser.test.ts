import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "./browser.ts"

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

test("renders text with a font and runs scripts, in contexts that come and go", async () => {
  for (const word of ["satu", "dua", "tiga"]) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.setContent(`<p id="a"></p><script>a.textContent = "${word}"</script>`)
    expect(await page.textContent("#a")).toBe(word)
    const box = await page.locator("#a").evaluate((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return range.getBoundingClientRect().width
    })
    expect(box).toBeGreaterThan(10)
    await context.close()
  }
})
