import type { PartnerKind } from "./partner.ts"

/** What an exchange found, to be put among the registers of a cycle. */
export interface ExchangeResult {
  readonly kind: PartnerKind
  readonly partner: string
  readonly basis: string
  readonly session: string
  /** Everybody who was asked about, and of them those whom the other side pays. */
  readonly asked: readonly string[]
  readonly found: ReadonlySet<string>
}

/** The title says what register it is; "ya" whom the other side pays, "tidak" whom it does not. */
const TITLES: Readonly<Record<PartnerKind, string>> = {
  province: "Hasil pertukaran dengan provinsi",
  company: "Hasil pertukaran dengan perusahaan (CSR)",
}

/** A csv that a run reads like a list from the other payer's own hand. */
export function printResult({ kind, asked, found, ...told }: ExchangeResult): string {
  const note = quoted(`${told.partner}; ${told.basis}; ${told.session}`)
  const lines = asked.toSorted().map((nik) => `${nik},${found.has(nik) ? "ya" : "tidak"},${note}`)
  return [TITLES[kind], "NIK,Hasil,Keterangan", ...lines, ""].join("\n")
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll(/[\r\n]+/g, " ")}"`
}
