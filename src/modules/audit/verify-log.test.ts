import { spawn, spawnSync } from "node:child_process"
import { createHash, createPrivateKey, type KeyObject } from "node:crypto"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"
import { formatVerifierKey, signNote, verifierKeyOf } from "./checkpoint.ts"
import { auditEntry, encodeEntry, entryLeaf } from "./entry.ts"
import { formatEntryLine } from "./export-log.job.ts"
import { auditVerifyDirectory } from "./index.ts"
import { proveInclusion } from "./merkle-proof.ts"
import { merkleRoot } from "./merkle.ts"
import { proofDocument } from "./proof-document.ts"

const tools = new URL("../../../tools/", import.meta.url)
const verifier = fileURLToPath(new URL("verify_log.py", tools))
const scratch = mkdtempSync(join(tmpdir(), "payung-verify-log-"))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Export {
  readonly lines: readonly string[]
  readonly notes: readonly string[]
  readonly key: string
}

interface Trust {
  readonly key?: string
  readonly witness?: string
}

const [ours, theirs] = [keyFromSeed(1), keyFromSeed(2)]

function keyFromSeed(seed: number): KeyObject {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex")
  const der = Buffer.concat([prefix, Buffer.alloc(32, seed)])
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" })
}

function idOf(index: number): string {
  return `0198c2b4-7a10-7000-8000-${String(index).padStart(12, "0")}`
}

function bytesOf(index: number, purpose: string, tenant = 6471): Buffer {
  const who = { tenant, actor: "operator@local", office: "local", roles: ["operator"] }
  const at = `2026-03-21T01:${String(index % 60).padStart(2, "0")}:00.000Z`
  const encoded = encodeEntry(auditEntry(who, { id: idOf(index), at, action: "x.y", purpose }))
  if (!encoded.ok) throw new Error(encoded.refusal.where)
  return encoded.value
}

function makeExport(
  contents: readonly Buffer[],
  sizes: readonly number[],
  signer: { key: KeyObject; name: string } = { key: ours, name: "payung.audit/6471" },
): Export {
  const leaves = contents.map((bytes) => entryLeaf(bytes))
  const idIn = (bytes: Buffer): string => /\nid=(.*)\n/.exec(bytes.toString())?.[1] ?? ""
  return {
    lines: contents.map((bytes, seq) => formatEntryLine(seq, idIn(bytes), bytes)),
    notes: sizes.map((size) => {
      const root = merkleRoot(leaves.slice(0, size))
      return signNote({ origin: signer.name, size, root }, signer.key)
    }),
    key: `${formatVerifierKey(verifierKeyOf(signer.name, signer.key))}\n`,
  }
}

const contents = Array.from({ length: 23 }, (_, index) => bytesOf(index, `n ${index}`))
const good = makeExport(contents, [1, 7, 8, 20])
const [witnessKey, lastNote = ""] = [good.key, good.notes.at(-1)]
const held = { key: witnessKey, witness: lastNote }

