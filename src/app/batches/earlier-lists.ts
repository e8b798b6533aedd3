/** Whose earlier lists a file is compared with. */
export interface EarlierKey {
  /** The sender as the file names him; null where it does not. */
  readonly senderId: string | null
  /** SHA-256 of the list that went out and came back as this file; empty for any other file. */
  readonly base: string
}

export interface SentList {
  readonly sha256: string
  readonly senderId: string
}

/** The lists of whoever sent the one that came back, else of the sender that the file names. */
export function earlierAmong<List extends SentList>(
  lists: readonly List[],
  { senderId, base }: EarlierKey,
): List[] {
  const sender = lists.find(({ sha256 }) => sha256 === base)?.senderId ?? senderId
  return lists.filter((list) => list.senderId === sender)
}
