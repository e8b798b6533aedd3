import type { BatchReading, CodeCount } from "../../modules/inbox/index.ts"
import { FINDINGS, type Finding, type Language } from "../../modules/intake/index.ts"
import { registerColumnTitle } from "../../modules/registry/index.ts"
import { fileParts, rowParts } from "./reading-codes.ts"
import { countIn, readingWords, registerNames } from "./reading-words.ts"

/** A file as read, for people. */
export interface ReadFileView {
  readonly name: string
  readonly reading: BatchReading
  readonly codes: readonly CodeCount[]
}

/** What the terminal says of a file, block by block. */
export function readingText(view: ReadFileView, language: Language): string {
  const lines = [
    headline(view, language),
    ...meaning(view, language),
    ...balance(view, language),
    ...fileLines(view, language),
    ...registerLines(view, language),
    ...codeGroups(view, language),
  ]
  return `${lines.join("\n")}\n`
}

/** Why a file could not be read: what, where, how. */
export function refusalText(name: string, finding: Finding, language: Language): string {
  const { what, where, how } = fileParts(finding, { file: name, language })
  return `${readingWords(language).reading} ${name} … ${what}: ${where}. ${how}\n`
}

function headline({ name, reading }: ReadFileView, language: Language): string {
  const words = readingWords(language)
  const unit = reading.kind === "usulan" ? words.rows : words.records
  const count = `${countIn(reading.counts.read, language)} ${unit}`
  const sheets = reading.sheets.map((sheet) => {
    const at = sheet.headerRow === null ? "" : `, ${words.headerAt} ${sheet.headerRow}`
    return sheet.name === "" ? at.slice(2) : `${words.sheet} "${sheet.name}"${at}`
  })
  const shown = sheets.filter((text) => text !== "").slice(0, SHEETS_SHOWN)
  const more = sheets.length - SHEETS_SHOWN
  const rest = more > 0 ? [`+ ${more} ${words.sheet}`] : []
  return `${words.reading} ${name} … ${[count, ...shown, ...rest].join(", ")}`
}

const SHEETS_SHOWN = 3

function meaning({ reading }: ReadFileView, language: Language): string[] {
  const words = readingWords(language)
  const { kind, sender } = reading
  if (kind !== "usulan") {
    const isTold = sender.known && kind !== "register"
    const which = isTold ? "" : `: ${registerNames(sender.name, language)}`
    return [`  ${words.readAs} ${words.kinds[kind]}${which}`]
  }
  const who = sender.known ? sender.name : words.unknownSender
  return [`  ${words.readAs} ${words.kinds[kind]} ${words.from} ${who}`]
}

const OUTCOMES = ["accepted", "repaired", "set_aside", "ignored"] as const
const CHANGES = ["new", "same", "changed", "missing"] as const

function balance({ reading }: ReadFileView, language: Language): string[] {
  const words = readingWords(language)
  const { counts, diff, stillAsked } = reading
  const parts = OUTCOMES.map((name) => `${countIn(counts[name], language)} ${words.outcomes[name]}`)
  const unit = reading.kind === "usulan" ? words.rows : words.records
  const lines = [`  ${countIn(counts.read, language)} ${unit} = ${parts.join(" + ")}`]
  if (diff.same + diff.changed + diff.missing > 0) {
    const changes = CHANGES.map((name) => `${countIn(diff[name], language)} ${words.changes[name]}`)
    lines.push(`  ${words.against}: ${changes.join(", ")}`)
  }
  if (stillAsked > 0) lines.push(`  ${countIn(stillAsked, language)} ${words.stillAsked}`)
  return lines
}

function fileLines({ name, reading }: ReadFileView, language: Language): string[] {
  if (reading.findings.length === 0) return []
  const words = readingWords(language)
  return [
    `  ${words.aboutFile}:`,
    ...reading.findings.map((finding) => {
      const { what, where, how } = fileParts(finding, { file: name, language })
      return `    ${finding.code}  ${what}: ${where}. ${how}`
    }),
  ]
}

function registerLines({ reading }: ReadFileView, language: Language): string[] {
  const words = readingWords(language)
  const unread = [...new Set(reading.registers.flatMap((table) => table.unread))]
  const lacking = [...new Set(reading.registers.flatMap((table) => table.lacking))]
  return [
    ...(unread.length > 0 ? [`  ${words.unreadColumns}: ${unread.join(", ")}`] : []),
    ...(lacking.length > 0
      ? [`  ${words.lackingColumns}: ${lacking.map(registerColumnTitle).join(", ")}`]
      : []),
  ]
}

function codeGroups({ name, reading, codes }: ReadFileView, language: Language): string[] {
  const words = readingWords(language)
  const width = Math.max(...codes.map(({ code }) => code.length), 0)
  return (["ask", "warn", "auto", "no"] as const).flatMap((handling) => {
    const own = codes.filter(({ code }) => FINDINGS[code].handling === handling)
    if (own.length === 0) return []
    const lines = own.flatMap(({ code, rows, first }) => {
      const { what, where, how } = rowParts(reading.sheets, first, { file: name, language })
      const count = `${countIn(rows, language).padStart(6)} ${words.rows}`
      const head = `    ${code.padEnd(width)} ${count}  ${what}`
      if (handling === "auto" || handling === "no") return [head]
      const under = " ".repeat(width + 1 + count.length + 2)
      return [head, `    ${under}${words.example} ${where}. ${how}`]
    })
    return [`  ${words.groups[handling]}:`, ...lines]
  })
}