function place(files: Record<string, string | Buffer>): string {
  const directory = mkdtempSync(join(scratch, "x-"))
  mkdirSync(directory, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
  return directory
}

function filesOf({ lines, notes, key }: Export): Record<string, string> {
  const checkpoints = notes.join("\n")
  return { "entries.ndjson": lines.join(""), "checkpoints.txt": checkpoints, "public-key.txt": key }
}

interface Ran {
  readonly status: number | null
  readonly report: unknown
}

/** The verifier as its users start it. */
function runProgram(args: readonly string[]): Ran {
  const ran = spawnSync("python3", [verifier, ...args, "--json"], { encoding: "utf8" })
  return { status: ran.status, report: JSON.parse(ran.stdout || JSON.stringify(ran.stderr)) }
}

// One process for all runs, and each signature checked once: starting Python and its arithmetic
// take longer than all else. `main` is what the program runs, and its value the exit status.
const manyRuns = `
import contextlib, functools, io, json, sys
sys.path.insert(0, sys.argv[1])
import verify_log
verify_log.ed25519_verify = functools.lru_cache(None)(verify_log.ed25519_verify)
for line in sys.stdin:
    sys.argv = ["verify_log.py", *json.loads(line)]
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        status = verify_log.main()
    print(json.dumps({"status": status, "report": json.loads(out.getvalue())}), flush=True)
`
const python = spawn("python3", ["-B", "-c", manyRuns, fileURLToPath(tools)], {
  stdio: ["pipe", "pipe", "inherit"],
})
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
afterAll(() => python.stdin.end())

async function runPython(args: readonly string[]): Promise<Ran> {
  python.stdin.write(`${JSON.stringify([...args, "--json"])}\n`)
  const answer = await answers.next()
  if (answer.done === true) throw new Error(`Python ended on ${args.join(" ")}`)
  return JSON.parse(answer.value) as Ran
}

/** Both verifiers on the same files; they must agree in exit status, code and every number. */
async function verdict(
  files: Record<string, string | Buffer>,
  trust: Trust,
  label?: string,
): Promise<string> {
  const directory = place(files)
  const kept = place({ key: trust.key ?? "", witness: trust.witness ?? "" })
  const [keyFile, witnessFile] = [
    trust.key === undefined ? undefined : join(kept, "key"),
    trust.witness === undefined ? undefined : join(kept, "witness"),
  ]
  const own = await auditVerifyDirectory(directory, { keyFile, witnessFile })
  const flags = [...flag("--key", keyFile), ...flag("--witness", witnessFile)]
  const other = await runPython([directory, ...flags])
  const { id: _id, en: _en, where: _where, ...comparable } = own.json as Verdict
  const { where: _also, ...others } = other.report as Verdict
  expect({ status: other.status, ...others }, label).toEqual({
    status: own.exitCode,
    ...comparable,
  })
  return comparable.code ?? "intact"
}

interface Verdict {
  readonly intact: boolean
  readonly code?: string
  readonly id?: string
  readonly where?: string
  readonly en?: string
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value]
}

const replaced = (at: number, bytes: Buffer): Buffer[] => contents.with(at, bytes)
const line = (at: number): string => good.lines[at] ?? ""
const signedAway = makeExport(replaced(3, bytesOf(3, "forged")), [1, 7, 8, 20])
const otherKey = { key: theirs, name: "payung.audit/6471" }
const foreign = { key: ours, name: "payung.audit/6472" }
const unsigned = (text: string): Export => ({ ...good, notes: [text] })

