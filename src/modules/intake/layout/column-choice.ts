// Which column says what: its label's word, held against what stands below it.
import {
  CELLS_MIN,
  CONTRADICTED,
  contradictions,
  DECISIVE,
  FITS,
  looseShare,
  sixteenReading,
  type LabelledColumn,
} from "./column-conflict.ts"
import { MATTERS } from "./column-open.ts"
import { findBoxes } from "./column-nik-cells.ts"
import { bare, likeliestNames, sixteenShare } from "./column-profile.ts"
import { foldHeader, type Field } from "./field.ts"
import { namesOther } from "./header-lexicon.ts"
import { readIncome } from "../values/money.ts"
import { BOXES } from "../values/nik-cells.ts"
import { findTicks } from "../occupations/ticks.ts"
import { composeColumns } from "./header-labels.ts"

/** A column as it was read, with how sure that is: 1 is sure, 0 is nothing known. */
export interface ColumnReading {
  readonly column: number
  readonly label: string
  readonly field: Field
  readonly confidence: number
  readonly by: "label" | "content" | "recipe"
  /** It stands in a column that the sender hid. */
  readonly isHidden?: boolean
}

/** A column that two readings fit: a human says which. */
export interface UnsureColumn {
  readonly column: number
  readonly label: string
  readonly readings: readonly string[]
}

export interface ColumnChoice {
  readonly columns: ReadonlyMap<Field, number>
  readonly readings: readonly ColumnReading[]
  readonly unsure: readonly UnsureColumn[]
}

const ASKED = 0.5
/** Two candidates as near as this are a question. */
const NEAR = 0.1
const HIDDEN = 0.45

/** Fields that content alone can show, surest first. */
const BY_CONTENT: readonly Field[] = [
  ...(["nik", "name_nik", "kk", "birth_date", "birth_place_date", "phone", "sex", "area"] as const),
  ...(["income", "rt_rw", "occupation", "address", "name"] as const),
]

interface Claim {
  readonly from: LabelledColumn
  readonly field: Field
  readonly confidence: number
  readonly by: "label" | "content"
}

/** A choice while it is made. */
interface Choosing {
  readonly won: Map<Field, Claim>
  readonly unsure: UnsureColumn[]
  readonly spent: Set<number>
}

export function chooseColumns(all: readonly LabelledColumn[]): ColumnChoice {
  const boxes = findBoxes(all)
  const ticks = findTicks(all)
  const columns = all.filter((column) => !ticks.includes(column) && !isBoxOf(column, boxes))
  const against = contradictions(columns)
  const sound = columns.flatMap((column) =>
    against.has(column) ? [] : (claimOf(column, columns) ?? []),
  )
  const choosing: Choosing = { won: new Map(), unsure: [], spent: new Set() }
  for (const field of new Set(sound.map((claim) => claim.field)))
    settle(
      field,
      sound.filter((claim) => claim.field === field),
      choosing,
    )
  for (const [column, shown] of against) overrule(column, shown, choosing)
  askSharedCells(choosing)
  askOtherSpan(choosing)
  doubtLabels(columns, choosing)
  takeTicks(ticks, choosing)
  const open = columns.filter(({ said, column }) => said === null && !choosing.spent.has(column))
  for (const field of BY_CONTENT) fillByContent(field, open, choosing)
  for (const { from, field } of likelyColumns(open, choosing)) ask(from, [field], choosing)
  areaInAddress(choosing)
  // While the lowest income is asked, the highest alone is not the income.
  const isAsked = choosing.unsure.some(({ readings }) => readings.includes("income"))
  if (isAsked && !choosing.won.has("income")) choosing.won.delete("income_high")
  if (choosing.unsure.some(({ readings }) => readings.includes("name")))
    choosing.won.delete("name_of_head")
  if (boxes !== null && !choosing.won.has("nik")) takeBoxes(boxes, choosing)
  const picked = composeColumns(
    new Map([...choosing.won].map(([field, claim]) => [field, claim.from.column])),
  )
  const readings = [...choosing.won.values()].map(({ from, field, confidence, by }) => ({
    ...{ column: from.column, label: from.label, field },
    ...{ confidence: Math.round(confidence * 100) / 100, by },
    ...(from.hidden ? { isHidden: true } : {}),
  }))
  return { columns: picked, readings, unsure: choosing.unsure }
}

