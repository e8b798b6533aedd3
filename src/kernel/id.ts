import { hash } from "node:crypto"

/** Hashing is the one pure function that the kernel takes from the platform. */
export function sha256(content: string | Uint8Array): Buffer {
  return hash("sha256", content, "buffer")
}

export function sha256Hex(content: string | Uint8Array): string {
  return hash("sha256", content, "hex")
}

/**
 * An id that depends on content only, never on order or clock: UUIDv8 of the SHA-256 over
 * length-prefixed parts, so that ("ab","c") and ("a","bc") differ.
 */
export function contentId(tenant: number, kind: string, ...parts: readonly string[]): string {
  let content = ""
  for (const part of [String(tenant), kind, ...parts])
    content += `${Buffer.byteLength(part)}:${part}`
  return formatUuid(sha256(content).subarray(0, 16), 8)
}

/** UUIDv7 from a clock and 10 random bytes that the caller injects. */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(nowMs, 0, 6)
  Buffer.from(random).copy(bytes, 6, 0, 10)
  return formatUuid(bytes, 7)
}

function formatUuid(source: Uint8Array, version: 7 | 8): string {
  const bytes = Buffer.from(source)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString("hex")
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20)].join("-")
}
