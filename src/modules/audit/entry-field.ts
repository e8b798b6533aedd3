const SUBJECTS_MAX = 500

// The repertoire holds no character that Unicode normalisation could change, so that "NFC" can be
// checked in any language without tables: ASCII, Latin letters, dashes and quotation marks.
const CHARACTER = "\\u0021-\\u007e\\u00a1-\\u00ac\\u00ae-\\u024f\\u2010-\\u2027"
const TEXT = new RegExp(`^(?:[${CHARACTER}](?:[ ${CHARACTER}]{0,198}[${CHARACTER}])?)?$`)
const FILLED = new RegExp(`^[${CHARACTER}](?:[ ${CHARACTER}]{0,198}[${CHARACTER}])?$`)
const CODE = /^(?=.{1,100}$)[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/
const HASH = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/

/** One line of an entry: its name and what its value may be. */
export interface Field {
  readonly name: string
  readonly required: boolean
  readonly accepts: (value: string) => boolean
  readonly shape: string
}

const filled = (value: string): boolean => FILLED.test(value)
const code = (value: string): boolean => CODE.test(value)
const hash = (value: string): boolean => HASH.test(value)
const TEXT_SHAPE = "text of at most 200 printable characters without outer spaces"
const FILLED_SHAPE = "text of 1 to 200 printable characters without outer spaces"
const CODE_SHAPE = "code such as intake.submit"
const HASH_SHAPE = "64 lower-case hexadecimal digits"

function field(name: string, accepts: Field["accepts"], shape: string): Field {
  const required = ["v", "tenant", "id", "at", "actor", "action"].includes(name)
  return { name, required, accepts, shape }
}

/** The fixed order; no sequence number and no previous hash, so entries need no lock. */
export const FIELDS: readonly Field[] = [
  field("v", (value) => value === "1", "1"),
  field("tenant", isTenant, "region code 1 to 2147483647"),
  field("id", (value) => UUID.test(value), "lower-case UUID"),
  field("at", isInstant, "UTC instant with milliseconds"),
  field("actor", filled, FILLED_SHAPE),
  field("office", isText, TEXT_SHAPE),
  field("role", isText, TEXT_SHAPE),
  field("action", code, CODE_SHAPE),
  field("purpose", isText, TEXT_SHAPE),
  field("case", isText, TEXT_SHAPE),
  field("object_kind", code, CODE_SHAPE),
  field("object_id", filled, FILLED_SHAPE),
  field("subjects", isSubjectList, `at most ${SUBJECTS_MAX} sorted distinct hashes`),
  field("before", hash, HASH_SHAPE),
  field("after", hash, HASH_SHAPE),
  field("batch_root", hash, HASH_SHAPE),
  field("law", isText, TEXT_SHAPE),
  field("request", isText, TEXT_SHAPE),
]

/** Whether a value is text of the log's repertoire, at most 200 characters, perhaps empty. */
export function isText(value: string): boolean {
  return TEXT.test(value)
}

function isTenant(value: string): boolean {
  return /^[1-9][0-9]{0,9}$/.test(value) && Number(value) <= 2_147_483_647
}

function isInstant(value: string): boolean {
  if (!INSTANT.test(value)) return false
  const milliseconds = Date.parse(value)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === value
}

function isSubjectList(value: string): boolean {
  if (value === "") return true
  const items = value.split(",")
  const sorted = items.every((item, index) => index === 0 || (items[index - 1] ?? "") < item)
  return items.length <= SUBJECTS_MAX && sorted && items.every((item) => HASH.test(item))
}
