import { isAbsolute, join, resolve } from "node:path"
import type { Result } from "../kernel/result.ts"
import { ok, refuse } from "../kernel/result.ts"

/** Everything the environment may set. At most twelve variables, all listed in `variables`. */
export type Config = {
  readonly checkout: string
  /** PAYUNG_HOME: state that must survive an update; default `<checkout>/.payung`. */
  readonly home: string
  /** DATABASE_URL: an administrator's URL, or null for the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** PAYUNG_PORT: the port of the web server on 127.0.0.1. */
  readonly port: number
  /** PAYUNG_KEY_FILE: the root key, kept outside of backups. */
  readonly keyFile: string
  /** PAYUNG_CONTACT: whom offices ask, with a number, as letters print it; "" where nobody said. */
  readonly contact: string
  /** PAYUNG_LOG_LEVEL */
  readonly logLevel: LogLevel
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent"

/** One variable that cannot be used: which, what was found, and what to write instead. */
export type ConfigRefusal = {
  readonly variable: string
  readonly found: string
  readonly expected: { readonly id: string; readonly en: string }
}

type Env = Readonly<Record<string, string | undefined>>

const logLevels: readonly LogLevel[] = ["debug", "info", "warn", "error", "silent"]

const variables: readonly string[] = [
  "PAYUNG_HOME",
  "PAYUNG_PORT",
  "PAYUNG_KEY_FILE",
  "PAYUNG_CONTACT",
  "PAYUNG_LOG_LEVEL",
]

/** Reads the environment once, at start. Refusals name every bad variable, not only the first. */
export function readConfig(env: Env, checkout: string): Result<Config, readonly ConfigRefusal[]> {
  const refusals = [
    ...unknownVariables(env),
    ...checkPort(env.PAYUNG_PORT),
    ...checkLogLevel(env.PAYUNG_LOG_LEVEL),
    ...checkDatabaseUrl(env.DATABASE_URL),
    ...checkContact(env.PAYUNG_CONTACT),
    ...checkPath("PAYUNG_HOME", env.PAYUNG_HOME),
    ...checkPath("PAYUNG_KEY_FILE", env.PAYUNG_KEY_FILE),
  ]
  if (refusals.length > 0) return refuse(refusals)
  const home = env.PAYUNG_HOME ? resolve(env.PAYUNG_HOME) : join(checkout, ".payung")
  return ok({
    checkout,
    home,
    databaseUrl: env.DATABASE_URL || null,
    port: Number(env.PAYUNG_PORT || "8080"),
    keyFile: env.PAYUNG_KEY_FILE || join(home, "key"),
    contact: (env.PAYUNG_CONTACT ?? "").trim(),
    logLevel: logLevels.find((level) => level === env.PAYUNG_LOG_LEVEL) ?? "info",
  })
}

/** The refusal as two lines for a terminal, Indonesian first. */
export function describeConfigRefusal(refusal: ConfigRefusal): string {
  const { variable, found, expected } = refusal
  return (
    `${variable} bernilai "${found}" dan tidak dapat dipakai; isi dengan: ${expected.id}.\n` +
    `${variable} is "${found}" and cannot be used; expected: ${expected.en}.`
  )
}

function unknownVariables(env: Env): ConfigRefusal[] {
  return Object.keys(env)
    .filter((name) => name.startsWith("PAYUNG_") && !variables.includes(name))
    .sort()
    .map((name) => ({
      variable: name,
      found: env[name] ?? "",
      expected: {
        id: `salah satu dari ${variables.join(", ")}, DATABASE_URL`,
        en: `one of ${variables.join(", ")}, DATABASE_URL`,
      },
    }))
}

function checkPort(value: string | undefined): ConfigRefusal[] {
  if (!value) return []
  const port = /^[0-9]{1,5}$/.test(value) ? Number(value) : 0
  if (port >= 1 && port <= 65_535) return []
  const expected = { id: "angka 1 sampai 65535", en: "a number from 1 to 65535" }
  return [{ variable: "PAYUNG_PORT", found: value, expected }]
}

const CONTACT_MAX = 120

/** It stands in a line of a letter. */
function checkContact(value: string | undefined): ConfigRefusal[] {
  if (!value || (value.length <= CONTACT_MAX && !/\p{Cc}/u.test(value))) return []
  const expected = {
    id: `satu baris paling panjang ${CONTACT_MAX} huruf, misalnya "Rina, 0899-0000-0001"`,
    en: `one line of at most ${CONTACT_MAX} characters, such as "Rina, 0899-0000-0001"`,
  }
  return [{ variable: "PAYUNG_CONTACT", found: value, expected }]
}

function checkLogLevel(value: string | undefined): ConfigRefusal[] {
  if (!value || logLevels.some((level) => level === value)) return []
  return [{ variable: "PAYUNG_LOG_LEVEL", found: value, expected: inBoth(logLevels.join(" | ")) }]
}

function checkDatabaseUrl(value: string | undefined): ConfigRefusal[] {
  if (!value) return []
  const url = URL.canParse(value) ? new URL(value) : null
  const isPostgres = url?.protocol === "postgres:" || url?.protocol === "postgresql:"
  if (isPostgres && url.pathname.length > 1) return []
  // The value may hold a password, so it is not repeated.
  return [
    {
      variable: "DATABASE_URL",
      found: "(hidden)",
      expected: inBoth("postgres://user:password@host:5432/database"),
    },
  ]
}

function checkPath(variable: string, value: string | undefined): ConfigRefusal[] {
  if (!value || isAbsolute(value)) return []
  const expected = {
    id: "jalur lengkap yang dimulai dengan /",
    en: "an absolute path, which begins with /",
  }
  return [{ variable, found: value, expected }]
}

/** What is written in no language. */
function inBoth(text: string): ConfigRefusal["expected"] {
  return { id: text, en: text }
}
