import { assert } from "../kernel/assert.ts"

type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** A typed array of at least `length`, its content kept; half as long again when it must grow. */
export function roomFor<T extends Typed>(array: T, length: number): T {
  if (array.length >= length) return array
  const wider = emptyLike(array, Math.max(length, Math.ceil(array.length * 1.5)))
  wider.set(array)
  return wider
}

/** Several arrays of one kind behind each other. */
export function joined<T extends Typed>(parts: readonly T[]): T {
  const [first] = parts
  assert(first !== undefined, "columns are joined from at least one part")
  const whole = emptyLike(
    first,
    parts.reduce((sum, part) => sum + part.length, 0),
  )
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function emptyLike<T extends Typed>(array: T, length: number): T {
  const make = array.constructor as new (length: number) => T
  return new make(length)
}
