import { checkNewName } from "./bytes.ts"
import { XmlFault } from "./fault.ts"

export const MAX_ATTRIBUTES = 256
/** Steps of comparing attribute names, which grow with their square. */
const MAX_COMPARISONS = 500_000_000
/**
 * Work for one part: an element and an attribute count one each, a text with references or CR
 * eight. A sheet of a million rows and 25 columns, all formatted and none filled, keeps it.
 */
export const MAX_WORK = 80_000_000
export const CODED_WORK = 8

/** What one XML part may cost, whatever its size: a small file must not keep us busy for long. */
export class XmlWork {
  #left: number
  #comparisons = 0

  constructor(work: number) {
    this.#left = work
  }

  spend(work: number): void {
    this.#left -= work
    if (this.#left < 0) throw new XmlFault("too many elements")
  }

  /** That no two attributes of an element have one name. */
  checkName(bytes: Buffer, attributes: Int32Array, last: number): void {
    this.#comparisons += checkNewName(bytes, attributes, last)
    if (this.#comparisons > MAX_COMPARISONS) throw new XmlFault("too many attributes")
  }
}
