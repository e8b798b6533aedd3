import { createServer } from "node:net"
import type { FastifyInstance } from "fastify"
import { ok, refuse, type Result } from "../../kernel/result.ts"

const ADDRESS = "127.0.0.1"

export interface PortRefusal {
  readonly kind: "port_taken" | "port_forbidden"
  readonly port: number
}

/** Whether a server could listen there now; asked before work that would be in vain. */
export async function probePort(port: number): Promise<Result<number, PortRefusal>> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject)
      probe.listen({ host: ADDRESS, port, exclusive: true }, resolve)
    })
    await new Promise((resolve) => probe.close(resolve))
    return ok(port)
  } catch (error) {
    return refuse(portRefusal(error, port))
  }
}

/** Listens on this machine only. Port 0 takes a free one. Returns the address to open. */
export async function listenLocally(
  app: FastifyInstance,
  port: number,
): Promise<Result<string, PortRefusal>> {
  try {
    await app.listen({ host: ADDRESS, port })
  } catch (error) {
    return refuse(portRefusal(error, port))
  }
  const address = app.server.address()
  const chosen = typeof address === "object" && address !== null ? address.port : port
  return ok(`http://localhost:${chosen}`)
}

function portRefusal(error: unknown, port: number): PortRefusal {
  const code = (error as NodeJS.ErrnoException).code
  if (code === "EADDRINUSE") return { kind: "port_taken", port }
  if (code === "EACCES") return { kind: "port_forbidden", port }
  throw error
}
