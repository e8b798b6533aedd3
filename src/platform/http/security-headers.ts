const everywhere = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // With "no-referrer" a browser would send "Origin: null" with our own forms.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
}

const ownPage = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ")

// A document made from files of others: it runs nothing, asks for nothing, and has an origin
// that is nobody's. Its styles stand inside of it.
const foreignDocument = [
  "sandbox allow-downloads",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ")

/** Headers of every response; `document` is for what was made from files of others. */
export function securityHeaders(kind: "page" | "document"): Readonly<Record<string, string>> {
  const policy = kind === "page" ? ownPage : foreignDocument
  return { ...everywhere, "content-security-policy": policy }
}
