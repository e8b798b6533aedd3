// Runs before `npm start` and `npm test`, with whatever Node is installed (18 or later) and
// without dependencies: it brings node_modules to the state the lockfile names, and does
// nothing when it is there already. `npm ci` deletes node_modules, so it must not run twice.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const checkout = dirname(dirname(fileURLToPath(import.meta.url)))
const stampFile = join(checkout, "node_modules", ".payung-lock")
const lockHash = createHash("sha256")
  .update(readFileSync(join(checkout, "package-lock.json")))
  .digest("hex")

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8").trim() === lockHash
}

function install() {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []]
  const args = [...first, "ci", "--no-audit", "--no-fund"]
  // The output goes to stderr: stdout belongs to the command that follows.
  const result = spawnSync(command, args, { cwd: checkout, stdio: ["ignore", 2, 2] })
  if (result.status === 0) return
  const why = result.error ? result.error.message : `npm ci ended with ${result.status}`
  process.stderr.write(
    `Pemasangan gagal: ${why}. Periksa sambungan jaringan, lalu jalankan lagi.\n` +
      `Installation failed: ${why}. Check the network connection, then run it again.\n`,
  )
  process.exit(1)
}

if (!isInstalled()) {
  process.stderr.write("Memasang pustaka ... / Installing packages ...\n")
  install()
  writeFileSync(stampFile, `${lockHash}\n`)
}
