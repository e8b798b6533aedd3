import { foldText } from "../../kernel/text-fold.ts"
import { areaWithin, type AreaTable } from "./value-area.ts"

/** An office that may send a list, with every name it goes by. */
export interface SendingOffice {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** The sector for which a list without an occupation column stands. */
  readonly sector: string | null
}

export interface Sender {
  readonly kind: "area" | "office" | "unknown"
  readonly id: string
  readonly name: string
  readonly areaCode: string | null
  readonly sector: string | null
}

/** Who sent a list: by the register of letters, else the file's name, else its letterhead. */
export function identifySender(
  sources: readonly string[],
  areas: AreaTable,
  offices: readonly SendingOffice[],
): Sender {
  for (const source of sources) {
    const named = foldText(source)
    const area = areaWithin(areas, source)
    const office = officeWithin(named, offices)
    const saysArea = /\b(kelurahan|kel|lurah)\b/.test(named.replace(/[_.]/g, " "))
    if (office !== null && !(area !== null && saysArea)) return officeSender(office)
    if (area !== null)
      return { kind: "area", id: area, name: source.trim(), areaCode: area, sector: null }
  }
  return {
    kind: "unknown",
    id: foldText(sources[0] ?? ""),
    name: (sources[0] ?? "").trim(),
    areaCode: null,
    sector: null,
  }
}

function officeSender(office: SendingOffice): Sender {
  return { kind: "office", id: office.id, name: office.name, areaCode: null, sector: office.sector }
}

function officeWithin(text: string, offices: readonly SendingOffice[]): SendingOffice | null {
  const haystack = ` ${text.replace(/[^a-z0-9]+/g, " ").trim()} `
  let [best, length]: [SendingOffice | null, number] = [null, 0]
  for (const office of offices) {
    for (const alias of [office.name, office.id, ...office.aliases]) {
      const needle = foldText(alias)
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
      if (needle.length > length && haystack.includes(` ${needle} `))
        [best, length] = [office, needle.length]
    }
  }
  return best
}
