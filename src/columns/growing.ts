type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** A typed array of at least `length`, its content kept; half as long again when it must grow. */
export function roomFor<T extends Typed>(array: T, length: number): T {
  if (array.length >= length) return array
  const wider = emptyLike(array, Math.max(length, Math.ceil(array.length * 1.5)))
  wider.set(array)
  return wider
}

function emptyLike<T extends Typed>(array: T, length: number): T {
  const make = array.constructor as new (length: number) => T
  return new make(length)
}
