/** How much a run did again, and how much it could keep. */
export interface RunWork {
  readonly filesRead: number
  readonly filesRemembered: number
  readonly documentsMade: number
  readonly documentsKept: number
}
