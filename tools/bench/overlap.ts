/**
 * How long the three steps of an exchange take, one thread: numbers asked about and held by the other side.
 *
 *   node tools/bench/overlap.ts [--asked 10000] [--held 10000]
 */
import { randomBytes } from "node:crypto"
import { parseArgs } from "node:util"
import { answerPoints, commonNumbers, offerPoints } from "../../src/modules/overlap/index.ts"

const { values } = parseArgs({
  options: {
    asked: { type: "string", default: "10000" },
    held: { type: "string", default: "10000" },
  },
})
const [asked, held] = [Number(values.asked), Number(values.held)]
const session = "01900000-0000-7000-8000-000000000001"
const nik = (serial: number): string => `647101${String(1_000_000_001 + serial)}`
const numbers = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => nik(from + at))

function timed<T>(step: string, points: number, work: () => T): T {
  const start = performance.now()
  const done = work()
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${step}: ${points} points, ${seconds.toFixed(1)} s, ${Math.round(points / seconds)}/s`,
  )
  return done
}

const [ours, theirs] = [randomBytes(32), randomBytes(32)]
const offer = timed("offer", asked, () =>
  offerPoints({ session, niks: numbers(0, asked), scalar: ours }),
)
const answer = timed("answer", asked + held, () =>
  answerPoints(offer.points, { session, niks: numbers(asked >> 1, held), scalar: theirs }),
)
if (!answer.ok) throw new Error("an offered line is no point")
const common = timed("finish", held, () =>
  commonNumbers({ niks: offer.niks, scalar: ours }, answer.value),
)
const expected = Math.max(0, Math.min(asked, (asked >> 1) + held) - (asked >> 1))
if (!common.ok || common.value.length !== expected) throw new Error("the intersection is wrong")
console.log(`found ${common.value.length}, as it must be`)
