import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { Browser } from "playwright-core"
import { chromium } from "playwright-core"

// The package's own arguments include --single-process, which crashes when contexts close.
const args = [
  "--headless=shell",
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
]

/**
 * A real Chromium for end-to-end tests, from the npm package or from CHROMIUM_PATH. It runs
 * without a sandbox: open the tests' own pages in it and nothing else.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH
  if (installed) return await chromium.launch({ executablePath: installed, args })
  const dir = await unpackBrowser()
  return await chromium.launch({
    executablePath: join(dir, "chromium"),
    args,
    env: {
      PATH: process.env.PATH ?? "",
      LANG: "C.UTF-8",
      TMPDIR: tmpdir(),
      HOME: dir,
      LD_LIBRARY_PATH: `${join(dir, "al2023", "lib")}:${dir}`,
      FONTCONFIG_PATH: join(dir, "fonts"),
    },
  })
}

/** Unpacks once for each user and version, complete or not at all. */
async function unpackBrowser(): Promise<string> {
  const packageDir = findPackage()
  const version = readVersion(packageDir)
  const dir = join(tmpdir(), `payung-chromium-${process.getuid?.() ?? 0}-${version}`)
  if (existsSync(dir)) return dir
  const half = `${dir}.${process.pid}`
  mkdirSync(half, { mode: 0o700 })
  await unpackInto(half, join(packageDir, "bin"))
  writeFileSync(join(half, "fonts", "fonts.conf"), fontSettings(dir))
  try {
    renameSync(half, dir)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another test file finished the same first.
    if (!existsSync(dir)) throw error
  }
  return dir
}

/** The package always unpacks into os.tmpdir(), which follows TMPDIR. */
async function unpackInto(dir: string, bin: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium")
  const before = process.env.TMPDIR
  process.env.TMPDIR = dir
  try {
    const names = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]
    await Promise.all(names.map((name) => inflate(join(bin, name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** The package's own settings look for fonts in /tmp/fonts, where ours are not. */
function fontSettings(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, "fonts", "fonts")}</dir>
  <cachedir>${join(dir, "fonts-cache")}</cachedir>
</fontconfig>
`
}

function findPackage(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")))
}

function readVersion(packageDir: string): string {
  return String(JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")).version)
}
