// Cells of a column are mostly written alike but for their reference and their text: then the tag of the
// next one is compared instead of being read.
import { MAX_COLUMNS } from "../cell-reference.ts"
import type { CellFormat } from "./styles.ts"
import type { Leaf } from "../xml/leaf.ts"
import type { XmlTokens } from "../xml/tokens.ts"

/** What the tag of a cell says beside its reference. */
export interface CellTag {
  readonly type: number
  readonly format: CellFormat | undefined
}

interface Alike extends CellTag {
  readonly leaf: Leaf
}

/** Two ways of writing are remembered, as where every other row is shaded. */
const WAYS = 2
/** A column that is written ever differently is read tag by tag. */
const LEARNED_MAX = 32

export class AlikeCells {
  readonly #ways: (Alike | undefined)[] = []
  readonly #learned = new Uint8Array(MAX_COLUMNS)

  /** Takes the next cell where it is written as an earlier one of the column, and answers what its tag says. */
  take(tokens: XmlTokens, column: number): CellTag | undefined {
    for (let way = column * WAYS; way < (column + 1) * WAYS; way++) {
      const alike = this.#ways[way]
      if (alike !== undefined && tokens.takeLeaf(alike.leaf)) return alike
    }
    return undefined
  }

  /** Whether another way of writing is worth being remembered. */
  isOpen(column: number): boolean {
    return (this.#learned[column] ?? LEARNED_MAX) < LEARNED_MAX
  }

  /** The older of the ways gives its place. */
  learn(column: number, leaf: Leaf | null, tag: CellTag): void {
    const learned = this.#learned[column] ?? 0
    this.#learned[column] = learned + 1
    if (leaf !== null) this.#ways[column * WAYS + (learned % WAYS)] = { leaf, ...tag }
  }
}