function isBoxOf({ column }: LabelledColumn, first: LabelledColumn | null): boolean {
  return first !== null && column >= first.column && column < first.column + BOXES
}

function takeBoxes(from: LabelledColumn, { won }: Choosing): void {
  won.set("nik_boxes", byLabel(from, "nik_boxes"))
}

/** Where no column says the occupation in words. */
function takeTicks([from]: readonly LabelledColumn[], { won }: Choosing): void {
  if (from === undefined || won.has("occupation")) return
  won.set("occupation", byLabel(from, "occupation"))
  won.set("occupation_ticks", byLabel(from, "occupation_ticks"))
}

function byLabel(from: LabelledColumn, field: Field): Claim {
  return { from, field, confidence: from.said?.weight ?? 0, by: "label" }
}

/** What the label says, the surer the more of its values are written as nothing else is. */
function claimOf(from: LabelledColumn, all: readonly LabelledColumn[]): Claim | null {
  const { said, profile } = from
  if (said === null) return null
  const field = refined(from, said.field)
  const strict = profile.strict.get(field) ?? 1
  const loose = looseShare(from, field) >= 0.5 ? 1 : 0.8
  const fit = profile.filled < CELLS_MIN ? 0.9 : loose * (0.85 + 0.15 * strict)
  const doubt = from.hidden && !isOnlyNik(from, field, all) ? HIDDEN : 1
  return { from, field, confidence: said.weight * fit * doubt, by: "label" }
}

/**
 * A list without any other number of that length has its NIKs in the hidden column; a stale one
 * shows, for each is held against the date of birth and the sex beside it.
 */
function isOnlyNik(from: LabelledColumn, field: Field, all: readonly LabelledColumn[]): boolean {
  if (field !== "nik" || looseShare(from, "nik") < 0.5) return false
  return !all.some((other) => {
    const { said, hidden, profile } = other
    if (other === from || hidden || profile.filled === 0) return false
    if (said?.field === "nik") return true
    const isOpen = said === null || said.field === "other" || said.field === "nik_old"
    return isOpen && sixteenShare(profile.texts) >= CONTRADICTED
  })
}

/** A label of one family with values of another of its members: "Tgl Lahir" over "Bone, 1-2-1980". */
const REFINED: readonly (readonly [said: readonly Field[], shown: Field])[] = [
  [["birth_date", "birth_place"], "birth_place_date"],
  [["birth_place_date", "birth_place"], "birth_date"],
  [["rt", "rw", "address"], "rt_rw"],
  [["name", "nik"], "name_nik"],
]

/** So few cells tell something where all of them do. */
const SHORT_MIN = 2

function refined({ profile, label }: LabelledColumn, said: Field): Field {
  const isShort = profile.filled < CELLS_MIN
  if (profile.filled < SHORT_MIN) return said
  const rts = profile.texts.filter((text) => /^(rt)?[\s.]*\d{1,3}$/i.test(text)).length
  const loose = said === "remarks" || said === "address"
  const enough = (isShort ? 1 : DECISIVE) * profile.filled
  if (loose && /(\b|_)rt\b/i.test(label) && rts >= enough) return "rt"
  const share = (field: Field): number => profile.strict.get(field) ?? 0
  // "Alamat" over "RT/RW" may be one label in two rows.
  const isStreet = share("address") >= DECISIVE && rts === 0 && share("rt_rw") === 0
  if (isStreet && (said === "rt" || said === "rt_rw")) return "address"
  const shown = REFINED.find(
    ([fields, field]) => fields.includes(said) && share(field) >= (isShort ? 1 : DECISIVE),
  )
  return shown?.[1] ?? said
}

/** One claim wins; two that are near and say different things are a question where it matters. */
function settle(field: Field, claims: readonly Claim[], choosing: Choosing): void {
  const sorted = [...claims].sort(
    (a, b) => b.confidence - a.confidence || a.from.column - b.from.column,
  )
  const [first, ...rest] = sorted
  if (first === undefined) return
  const rivals = rest.filter(
    (claim) => first.confidence - claim.confidence < NEAR && differs(first.from, claim.from),
  )
  const filled = [first, ...rivals].filter(({ from }) => from.profile.filled > 0)
  const best = filled.length === 1 ? filled[0] : first
  const doubtful = MATTERS.has(field) && (filled.length > 1 || first.confidence < ASKED)
  for (const { from } of claims) choosing.spent.add(from.column)
  if (best === undefined) return
  if (!doubtful) choosing.won.set(field, best)
  else for (const { from } of filled.length > 1 ? filled : [first]) ask(from, [field], choosing)
}

