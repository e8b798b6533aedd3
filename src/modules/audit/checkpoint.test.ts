import { createPrivateKey } from "node:crypto"
import { expect, test } from "vitest"
import {
  formatVerifierKey,
  parseNotes,
  parseVerifierKey,
  signNote,
  verifierKeyOf,
  verifyNote,
} from "./checkpoint.ts"
import { emptyRoot } from "./merkle.ts"

function keyFromSeed(seed: number): ReturnType<typeof createPrivateKey> {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex")
  const der = Buffer.concat([prefix, Buffer.alloc(32, seed)])
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" })
}

const origin = "payung.audit/6471"
const [ours, theirs] = [keyFromSeed(1), keyFromSeed(2)]
const key = verifierKeyOf(origin, ours)
const good = signNote({ origin, size: 5, root: emptyRoot() }, ours)
const [, ourLine = ""] = good.split("\n\n")
const strangerLine = signNote({ origin, size: 5, root: emptyRoot() }, theirs).split("\n\n")[1] ?? ""
const wrongLine = signNote({ origin, size: 6, root: emptyRoot() }, ours).split("\n\n")[1] ?? ""

function outcome(file: string): string {
  const notes = parseNotes(file)
  if (notes === null) return "malformed"
  return notes.map((note) => (verifyNote(note, key) ? "good" : "bad")).join(" ")
}

test.each<[string, string, string]>([
  ["nothing", "", ""],
  ["as signed", good, "good"],
  ["two notes", `${good}\n${good}`, "good good"],
  ["a witness's signature beside ours", good + strangerLine, "good"],
  ["only a stranger's signature", good.replace(ourLine, strangerLine), "bad"],
  ["our signature of another text", good.replace(ourLine, wrongLine), "bad"],
  ["a good and a wrong signature of ours", good + wrongLine, "bad"],
  ["another size", good.replace("\n5\n", "\n6\n"), "bad"],
  ["another tenant", good.replaceAll("6471", "6472"), "bad"],
  ["size with leading zero", good.replace("\n5\n", "\n05\n"), "malformed"],
  ["extension line", good.replace("\n\n", "\nmore\n\n"), "malformed"],
  ["no final line feed", good.slice(0, -1), "malformed"],
  ["CRLF", good.replaceAll("\n", "\r\n"), "malformed"],
  ["hyphen for the dash", good.replace("\u2014", "-"), "malformed"],
  ["second empty line", good.replace("\n\n", "\n\n\n"), "malformed"],
  ["17 signatures", good + strangerLine.repeat(16), "malformed"],
])("a checkpoint file with %s", (_, file, expected) => expect(outcome(file)).toBe(expected))

test("the key text is read back, and a wrong key id is refused", () => {
  const written = formatVerifierKey(key)
  expect(parseVerifierKey(written)).toEqual(key)
  expect(parseVerifierKey(written.replace(key.keyId, "00000000"))).toBeNull()
  expect(parseVerifierKey(written.replace("6471", "6472"))).toBeNull()
})
