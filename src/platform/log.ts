import type { Logger } from "pino"
import pino from "pino"
import type { LogLevel } from "./config.ts"
import { redactLine, redactValue } from "./log-redaction.ts"

export type { Logger } from "pino"

/**
 * JSON lines on stderr, or wherever `write` sends them; lines for people where stderr is a terminal.
 * stdout belongs to the data.
 */
export function createLog(level: LogLevel, write = terminalWrite()): Logger {
  const destination = write ? { write } : pino.destination({ fd: 2, sync: true })
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        log: (entry) => redactValue(entry) as Record<string, unknown>,
        bindings: (entry) => redactValue(entry) as Record<string, unknown>,
      },
      hooks: {
        // The last net: error stacks and interpolated messages pass only here.
        streamWrite: redactLine,
      },
    },
    destination,
  )
}

function terminalWrite(): ((line: string) => void) | undefined {
  const { stderr } = process
  return stderr.isTTY ? (line) => stderr.write(terminalLine(line)) : undefined
}

/** A line of the log for people: the time of day, how bad it is, what happened, and to what. */
export function terminalLine(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>
  const bad = pino.levels.labels[Number(level)] ?? ""
  const words = Object.entries(rest).map(([name, value]) => `${name}=${textOf(value)}`)
  const head = [
    new Date(String(time)).toTimeString().slice(0, 8),
    Number(level) > LEVEL_INFO ? bad.toUpperCase() : "",
    msg,
  ]
  return `${[...head, ...words].filter((part) => part !== "" && part !== undefined).join(" ")}\n`
}

const LEVEL_INFO = 30

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
