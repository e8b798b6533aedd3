// Until accounts exist, whoever reaches the port is the operator. A page of a stranger must
// therefore neither reach it under a name of its own (DNS rebinding) nor post to it (CSRF).

const localHost = /^(?:localhost|127\.0\.0\.1)(?::[0-9]{1,5})?$/i

/** Whether a Host header names this machine. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && localHost.test(host)
}

export interface RequestOrigin {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** Sec-Fetch-Site; programs other than browsers do not send it. */
  readonly site: string | undefined
}

/** Whether a request that changes something comes from a page of this server, or from no page. */
export function isOwnOrigin({ host, origin, site }: RequestOrigin): boolean {
  if (origin !== undefined) return origin.toLowerCase() === `http://${host?.toLowerCase()}`
  return site === undefined || site === "same-origin" || site === "none"
}
