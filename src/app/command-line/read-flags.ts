import { parseArgs } from "node:util"
import { ok, type Result } from "../../kernel/result.ts"
import { FLAGS, type CommandName, type FlagValues } from "./flags.ts"
import { emptyFlag, switchWithValue, unknownFlag, type UsageRefusal } from "./usage.ts"

export interface ReadFlags<C extends CommandName> {
  readonly values: FlagValues<C>
  readonly positionals: readonly string[]
}

/** Flags as written. Node's own refusals are in English only, so what it reads is judged here. */
export function readFlags<C extends CommandName>(
  command: C,
  args: readonly string[],
): Result<ReadFlags<C>, UsageRefusal> {
  const kinds: Readonly<Record<string, "text" | "switch">> = FLAGS[command]
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === "text" ? ("string" as const) : ("boolean" as const) },
    ]),
  )
  const how = { options, allowPositionals: true, strict: false, tokens: true } as const
  const { tokens, values, positionals } = parseArgs({ args: [...args], ...how })
  for (const token of tokens) {
    if (token.kind !== "option") continue
    const { name, rawName: flag, value } = token
    const kind = Object.hasOwn(kinds, name) && flag.startsWith("--") ? kinds[name] : undefined
    if (kind === undefined) return unknownFlag(command, flag)
    if (kind === "switch" && value !== undefined) return switchWithValue(flag)
    // "--ceiling -5" is a value to be judged; "--out --json" forgot the folder.
    if (
      kind === "text" &&
      (value === undefined || (/^--?[^\d-]/.test(value) && !token.inlineValue))
    )
      return emptyFlag(command, flag)
  }
  return ok({ values: values as FlagValues<C>, positionals })
}
