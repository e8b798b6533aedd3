/** What every command takes; the help of both languages names each of them or does not compile. */
export const FLAGS = {
  run: {
    out: "text",
    inbox: "switch",
    "dry-run": "switch",
    law: "text",
    year: "text",
    ceiling: "text",
    months: "text",
    "as-of": "text",
    seed: "text",
    strict: "switch",
    json: "switch",
    lang: "text",
  },
  season: {
    out: "text",
    year: "text",
    deadline: "text",
    law: "text",
    json: "switch",
    lang: "text",
  },
  check: {
    as: "text",
    sender: "text",
    errors: "text",
    map: "text",
    "save-map": "switch",
    law: "text",
    year: "text",
    json: "switch",
    lang: "text",
  },
  import: {
    "dry-run": "switch",
    yes: "switch",
    list: "switch",
    undo: "text",
    as: "text",
    sender: "text",
    errors: "text",
    map: "text",
    "save-map": "switch",
    law: "text",
    year: "text",
    json: "switch",
    lang: "text",
  },
  match: {
    state: "text",
    limit: "text",
    reason: "text",
    "against-register": "switch",
    out: "text",
    law: "text",
    year: "text",
    json: "switch",
    lang: "text",
  },
  search: {
    limit: "text",
    purpose: "text",
    year: "text",
    law: "text",
    json: "switch",
    lang: "text",
  },
  overlap: {
    partner: "text",
    list: "text",
    out: "text",
    kind: "text",
    basis: "text",
    from: "text",
    to: "text",
    ask: "text",
    answer: "text",
    year: "text",
    law: "text",
    json: "switch",
    lang: "text",
  },
  serve: { port: "text", lang: "text" },
  audit: { key: "text", witness: "text", law: "text", json: "switch" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, "text" | "switch">>>>

export type CommandName = keyof typeof FLAGS

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(FLAGS, name)
}

/** What was given of a command's flags. */
export type FlagValues<C extends CommandName> = {
  readonly [F in keyof (typeof FLAGS)[C]]?: (typeof FLAGS)[C][F] extends "text" ? string : boolean
}