test.each<[string, Export, string, Trust]>([
  ["as exported", good, "intact", held],
  ["as exported, nothing held", good, "intact", {}],
  [
    "an edited entry",
    { ...good, lines: makeExport(replaced(3, bytesOf(3, "x")), []).lines },
    "ROOT_DIFFERS",
    held,
  ],
  ["a deleted entry", { ...good, lines: good.lines.toSpliced(4, 1) }, "ENTRY_SEQUENCE", held],
  [
    "a deleted entry, renumbered",
    { ...good, lines: makeExport(contents.toSpliced(4, 1), []).lines },
    "ROOT_DIFFERS",
    held,
  ],
  [
    "two lines swapped",
    { ...good, lines: good.lines.with(4, line(5)).with(5, line(4)) },
    "ENTRY_SEQUENCE",
    held,
  ],
  [
    "two entries swapped, renumbered",
    {
      ...good,
      lines: makeExport(
        contents.with(4, contents[5] ?? Buffer.of()).with(5, contents[4] ?? Buffer.of()),
        [],
      ).lines,
    },
    "ROOT_DIFFERS",
    held,
  ],
  ["cut below a checkpoint", { ...good, lines: good.lines.slice(0, 19) }, "ENTRIES_MISSING", held],
  ["no entries at all", { ...good, lines: [] }, "ENTRIES_MISSING", held],
  [
    "a repeated line",
    { ...good, lines: good.lines.toSpliced(4, 0, line(4)) },
    "ENTRY_SEQUENCE",
    held,
  ],
  [
    "a repeated entry, renumbered",
    { ...good, lines: makeExport([...contents, contents[4] ?? Buffer.of()], []).lines },
    "ENTRY_DUPLICATE",
    held,
  ],
  [
    "an inserted entry",
    { ...good, lines: makeExport(contents.toSpliced(4, 0, bytesOf(99, "new")), []).lines },
    "ROOT_DIFFERS",
    held,
  ],
  ["a fork signed with our key", signedAway, "ROOT_DIFFERS", held],
  [
    "everything signed again with another key",
    makeExport(contents, [20], otherKey),
    "KEY_DIFFERS",
    held,
  ],
  [
    "notes signed with another key",
    { ...good, notes: makeExport(contents, [20], otherKey).notes },
    "CHECKPOINT_SIGNATURE",
    held,
  ],
  [
    "rolled back to an older state",
    makeExport(contents.slice(0, 8), [1, 7, 8]),
    "ENTRIES_MISSING",
    held,
  ],
  [
    "rolled back and continued",
    makeExport(
      [...contents.slice(0, 8), ...Array.from({ length: 20 }, (_, i) => bytesOf(50 + i, "y"))],
      [8, 28],
    ),
    "ROOT_DIFFERS",
    held,
  ],
  [
    "another tenant's log",
    makeExport(
      contents.map((_, i) => bytesOf(i, "z", 6472)),
      [20],
      foreign,
    ),
    "KEY_DIFFERS",
    held,
  ],
  [
    "another tenant's entry at the end",
    { ...good, lines: makeExport([...contents, bytesOf(60, "z", 6472)], []).lines },
    "ENTRY_TENANT",
    held,
  ],
  [
    "an id that is not the entry's",
    { ...good, lines: good.lines.with(22, line(22).replace(idOf(22), idOf(99))) },
    "ENTRY_ID",
    held,
  ],
  [
    "an entry that is not canonical",
    { ...good, lines: good.lines.with(22, formatEntryLine(22, idOf(22), Buffer.from("v=1\n"))) },
    "ENTRY_BYTES",
    held,
  ],
  [
    "a line spelt otherwise",
    { ...good, lines: good.lines.with(22, line(22).replace(",", ", ")) },
    "ENTRY_LINE",
    held,
  ],
  [
    "no last line feed",
    { ...good, lines: good.lines.with(22, line(22).trimEnd()) },
    "ENTRY_LINE",
    held,
  ],
  ["an empty last line", { ...good, lines: [...good.lines, "\n"] }, "ENTRY_LINE", held],
  [
    "CRLF",
    { ...good, lines: good.lines.map((each) => each.replace("\n", "\r\n")) },
    "ENTRY_LINE",
    held,
  ],
  [
    "a checkpoint with another size",
    { ...good, notes: [lastNote.replace("\n20\n", "\n19\n")] },
    "CHECKPOINT_SIGNATURE",
    held,
  ],
  ["a checkpoint twice", { ...good, notes: [...good.notes, lastNote] }, "CHECKPOINT_ORDER", held],
  [
    "checkpoints in another order",
    { ...good, notes: good.notes.toReversed() },
    "CHECKPOINT_ORDER",
    held,
  ],
  ["no checkpoint", { ...good, notes: [] }, "CHECKPOINT_MISSING", held],
  [
    "an extension line",
    unsigned(lastNote.replace("\n\n", "\nmore\n\n")),
    "CHECKPOINT_MALFORMED",
    held,
  ],
  ["a truncated note", unsigned(lastNote.slice(0, -9)), "CHECKPOINT_MALFORMED", held],
  [
    "a key whose id is wrong",
    { ...good, key: good.key.replace(/\+[0-9a-f]{8}\+/, "+00000000+") },
    "KEY_MALFORMED",
    held,
  ],
  ["a key without line feed", { ...good, key: good.key.trimEnd() }, "KEY_MALFORMED", {}],
  [
    "a witness's note of another log",
    good,
    "CHECKPOINT_SIGNATURE",
    { witness: makeExport(contents, [5], otherKey).notes.join("") },
  ],
  ["an empty witness file", good, "CHECKPOINT_MISSING", { witness: "" }],
])("%s", async (_, tampered, expected, trust) => {
  expect(await verdict(filesOf(tampered), trust)).toBe(expected)
})

// What no verifier can see is written down in the format's section 8, and here.
test.each<[string, Export, Trust]>([
  ["cut after the last checkpoint", { ...good, lines: good.lines.slice(0, 20) }, held],
  [
    "changed after the last checkpoint",
    { ...good, lines: makeExport(replaced(21, bytesOf(21, "x")), []).lines },
    held,
  ],
  ["a middle checkpoint removed", { ...good, notes: good.notes.toSpliced(1, 1) }, held],
  ["rolled back, no note held", makeExport(contents.slice(0, 8), [1, 7, 8]), { key: good.key }],
  ["another key, none held", makeExport(contents, [20], otherKey), {}],
  ["a fork signed with our key, no note held", signedAway, { key: good.key }],
])("not detectable: %s", async (_, tampered, trust) => {
  expect(await verdict(filesOf(tampered), trust)).toBe("intact")
})

