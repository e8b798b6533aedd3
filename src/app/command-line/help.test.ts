import { expect, test } from "vitest"
import { FLAGS, isCommandName, type CommandName } from "./flags.ts"
import { commandHelp, helpText } from "./help.ts"

const COMMANDS = Object.keys(FLAGS).filter(isCommandName)
const cases = COMMANDS.flatMap((name) => [[name, "id"] as const, [name, "en"] as const])
const OTHER = { id: "--lang en", en: "Bahasa Indonesia" } as const

test.each(cases)(
  "help of %s in %s shows each of its flags, and is no wider than a screen",
  (...of) => {
    const [name, language] = of
    const text = commandHelp(name, language)
    for (const flag of Object.keys(FLAGS[name]))
      expect(text).toMatch(new RegExp(`^  --${flag}\\b`, "m"))
    expect(text).toContain(`  ./payung ${name}`)
    expect(text).toContain(OTHER[language])
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80)
  },
)

test.each([
  ["id", "Kode keluar", "default"],
  ["en", "Exit codes", "bawaan"],
] as const)("help in %s names every command, in one language", (language, said, other) => {
  const text = helpText(language)
  for (const name of COMMANDS) expect(text).toContain(`  ./payung ${name}`)
  expect(text).toContain(said)
  const whole = [text, ...COMMANDS.map((name: CommandName) => commandHelp(name, language))]
  for (const part of whole) expect(part).not.toMatch(new RegExp(`\\b${other}\\b`))
})
