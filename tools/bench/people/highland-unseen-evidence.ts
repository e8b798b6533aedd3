// Whether somebody who sees all cells of two rows would know the person again. Points, made for this list
// and no other use: they keep the damage of a second sending within what can still be decided.
import type { Draft, Style } from "./highland-unseen-draft.ts"

export type Difficulty = "easy" | "medium" | "hard"

export interface Evidence {
  readonly difficulty: Difficulty
  readonly isDecidable: boolean
}

/** Share of letter pairs that two texts have in common. */
export function likeness(left: string, right: string): number {
  const pairs = (text: string): string[] => {
    const plain = text.toLowerCase().replace(/[^a-z]+/g, " ")
    return Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2))
  }
  const [one, other] = [pairs(` ${left} `), pairs(` ${right} `)]
  const left1 = new Map<string, number>()
  for (const pair of one) left1.set(pair, (left1.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of other) {
    const free = left1.get(pair) ?? 0
    if (free === 0) continue
    common++
    left1.set(pair, free - 1)
  }
  return (2 * common) / Math.max(1, one.length + other.length)
}

function namePoints(left: string, right: string): number {
  const like = likeness(left, right)
  if (like >= 0.84) return 3
  return like >= 0.55 ? 2 : like >= 0.38 ? 1 : 0
}

/** How far two numbers of 16 digits agree: all, but for one slip, the birth part only, or not. */
function numberPoints(left: string, right: string): number {
  if (left.length < 15 || right.length < 15) return 0
  if (left === right) return 8
  let front = 0
  while (front < left.length && left[front] === right[front]) front++
  let back = 0
  while (back < left.length - front && left.at(-1 - back) === right.at(-1 - back)) back++
  if (front + back >= 14) return 5
  return left.slice(6, 12) === right.slice(6, 12) ? 3 : 0
}

function datePoints(left: Draft, right: Draft): number {
  if (left.date === "none" || right.date === "none") return 0
  const year = left.year === right.year
  if (left.date === "year only" || right.date === "year only") return year ? 1 : 0
  const same = Number(year) + Number(left.month === right.month) + Number(left.day === right.day)
  if (same === 3) return 4
  const isTurned = year && left.day === right.month && left.month === right.day
  return same === 2 || isTurned ? 2.5 : year ? 1 : 0
}

export function compare(left: Draft, leftStyle: Style, right: Draft, rightStyle: Style): Evidence {
  const seen = (column: "nama_ibu" | "no_kk" | "no_hp"): boolean =>
    !leftStyle.blank.has(column) && !rightStyle.blank.has(column)
  const nik = numberPoints(left.nik, right.nik)
  const name = namePoints(left.name, right.name)
  const date = datePoints(left, right)
  const mother = likeness(left.mother, right.mother)
  const isShown = left.mother.length > 2 && right.mother.length > 2 && seen("nama_ibu")
  const motherPoints = !isShown ? 0 : mother >= 0.8 ? 3 : mother >= 0.5 ? 2 : 0
  const digits = (phone: string): string => phone.replace(/\D/g, "").replace(/^(?:62|0)/, "")
  const isSamePhone = left.phone !== "" && digits(left.phone) === digits(right.phone)
  const around =
    motherPoints +
    (seen("no_kk") && left.kk !== "" && numberPoints(left.kk, right.kk) >= 5 ? 3 : 0) +
    (seen("no_hp") && isSamePhone ? 2 : 0) +
    (left.area === right.area && left.rt === right.rt && left.rt > 0 ? 1 : 0) +
    (left.place !== "" && left.place === right.place ? 0.5 : 0)
  const person = nik + name + date
  const isDecidable = person >= 5 && name + date >= 2.5 && person + around >= 8
  const isEasy = nik === 8 && name >= 2 && name + date >= 5.5
  const isHard = nik < 5 && (name < 3 || date < 4)
  return { isDecidable, difficulty: isEasy ? "easy" : isHard ? "hard" : "medium" }
}
