/** Where a page begins: within the run's persons, so that it says when they were computed anew. */
export interface SearchCursor {
  readonly runId: string
  readonly after: number
}

export function writeCursor({ runId, after }: SearchCursor): string {
  return `${runId}.${after}`
}

const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,3})$/

/** Null for what no page gave. */
export function readCursor(text: string): SearchCursor | null {
  const [, runId, after] = CURSOR.exec(text) ?? []
  return runId === undefined ? null : { runId, after: Number(after) }
}
