import type { Lang } from "./words.ts"
import type { Words } from "./text.id.ts"

/** What every page needs besides its own content. */
export interface View {
  readonly lang: Lang
  readonly words: Words
  /** Path and query of this page without its language. */
  readonly path: string
  /** "Kota Balikpapan", from the policy pack. */
  readonly city: string
  readonly timeZone: string
}

/** An address of ours in the language of the page. */
export function link(view: Pick<View, "lang">, path: string): string {
  if (view.lang === "id") return path
  const [address = "", fragment] = path.split("#")
  const query = `${address}${address.includes("?") ? "&" : "?"}lang=${view.lang}`
  return fragment === undefined ? query : `${query}#${fragment}`
}
