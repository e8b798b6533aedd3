/**
 * JSON with sorted keys, so that equal contents have equal bytes whatever their source. A bigint is
 * written as its digits: money in law files is a whole number below 2^53.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint") return value.toString()
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(",")}}`
}
