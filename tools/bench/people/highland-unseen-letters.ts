// What fingers, ears and eyes do to a written word or number.
import type { Chance } from "./highland-unseen-chance.ts"

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
const DIGIT_KEYS = "1234567890"
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ...{ "0": "86", "1": "74", "2": "7", "3": "85", "4": "19", "5": "63" },
  ...{ "6": "580", "7": "12", "8": "360", "9": "40" },
}

function neighbours(): ReadonlyMap<string, string> {
  const near = new Map<string, string>()
  for (const [row, keys] of KEYS.entries())
    for (const [at, key] of [...keys].entries()) {
      const beside = (keys[at - 1] ?? "") + (keys[at + 1] ?? "")
      near.set(key, beside + (KEYS[row + 1]?.[at] ?? "") + (KEYS[row - 1]?.[at] ?? ""))
    }
  for (const [at, key] of [...DIGIT_KEYS].entries())
    near.set(key, (DIGIT_KEYS[at - 1] ?? "") + (DIGIT_KEYS[at + 1] ?? ""))
  return near
}
const NEIGHBOURS = neighbours()

function replaced(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length)
}

/** Another key than the one that was meant. */
export function wrongKey(text: string, chance: Chance): string {
  if (text === "") return text
  const at = chance.whole(0, text.length - 1)
  const near = NEIGHBOURS.get(text[at]!.toLowerCase())
  return near === undefined ? text : replaced(text, at, 1, chance.pick([...near]))
}

export function lostSign(text: string, chance: Chance): string {
  return text.length < 4 ? text : replaced(text, chance.whole(1, text.length - 1), 1, "")
}

export function doubledSign(text: string, chance: Chance): string {
  if (text === "") return text
  const at = chance.whole(0, text.length - 1)
  return replaced(text, at, 0, text[at]!)
}

export function swappedSigns(text: string, chance: Chance): string {
  if (text.length < 4) return text
  const at = chance.whole(1, text.length - 2)
  return replaced(text, at, 2, text[at + 1]! + text[at]!)
}

/** A digit taken for one that looks like it, as a scanner or tired eyes do. */
export function lookAlike(digits: string, chance: Chance): string {
  if (digits === "") return digits
  const at = chance.whole(0, digits.length - 1)
  const like = LOOK_ALIKE[digits[at]!]
  return like === undefined ? digits : replaced(digits, at, 1, chance.pick([...like]))
}

/** Letters where digits stand: O for 0, l for 1; a scanned list has them. */
export function digitAsLetter(digits: string, chance: Chance): string {
  return chance.is(0.7) ? digits.replace("0", "O") : digits.replace("1", "l")
}

const EAR: readonly (readonly [RegExp, string])[] = (
  [
    ...([
      ["sy", "s"],
      ["kh", "h"],
      ["f", "p"],
      ["v", "f"],
      ["z", "j"],
      ["z", "s"],
      ["ph", "f"],
    ] as const),
    ...([
      ["th", "t"],
      ["ck", "k"],
      ["c(?=[aou])", "k"],
      ["x", "ks"],
      ["q", "k"],
      ["y(?=[^aiueo])", "i"],
    ] as const),
    ...([
      ["ie", "i"],
      ["ai", "e"],
      ["au", "o"],
      ["oe", "u"],
      ["dj", "j"],
      ["tj", "c"],
      ["d\\b", "t"],
    ] as const),
    ...([
      ["h\\b", ""],
      ["h(?=[mnlr])", ""],
      ["([lnsmdtr])\\1", "$1"],
      ["w", "u"],
      ["\\bj", "y"],
    ] as const),
    ...([
      ["\\by", "j"],
      ["i\\b", "ie"],
      ["u", "oe"],
      ["i\\b", "y"],
      ["a\\b", "ah"],
      ["iya", "ia"],
    ] as const),
    ...([
      ["ia", "iya"],
      ["'", ""],
      ["e", "i"],
      ["o", "u"],
      ["k\\b", "'"],
      ["b\\b", "p"],
      ["r", "rr"],
    ] as const),
    ...([
      ["s", "ss"],
      ["n\\b", "nn"],
      ["t", "th"],
      ["k(?=[aou])", "c"],
      ["ng", "n"],
      ["eu", "e"],
    ] as const),
  ] as const
).map(([from, to]) => [new RegExp(from, "i"), to] as const)

/** A word as somebody writes it who has only heard it. */
export function byEar(text: string, chance: Chance): string {
  for (let attempt = 0; attempt < 12; attempt++) {
    const [from, to] = chance.pick(EAR)
    const found = from.exec(text)
    if (found === null) continue
    const heard = found[0].replace(from, to)
    const isCapital = found[0] !== found[0].toLowerCase()
    const fitting = isCapital ? heard.slice(0, 1).toUpperCase() + heard.slice(1) : heard
    const result = replaced(text, found.index, found[0].length, fitting || heard)
    if (result !== text && result.length > 2) return result
  }
  return text
}
