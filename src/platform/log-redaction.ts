const personalFields: ReadonlySet<string> = new Set(
  [
    ["nik", "kk", "kpj", "name", "nama", "display_name", "full_name", "mother_name"],
    ["birth_date", "born_on", "tanggal_lahir", "birth_place", "address", "alamat"],
    ["phone", "telepon", "hp", "email", "password", "token", "authorization", "cookie"],
    ["claim", "key", "secret", "adminUrl", "admin_url", "connectionString"],
  ].flat(),
)

const mask = "[dihapus]"

// Sixteen digits are a NIK or a KK, also when written in groups. Longer runs may hold one.
const identityNumber = /\d(?:[ .-]?\d){15,}/g
// A child logger's numbers reach only the finished line; the mask must stay valid JSON there.
const identityNumberField = /(?<=[^\\]":)\d{16,}(?=[,}])/g
// A claim or a URL with a password would let a reader of the log act as somebody.
const signedClaim = /\|[0-9a-f]{64}\b/g
const urlPassword = /(\w+:\/\/[^\s:/@"]*:)[^\s@"]+@/g

/** A finished log line without identity numbers, signatures and passwords. */
export function redactLine(line: string): string {
  return line
    .replace(identityNumberField, `"${mask}"`)
    .replace(identityNumber, mask)
    .replace(signedClaim, `|${mask}`)
    .replace(urlPassword, `$1${mask}@`)
}

/** The same value without personal fields, at any depth. Errors become name, code, stack. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactLine(value)
  if (typeof value === "bigint" || typeof value === "number") return redactNumber(value)
  if (value === null || typeof value !== "object") return value
  if (depth > 8) return mask
  if (value instanceof Error) return redactError(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((one) => redactValue(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      personalFields.has(name) ? mask : redactValue(inner, depth + 1),
    ]),
  )
}

/** pg puts the offending row into `detail` and `where`; those are left out. */
function redactError(error: Error): unknown {
  const code = (error as { code?: unknown }).code
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    stack: redactLine(error.stack ?? error.message),
  }
}

function redactNumber(value: number | bigint): unknown {
  const text = String(value)
  if (text.replace(/\D/g, "").length >= 16) return mask
  return typeof value === "bigint" ? text : value
}
