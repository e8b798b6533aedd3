import type { Logger } from "pino"
import pino from "pino"
import type { LogLevel } from "./config.ts"
import { redactLine, redactValue } from "./log-redaction.ts"

export type { Logger } from "pino"

/** JSON lines on stderr, or wherever `write` sends them. stdout belongs to the data. */
export function createLog(level: LogLevel, write?: (line: string) => void): Logger {
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
