// The two files that go from side to side: a line of JSON, a line for each point, and the hash of all of it.
import { sha256Hex } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { POINT_BYTES } from "./curve.ts"

export const EXCHANGE_SCHEMA = "payung.overlap/1"

/** What both sides must agree on before a number is asked about. */
export interface ExchangeHead {
  readonly session: string
  /** Names as each side calls itself. */
  readonly from: string
  readonly to: string
  /** The agreement under which the exchange is made. */
  readonly basis: string
  /** UTC. */
  readonly madeAt: string
}

export interface OfferFile extends ExchangeHead {
  readonly step: "offer"
  readonly points: readonly Buffer[]
}

export interface AnswerFile extends ExchangeHead {
  readonly step: "answer"
  /** SHA-256 of the offer's file. */
  readonly offer: string
  readonly doubled: readonly Buffer[]
  readonly own: readonly Buffer[]
}

export interface FileDamaged {
  readonly kind: "file_damaged"
  readonly why: "hash" | "form" | "count" | "repeated"
}

export function printOffer({ points, ...head }: Omit<OfferFile, "step">): string {
  return sealed({ step: "offer", ...head, points: points.length }, points)
}

export function printAnswer({ doubled, own, ...head }: Omit<AnswerFile, "step">): string {
  const counts = { points: doubled.length, own: own.length }
  return sealed({ step: "answer", ...head, ...counts }, [...doubled, ...own])
}

function sealed(head: object, points: readonly Buffer[]): string {
  const lines = [JSON.stringify({ schema: EXCHANGE_SCHEMA, ...head })]
  for (const point of points) lines.push(point.toString("base64url"))
  const body = `${lines.join("\n")}\n`
  return `${body}sha256 ${sha256Hex(body)}\n`
}

/** Reads either file; what was changed on its way is refused as a whole. */
export function parseExchange(text: string): Result<OfferFile | AnswerFile, FileDamaged> {
  const plain = text.replaceAll("\r\n", "\n")
  const end = /\nsha256 ([0-9a-f]{64})\s*$/.exec(plain)
  if (end === null) return damaged("form")
  const body = plain.slice(0, end.index + 1)
  if (sha256Hex(body) !== end[1]) return damaged("hash")
  const [first = "", ...lines] = body.slice(0, -1).split("\n")
  const head = headOf(first)
  if (head === null) return damaged("form")
  const { step, counts, offer, ...told } = head
  if (lines.length !== counts.points + counts.own) return damaged("count")
  if (!lines.every((line) => POINT.test(line))) return damaged("form")
  const points = lines.map((line) => Buffer.from(line, "base64url"))
  const parts = [lines.slice(0, counts.points), lines.slice(counts.points)]
  // A point that stands twice would count twice what is known of it.
  if (parts.some((part) => new Set(part).size < part.length)) return damaged("repeated")
  if (step === "offer") return ok({ step, ...told, points })
  const [doubled, own] = [points.slice(0, counts.points), points.slice(counts.points)]
  return ok({ step, ...told, offer, doubled, own })
}

const POINT = new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((POINT_BYTES * 4) / 3)}}$`)
const SESSION = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HASH = /^[0-9a-f]{64}$/

function headOf(line: string) {
  const head = jsonOf(line)
  if (head === null || head["schema"] !== EXCHANGE_SCHEMA) return null
  const text = (name: string): string => (typeof head[name] === "string" ? head[name] : "")
  const count = (name: string): number => {
    const value = head[name] ?? 0
    return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : -1
  }
  const step = text("step")
  if (step !== "offer" && step !== "answer") return null
  const told = { session: text("session"), from: text("from"), to: text("to") }
  const counts = { points: count("points"), own: count("own") }
  const isWhole = SESSION.test(told.session) && counts.points >= 0 && counts.own >= 0
  const offer = text("offer")
  if (!isWhole || (step === "answer") !== HASH.test(offer)) return null
  return { step, ...told, basis: text("basis"), madeAt: text("madeAt"), offer, counts } as const
}

function jsonOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value)
    return isRecord ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

function damaged(why: FileDamaged["why"]) {
  return refuse<FileDamaged>({ kind: "file_damaged", why })
}
