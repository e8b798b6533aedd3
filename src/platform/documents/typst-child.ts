import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { documentFontFiles } from "./document-fonts.ts"
import { readFileSync, writeSync } from "node:fs"

/** A folder that does not exist: a document reads what it is given and nothing of the machine. */
const WORKSPACE = "/payung-documents"

interface ChildJob {
  readonly source: string
  readonly timestampSeconds: number
}

function main(): void {
  // Two parts: the job in one line, then the input as it is, which would cost 30 MB as objects.
  const received = readFileSync(0)
  const lineEnd = received.indexOf("\n")
  const job = JSON.parse(received.toString("utf8", 0, lineEnd)) as ChildJob
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: documentFontFiles() }],
  })
  compiler.mapShadow(`${WORKSPACE}/input.json`, received.subarray(lineEnd + 1))
  const compiled = compiler.compile({ mainFileContent: job.source })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    console.error(JSON.stringify(error?.shortDiagnostics ?? "no diagnostics"))
    process.exitCode = 1
    return
  }
  const options = { pdfStandard: "a-2b", creationTimestamp: job.timestampSeconds }
  writeAll(compiler.pdf(document, options))
}

function writeAll(bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      // The pipe is full until the parent has read: try again.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error
    }
  }
}

main()
