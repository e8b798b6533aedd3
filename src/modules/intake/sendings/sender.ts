import type { Finding } from "../findings/finding.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import { areaName, areaWithin, type AreaTable } from "../values/area.ts"

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

/** What may name a sender, the surest first. */
export interface SenderSources {
  /** As the register of letters names the sender; empty where it does not. */
  readonly register: string
  /** The file's name, then its letterhead. */
  readonly lines: readonly string[]
  /** The sheets name different areas, each for its own people. */
  readonly ofSeveral?: boolean
}

/** Who sent a list: by the register of letters, else the file's name, else its letterhead. */
export function identifySender(
  sources: SenderSources,
  areas: AreaTable,
  offices: readonly SendingOffice[],
): Sender {
  const texts = [sources.register, ...sources.lines].filter((text) => text.trim() !== "")
  for (const source of texts) {
    const named = foldText(source)
    const area = areaWithin(areas, source)
    const office = officeWithin(named, offices)
    if (office !== null && !(area !== null && saysArea(source))) return officeSender(office)
    if (area !== null) {
      // A file's name or a line of a letterhead is no way to address an office.
      const official = `Kelurahan ${areaName(areas, area)}`
      const name = source === sources.register ? source.trim() : official
      return { kind: "area", id: area, name, areaCode: area, sector: null }
    }
  }
  return {
    kind: "unknown",
    id: foldText(texts[0] ?? ""),
    name: (texts[0] ?? "").trim(),
    areaCode: null,
    sector: null,
  }
}

/** The word for an area's office, which its bare name may not be: "Jl. Damai", "Damai Motor". */
function saysArea(text: string): boolean {
  return /\b(kelurahan|kel|lurah)\b/.test(foldText(text).replace(/[_.]/g, " "))
}

/**
 * Who sent a list, with what is asked about him. Where its file's name and the list itself name two
 * areas nobody is taken to live in either.
 */
export function sentBy(
  sources: SenderSources,
  areas: AreaTable,
  offices: readonly SendingOffice[],
): { readonly sender: Sender; readonly findings: Finding[] } {
  const sender = identifySender(sources, areas, offices)
  if (sender.kind === "unknown") {
    const code = sources.ofSeveral === true ? "FILE_OF_SEVERAL" : "FILE_SENDER_UNKNOWN"
    return { sender, findings: [{ code, field: "", before: "", after: "" }] }
  }
  const [, ...letterhead] = sources.lines
  const named = letterhead.filter(saysArea).flatMap((line) => areaWithin(areas, line) ?? [])
  const [other] = named
  const isTold = sources.register.trim() !== "" || sender.kind !== "area"
  if (isTold || other === undefined || named.includes(sender.id)) return { sender, findings: [] }
  const before = `Kelurahan ${areaName(areas, other)}`
  const finding: Finding = { code: "SENDER_DISPUTED", field: "file", before, after: sender.name }
  return { sender: { ...sender, areaCode: null }, findings: [finding] }
}

function officeSender(office: SendingOffice): Sender {
  return { kind: "office", id: office.id, name: office.name, areaCode: null, sector: office.sector }
}

/** Every area has an office of its own: the bare word names none of them. */
const BARE_AREA_WORD = /^(kelurahan|kel|kecamatan|kec|desa|lurah|camat)$/

function officeWithin(text: string, offices: readonly SendingOffice[]): SendingOffice | null {
  const haystack = ` ${text.replace(/[^a-z0-9]+/g, " ").trim()} `
  let [best, length]: [SendingOffice | null, number] = [null, 0]
  for (const office of offices) {
    for (const alias of [office.name, office.id, ...office.aliases]) {
      const needle = foldText(alias)
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
      if (BARE_AREA_WORD.test(needle)) continue
      if (needle.length > length && haystack.includes(` ${needle} `))
        [best, length] = [office, needle.length]
    }
  }
  return best
}
