import type { LawStatus, Provenance, Reference } from "./provenance.ts"
import * as yaml from "./yaml-value.ts"

export const PROVENANCE_KEYS = [
  "from",
  "to",
  "known_from",
  "reference",
  "checked_on",
  "status",
  "note",
] as const

const STATUSES: [LawStatus, ...LawStatus[]] = ["confirmed", "likely", "assumed"]

/** The lines every value and every rule must carry: validity, day of knowledge, source, status. */
export function readProvenance(cursor: yaml.YamlCursor): Provenance {
  const from = yaml.date(yaml.at(cursor, "from"))
  const to = yaml.optionalDate(yaml.at(cursor, "to"))
  if (to !== null && to < from) {
    const place = yaml.at(cursor, "to")
    yaml.note(place, "Berakhir sebelum mulai (from).", "Ends before it begins (from).")
  }
  const knownFrom = yaml.date(yaml.at(cursor, "known_from"))
  const checkedOn = yaml.date(yaml.at(cursor, "checked_on"))
  if (checkedOn < knownFrom) {
    const id = "Diperiksa sebelum dapat diketahui (known_from)."
    yaml.note(yaml.at(cursor, "checked_on"), id, "Checked before it could be known (known_from).")
  }
  return {
    from,
    to,
    knownFrom,
    reference: readReference(yaml.at(cursor, "reference")),
    checkedOn,
    status: readStatus(yaml.at(cursor, "status")),
    note: yaml.optionalText(yaml.at(cursor, "note")),
  }
}

export function readStatus(cursor: yaml.YamlCursor): LawStatus {
  return yaml.oneOf(cursor, STATUSES)
}

export function readReference(cursor: yaml.YamlCursor): Reference {
  yaml.onlyKeys(cursor, ["regulation", "article", "link", "sources"])
  const link = yaml.optionalText(yaml.at(cursor, "link"))
  const sources = yaml.textList(yaml.at(cursor, "sources"), false)
  if (link === null && sources.length === 0) {
    const wanted = "Perlu link atau sources (kunci sources.yaml)."
    yaml.note(cursor, wanted, "Needs a link or sources (keys of sources.yaml).")
  }
  return {
    regulation: yaml.text(yaml.at(cursor, "regulation")),
    article: yaml.optionalText(yaml.at(cursor, "article")),
    link,
    sources,
  }
}

/** The same lines as they stand in YAML, for the database and for export. */
export function plainProvenance(line: Provenance): Readonly<Record<string, unknown>> {
  return {
    from: line.from,
    to: line.to,
    known_from: line.knownFrom,
    reference: line.reference,
    checked_on: line.checkedOn,
    status: line.status,
    note: line.note,
  }
}
