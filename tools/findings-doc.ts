import { readFileSync, writeFileSync } from "node:fs"
import {
  FINDING_TEXTS,
  FINDINGS,
  settledBy,
  type FindingCode,
} from "../src/modules/intake/index.ts"

const PATH = new URL("../docs/findings.md", import.meta.url)

const INTRODUCTION = `# Findings / Temuan

What reading a list can find, from the catalogue in \`src/modules/intake\`. Written by
\`node tools/findings-doc.ts\`; do not edit by hand.

Stage: **import** = visible in the list itself, **register** = needs another source, **file** = about
a whole file. Handling: **auto** = repaired by rule, only one reading is possible; **warn** = taken
with a warning; **ask** = a human must answer first; **no** = never becomes a candidate.

Each finding of a row carries the text before, the reading after, its rule (the code) and who settles
it: **automatic** = the rule alone, since one reading is possible; **proposed** = the reading is taken
or shown until somebody objects; **human** = somebody must say. Without a reading (no NIK to derive
the sex from, say) nothing was repaired, and a human settles every code.

| Code | Stage | Handling | With a reading, by | Arti | Meaning | Cara memperbaiki | How to fix |
|---|---|---|---|---|---|---|---|
`

/** The catalogue of findings as a page: one line per code, in the catalogue's order. */
export function findingsPage(): string {
  const lines = (Object.keys(FINDINGS) as FindingCode[]).map((code) => {
    const { stage, handling } = FINDINGS[code]
    const [indonesian, english] = [FINDING_TEXTS.id[code], FINDING_TEXTS.en[code]]
    const words = [indonesian.what, english.what, fixOf(indonesian.how), fixOf(english.how)]
    const by = settledBy({ code, after: "…" })
    return `| ${[code, stage, handling, by, ...words].join(" | ")} |`
  })
  return `${INTRODUCTION}${lines.join("\n")}\n`
}

/** Without a row at hand a value that the sentence would show is an ellipsis. */
function fixOf(how: string): string {
  return how.replace(/"?\{\w+\}"?/g, "…").replaceAll("|", "\\|")
}

/** Writes the page, or with `--check` says whether it is up to date. Returns the exit code. */
function main(args: readonly string[]): number {
  const page = findingsPage()
  if (!args.includes("--check")) {
    writeFileSync(PATH, page)
    return 0
  }
  if (readFileSync(PATH, "utf8") === page) return 0
  console.error("docs/findings.md usang: jalankan node tools/findings-doc.ts.")
  console.error("docs/findings.md is out of date: run node tools/findings-doc.ts.")
  return 1
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