/** Two columns say different things of one person; an empty one says nothing. */
function differs(a: LabelledColumn, b: LabelledColumn): boolean {
  const [left, right] = [a.profile.texts, b.profile.texts]
  if (left.length === 0 || right.length === 0) return true
  const said = new Set(left.map(bare))
  const same = right.filter((text) => said.has(bare(text))).length
  return same < 0.9 * right.length
}

function ask(from: LabelledColumn, readings: readonly string[], choosing: Choosing): void {
  const { column, label } = from
  choosing.spent.add(column)
  if (choosing.unsure.some((known) => known.column === column)) return
  choosing.unsure.push({ column, label, readings })
}

/** Values that contradict a label give the column their own meaning, if it is still free. */
function overrule(from: LabelledColumn, shown: Field, choosing: Choosing): void {
  const { said } = from
  if (said === null) return
  choosing.spent.add(from.column)
  const field = said.field
  // Another column says it soundly: an old number, or a copy that nobody needs.
  const isNumber = field === "number"
  const isLong = shown === "nik" || shown === "kk"
  if (choosing.won.has(field) && (choosing.won.has(shown) || (isLong && !isNumber))) return
  const confidence = (from.profile.strict.get(shown) ?? DECISIVE) * (from.hidden ? HIDDEN : 0.9)
  const twice = MATTERS.has(field) && MATTERS.has(shown)
  if (!choosing.won.has(shown) && !twice && confidence >= FITS && !isCardMixUp(field, shown))
    choosing.won.set(shown, { from, field: shown, confidence, by: "content" })
  else if (MATTERS.has(field) || MATTERS.has(shown)) ask(from, [field, shown], choosing)
}

/** NIK and family card in each other's place: the digits hint, only a human knows. */
function isCardMixUp(said: Field, shown: Field): boolean {
  return (said === "nik" && shown === "kk") || (said === "kk" && shown === "nik")
}

/**
 * A label whose values show nothing of it, beside a column of no known label whose values show just
 * that: one of them is meant.
 */
function doubtLabels(columns: readonly LabelledColumn[], choosing: Choosing): void {
  for (const [field, { from }] of choosing.won) {
    if (!MATTERS.has(field) || from.profile.filled < 2 * CELLS_MIN) continue
    if ((from.profile.strict.get(field) ?? 1) >= CONTRADICTED) continue
    const open = columns.filter(({ said, column }) => said === null && !choosing.spent.has(column))
    const rival = open.find(({ profile }) => {
      return profile.filled >= CELLS_MIN && (profile.strict.get(field) ?? 0) >= DECISIVE
    })
    if (rival === undefined) continue
    choosing.won.delete(field)
    for (const column of [from, rival]) ask(column, [field], choosing)
  }
}

/** "Nama / NIK" over cells that do not part cleanly: which of them says which is asked. */
function askSharedCells(choosing: Choosing): void {
  const claim = choosing.won.get("name_nik")
  if (claim === undefined || claim.from.profile.filled === 0) return
  if ((claim.from.profile.strict.get("name_nik") ?? 0) >= DECISIVE) return
  choosing.won.delete("name_nik")
  ask(claim.from, ["name", "nik"], choosing)
}

/** What no worker earns a day, and who writes it under "per hari" may mean the month. */
const DAILY_MAX = 1_000_000n

/**
 * A wage by the day is no monthly income, for how many days were worked nobody wrote: it stands as what
 * it is, and is asked only where its amounts are those of months.
 */
function askOtherSpan({ won, unsure }: Choosing): void {
  const claim = won.get("income_other_span")
  if (claim === undefined || won.has("income")) return
  const { column, label, profile } = claim.from
  const amounts = profile.texts.flatMap((text) => readIncome(text, "text", false).low ?? [])
  const large = amounts.filter((amount) => amount >= DAILY_MAX)
  if (!/\b(hari|harian|day|daily)\b/.test(foldHeader(label))) return
  if (large.length === 0 || large.length < DECISIVE * profile.texts.length) return
  won.delete("income_other_span")
  unsure.push({ column, label, readings: ["income", "income_other_span"] })
}

