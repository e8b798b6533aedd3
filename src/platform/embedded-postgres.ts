import { existsSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { ensureHome, randomPassword, readCredentials, writeCredentials } from "./credentials.ts"
import { prepareBinaries } from "./embedded-postgres/binaries.ts"
import { choosePort } from "./embedded-postgres/choose-port.ts"
import type { Layout } from "./embedded-postgres/layout.ts"
import { prepareLayout } from "./embedded-postgres/layout.ts"
import type { Launch } from "./embedded-postgres/postmaster.ts"
import type { PostmasterFile } from "./embedded-postgres/postmaster-file.ts"
import {
  createCluster,
  findPostmaster,
  launchPostmaster,
  resetPassword,
  stopPostmaster,
  waitUntilReady,
} from "./embedded-postgres/postmaster.ts"
import { readServerUsers, thisRunner, writeServerUsers } from "./embedded-postgres/server-users.ts"
import type { ServerProfile } from "./embedded-postgres/settings.ts"
import { withHomeLock } from "./home-lock.ts"
import { InstallationUnusable } from "./installation-unusable.ts"

export type ServerOptions = {
  /** PAYUNG_HOME: credentials, lock and, for an ordinary user, the cluster itself. */
  readonly home: string
  readonly profile?: ServerProfile
  /** Where the cluster lives, when not in its usual place; `nobody` must be able to enter. */
  readonly serverDir?: string
}

export type Server = {
  /** The superuser's URL of the database `payung`; it holds a password, never log it. */
  readonly adminUrl: string
  /** The folder of the cluster and its log, for whoever has to find it. */
  readonly serverDir: string
  /** False when a server that was running already is used. */
  readonly startedHere: boolean
  /** Ends our use. The server stops with its last user, unless somebody left it running. */
  readonly stop: () => Promise<void>
  /** Ends our use and keeps the server running after the last user, until `stopServer`. */
  readonly leave: () => Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a home directory, or joins the one that runs. Safe when
 * several programs start at once and after kill -9 of us or of the server.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  ensureHome(options.home)
  return await withHomeLock(options.home, async () => {
    const layout = prepareLayout(options.home, options.serverDir)
    const joined = await joinRunning(options.home, layout)
    const running = joined ?? (await startFresh(options, layout))
    const url = adminUrl(options.home, running.port)
    await ensureDatabase(url)
    enter(options.home, joined === null)
    return {
      adminUrl: url,
      serverDir: layout.serverDir,
      startedHere: joined === null,
      stop: () => leaveServer(options.home, layout, false),
      leave: () => leaveServer(options.home, layout, true),
    }
  })
}

/** Whether a home's server has been started before, on this machine. */
export function hasCluster(home: string): boolean {
  return existsSync(home) && existsSync(prepareLayout(home).clusterDir)
}

/** Stops the server of a home whoever uses it; false when none was running. */
export async function stopServer(options: ServerOptions): Promise<boolean> {
  ensureHome(options.home)
  return await withHomeLock(options.home, async () => {
    writeServerUsers(options.home, { runners: [], keep: false })
    return await stopPostmaster(prepareLayout(options.home, options.serverDir))
  })
}

async function joinRunning(home: string, layout: Layout): Promise<PostmasterFile | null> {
  // A server that was just killed can still be found for a moment: look again when it fails.
  for (let attempt = 1; findPostmaster(layout); attempt += 1) {
    try {
      const running = await waitUntilReady(layout)
      if (await acceptsUs(adminUrl(home, running.port))) return running
      await stopPostmaster(layout)
    } catch (error) {
      if (attempt === 20) throw error
      await pause(100)
    }
  }
  return null
}

async function startFresh(options: ServerOptions, layout: Layout): Promise<PostmasterFile> {
  const binaries = prepareBinaries(layout)
  const profile = options.profile ?? "standard"
  const stored = readCredentials(options.home).server
  const port = await choosePort(stored?.port)
  const server = { port, password: stored?.password ?? randomPassword() }
  writeCredentials(options.home, { server })
  if (!existsSync(layout.clusterDir)) createCluster(layout, binaries, server.password)
  else if (!stored) resetPassword(layout, binaries, server.password)
  const running = await launchAgain(layout, { binaries, profile, port })
  if (await acceptsUs(adminUrl(options.home, port))) return running
  await stopPostmaster(layout)
  const [file, place] = [`${options.home}/database.json`, layout.clusterDir]
  throw new InstallationUnusable({
    id: `Kata sandi di ${file} tidak membuka ${place}: hapus berkas itu, sandi baru dibuat pada awal berikutnya.`,
    en: `The password in ${file} does not open ${place}: remove that file, and a new password is set at the next start.`,
  })
}

/** The workers of a killed server need a moment to notice; until then a new one cannot start. */
async function launchAgain(layout: Layout, launch: Launch): Promise<PostmasterFile> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchPostmaster(layout, launch)
    } catch (error) {
      const isHeld = error instanceof Error && /pre-existing shared memory/.test(error.message)
      if (!isHeld || attempt === 50) throw error
      await pause(200)
    }
  }
}

async function leaveServer(home: string, layout: Layout, keep: boolean): Promise<void> {
  await withHomeLock(home, async () => {
    const users = readServerUsers(home)
    const runners = users.runners.filter((runner) => runner !== thisRunner())
    const kept = users.keep || keep
    writeServerUsers(home, { runners, keep: kept })
    if (runners.length === 0 && !kept) await stopPostmaster(layout)
  })
}

function enter(home: string, isFresh: boolean): void {
  const users = readServerUsers(home)
  const runners = [...new Set([...users.runners, thisRunner()])]
  writeServerUsers(home, { runners, keep: users.keep && !isFresh })
}

function adminUrl(home: string, port: number): string {
  // pg does not even try an empty password; a lost one shall be refused by the server.
  const password = readCredentials(home).server?.password ?? "lost"
  return `postgres://postgres:${password}@127.0.0.1:${port}/payung`
}

/** False when the server does not know our password; other failures are thrown. */
async function acceptsUs(url: string): Promise<boolean> {
  const client = new pg.Client({ ...maintenance(url), connectionTimeoutMillis: 5_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ ...maintenance(url), connectionTimeoutMillis: 5_000 })
  client.on("error", () => {})
  await client.connect()
  try {
    const found = await client.query("select from pg_database where datname = 'payung'")
    if (found.rowCount === 0) await client.query("create database payung")
  } finally {
    await client.end()
  }
}

function maintenance(url: string): { connectionString: string } {
  const changed = new URL(url)
  changed.pathname = "/postgres"
  return { connectionString: changed.href }
}
