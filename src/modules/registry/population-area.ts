import { areaOf, type IntakeTables } from "../intake/index.ts"

/**
 * Reads the kelurahan of a population office's answer: one of the tenant's own codes, with or
 * without dots, or a name. A code of another place is none of ours.
 */
export function areaReader(areas: IntakeTables["areas"]): (text: string) => string | null {
  const codes = new Map([...areas.byExact.values()].map((code) => [digitsOf(code), code]))
  return (text) => (/\d{4}/.test(text) ? (codes.get(digitsOf(text)) ?? null) : areaOf(areas, text))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}
