/** Runs the code that comes on standard input with the rights of the reader, and tells how it went. */
import { readFileSync } from "node:fs"

const code = readFileSync(0, "utf8")
const url = `data:text/javascript,${encodeURIComponent(code)}`
try {
  await import(url)
  process.stdout.write("done")
} catch (error) {
  process.stdout.write(`denied: ${String(error)}`)
}
