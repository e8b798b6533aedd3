/** Why nothing was searched for. What was typed is never repeated: it may be a person's number. */
export type SearchRefusal =
  | { readonly kind: "query_empty" }
  | { readonly kind: "query_short"; readonly least: number }
  | { readonly kind: "query_long"; readonly count: number; readonly most: number }
  | { readonly kind: "query_words"; readonly count: number; readonly most: number }
  | { readonly kind: "query_mixed" }
  | { readonly kind: "digits_few"; readonly least: number }
  | { readonly kind: "digits_many"; readonly count: number; readonly most: number }
  | { readonly kind: "page_gone" }

type Parts = readonly [what: string, where: string, how: string]

export interface SearchMessage {
  readonly code: string
  readonly id: Parts
  readonly en: Parts
}

export function describeSearchRefusal(refusal: SearchRefusal): SearchMessage {
  const { code, id, en } = MESSAGES[refusal.kind]
  const numbers = new Map<string, string | number>(Object.entries(refusal))
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers.get(name) ?? ""))
  const filled = ([what, where, how]: Parts): Parts => [fill(what), where, fill(how)]
  return { code, id: filled(id), en: filled(en) }
}

const WHERE_ID = "Kata pencarian"
const WHERE_EN = "The words to search for"

const MESSAGES: Readonly<Record<SearchRefusal["kind"], SearchMessage>> = {
  query_empty: {
    code: "SEARCH_EMPTY",
    id: [
      "Kata pencarian belum diisi.",
      WHERE_ID,
      "Tulis nama, NIK, nomor KK, atau nomor telepon orang yang dicari.",
    ],
    en: [
      "Nothing was given to search for.",
      WHERE_EN,
      "Write the name, NIK, family card number or phone number of the person.",
    ],
  },
  query_short: {
    code: "SEARCH_SHORT",
    id: ["Kata pencarian terlalu pendek.", WHERE_ID, "Tulis nama paling sedikit {least} huruf."],
    en: [
      "The words to search for are too short.",
      WHERE_EN,
      "Write a name of at least {least} letters.",
    ],
  },
  query_long: {
    code: "SEARCH_LONG",
    id: [
      "Kata pencarian terlalu panjang: {count} huruf.",
      WHERE_ID,
      "Tulis paling banyak {most} huruf; namanya saja sudah cukup.",
    ],
    en: [
      "The words to search for are too long: {count} characters.",
      WHERE_EN,
      "Write at most {most} characters; the name alone will do.",
    ],
  },
  query_words: {
    code: "SEARCH_WORDS",
    id: [
      "Kata pencarian terlalu banyak: {count} kata.",
      WHERE_ID,
      "Tulis paling banyak {most} kata dari nama itu.",
    ],
    en: [
      "There are too many words to search for: {count}.",
      WHERE_EN,
      "Write at most {most} words of the name.",
    ],
  },
  query_mixed: {
    code: "SEARCH_MIXED",
    id: [
      "Nama dan nomor tidak dapat dicari sekaligus.",
      WHERE_ID,
      "Cari namanya saja, atau nomornya saja.",
    ],
    en: [
      "A name and a number cannot be searched for at once.",
      WHERE_EN,
      "Search for the name alone, or the number alone.",
    ],
  },
  digits_few: {
    code: "SEARCH_DIGITS_FEW",
    id: [
      "Nomornya terlalu pendek.",
      WHERE_ID,
      "Tulis paling sedikit {least} angka pertama atau terakhir dari NIK, atau seluruh nomornya.",
    ],
    en: [
      "The number is too short.",
      WHERE_EN,
      "Write at least the first or last {least} digits of a NIK, or a whole number.",
    ],
  },
  digits_many: {
    code: "SEARCH_DIGITS_MANY",
    id: [
      "Nomornya terlalu panjang: {count} angka.",
      WHERE_ID,
      "NIK dan nomor KK terdiri dari {most} angka. Periksa apakah ada angka yang berlebih.",
    ],
    en: [
      "The number is too long: {count} digits.",
      WHERE_EN,
      "NIK and family card number have {most} digits. See whether there is one too many.",
    ],
  },
  page_gone: {
    code: "SEARCH_PAGE_GONE",
    id: [
      "Halaman ini tidak ada lagi: daftar orang sudah dihitung ulang.",
      "Parameter cursor",
      "Ulangi pencarian dari halaman pertama.",
    ],
    en: [
      "This page is gone: the list of persons was computed again.",
      "Parameter cursor",
      "Search again from the first page.",
    ],
  },
}
