// The three steps of an exchange: what is computed, what is kept, what leaves the house.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sha256Hex, uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import {
  answerPoints,
  beginSession,
  commonNumbers,
  dropSecret,
  finishSession,
  keepSecret,
  leftOf,
  offerPoints,
  openSecret,
  parseExchange,
  printAnswer,
  printOffer,
  printResult,
  SCALAR_BYTES,
  showPartners,
  showSessions,
  type NotAllowed,
  type OnPoints,
  type OverlapContext,
  type OverlapRefusal,
  type PartnerUse,
  type SecretPlace,
  type Session,
} from "../../modules/overlap/index.ts"
import { deriveKey, loadRootKey } from "../../platform/key-file.ts"
import type { Payung } from "../open-payung.job.ts"
import { readNumbers } from "./number-list.load.ts"

export interface Exchange {
  readonly payung: Payung
  readonly tenantId: number
  readonly year: number
  /** How this side calls itself. */
  readonly self: string
  readonly onPoints: OnPoints
}

export type StepRefusal =
  | OverlapRefusal
  | NotAllowed
  | { readonly kind: "unwritable"; readonly out: string }
  | { readonly kind: "unreadable"; readonly file: string }

type Step<T> = Promise<Result<T, StepRefusal>>

export function contextOf({
  payung,
  tenantId,
}: Pick<Exchange, "payung" | "tenantId">): OverlapContext {
  return {
    ...payung.claimFor(tenantId),
    nowMs: payung.clock.nowMs(),
    random: () => payung.random(10),
  }
}

export function secretPlace({ config }: Payung): SecretPlace {
  return {
    folder: join(config.home, "overlap"),
    key: deriveKey(loadRootKey(config.keyFile), "overlap"),
  }
}

export interface Offering {
  readonly numbers: number
  readonly unusable: number
}

/** Our question: numbers of a list, blinded, in a file for the other side. */
export async function offer(
  exchange: Exchange,
  order: { readonly partner: string; readonly list: string; readonly out: string },
): Step<Offering> {
  const read = await partnerAndList(exchange, order)
  if (!read.ok) return read
  const { partner, niks, unusable } = read.value
  const left = leftOf(partner, "asked")
  if (niks.length > left) return refuse({ kind: "limit_reached", asked: niks.length, left })
  const { payung, onPoints } = exchange
  const context = contextOf(exchange)
  const session = uuidV7(context.nowMs, context.random())
  const scalar = payung.random(SCALAR_BYTES)
  const offered = offerPoints({ session, niks, scalar, onPoints })
  const text = printOffer({
    ...headOf(exchange, partner, context),
    session,
    points: offered.points,
  })
  const place = secretPlace(payung)
  const begun = await written(order.out, () =>
    beginSession(payung.database.appPool, context, {
      ...{ partner, sessionId: session, year: exchange.year, numbers: niks.length },
      ...{ offerSha256: sha256Hex(text), answer: null },
      keep: () => {
        writeNew(order.out, text)
        keepSecret(place, session, { scalar, niks: offered.niks })
      },
    }),
  )
  if (!begun.ok) dropSecret(place, session)
  return begun.ok ? ok({ numbers: niks.length, unusable }) : begun
}

/** Our answer to a question of theirs; the number by which we blind is never kept. */
export async function answer(
  exchange: Exchange,
  order: {
    readonly offer: string
    readonly partner: string
    readonly list: string
    readonly out: string
  },
): Step<Offering> {
  const file = readExchange(order.offer)
  if (!file.ok) return file
  const { exchange: asked, sha256: offerSha256 } = file.value
  if (asked.step !== "offer") return refuse({ kind: "wrong_step", expected: "offer" })
  const read = await partnerAndList(exchange, order)
  if (!read.ok) return read
  const { partner, niks, unusable } = read.value
  const numbers = asked.points.length
  const left = leftOf(partner, "answered")
  if (numbers > left) return refuse({ kind: "limit_reached", asked: numbers, left })
  const { session } = asked
  const { payung, onPoints } = exchange
  const scalar = payung.random(SCALAR_BYTES)
  const points = answerPoints(asked.points, { session, niks, scalar, onPoints })
  if (!points.ok) return points
  const context = contextOf(exchange)
  const head = { ...headOf(exchange, partner, context), session, offer: offerSha256 }
  const text = printAnswer({ ...head, ...points.value })
  const begun = await written(order.out, () =>
    beginSession(payung.database.appPool, context, {
      ...{ partner, sessionId: session, year: exchange.year, numbers, offerSha256 },
      answer: { held: niks.length, sha256: sha256Hex(text) },
      keep: () => writeNew(order.out, text),
    }),
  )
  return begun.ok ? ok({ numbers, unusable }) : begun
}