const PARTS_OF_NAME: readonly Field[] = ["name_first", "name_of_head", "name_nik"]

/** A column without a meaning by its label is read by what stands in it. */
function fillByContent(field: Field, open: readonly LabelledColumn[], choosing: Choosing): void {
  if (choosing.won.has(field) || (isBirth(field) && hasBirth(choosing))) return
  if (field === "name_nik" && choosing.won.has("name")) return
  if (field === "name" && PARTS_OF_NAME.some((part) => choosing.won.has(part))) return
  const found = open
    .filter(({ column, profile }) => !choosing.spent.has(column) && profile.filled >= CELLS_MIN)
    .map((from) => ({
      from,
      field,
      confidence: contentConfidence(from, field),
      by: "content" as const,
    }))
    .filter((claim) => claim.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
  const [first, second] = found
  if (first === undefined) return
  const near = second !== undefined && first.confidence - second.confidence < NEAR
  if (!near && (!MATTERS.has(field) || first.confidence >= ASKED)) {
    choosing.won.set(field, first)
    choosing.spent.add(first.from.column)
  } else if (MATTERS.has(field)) {
    for (const { from } of near ? [first, second] : [first]) ask(from, [field], choosing)
  }
}

function isBirth(field: Field): boolean {
  return field === "birth_date" || field === "birth_place_date"
}

function hasBirth({ won }: Choosing): boolean {
  return won.has("birth_date") || won.has("birth_place_date") || won.has("birth_year")
}

/** Words can mean many things: without a label only what no other column could be. */
const LABEL_NEEDED: ReadonlySet<Field> = new Set<Field>(["name", "occupation", "address", "income"])

/** Fewer are read as nothing; so few are enough to ask, where all of them fit. */
const FEW_CELLS = 3

/**
 * What decides about a person and stands under no known label: the columns under words that nobody
 * knows that may hold it.
 */
function likelyColumns(open: readonly LabelledColumn[], { won, unsure, spent }: Choosing) {
  const free = open.filter(
    ({ column, label, profile, hidden }) =>
      label !== "" && !hidden && !spent.has(column) && profile.filled >= FEW_CELLS,
  )
  const isTold = (field: Field): boolean =>
    won.has(field) || unsure.some(({ readings }) => readings.includes(field))
  const fits = (["nik", "income", "occupation"] as const).flatMap((field) => {
    if (isTold(field)) return []
    const found = free.filter(
      ({ profile, label }) =>
        (profile.strict.get(field) ?? 0) >= (profile.filled < CELLS_MIN ? 1 : FITS) &&
        // A group or a platform is called after the work of its people, which the sender tells.
        (field !== "occupation" || !namesOther(foldHeader(label))),
    )
    return found.map((from) => ({ from, field }))
  })
  if (isTold("name") || PARTS_OF_NAME.some(isTold)) return fits
  const rest = free.filter((from) => !fits.some((other) => other.from === from))
  return [...fits, ...likeliestNames(rest).map((from) => ({ from, field: "name" as const }))]
}

function contentConfidence(from: LabelledColumn, field: Field): number {
  const { profile, label, hidden } = from
  const strict = profile.strict.get(field) ?? 0
  if (strict < FITS || (LABEL_NEEDED.has(field) && label !== "")) return 0
  const sixteen = sixteenReading(from)
  if (field === "nik" && sixteen === "kk") return 0
  if (field === "kk" && sixteen === "nik") return 0
  // A label that nobody knows may say that these are somebody else's.
  const named = label === "" ? 0.9 : 0.7
  return strict * named * (hidden ? HIDDEN : 1)
}

/** "Alamat" that holds nothing but the tenant's areas is the area as well. */
function areaInAddress({ won }: Choosing): void {
  const address = won.get("address")
  if (address === undefined || won.has("area") || won.has("area_or_district")) return
  const share = address.from.profile.strict.get("area") ?? 0
  if (share < 0.9 || address.from.profile.filled < CELLS_MIN) return
  won.set("area", { ...address, field: "area", confidence: share * 0.9, by: "content" })
}
