/**
 * exact: all words agree · reordered: in another order · joined: they agree with other gaps ("Nur Hayati",
 * "Nurhayati") · variant: a word is spelt as it sounds ("Fitri", "Pitri") · close: a slip of the pen ·
 * established: two real names one letter apart · initial: an initial fits · subset: a word is missing ·
 * subset_first: the given name is missing · conflict_part / conflict: each has a word the other lacks,
 * while some word agrees / none does · unknown: no name
 */
export const NAME_LEVELS = [
  "unknown",
  ...(["exact", "reordered", "joined", "variant", "close", "established", "initial"] as const),
  ...(["subset", "subset_first", "conflict_part", "conflict"] as const),
] as const
export type NameLevel = (typeof NAME_LEVELS)[number]

export const NAME = Object.fromEntries(NAME_LEVELS.map((level, at) => [level, at])) as {
  readonly [L in NameLevel]: number
}
