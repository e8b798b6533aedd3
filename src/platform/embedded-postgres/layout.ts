import { createHash } from "node:crypto"
import { chownSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { ensureHome } from "../credentials.ts"

/** The account that runs the server, or null for the account we run under. */
export type Account = { readonly uid: number; readonly gid: number } | null

export type Layout = {
  readonly account: Account
  /** Holds the database cluster `data` and the server's log. */
  readonly serverDir: string
  readonly clusterDir: string
  readonly logFile: string
  /** Where a copy of the binaries goes when they cannot be run in place. */
  readonly binariesParent: string
}

const rootParent = "/var/lib/payung"

/**
 * PostgreSQL refuses to run as root, and `nobody` cannot enter root's home directory. So as
 * root the server lives under /var/lib; as an ordinary user it lives in the home directory.
 */
export function prepareLayout(home: string, serverDir?: string): Layout {
  ensureHome(home)
  const account = process.getuid?.() === 0 ? nobody() : null
  const binariesParent = account ? rootParent : home
  const chosen = serverDir ?? defaultServerDir(home, account)
  mkdirSync(binariesParent, { recursive: true, mode: account ? 0o711 : 0o700 })
  mkdirSync(chosen, { recursive: true, mode: 0o700 })
  if (account) chownSync(chosen, account.uid, account.gid)
  if (account && serverDir === undefined) showFrom(join(home, "server"), chosen)
  return {
    account,
    serverDir: chosen,
    clusterDir: join(chosen, "data"),
    logFile: join(chosen, "server.log"),
    binariesParent,
  }
}

function defaultServerDir(home: string, account: Account): string {
  if (!account) return join(home, "server")
  const name = createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 16)
  return join(rootParent, name)
}

/** A link for people: who deletes or copies a home sees what belongs to it elsewhere. */
function showFrom(link: string, place: string): void {
  try {
    symlinkSync(place, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith("nobody:"))
  const [, , uid, gid] = line?.split(":") ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}
