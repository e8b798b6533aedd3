import type { Reference } from "./provenance.ts"
import type { Area, Office, OfficeSector, Sector } from "./pack.ts"
import { PROVENANCE_KEYS, readProvenance, readReference, readStatus } from "./read-provenance.ts"
import * as yaml from "./yaml-value.ts"

export function readAreas(cursor: yaml.YamlCursor): readonly Area[] {
  yaml.onlyKeys(cursor, ["reference", "checked_on", "status", "areas"])
  readReference(yaml.at(cursor, "reference"))
  yaml.date(yaml.at(cursor, "checked_on"))
  readStatus(yaml.at(cursor, "status"))
  return yaml.items(yaml.at(cursor, "areas")).flatMap((district) => {
    yaml.onlyKeys(district, ["code", "name", "aliases", "kelurahan"])
    const parent = readArea(district, null)
    const below = yaml.items(yaml.at(district, "kelurahan")).map((kelurahan) => {
      yaml.onlyKeys(kelurahan, ["code", "name", "aliases"])
      return readArea(kelurahan, parent.code)
    })
    return [parent, ...below]
  })
}

function readArea(cursor: yaml.YamlCursor, parent: string | null): Area {
  return {
    code: yaml.text(yaml.at(cursor, "code")),
    name: yaml.text(yaml.at(cursor, "name")),
    level: parent === null ? "kecamatan" : "kelurahan",
    parent,
    aliases: yaml.textList(yaml.at(cursor, "aliases"), false),
  }
}

/** Keys ending in `defaults` only hold YAML anchors for the lines below them. */
export function readOffices(
  cursor: yaml.YamlCursor,
  verifiers: readonly OfficeVerifier[],
): readonly Office[] {
  yaml.onlyKeys(cursor, ["defaults", "likely_defaults", "offices"])
  const offices = yaml.items(yaml.at(cursor, "offices")).map((office) => {
    yaml.onlyKeys(office, [...PROVENANCE_KEYS, "id", "name", "aliases", "tasks"])
    const id = yaml.text(yaml.at(office, "id"))
    return {
      ...readProvenance(office),
      id,
      name: yaml.text(yaml.at(office, "name")),
      aliases: yaml.textList(yaml.at(office, "aliases"), false),
      tasks: yaml.textList(yaml.at(office, "tasks")),
      verifies: verifiers.filter((line) => line.office === id).map((line) => line.verifies),
    }
  })
  for (const { office, place } of verifiers) {
    if (offices.some((one) => one.id === office)) continue
    const [id, en] = [
      `"${office}" tidak ada di offices.yaml.`,
      `"${office}" is not in offices.yaml.`,
    ]
    yaml.note(place, id, en)
  }
  return offices
}

/** `sectors.yaml` also serves the reading of lists, so keys not known here are left alone. */
export function readSectors(cursor: yaml.YamlCursor): readonly Sector[] {
  return sectorEntries(cursor).map(([code, sector]) => ({
    code,
    nameId: yaml.text(yaml.at(sector, "label_id")),
    nameEn: yaml.text(yaml.at(sector, "label_en")),
  }))
}

export interface OfficeVerifier {
  readonly office: string
  readonly verifies: OfficeSector
  readonly place: yaml.YamlCursor
}

/** Reference and day of checking stand once at the top of the file, for all its lines. */
export function readVerifiers(cursor: yaml.YamlCursor): readonly OfficeVerifier[] {
  const regulation = yaml.text(yaml.at(cursor, "reference"))
  const reference: Reference = { regulation, article: null, link: null, sources: [] }
  const checkedOn = yaml.date(yaml.at(cursor, "checked_on"))
  return sectorEntries(cursor).flatMap(([code, sector]) =>
    yaml.items(yaml.at(sector, "verifiers"), false).map((line) => {
      yaml.onlyKeys(line, ["office", "from", "to", "known_from", "status", "note"])
      const verifies: OfficeSector = {
        sector: code,
        from: yaml.date(yaml.at(line, "from")),
        to: yaml.optionalDate(yaml.at(line, "to")),
        knownFrom: yaml.date(yaml.at(line, "known_from")),
        reference,
        checkedOn,
        status: readStatus(yaml.at(line, "status")),
        note: yaml.optionalText(yaml.at(line, "note")),
      }
      const place = yaml.at(line, "office")
      return { office: yaml.text(place), verifies, place }
    }),
  )
}

function sectorEntries(cursor: yaml.YamlCursor): readonly [string, yaml.YamlCursor][] {
  const list = yaml.at(cursor, "sectors")
  if (!yaml.isRecord(list.value)) {
    yaml.note(list, "Daftar sektor wajib ada.", "The list of sectors is required.")
    return []
  }
  return Object.keys(list.value).map((code) => [code, yaml.at(list, code)])
}
