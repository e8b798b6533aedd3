import { eachRun } from "./person-numbers.ts"
import type { Choice, Slot } from "./word-choices.ts"

/** So many persons are compared by their whole names; who is not among them is not found. */
export const CANDIDATES = 100
/** A name that holds all that was asked. Sixteen bits a person: a million are summed up in the cache. */
const FULL = 60_000
const STEP = 60
/** Of the score of the best. */
const NEAR_BEST = 0.6
/** Of a full score. */
const LEAST = 0.35

/**
 * Numbers of those who bear what was asked, best first; of equal ones the lowest numbers. The lists of
 * all slots are added up over all persons: no list is ever compared with another. Rare words come first:
 * once somebody bears one, a Muhammad who bears no other of the words cannot come near him any more.
 */
export function chooseCandidates(slots: readonly Slot[], sums: PersonSums): number[] {
  const asked = slots.length > 1 ? slots.filter(isTelling) : slots
  const full = asked.reduce((sum, { weight }) => sum + weight, 0)
  let rest = FULL
  for (const { weight, choices } of [...asked].sort((a, b) => b.weight - a.weight)) {
    sums.begin({ onlyKnown: rest < NEAR_BEST * sums.best })
    // Choices come best first, so the first that a person bears is the one that counts.
    for (const choice of choices)
      sums.add(choice, Math.round((FULL * weight * choice.likeness) / full))
    rest -= (FULL * weight) / full
  }
  const best = bestOf(sums)
  sums.clear()
  return best
}

/** An initial says too little to look for. */
function isTelling({ asked }: Slot): boolean {
  return asked.folded.length > 1
}

/**
 * Scores by person's number. Memory touched for the first time costs more than the sums, so one is kept
 * for all searches; between them it is empty.
 */
export class PersonSums {
  #scores = new Uint16Array(0)
  #lastSlot = new Uint8Array(0)
  #touched = new Uint32Array(0)
  #count = 0
  #slot = 0
  #onlyKnown = false
  /** The highest score so far. */
  best = 0

  /** Room for so many persons. */
  fit(persons: number): this {
    if (this.#scores.length < persons) {
      this.#scores = new Uint16Array(persons)
      this.#lastSlot = new Uint8Array(persons)
      this.#touched = new Uint32Array(persons)
    }
    return this
  }

  /** Who has a score. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count)
  }

  scoreOf(number: number): number {
    return this.#scores[number] ?? 0
  }

  /** Each person gains once a slot; with `onlyKnown` those alone who have a score. */
  begin({ onlyKnown }: { readonly onlyKnown: boolean }): void {
    this.#slot++
    this.#onlyKnown = onlyKnown
  }

  add({ words: [first, second] }: Choice, gain: number): void {
    if (first === undefined) return
    if (second === undefined) return eachRun(first.people, (from, to) => this.#gain(from, to, gain))
    const others = new Set<number>()
    eachRun(second.people, (from, to) => {
      for (let number = from; number <= to; number++) others.add(number)
    })
    eachRun(first.people, (from, to) => {
      for (let number = from; number <= to; number++)
        if (others.has(number)) this.#gain(number, number, gain)
    })
  }

  #gain(from: number, to: number, gain: number): void {
    const [scores, lastSlot, slot] = [this.#scores, this.#lastSlot, this.#slot]
    for (let number = from; number <= to; number++) {
      const last = lastSlot[number]
      if (last === slot || last === undefined) continue
      if (last === 0) {
        if (this.#onlyKnown) continue
        this.#touched[this.#count++] = number
      }
      const score = (scores[number] ?? 0) + gain
      lastSlot[number] = slot
      scores[number] = score
      if (score > this.best) this.best = score
    }
  }

  clear(): void {
    for (let at = 0; at < this.#count; at++) {
      const number = this.#touched[at] ?? 0
      this.#scores[number] = this.#lastSlot[number] = 0
    }
    this.#count = this.#slot = this.best = 0
  }
}

function bestOf(sums: PersonSums): number[] {
  const { touched } = sums
  const held = new Uint32Array(Math.ceil(FULL / STEP) + 2)
  const stepOf = (number: number): number =>
    Math.min(held.length - 1, Math.round(sums.scoreOf(number) / STEP))
  for (let at = 0; at < touched.length; at++) {
    const step = stepOf(touched[at] ?? 0)
    held[step] = (held[step] ?? 0) + 1
  }
  const best = held.findLastIndex((count) => count > 0)
  const least = Math.max((LEAST * FULL) / STEP, best * NEAR_BEST)
  let from = held.length
  for (let room = CANDIDATES; from > least && room > 0;) room -= held[--from] ?? 0
  const above: number[] = []
  const last: number[] = []
  for (let at = 0; at < touched.length; at++) {
    const number = touched[at] ?? 0
    const step = stepOf(number)
    if (step > from) above.push(number)
    else if (step === from) keepLowest(last, number)
  }
  above.sort((a, b) => stepOf(b) - stepOf(a) || a - b)
  return [...above, ...last].slice(0, CANDIDATES)
}

/** Of tens of thousands that are equally near, the first ones, ascending. */
function keepLowest(lowest: number[], number: number): void {
  if (lowest.length === CANDIDATES && number > (lowest.at(-1) ?? 0)) return
  const at = lowest.findLastIndex((other) => other < number)
  lowest.splice(at + 1, 0, number)
  if (lowest.length > CANDIDATES) lowest.pop()
}
