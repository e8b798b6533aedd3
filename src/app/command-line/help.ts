import type { Language } from "../../modules/intake/index.ts"
import type { CommandName } from "./flags.ts"
import type { CommandHelp, HelpTexts, Line } from "./help-texts.ts"
import { helpTextEn } from "./text.en.ts"
import { helpTextId } from "./text.id.ts"

const texts: Readonly<Record<Language, HelpTexts>> = { id: helpTextId, en: helpTextEn }

/** `./payung --help`: every command in how it is called. */
export function helpText(language: Language): string {
  const text = texts[language]
  const commands = Object.values(text.commands).flatMap(({ summary, usage }) => [
    "",
    ...usage.map(([call]) => `  ./payung ${call}`),
    `      ${summary}`,
  ])
  const more = [text.commandHelp, text.version, text.other.replace("{call}", "./payung")]
  return lines([text.title, ...commands, "", ...more, "", ...exitCodes(text)])
}

/** `./payung run --help`: one command with all that it takes. */
export function commandHelp(name: CommandName, language: Language): string {
  const text = texts[language]
  const { summary, usage, flags, examples }: CommandHelp<CommandName> = text.commands[name]
  const calls = usage.map(([call, what]): Line => [`./payung ${call}`, what])
  const options = Object.entries<readonly string[]>(flags).map(
    ([flag, [value = "", what = ""]]): Line => [`--${flag} ${value}`.trimEnd(), what],
  )
  return lines([
    `payung ${name}`,
    `  ${summary}`,
    ...["", `${text.usage}:`, ...table(calls)],
    ...["", `${text.options}:`, ...table(options)],
    ...["", `${text.example}:`, ...examples.map((one) => `  ./payung ${one}`)],
    ...["", text.other.replace("{call}", `./payung ${name}`)],
    ...["", ...exitCodes(text)],
  ])
}

function exitCodes({ exitCodes: [title = "", ...codes] }: HelpTexts): string[] {
  return [`${title}:`, ...codes.map((line) => `  ${line}`)]
}

const SCREEN = 80

function table(rows: readonly Line[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.flatMap(([left, right]) =>
    wrapped(right, SCREEN - width - 4).map((part, index) =>
      `  ${(index === 0 ? left : "").padEnd(width)}  ${part}`.trimEnd(),
    ),
  )
}

function wrapped(text: string, width: number): string[] {
  const parts = [""]
  for (const word of text.split(" ")) {
    const last = parts.at(-1) ?? ""
    if (last !== "" && last.length + 1 + word.length > width) parts.push(word)
    else parts[parts.length - 1] = last === "" ? word : `${last} ${word}`
  }
  return parts
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`
}
