import { createPublicKey, sign, verify, type KeyObject } from "node:crypto"
import { assert } from "../../kernel/assert.ts"
import { sha256 } from "../../kernel/id.ts"
import { HASH_BYTES } from "./merkle.ts"

/** A tree head: how many entries, and the root over them. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

/** A checkpoint as signed note, still to be verified. */
export interface Note {
  readonly text: string
  readonly checkpoint: Checkpoint
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  readonly keyId: string
  readonly signature: Buffer
}

export interface VerifierKey {
  readonly name: string
  readonly keyId: string
  readonly publicKey: Buffer
}

const ED25519 = 0x01
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex")
const SIGNATURES_MAX = 16
const SIZE = /^(?:0|[1-9][0-9]{0,14})$/
const ORIGIN = /^payung\.audit\/[1-9][0-9]{0,9}$/
const SIGNATURE_LINE = /^\u2014 ([!-*,-~]+) ([A-Za-z0-9+/]+={0,2})$/
const VERIFIER_KEY = /^(payung\.audit\/[1-9][0-9]{0,9})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/

export function originOf(tenant: number): string {
  return `payung.audit/${tenant}`
}

/** The three lines of C2SP tlog-checkpoint, no extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  assert(ORIGIN.test(origin) && SIZE.test(String(size)), "a checkpoint has an origin and a size")
  assert(root.length === HASH_BYTES, "a root has 32 bytes")
  return `${origin}\n${size}\n${root.toString("base64")}\n`
}

/** Signs a checkpoint as C2SP signed note; the key's name is the origin. */
export function signNote(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const text = checkpointText(checkpoint)
  const key = verifierKeyOf(checkpoint.origin, privateKey)
  const signature = sign(null, Buffer.from(text, "utf8"), privateKey)
  const content = Buffer.concat([Buffer.from(key.keyId, "hex"), signature])
  return `${text}\n\u2014 ${checkpoint.origin} ${content.toString("base64")}\n`
}

/** The public half of a private or public Ed25519 key under a log's origin. */
export function verifierKeyOf(name: string, key: KeyObject): VerifierKey {
  const spki = (key.type === "private" ? createPublicKey(key) : key).export({
    format: "der",
    type: "spki",
  })
  assert(spki.subarray(0, 12).equals(SPKI_PREFIX), "the signing key is Ed25519")
  const publicKey = Buffer.from(spki.subarray(12))
  return { name, keyId: keyIdOf(name, publicKey), publicKey }
}

/** `<name>+<key id>+<base64 of 0x01 ‖ key>`, the verifier key text of the note family. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${Buffer.concat([Buffer.from([ED25519]), publicKey]).toString("base64")}`
}

export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name, keyId, encoded] = VERIFIER_KEY.exec(text) ?? []
  const content = decodeBase64(encoded ?? "")
  if (name === undefined || keyId === undefined || content?.length !== 33) return null
  const publicKey = content.subarray(1)
  if (content[0] !== ED25519 || keyIdOf(name, publicKey) !== keyId) return null
  return { name, keyId, publicKey }
}

/**
 * Splits a file of notes: three lines of text, an empty line, one or more signature lines, and an
 * empty line before the next note. Returns null when any byte does not belong.
 */
export function parseNotes(file: string): Note[] | null {
  if (file === "") return []
  if (!file.endsWith("\n")) return null
  const blocks = file.slice(0, -1).split("\n\n")
  if (blocks.length % 2 !== 0) return null
  const notes: Note[] = []
  for (let at = 0; at < blocks.length; at += 2) {
    const note = parseNote(blocks[at] ?? "", blocks[at + 1] ?? "")
    if (note === null) return null
    notes.push(note)
  }
  return notes
}

/**
 * Whether the known key signed the note. Signatures of other keys (witnesses) are ignored; a wrong
 * signature under the known name and key id spoils the note (C2SP signed-note).
 */
export function verifyNote(note: Note, key: VerifierKey): boolean {
  if (note.checkpoint.origin !== key.name) return false
  const ours = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  const der = Buffer.concat([SPKI_PREFIX, key.publicKey])
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" })
  const text = Buffer.from(note.text, "utf8")
  const good = ({ signature }: NoteSignature): boolean =>
    signature.length === 64 && verify(null, text, publicKey, signature)
  return ours.length > 0 && ours.every(good)
}

/** Base64 of RFC 4648 section 4 in its only canonical form, or null. */
export function decodeBase64(encoded: string): Buffer | null {
  const content = Buffer.from(encoded, "base64")
  return content.toString("base64") === encoded ? content : null
}

function parseNote(text: string, signatureBlock: string): Note | null {
  const [origin = "", size = "", encodedRoot = "", ...more] = text.split("\n")
  const root = decodeBase64(encodedRoot)
  if (more.length > 0 || !ORIGIN.test(origin) || !SIZE.test(size)) return null
  if (root?.length !== HASH_BYTES) return null
  const lines = signatureBlock.split("\n")
  const signatures = lines.map(parseSignature).filter((each) => each !== null)
  if (signatures.length !== lines.length || lines.length > SIGNATURES_MAX) return null
  return { text: `${text}\n`, checkpoint: { origin, size: Number(size), root }, signatures }
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = SIGNATURE_LINE.exec(line) ?? []
  const content = decodeBase64(encoded)
  if (name === "" || content === null || content.length <= 4) return null
  const keyId = content.subarray(0, 4).toString("hex")
  return { name, keyId, signature: content.subarray(4) }
}

function keyIdOf(name: string, publicKey: Uint8Array): string {
  const parts = [Buffer.from(`${name}\n`, "utf8"), Buffer.from([ED25519]), publicKey]
  return sha256(Buffer.concat(parts)).subarray(0, 4).toString("hex")
}
