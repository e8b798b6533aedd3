import { formatCount, formatRupiah, rupiah } from "../../kernel/rupiah.ts"
import { textEn } from "./text.en.ts"
import { textId, type Words } from "./text.id.ts"

export type Lang = "id" | "en"

const all: Readonly<Record<Lang, Words>> = { id: textId, en: textEn }

export function wordsOf(lang: Lang): Words {
  return all[lang]
}

/** "{count} berkas" with the values of its names. */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))
}

/** Numbers as the language writes them: 1.250 or 1,250. */
export function countText(count: number, lang: Lang): string {
  const text = formatCount(count)
  return lang === "id" ? text : text.replaceAll(".", ",")
}

export function rupiahText(amount: number, lang: Lang): string {
  const text = formatRupiah(rupiah(amount))
  return lang === "id" ? text : text.replaceAll(".", ",")
}

const months: Readonly<Record<Lang, readonly string[]>> = {
  id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}

/** An instant in the tenant's zone: "22 Nov 2026, 21.07". */
export function instantText(iso: string, timeZone: string, lang: Lang): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit" },
  }).formatToParts(new Date(iso))
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ""
  const month = months[lang][Number(part("month")) - 1] ?? ""
  const separator = lang === "id" ? "." : ":"
  return `${part("day")} ${month} ${part("year")}, ${part("hour")}${separator}${part("minute")}`
}
