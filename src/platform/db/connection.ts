/** The database does not answer: the world's failure, not ours. Exit code 6 on the terminal. */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable"
}

const unreachableCodes: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  // PostgreSQL's own: starting or stopping, and a login or database it does not have.
  "57P03",
  "57P01",
  "28P01",
  "28000",
  "3D000",
]

/** Turns a failed connection into `DatabaseUnreachable`; any other error stays as it is. */
export function asDatabaseError(error: unknown, adminUrl: string): unknown {
  if (!(error instanceof Error)) return error
  const code = (error as { code?: string }).code ?? ""
  const isTimeout = /timeout expired|connection timeout|terminated/i.test(error.message)
  if (!isTimeout && !unreachableCodes.includes(code)) return error
  const reason = code === "" ? error.message : code
  const message = `${placeOf(adminUrl)} (${reason})`
  return new DatabaseUnreachable(message, { cause: error })
}

/** The same server and database under another login. */
export function roleUrl(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl)
  if (url.hostname === "") {
    // A URL without a host (unix socket) cannot hold a login; pg reads it from the query.
    url.searchParams.set("user", role)
    url.searchParams.set("password", password)
    return url.href
  }
  url.username = role
  url.password = password
  return url.href
}

/** The same server and login, another database. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Server and database of a URL, without its login. */
export function placeOf(adminUrl: string): string {
  const url = new URL(adminUrl)
  const host = url.host || url.searchParams.get("host") || "localhost"
  return `${host}${url.pathname}`
}
