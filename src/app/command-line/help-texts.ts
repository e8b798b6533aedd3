import type { CommandName, FLAGS } from "./flags.ts"

export type Line = readonly [left: string, right: string]

export interface CommandHelp<C extends CommandName> {
  readonly summary: string
  readonly usage: readonly Line[]
  /** What stands behind a flag, and what it means. */
  readonly flags: { readonly [F in keyof (typeof FLAGS)[C]]: readonly string[] }
  readonly examples: readonly string[]
}

/** The wording of help in one language. */
export interface HelpTexts {
  readonly title: string
  readonly commandHelp: string
  readonly version: string
  readonly other: string
  readonly usage: string
  readonly options: string
  readonly example: string
  readonly commands: { readonly [C in CommandName]: CommandHelp<C> }
  readonly exitCodes: readonly string[]
}
