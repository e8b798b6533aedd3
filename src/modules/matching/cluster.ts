/** Two positions that belong together, the surest link first. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly bits: number
}

export interface Linked {
  /** Positions are below this. */
  readonly length: number
  readonly links: readonly Link[]
  /** Positions of one profile say the same, so one of them speaks for all. */
  readonly profileOf: (position: number) => string
  /** Two positions that may never stand in one cluster. */
  readonly cannotLink: (a: number, b: number) => boolean
}

/**
 * Joins positions along links, the surest first; equal bits by position. A link is refused when any
 * member of one side cannot stand with any member of the other, so strangers are not chained
 * through a row that resembles both. A file sent a hundred times costs no more, since copies of a row
 * have one profile. Answers the cluster of each position, numbered by the smallest position.
 */
export function clusterLinks({ length, links, profileOf, cannotLink }: Linked): Int32Array {
  const groupOf = new Map<number, Group>()
  const groupAt = (position: number): Group => {
    const known = groupOf.get(position)
    if (known !== undefined) return known
    const group: Group = { members: [position], speakers: null }
    groupOf.set(position, group)
    return group
  }
  const speakersOf = (group: Group): Map<string, number> =>
    (group.speakers ??= new Map(group.members.map((position) => [profileOf(position), position])))
  for (const link of links.toSorted(bySureness)) {
    const left = groupAt(link.a)
    const right = groupAt(link.b)
    if (left === right) continue
    const areAlone = left.members.length + right.members.length === 2
    const isRefused = areAlone
      ? cannotLink(link.a, link.b)
      : contradict(speakersOf(left), speakersOf(right), cannotLink)
    if (isRefused) continue
    const [into, from] = left.members.length < right.members.length ? [right, left] : [left, right]
    for (const position of from.members) groupOf.set(position, into)
    if (!areAlone)
      for (const [profile, position] of speakersOf(from)) speakersOf(into).set(profile, position)
    else into.speakers = null
    into.members.push(...from.members)
  }
  return numberClusters(length, groupOf)
}

interface Group {
  readonly members: number[]
  /** One position of each profile. */
  speakers: Map<string, number> | null
}

function contradict(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
  cannotLink: Linked["cannotLink"],
): boolean {
  for (const [profile, a] of left) {
    for (const [other, b] of right) {
      if (profile !== other && cannotLink(a, b)) return true
    }
  }
  return false
}

function bySureness(x: Link, y: Link): number {
  if (x.bits !== y.bits) return x.bits > y.bits ? -1 : 1
  return x.a - y.a || x.b - y.b
}

function numberClusters(length: number, groupOf: ReadonlyMap<number, Group>): Int32Array {
  const clusterOf = new Int32Array(length)
  const numberOf = new Map<Group, number>()
  let next = 0
  for (let position = 0; position < length; position++) {
    const group = groupOf.get(position)
    if (group === undefined) clusterOf[position] = next++
    else {
      const number = numberOf.get(group) ?? next++
      numberOf.set(group, number)
      clusterOf[position] = number
    }
  }
  return clusterOf
}