test.each(["entries.ndjson", "checkpoints.txt", "public-key.txt"])("without %s", async (name) => {
  const { [name]: _removed, ...others } = filesOf(good)
  expect(await verdict(others, held)).toBe("FILE_MISSING")
})

/** Numbers from a seed, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let counter = 0
  return (below) => {
    counter += 1
    const digest = createHash("sha256").update(`${seed}:${counter}`).digest()
    return digest.readUInt32BE(0) % below
  }
}

type Random = (below: number) => number

function tamper(random: Random): Record<string, Buffer> {
  const isBlind = random(2) === 0
  const made = isBlind ? good : attack(random)
  const files = Object.entries(filesOf(made)).map(([name, text]) => [name, Buffer.from(text)])
  const all = Object.fromEntries(files) as Record<string, Buffer>
  if (!isBlind) return all
  if (random(4) === 0) return { ...all, "entries.ndjson": editLastEntry(random) }
  const names = ["entries.ndjson", "entries.ndjson", "checkpoints.txt", "public-key.txt"]
  const name = names[random(4)] ?? ""
  return { ...all, [name]: editBytes(all[name] ?? Buffer.of(), random) }
}

/** Attacks that keep every form, so that only hashes, signatures and held notes can tell. */
function attack(random: Random): Export {
  const [at, other] = [random(23), random(23)]
  const [one = Buffer.of(), two = Buffer.of()] = [contents[at], contents[other]]
  const forged = replaced(at, bytesOf(at, "forged"))
  const kept = contents.slice(0, at + 1)
  const listed = (list: readonly Buffer[]): Export => ({
    ...good,
    lines: makeExport(list, []).lines,
  })
  const attacks = [
    () => ({ ...good, lines: good.lines.toSpliced(at, 1) }),
    () => ({ ...good, lines: good.lines.with(at, line(other)).with(other, line(at)) }),
    () => listed(forged),
    () => listed(contents.toSpliced(at, 1)),
    () => listed(contents.with(at, two).with(other, one)),
    () => listed(kept),
    () => listed(contents.toSpliced(other, 0, one)),
    () => listed(contents.toSpliced(at, 0, bytesOf(100, "inserted"))),
    () => makeExport(forged, [1, 7, 8, 20]),
    () => makeExport(contents, [20], otherKey),
    () => ({ ...good, notes: makeExport(forged, [at + 1], otherKey).notes }),
    () => makeExport(kept, [kept.length]),
  ]
  return attacks[random(attacks.length)]?.() ?? good
}

function editBytes(content: Buffer, random: Random): Buffer {
  const [at, length] = [random(content.length), 1 + random(40)]
  const [before, rest] = [content.subarray(0, at), content.subarray(at)]
  const flipped = Buffer.of((rest[0] ?? 0) ^ (1 << random(8)))
  const edits = [
    () => Buffer.concat([before, flipped, rest.subarray(1)]),
    () => Buffer.concat([before, rest.subarray(length)]),
    () => Buffer.concat([before, rest.subarray(0, length), rest]),
    () => Buffer.concat([before, Buffer.alloc(length, random(256)), rest]),
    () => before,
    () => moveLine(content, random),
  ]
  return edits[random(edits.length)]?.() ?? content
}

/** The last entry is under no checkpoint: only its form is left to be checked. */
function editLastEntry(random: Random): Buffer {
  const bytes = editBytes(contents[22] ?? Buffer.of(), random)
  const lines = good.lines.with(22, formatEntryLine(22, idOf(22), bytes))
  return Buffer.from(lines.join(""))
}

function moveLine(content: Buffer, random: Random): Buffer {
  const lines = content.toString("latin1").split(/(?<=\n)/)
  const [taken = ""] = lines.splice(random(lines.length), 1)
  return Buffer.from(lines.toSpliced(random(lines.length + 1), 0, taken).join(""), "latin1")
}

