// Private set intersection by commutative blinding (Meadows 1986; Huberman, Franklin and Hogg 1999), for two parties
// who keep to it. What each learns, and what it does not protect from: docs/overlap-protocol.md.
import { assert } from "../../kernel/assert.ts"
import { refuse, ok, type Result } from "../../kernel/result.ts"
import { Blinding, pointOf } from "./curve.ts"

/** Told now and then how many points more were computed. */
export type OnPoints = (more: number) => void

const TOLD_POINTS = 500

export interface OwnNumbers {
  readonly session: string
  /** Each once, in any order. */
  readonly niks: readonly string[]
  readonly scalar: Uint8Array
  readonly onPoints?: OnPoints
}

export interface Offered {
  /** In the order of `points`. */
  readonly niks: readonly string[]
  /** Ascending by their bytes: an order that tells nothing of the list. */
  readonly points: readonly Buffer[]
}

/** What the asking side sends: its numbers, hashed to the curve and blinded. */
export function offerPoints(own: OwnNumbers): Offered {
  const blinded = blindNumbers(own).sort((a, b) => Buffer.compare(a.point, b.point))
  return { niks: blinded.map(({ nik }) => nik), points: blinded.map(({ point }) => point) }
}

export interface Answered {
  /** The offered points blinded once more, in the order in which they came. */
  readonly doubled: readonly Buffer[]
  /** The answering side's own numbers, ascending. */
  readonly own: readonly Buffer[]
}

/** A line that is no point, by its place: whoever wrote it does not keep to the protocol. */
export interface NotAPoint {
  readonly kind: "not_a_point"
  readonly line: number
}

/** What the answering side sends back. */
export function answerPoints(
  offered: readonly Uint8Array[],
  own: OwnNumbers,
): Result<Answered, NotAPoint> {
  const doubled = blindPoints(offered, own)
  if (!doubled.ok) return doubled
  const points = blindNumbers(own).map(({ point }) => point)
  return ok({ doubled: doubled.value, own: points.sort((a, b) => Buffer.compare(a, b)) })
}

/** The numbers that both sides hold; `niks` are those of the offer, in its order. */
export function commonNumbers(
  { niks, scalar, onPoints = () => {} }: Omit<OwnNumbers, "session">,
  answer: { readonly doubled: readonly Uint8Array[]; readonly own: readonly Uint8Array[] },
): Result<string[], NotAPoint> {
  assert(answer.doubled.length === niks.length, "every offered point was answered")
  const theirs = blindPoints(answer.own, { scalar, onPoints })
  if (!theirs.ok) return theirs
  const known = new Set(theirs.value.map((point) => point.toString("latin1")))
  return ok(
    niks.filter((_, at) => known.has(Buffer.from(answer.doubled[at] ?? []).toString("latin1"))),
  )
}

function blindNumbers({ session, niks, scalar, onPoints = () => {} }: OwnNumbers) {
  const blinding = new Blinding(scalar)
  return niks.map((nik, at) => {
    if (at % TOLD_POINTS === TOLD_POINTS - 1) onPoints(TOLD_POINTS)
    const point = blinding.blind(pointOf(session, nik))
    assert(point !== null, "what was hashed to the curve is a point")
    return { nik, point }
  })
}

function blindPoints(
  points: readonly Uint8Array[],
  { scalar, onPoints = () => {} }: Pick<OwnNumbers, "scalar" | "onPoints">,
): Result<Buffer[], NotAPoint> {
  const blinding = new Blinding(scalar)
  const blinded: Buffer[] = []
  for (const [at, point] of points.entries()) {
    if (at % TOLD_POINTS === TOLD_POINTS - 1) onPoints(TOLD_POINTS)
    const done = blinding.blind(point)
    if (done === null) return refuse({ kind: "not_a_point", line: at + 1 })
    blinded.push(done)
  }
  return ok(blinded)
}