export interface Finished {
  readonly asked: number
  readonly found: number
}

/** What both hold, as a register for the next run. */
export async function finish(
  exchange: Exchange,
  order: { readonly answer: string; readonly out: string },
): Step<Finished> {
  const file = readExchange(order.answer)
  if (!file.ok) return file
  const { exchange: told, sha256 } = file.value
  if (told.step !== "answer") return refuse({ kind: "wrong_step", expected: "answer" })
  const { payung, onPoints } = exchange
  const open = await openSession(exchange, told.session)
  if (!open.ok) return open
  const secret = openSecret(secretPlace(payung), told.session)
  if (secret === null) return refuse({ kind: "session_unknown", session: told.session })
  const { niks, scalar } = secret
  if (open.value.session.offerSha256 !== told.offer || told.doubled.length !== niks.length)
    return refuse({ kind: "another_offer" })
  const common = commonNumbers({ niks, scalar, onPoints }, told)
  if (!common.ok) return common
  const { partner } = open.value
  const found = new Set(common.value)
  const { kind, name, basis } = partner
  const { session } = told
  const text = printResult({ kind, partner: name, basis, session, asked: niks, found })
  const result = { held: told.own.length, found: found.size, sha256 }
  const ended = await written(order.out, () =>
    finishSession(payung.database.appPool, contextOf(exchange), {
      ...{ sessionId: session, result },
      keep: () => writeNew(order.out, text),
    }),
  )
  if (!ended.ok) return ended
  dropSecret(secretPlace(payung), session)
  return ok({ asked: niks.length, found: found.size })
}

/** Gives up a question; what was asked counts all the same. */
export async function cancel(exchange: Exchange, sessionId: string): Step<null> {
  const open = await openSession(exchange, sessionId)
  if (!open.ok) return open
  const context = contextOf(exchange)
  const order = { sessionId, result: null, keep: () => {} }
  const ended = await finishSession(exchange.payung.database.appPool, context, order)
  if (ended.ok) dropSecret(secretPlace(exchange.payung), sessionId)
  return ended
}

async function openSession(
  exchange: Exchange,
  sessionId: string,
): Step<{ readonly session: Session; readonly partner: PartnerUse }> {
  const { database } = exchange.payung
  const context = contextOf(exchange)
  const sessions = await showSessions(database.appPool, context, sessionId)
  if (!sessions.ok) return sessions
  const session = sessions.value.find(({ side }) => side === "asked")
  if (session === undefined) return refuse({ kind: "session_unknown", session: sessionId })
  if (session.state !== "open") return refuse({ kind: "session_ended", session: sessionId })
  const partners = await showPartners(database.appPool, context, {
    ...{ year: session.year, name: session.partner },
  })
  if (!partners.ok) return partners
  const [partner] = partners.value
  if (partner === undefined) return refuse({ kind: "partner_unknown", name: session.partner })
  return ok({ session, partner })
}

async function partnerAndList(
  exchange: Exchange,
  { partner: name, list }: { readonly partner: string; readonly list: string },
) {
  const { database } = exchange.payung
  const order = { year: exchange.year, name }
  const partners = await showPartners(database.appPool, contextOf(exchange), order)
  if (!partners.ok) return partners
  const [partner] = partners.value
  if (partner === undefined) return refuse<OverlapRefusal>({ kind: "partner_unknown", name })
  const numbers = await readNumbers(list)
  return numbers.ok ? ok({ partner, ...numbers.value }) : numbers
}

function headOf(exchange: Exchange, partner: PartnerUse, { nowMs }: OverlapContext) {
  const madeAt = new Date(nowMs).toISOString()
  return { from: exchange.self, to: partner.name, basis: partner.basis, madeAt }
}

function readExchange(path: string) {
  const text = textOf(path)
  if (text === null) return refuse<StepRefusal>({ kind: "unreadable", file: path })
  const parsed = parseExchange(text)
  const plain = text.replaceAll("\r\n", "\n")
  return parsed.ok ? ok({ exchange: parsed.value, sha256: sha256Hex(plain) }) : parsed
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return null
  }
}

const MODE = 0o600

class Unwritable extends Error {
  override readonly name = "Unwritable"
}

/** Never over a file that is there: it may be the other side's. */
function writeNew(out: string, text: string): void {
  try {
    writeFileSync(out, text, { mode: MODE, flag: "wx" })
  } catch (error) {
    throw new Unwritable(out, { cause: error })
  }
}

async function written<T>(
  out: string,
  step: () => Promise<Result<T, OverlapRefusal | NotAllowed>>,
): Step<T> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error
    return refuse({ kind: "unwritable", out })
  }
}
