import type pg from "pg"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { Partner, PartnerKind, Session, Side } from "./partner.ts"

export interface NewPartner extends Partner {
  readonly tenantId: number
  readonly by: string
  readonly at: Date
}

export async function insertPartner(client: pg.PoolClient, partner: NewPartner): Promise<void> {
  await client.query(
    `insert into overlap.partner (tenant_id, partner_id, name, kind, basis, valid_from, valid_to,
       ask_limit, answer_limit, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[partner.tenantId, partner.partnerId, partner.name, partner.kind, partner.basis],
      ...[partner.validFrom, partner.validTo, partner.askLimit, partner.answerLimit],
      ...[partner.by, partner.at],
    ],
  )
}

/** A partner with what of his limits is used in a year. */
export interface PartnerUse extends Partner {
  readonly asked: number
  readonly answered: number
}

/** All partners, or the one of a name however its letters are written. */
export async function readPartners(
  client: pg.PoolClient,
  year: number,
  name: string | null,
): Promise<PartnerUse[]> {
  const found = await client.query<Readonly<Record<string, string>>>(
    `select p.partner_id, p.name, p.kind, p.basis, p.valid_from::text, p.valid_to::text,
       p.ask_limit::text, p.answer_limit::text,
       coalesce(sum(s.numbers) filter (where s.side = 'asked'), 0)::text as asked,
       coalesce(sum(s.numbers) filter (where s.side = 'answered'), 0)::text as answered
     from overlap.partner p
     left join overlap.session s
       on s.tenant_id = p.tenant_id and s.partner_id = p.partner_id and s.year = $1
     where $2::text is null or lower(p.name) = lower($2)
     group by p.tenant_id, p.partner_id order by lower(p.name)`,
    [year, name],
  )
  return found.rows.map((row) => ({
    partnerId: row["partner_id"] ?? "",
    name: row["name"] ?? "",
    kind: row["kind"] as PartnerKind,
    basis: row["basis"] ?? "",
    validFrom: row["valid_from"] as LocalDate,
    validTo: row["valid_to"] as LocalDate,
    askLimit: Number(row["ask_limit"]),
    answerLimit: Number(row["answer_limit"]),
    asked: Number(row["asked"]),
    answered: Number(row["answered"]),
  }))
}

export interface NewSession {
  readonly tenantId: number
  readonly sessionId: string
  readonly side: Side
  readonly partnerId: string
  readonly year: number
  readonly numbers: number
  readonly offerSha256: string
  readonly by: string
  readonly at: Date
  /** What was answered at once; null for a question of ours. */
  readonly answer: { readonly held: number; readonly sha256: string } | null
}

/** The database counts the numbers against the agreement, and refuses what is beyond it. */
export async function insertSession(client: pg.PoolClient, session: NewSession): Promise<void> {
  const { answer } = session
  await client.query(
    `insert into overlap.session (tenant_id, session_id, side, partner_id, year, state, numbers,
       held, offer_sha256, answer_sha256, begun_by, begun_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[session.tenantId, session.sessionId, session.side, session.partnerId, session.year],
      ...[answer === null ? "open" : "answered", session.numbers, answer?.held ?? null],
      ...[session.offerSha256, answer?.sha256 ?? null, session.by, session.at],
      answer === null ? null : session.at,
    ],
  )
}

export interface SessionEnd {
  readonly sessionId: string
  readonly at: Date
  /** Null where it was given up. */
  readonly result: { readonly held: number; readonly found: number; readonly sha256: string } | null
}

export async function endSession(
  client: pg.PoolClient,
  { sessionId, at, result }: SessionEnd,
): Promise<void> {
  await client.query(
    `update overlap.session
     set state = $2, held = $3, found = $4, answer_sha256 = $5, ended_at = $6
     where session_id = $1 and side = 'asked'`,
    [
      ...[sessionId, result === null ? "cancelled" : "finished", result?.held ?? null],
      ...[result?.found ?? null, result?.sha256 ?? null, at],
    ],
  )
}

interface SessionLine {
  readonly session_id: string
  readonly side: Side
  readonly partner: string
  readonly year: number
  readonly state: Session["state"]
  readonly numbers: number
  readonly held: number | null
  readonly found: number | null
  readonly offer_sha256: string
  readonly begun_by: string
  readonly begun_at: Date
}

/** Every exchange, the latest first, or those of one session. */
export async function readSessions(
  client: pg.PoolClient,
  sessionId: string | null,
): Promise<Session[]> {
  const found = await client.query<SessionLine>(
    `select s.session_id, s.side, p.name as partner, s.year, s.state, s.numbers, s.held, s.found,
       s.offer_sha256, s.begun_by, s.begun_at
     from overlap.session s
     join overlap.partner p on p.tenant_id = s.tenant_id and p.partner_id = s.partner_id
     where $1::uuid is null or s.session_id = $1
     order by s.begun_at desc, s.session_id, s.side`,
    [sessionId],
  )
  return found.rows.map((row) => ({
    ...{ sessionId: row.session_id, side: row.side, partner: row.partner, year: row.year },
    ...{ state: row.state, numbers: row.numbers, held: row.held, found: row.found },
    ...{ offerSha256: row.offer_sha256, begunBy: row.begun_by, begunAt: row.begun_at },
  }))
}
