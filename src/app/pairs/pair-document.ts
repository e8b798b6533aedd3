import { maskNumbers } from "../../modules/inbox/index.ts"
import { explainPair, pairState, type ShownPair } from "../../modules/matching/index.ts"
import type { RowShown } from "../../modules/registry/index.ts"

export interface PairShowing {
  readonly language: "id" | "en"
  /** Numbers in clear, for a reason that was given. */
  readonly clear: boolean
}

/** A pair is named by its two rows. */
export function pairId({ rowA, rowB }: Pick<ShownPair, "rowA" | "rowB">): string {
  return `${rowA}.${rowB}`
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const PAIR_ID = new RegExp(`^(${UUID})\\.(${UUID})$`)

export function rowsOfPair(id: string): readonly [string, string] | null {
  const [, a, b] = PAIR_ID.exec(id) ?? []
  return a === undefined || b === undefined || a === b ? null : [a, b]
}

/** A pair side by side, for programs and people. */
export function pairDocument(
  pair: ShownPair,
  rows: ReadonlyMap<string, RowShown>,
  how: PairShowing,
): Record<string, unknown> {
  const { verdict } = pair
  const id = pairId(pair)
  return {
    id,
    state: pairState(verdict?.said ?? null, verdict, pair),
    probability: pair.score,
    bits: Number(pair.weight.toFixed(2)),
    linked: pair.linked,
    verdict:
      verdict === null
        ? null
        : {
            id: verdict.verdictId,
            said: verdict.said,
            reason: verdict.reason,
            against_register: verdict.againstRegister,
            by: verdict.by,
            at: verdict.at.toISOString(),
          },
    rows: [pair.rowA, pair.rowB].map((rowId) => rowDocument(rows.get(rowId), how)),
    links: { self: `/api/v1/pairs/${id}`, verdict: `/api/v1/pairs/${id}/verdict` },
  }
}

/** The waterfall from the prior to the bits of the pair, in words. */
export function explanationOf(pair: ShownPair, { language }: PairShowing) {
  return explainPair(pair, language).map(({ comparison, level, weight, running, words }) => ({
    ...{ comparison, level, words },
    bits: Number(weight.toFixed(2)),
    running: Number(running.toFixed(2)),
  }))
}

function rowDocument(row: RowShown | undefined, { clear }: PairShowing) {
  if (row === undefined) return null
  const shown = (text: string): string => (clear ? text : maskNumbers(text))
  const { file, sheet, name, birthDate, sex, areaCode, sector, address } = row
  return {
    ...{ file, sheet, row: row.row, name },
    nik: row.nik === null ? null : shown(row.nik),
    ...{ birth_date: birthDate, sex, kelurahan_code: areaCode, sector },
    phone: shown(row.phone),
    address: shown(address),
  }
}
