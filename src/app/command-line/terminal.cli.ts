import { asCalled } from "./as-called.ts"

let name = "./payung"

/** How the program was called: its hints repeat it. */
export function callAs(called: string): void {
  name = called
}

/** To people, on stderr. */
export function tell(text: string): void {
  process.stderr.write(asCalled(text, name))
}

/** What was asked for, on stdout. */
export function print(text: string): void {
  process.stdout.write(asCalled(text, name))
}

/** To programs: one object on stdout. */
export function printJson(document: unknown): void {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === "string" ? asCalled(value, name) : value,
  )
  process.stdout.write(`${text}\n`)
}
