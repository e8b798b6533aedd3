import type { DatedValue, LawUnit, LawValue, Series } from "./law.ts"
import { PROVENANCE_KEYS, plainProvenance, readProvenance } from "./read-provenance.ts"
import * as yaml from "./yaml-value.ts"

const UNITS: [LawUnit, ...LawUnit[]] = [
  "contribution_bands",
  "relief",
  "band_rule",
  "rupiah_sen",
  "years",
  "months",
  "sectors",
]

/**
 * One series file. `known` is the series of that name read earlier, a nation's before a city's:
 * the later file adds values to it and need not repeat the header.
 */
export function readSeries(cursor: yaml.YamlCursor, known: Series | undefined): Series {
  // `awaits` says what will use a series; `tools/tidy.ts` reads it.
  const allowed = ["series", "title", "unit", "coverage", "dims", "awaits", "values"]
  yaml.onlyKeys(cursor, allowed)
  const header = known ?? readHeader(cursor)
  if (known !== undefined) checkSameHeader(cursor, known)
  const read = (item: yaml.YamlCursor): DatedValue => readDatedValue(item, header)
  const added = yaml.items(yaml.at(cursor, "values")).map(read)
  return { ...header, file: cursor.file, values: [...header.values, ...added] }
}

function readHeader(cursor: yaml.YamlCursor): Series {
  return {
    id: yaml.text(yaml.at(cursor, "series")),
    title: yaml.text(yaml.at(cursor, "title")),
    unit: yaml.oneOf(yaml.at(cursor, "unit"), UNITS),
    coverage: yaml.oneOf(yaml.at(cursor, "coverage"), ["continuous", "sparse"]),
    dims: yaml.textList(yaml.at(cursor, "dims")),
    file: cursor.file,
    values: [],
  }
}

function checkSameHeader(cursor: yaml.YamlCursor, known: Series): void {
  for (const key of ["unit", "coverage"] as const) {
    const place = yaml.at(cursor, key)
    if (!yaml.isPresent(place) || place.value === known[key]) continue
    const other = `${known.file}: ${known[key]}`
    yaml.note(place, `Berbeda dari ${other}.`, `Differs from ${other}.`)
  }
}

function readDatedValue(cursor: yaml.YamlCursor, series: Series): DatedValue {
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, "dims", "value"])
  const dims = yaml.textRecord(yaml.at(cursor, "dims"))
  if (Object.keys(dims).sort().join() !== [...series.dims].sort().join()) {
    const wanted = series.dims.join(", ") || "–"
    const place = yaml.at(cursor, "dims")
    yaml.note(place, `Harus memuat tepat: ${wanted}.`, `Must hold exactly: ${wanted}.`)
  }
  const value = readValue(yaml.at(cursor, "value"), series.unit)
  return { ...readProvenance(cursor), series: series.id, dims, value }
}

export function readValue(cursor: yaml.YamlCursor, unit: LawUnit): LawValue {
  const field = (key: string): yaml.YamlCursor => yaml.at(cursor, key)
  yaml.onlyKeys(cursor, VALUE_KEYS[unit])
  switch (unit) {
    case "contribution_bands":
      return { unit, bands: yaml.items(field("bands")).map(readBand) }
    case "relief": {
      const effect = yaml.oneOf(field("effect"), ["exclusion", "discount"])
      const jkkPercent = yaml.integer(field("jkk_percent"), 0, 100)
      const jkmPercent = yaml.integer(field("jkm_percent"), 0, 100)
      return { unit, relief: { effect, jkkPercent, jkmPercent } }
    }
    case "band_rule":
      return { unit, rule: yaml.oneOf(field("rule"), ["lowest", "declared"]) }
    case "rupiah_sen":
      return { unit, sen: yaml.sen(field("rupiah")) }
    case "years":
      return { unit, years: yaml.integer(field("years"), 0, 150) }
    case "months":
      return { unit, months: yaml.integer(field("months"), 0, 1200) }
    case "sectors":
      return { unit, sectors: yaml.textList(field("sectors")) }
  }
}

const VALUE_KEYS: Readonly<Record<LawUnit, readonly string[]>> = {
  contribution_bands: ["bands"],
  relief: ["effect", "jkk_percent", "jkm_percent"],
  band_rule: ["rule"],
  rupiah_sen: ["rupiah"],
  years: ["years"],
  months: ["months"],
  sectors: ["sectors"],
}

function readBand(cursor: yaml.YamlCursor) {
  yaml.onlyKeys(cursor, ["band", "income_minimum", "base", "jkk", "jkm", "jht"])
  return {
    band: yaml.integer(yaml.at(cursor, "band"), 1, 99),
    incomeMinimum: yaml.amount(yaml.at(cursor, "income_minimum")),
    base: yaml.amount(yaml.at(cursor, "base")),
    jkk: yaml.amount(yaml.at(cursor, "jkk")),
    jkm: yaml.amount(yaml.at(cursor, "jkm")),
    jht: yaml.amount(yaml.at(cursor, "jht")),
  }
}

/** A value as it stands in YAML: `readValue` of it gives the same value again. */
export function plainValue(value: LawValue): Readonly<Record<string, unknown>> {
  switch (value.unit) {
    case "contribution_bands":
      return {
        bands: value.bands.map(({ incomeMinimum, ...band }) => ({
          ...band,
          income_minimum: incomeMinimum,
        })),
      }
    case "relief": {
      const { effect, jkkPercent, jkmPercent } = value.relief
      return { effect, jkk_percent: jkkPercent, jkm_percent: jkmPercent }
    }
    case "band_rule":
      return { rule: value.rule }
    case "rupiah_sen":
      return { rupiah: `${value.sen / 100n}.${String(value.sen % 100n).padStart(2, "0")}` }
    case "years":
      return { years: value.years }
    case "months":
      return { months: value.months }
    case "sectors":
      return { sectors: value.sectors }
  }
}

/** One value with all its lines, as canonical JSON or a table row holds it. */
export function plainDatedValue(value: DatedValue): Readonly<Record<string, unknown>> {
  const content = { dims: value.dims, value: plainValue(value.value) }
  return { series: value.series, ...plainProvenance(value), ...content }
}
