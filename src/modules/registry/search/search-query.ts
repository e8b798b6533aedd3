import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { foldWord, nameWords } from "../../../kernel/text-fold.ts"
import type { SearchRefusal } from "./search-refusal.ts"

/** What somebody typed, understood. */
export type SearchQuery =
  | { readonly kind: "name"; readonly words: readonly AskedWord[] }
  /** Any of these numbers whole, or a NIK that begins or ends so. */
  | { readonly kind: "number"; readonly whole: readonly string[]; readonly part: string | null }

export interface AskedWord {
  /** Small letters as typed. */
  readonly typed: string
  readonly folded: string
}

export const QUERY_LENGTH = 100
const WORDS_MAX = 8
const LETTERS_MIN = 2
const DIGITS_MIN = 6
const NUMBER_LENGTH = 16
/** Digits with what people put between and around them. */
const NUMBER = /^[\s'+(]*\d[\d\s.,()/'-]*$/

export function readQuery(text: string): Result<SearchQuery, SearchRefusal> {
  const asked = text.trim()
  if (asked === "") return refuse({ kind: "query_empty" })
  if (asked.length > QUERY_LENGTH)
    return refuse({ kind: "query_long", count: asked.length, most: QUERY_LENGTH })
  if (NUMBER.test(asked)) return numberQuery(asked.replace(/\D/g, ""))
  if (/\d{3}/.test(asked)) return refuse({ kind: "query_mixed" })
  return nameQuery(asked)
}

function nameQuery(asked: string): Result<SearchQuery, SearchRefusal> {
  const words = nameWords(asked)
    .map((typed) => ({ typed, folded: foldWord(typed) }))
    .filter(({ folded }) => folded !== "")
  if (!words.some(({ typed }) => typed.length >= LETTERS_MIN))
    return refuse({ kind: "query_short", least: LETTERS_MIN })
  if (words.length > WORDS_MAX)
    return refuse({ kind: "query_words", count: words.length, most: WORDS_MAX })
  return ok({ kind: "name", words })
}

function numberQuery(digits: string): Result<SearchQuery, SearchRefusal> {
  if (digits.length < DIGITS_MIN) return refuse({ kind: "digits_few", least: DIGITS_MIN })
  if (digits.length > NUMBER_LENGTH)
    return refuse({ kind: "digits_many", count: digits.length, most: NUMBER_LENGTH })
  const phone = nationalPhone(digits)
  const whole = phone === null || phone === digits ? [digits] : [digits, phone]
  return ok({ kind: "number", whole, part: digits.length === NUMBER_LENGTH ? null : digits })
}

/** +62 812…, 62812…, 0812…, 812… as the lists are kept: 0812…; null for what is no phone number. */
function nationalPhone(digits: string): string | null {
  const rest = digits.replace(/^(?:0062|62)?0?/, "")
  const isPhone = /^[2-9]\d{8,11}$/.test(rest)
  return isPhone ? `0${rest}` : null
}
