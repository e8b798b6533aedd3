/**
 * A stretch of a delimited text as places of its fields: no text is copied and no string is made. Fields
 * stand one after the other; record `r` has the fields `firsts[r]` to `firsts[r + 1] - 1`.
 */
export interface FieldBlock {
  /** Content bytes; sixteen more bytes than any field's end may be read. */
  readonly bytes: Uint8Array
  /** The same bytes, to be read four at a time wherever they lie. */
  readonly view: DataView
  /** Where the content of a field begins and ends, quotes taken off. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly firsts: Int32Array
  /** Where in `bytes` a record begins, quotes included; one more than there are records. */
  readonly places: Int32Array
  /** 1 where a field of the record holds a line break. */
  readonly broken: Uint8Array
  /** How many records the block holds. */
  readonly count: number
}
