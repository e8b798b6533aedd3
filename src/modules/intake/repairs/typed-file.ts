import { hiddenIdOf } from "../../../platform/spreadsheet/hidden-id.ts"
import type { Workbook } from "../../../platform/spreadsheet/workbook.ts"

const KIND = "ketikan"

/** The hidden id of a workbook into which a scan is typed: it names the bytes of the scan. */
export function typingId(sha256: string): string {
  return `${KIND}.${sha256}`
}

/** SHA-256 of the scan that was typed into this workbook; empty for any other file. */
export function typedFrom(workbook: Workbook): string {
  const [kind, sha256] = (hiddenIdOf(workbook.sheets) ?? "").split(".")
  return kind === KIND && /^[0-9a-f]{64}$/.test(sha256 ?? "") ? (sha256 ?? "") : ""
}
