import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { identifyRunner, isRunning } from "../home-lock.ts"

/**
 * Who uses the server of a home. The last user to leave stops it, unless somebody asked to
 * keep it running. Change it under the home's lock only.
 */
export type ServerUsers = { readonly runners: readonly string[]; readonly keep: boolean }

/** The users that are still alive; one that was killed does not hold the server. */
export function readServerUsers(home: string): ServerUsers {
  try {
    const stored = JSON.parse(readFileSync(usersFile(home), "utf8")) as ServerUsers
    return { keep: stored.keep, runners: stored.runners.filter(isRunning) }
  } catch {
    // Missing or torn by a crash: then nobody is known to use it.
    return { runners: [], keep: false }
  }
}

export function writeServerUsers(home: string, users: ServerUsers): void {
  writeFileSync(usersFile(home), JSON.stringify(users), { mode: 0o600 })
}

export function thisRunner(): string {
  return identifyRunner(process.pid) ?? `${process.pid}:`
}

function usersFile(home: string): string {
  return join(home, "server-users.json")
}
