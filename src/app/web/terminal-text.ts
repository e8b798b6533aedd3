import { formatCount, formatRupiah, rupiah } from "../../kernel/rupiah.ts"
import type { PortRefusal } from "../../platform/http.ts"
import type { Headline } from "./run-state.ts"

/** The funnel of a finished run for a terminal. */
export function funnelLines(headline: Headline): string {
  const line = (label: string, value: string): string =>
    `  ${label.padEnd(28)} ${value.padStart(18)}\n`
  const counts: readonly (readonly [string, number])[] = [
    ["baris dibaca", headline.read],
    ["calon (baris)", headline.candidates],
    ["orang", headline.persons],
    ["memenuhi syarat", headline.eligible],
    ["tidak memenuhi syarat", headline.ineligible],
    ["belum dapat diputuskan", headline.undecided],
    ["masuk daftar", headline.selected],
    ["cadangan", headline.reserve],
  ]
  const money: readonly (readonly [string, number])[] = [
    ["biaya", headline.costRupiah],
    [`pagu ${headline.year}`, headline.ceilingRupiah],
    ["sisa", headline.leftRupiah],
  ]
  return [
    ...counts.map(([label, count]) => line(label, formatCount(count))),
    ...money.map(([label, amount]) => line(label, formatRupiah(rupiah(amount)))),
  ].join("")
}

/** What to type instead, in both languages; `callOn` is how the server was started, on another port. */
export function portText({ kind, port }: PortRefusal, callOn: (port: number) => string): string {
  if (kind === "port_forbidden") {
    return (
      `Port ${port} tidak boleh dipakai oleh akun ini. Pilih port di atas 1023: ${callOn(8081)}\n` +
      `Port ${port} may not be used by this account. Choose one above 1023: ${callOn(8081)}\n`
    )
  }
  const other = callOn(port < 65_000 ? port + 1 : 8081)
  return (
    `Port ${port} di komputer ini sedang dipakai program lain. Pilih port lain: ${other}\n` +
    `Port ${port} on this computer is used by another program. Choose another: ${other}\n`
  )
}
