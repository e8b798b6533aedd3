import type { LocalDate } from "../../kernel/local-date.ts"
import { rupiah } from "../../kernel/rupiah.ts"
import type { Criterion, LawStatus, OrderKey, Reference, ValueUse } from "../law/index.ts"
import type { LawValueLine, ReportLaw } from "./report-input.ts"

const PERWALI = reference("Perwali Balikpapan 3/2025", null)
const PROPOSAL = reference("Usulan urutan", null)

export const SAMPLE_LAW: ReportLaw = {
  pack: "64.71-balikpapan",
  version: "4be1c7a05d9f2386e8a1b3f07c65d2946a0e8b7d19c4f3a25e6d80b791c2f4a8",
  offices: [
    { id: "dp3", name: "Dinas Pangan, Pertanian dan Perikanan" },
    { id: "dishub", name: "Dinas Perhubungan" },
  ],
  values: [
    value("Iuran BPU per bulan menurut golongan penghasilan", "confirmed", {
      value: {
        unit: "contribution_bands",
        bands: [
          {
            band: 1,
            incomeMinimum: rupiah(0),
            base: rupiah(1_000_000),
            jkk: rupiah(10_000),
            jkm: rupiah(6_800),
            jht: rupiah(20_000),
          },
        ],
      },
      from: "2015-07-01" as LocalDate,
      reference: reference("PP 44/2015", "Lampiran II"),
    }),
    value("Upah minimum kabupaten/kota", "confirmed", {
      value: { unit: "rupiah_sen", sen: 385_669_443n },
      dims: { area: "64.71" },
      reference: reference("Kepgub Kaltim tentang UMK 2026", null),
      knownLater: true,
    }),
    value("Batas usia saat pendaftaran", "confirmed", { value: { unit: "years", years: 65 } }),
    value("Keringanan iuran BPU", "confirmed", {
      value: {
        unit: "relief",
        relief: { effect: "exclusion", jkkPercent: 100, jkmPercent: 100 },
      },
      reference: reference("PP 50/2025", "Pasal 3"),
    }),
    value("Golongan iuran yang dibayar", "likely", {
      value: { unit: "band_rule", rule: "lowest" },
    }),
  ],
  criteria: [
    criterion("C1", "Identitas ada di Dukcapil", "likely", []),
    criterion("C3", "Penduduk kota paling sedikit enam bulan", "confirmed", []),
    criterion("C5", "Penghasilan tidak melebihi UMK", "confirmed", ["year"]),
    criterion("C7", "Belum dilindungi pembayar lain", "confirmed", []),
  ],
}

export const SAMPLE_KEYS: readonly OrderKey[] = [
  key(1, "Desil kesejahteraan terendah dahulu", "poverty_decile", "ascending"),
  key(2, "Penghasilan terendah dahulu", "declared_income", "ascending"),
  key(3, "Umur tertua dahulu", "age", "descending"),
  key(4, "Nomor undian", "lottery", "ascending"),
]

function reference(regulation: string, article: string | null): Reference {
  return { regulation, article, link: "https://example.test/peraturan", sources: [] }
}

function value(
  title: string,
  status: LawStatus,
  use: Partial<ValueUse> & Pick<ValueUse, "value">,
): LawValueLine {
  const from = "2026-01-01" as LocalDate
  const given = { seriesId: "sample", dims: {}, from, reference: PERWALI, knownLater: false }
  return { title, use: { ...given, status, ...use } }
}

function provenance(status: LawStatus, from: string, source: Reference) {
  return {
    from: from as LocalDate,
    to: null,
    knownFrom: from as LocalDate,
    reference: source,
    checkedOn: "2026-11-22" as LocalDate,
    status,
    note: null,
  }
}

function criterion(
  id: string,
  title: string,
  status: LawStatus,
  assumedParameters: readonly string[],
): Criterion {
  return {
    ...provenance(status, "2025-01-01", PERWALI),
    ...{ id, title, assumedParameters },
    rule: { rule: "alive" },
    noReasons: [],
    unknownReasons: [],
  }
}

function key(
  number: number,
  title: string,
  rule: OrderKey["rule"],
  direction: OrderKey["direction"],
): OrderKey {
  const from = provenance("assumed", "2026-01-01", PROPOSAL)
  return { ...from, number, title, rule, direction, missing: "last" }
}
