/**
 * Ascending numbers of persons as a text of runs: how far the first lies from the last of the run before,
 * and, where there is more than one, how many follow. Numbers are given so that those who bear a frequent
 * word stand together: forty thousand of them are a few letters. A text comes out of the database as it is; a
 * bytea would come as twice its length.
 */
export function packNumbers(numbers: Uint32Array): string {
  const letters = new Letters(numbers.length)
  let before = 0
  for (let at = 0; at < numbers.length;) {
    const first = numbers[at] ?? 0
    let last = first
    while (++at < numbers.length && numbers[at] === last + 1) last++
    letters.write((first - before) * 2 + (last > first ? 1 : 0))
    if (last > first) letters.write(last - first)
    before = last
  }
  return letters.text()
}

/** Calls with the first and the last number of each run, in their order. */
export function eachRun(packed: string, tell: (first: number, last: number) => void): void {
  let number = 0
  for (let at = 0; at < packed.length;) {
    const step = numberAt(packed, at)
    at += lettersOf(step)
    const first = number + Math.floor(step / 2)
    number = first
    if (step % 2 === 1) {
      const more = numberAt(packed, at)
      at += lettersOf(more)
      number += more
    }
    tell(first, number)
  }
}

/** "0": 64 letters from here on are printable, and one of them is a backslash, which COPY knows. */
const FIRST = 48
/** Five bits a letter; all but the last letter of a number have the sixth as well. */
const MORE = 32

class Letters {
  readonly #letters: Buffer
  #end = 0

  constructor(numbers: number) {
    this.#letters = Buffer.allocUnsafe(numbers * 14)
  }

  write(number: number): void {
    let rest = number
    for (; rest >= MORE; rest = Math.floor(rest / MORE))
      this.#letters[this.#end++] = FIRST + MORE + (rest % MORE)
    this.#letters[this.#end++] = FIRST + rest
  }

  text(): string {
    return this.#letters.latin1Slice(0, this.#end)
  }
}

function numberAt(packed: string, from: number): number {
  let number = 0
  for (let at = from, scale = 1; at < packed.length; at++, scale *= MORE) {
    const letter = packed.charCodeAt(at) - FIRST
    if (letter < MORE) return number + letter * scale
    number += (letter - MORE) * scale
  }
  return number
}

function lettersOf(number: number): number {
  let letters = 1
  for (let rest = number; rest >= MORE; rest = Math.floor(rest / MORE)) letters++
  return letters
}