/** Signed entries untouched and the key unchanged: then "intact" is the true answer. */
function isStillSigned(files: Record<string, Buffer>): boolean {
  const lines = (files["entries.ndjson"] ?? Buffer.of()).toString("latin1")
  const signed = good.lines.slice(0, 20).join("")
  return lines.startsWith(signed) && files["public-key.txt"]?.toString() === good.key
}

test("both agree on seeded random tamperings and miss nothing that is signed", async () => {
  const rounds = Number(process.env["DRILL_ROUNDS"] ?? 100)
  const codes = new Set<string>()
  for (let seed = 0; seed < rounds; seed += 1) {
    const files = tamper(seeded(seed))
    const code = await verdict(files, held, `seed ${seed}`)
    if (code === "intact") expect(isStillSigned(files), `seed ${seed}`).toBe(true)
    codes.add(code)
  }
  // Without these the rounds would prove little: edits that only break the form never reach
  // the hashes. The table above reaches the remaining codes.
  const forms = ["ENTRY_LINE", "ENTRY_SEQUENCE", "ENTRY_BYTES", "CHECKPOINT_MALFORMED"]
  const proofs = ["ROOT_DIFFERS", "CHECKPOINT_SIGNATURE", "ENTRIES_MISSING", "KEY_DIFFERS"]
  expect([...codes]).toEqual(expect.arrayContaining([...forms, ...proofs, "intact"]))
})

test("the inclusion proof is accepted, and a proof of anything else is not", async () => {
  const leaves = contents.slice(0, 20).map((bytes) => entryLeaf(bytes))
  const entry = { id: idOf(5), bytes: contents[5] ?? Buffer.of() }
  const proof = proofDocument(entry, proveInclusion(Buffer.concat(leaves), 5), lastNote)
  const outcome = async (changed: object): Promise<unknown> => {
    const directory = place({ proof: JSON.stringify({ ...proof, ...changed }), key: good.key })
    const args = ["--proof", join(directory, "proof"), "--key", join(directory, "key")]
    const { status, report } = await runPython(args)
    return status === 0 ? "proven" : (report as Verdict).code
  }
  const other = contents[6] ?? Buffer.of()
  expect(await outcome({})).toBe("proven")
  expect(await outcome({ seq: 6 })).toBe("ROOT_DIFFERS")
  expect(await outcome({ bytes: other.toString("base64") })).toBe("ENTRY_ID")
  expect(await outcome({ id: idOf(6), bytes: other.toString("base64") })).toBe("ROOT_DIFFERS")
  expect(await outcome({ note: good.notes[2] })).toBe("ROOT_DIFFERS")
  expect(await outcome({ path: proof.path.slice(1) })).toBe("ROOT_DIFFERS")
  expect(await outcome({ note: makeExport(contents, [20], otherKey).notes[0] })).toBe(
    "CHECKPOINT_SIGNATURE",
  )
  expect(await outcome({ path: null })).toBe("PROOF_MALFORMED")
})

test("the Python verifier accepts the vectors of the format's page", () => {
  const page = readFileSync(new URL("../../../docs/audit-log-format.md", import.meta.url), "utf8")
  const vectors = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? "") as {
    public_key_txt: string
    checkpoint: string
    entries: { bytes: string }[]
    roots: string[]
  }
  const entries = vectors.entries.map(({ bytes }) => Buffer.from(bytes, "base64"))
  const directory = place({
    "entries.ndjson": makeExport(entries, []).lines.join(""),
    "checkpoints.txt": vectors.checkpoint,
    "public-key.txt": `${vectors.public_key_txt}\n`,
  })
  const { status, report } = runProgram([directory])
  expect([status, (report as { root: string }).root]).toEqual([0, vectors.roots[8]])
  writeFileSync(join(directory, "checkpoints.txt"), vectors.checkpoint.replace("\n8\n", "\n7\n"))
  const altered = runProgram([directory])
  expect([altered.status, (altered.report as Verdict).code]).toEqual([7, "CHECKPOINT_SIGNATURE"])
})

test("wrong use ends with 2", () => {
  expect(spawnSync("python3", [verifier]).status).toBe(2)
  expect(spawnSync("python3", [verifier, "x", "--proof", "y"]).status).toBe(2)
})
