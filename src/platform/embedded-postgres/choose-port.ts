import { createServer } from "node:net"
import { setTimeout as pause } from "node:timers/promises"

/**
 * The stored port while it is free, so that the address stays the same between starts. A server
 * that was just killed frees it within a moment.
 */
export async function choosePort(stored: number | undefined): Promise<number> {
  if (stored !== undefined && (await becomesFree(stored))) return stored
  const chosen = await tryListen(0)
  if (chosen === null) throw new Error("no free port on 127.0.0.1")
  return chosen
}

async function becomesFree(port: number): Promise<boolean> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    if ((await tryListen(port)) !== null) return true
    await pause(100)
  }
  return false
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(null))
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address()
      const found = typeof address === "object" && address ? address.port : null
      probe.close(() => resolve(found))
    })
  })
}
