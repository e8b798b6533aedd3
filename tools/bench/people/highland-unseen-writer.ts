// The list and its truth: rows are kept as bytes while they are made, then written in shuffled order.
import { closeSync, openSync, writeSync } from "node:fs"
import { Chance } from "./highland-unseen-chance.ts"
import { Offices } from "./highland-unseen-clerks.ts"
import { cellsOf, COLUMNS } from "./highland-unseen-draft.ts"
import { World } from "./highland-unseen-households.ts"
import { KELURAHAN } from "./highland-unseen-places.ts"
import { Sendings, type Tally } from "./highland-unseen-sendings.ts"

const BLOCK_BYTES = 8 << 20

export interface Made {
  readonly rows: number
  readonly persons: number
  readonly tally: Tally
}

/** Rows one after another in blocks of bytes, since a million strings need several times as much. */
class Rows {
  readonly persons: Uint32Array
  readonly households: Uint32Array
  count = 0
  private readonly blocks: Buffer[] = []
  private readonly starts: Float64Array
  private used = BLOCK_BYTES

  constructor(rows: number) {
    this.persons = new Uint32Array(rows)
    this.households = new Uint32Array(rows)
    this.starts = new Float64Array(rows)
  }

  add(line: string, person: number, household: number): void {
    const bytes = Buffer.byteLength(line)
    if (this.used + bytes + 4 > BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(BLOCK_BYTES))
      this.used = 0
    }
    const block = this.blocks.at(-1)!
    block.writeUInt32LE(bytes, this.used)
    block.write(line, this.used + 4)
    this.starts[this.count] = (this.blocks.length - 1) * BLOCK_BYTES + this.used
    this.used += bytes + 4
    this.persons[this.count] = person
    this.households[this.count] = household
    this.count++
  }

  line(at: number): string {
    const start = this.starts[at]!
    const block = this.blocks[Math.floor(start / BLOCK_BYTES)]!
    const from = start % BLOCK_BYTES
    return block.toString("utf8", from + 4, from + 4 + block.readUInt32LE(from))
  }
}

/** Writes in large pieces. */
class Sheet {
  private parts: string[] = []
  private size = 0
  private readonly file: number

  constructor(path: string) {
    this.file = openSync(path, "w")
  }

  put(line: string): void {
    this.parts.push(line)
    this.size += line.length
    if (this.size > 1 << 20) this.flush()
  }

  close(): void {
    this.flush()
    closeSync(this.file)
  }

  private flush(): void {
    const bytes = Buffer.from(this.parts.join(""))
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at)
    this.parts = []
    this.size = 0
  }
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Kelurahan are of unequal size; the draw bends towards the first of a mixed order. */
function drawKelurahan(chance: Chance): number {
  return (Math.floor(chance.next() ** 1.35 * KELURAHAN.length) * 11) % KELURAHAN.length
}

function makeRows(wanted: number, seed: number): { rows: Rows; made: Made } {
  const chance = new Chance(seed)
  const world = new World(chance)
  const offices = new Offices(wanted, chance)
  const sendings = new Sendings(offices, world, chance)
  const rows = new Rows(wanted)
  let persons = 0
  while (rows.count < wanted) {
    const kelurahan = drawKelurahan(chance)
    const clerk = offices.clerkFor(kelurahan, chance)
    for (const member of world.next(kelurahan)) {
      if (rows.count === wanted) break
      persons++
      const own = chance.is(0.85) ? clerk : offices.clerkFor(kelurahan, chance)
      for (const { draft, clerk: sender } of sendings.of(member, own).slice(0, wanted - rows.count))
        rows.add(cellsOf(draft, sender.style).map(quoted).join(","), persons, member.household)
    }
  }
  return { rows, made: { rows: rows.count, persons, tally: sendings.tally } }
}

export function writeUnseenList(wanted: number, seed: number, list: string, truth: string): Made {
  const { rows, made } = makeRows(wanted, seed)
  const order = Uint32Array.from({ length: rows.count }, (_, at) => at)
  new Chance(seed ^ 0x5eed).shuffle(order)
  const [listSheet, truthSheet] = [new Sheet(list), new Sheet(truth)]
  listSheet.put(`no,${COLUMNS.join(",")}\n`)
  truthSheet.put("no,person,household\n")
  // Persons get their numbers in the order of the list, so that these tell nothing about the making.
  const numbers = [new Map<number, number>(), new Map<number, number>()] as const
  const numberOf = (of: 0 | 1, key: number): number => {
    const known = numbers[of].get(key) ?? numbers[of].size + 1
    numbers[of].set(key, known)
    return known
  }
  for (const [place, at] of order.entries()) {
    listSheet.put(`${place + 1},${rows.line(at)}\n`)
    const person = numberOf(0, rows.persons[at]!)
    truthSheet.put(`${place + 1},${person},${numberOf(1, rows.households[at]!)}\n`)
  }
  listSheet.close()
  truthSheet.close()
  return made
}
