/** Two positions that belong together, the surest link first. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly bits: number
}

/**
 * Joins positions along links, the surest first; equal bits by position. A link is refused when any
 * member of one side cannot stand with any member of the other, so strangers are not chained
 * through a row that resembles both. Positions of one profile say the same (byte copies), so one of
 * them speaks for all: a file sent a hundred times costs no more. Clusters are numbered by their
 * smallest position.
 */
export function clusterLinks(
  profileOf: Int32Array,
  links: readonly Link[],
  cannotLink: (a: number, b: number) => boolean,
): Int32Array {
  const groupOf: Group[] = [...profileOf].map((profile, position) => ({
    members: [position],
    speakers: new Map([[profile, position]]),
  }))
  for (const link of links.toSorted(bySureness)) {
    const [left, right] = [groupOf[link.a], groupOf[link.b]]
    if (left === undefined || right === undefined || left === right) continue
    if (contradict(left, right, cannotLink)) continue
    const [into, from] = left.members.length < right.members.length ? [right, left] : [left, right]
    for (const position of from.members) groupOf[position] = into
    into.members.push(...from.members)
    for (const [profile, position] of from.speakers) into.speakers.set(profile, position)
  }
  return numberClusters(groupOf)
}

interface Group {
  readonly members: number[]
  /** One position of each profile. */
  readonly speakers: Map<number, number>
}

function contradict(
  left: Group,
  right: Group,
  cannotLink: (a: number, b: number) => boolean,
): boolean {
  for (const [profile, a] of left.speakers) {
    for (const [other, b] of right.speakers) {
      if (profile !== other && cannotLink(a, b)) return true
    }
  }
  return false
}

function bySureness(x: Link, y: Link): number {
  return y.bits - x.bits || x.a - y.a || x.b - y.b
}

function numberClusters(groupOf: readonly Group[]): Int32Array {
  const numberOf = new Map<Group, number>()
  return Int32Array.from(groupOf, (group) => {
    const known = numberOf.get(group)
    if (known !== undefined) return known
    numberOf.set(group, numberOf.size)
    return numberOf.size - 1
  })
}
