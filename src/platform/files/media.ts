/** A picture within an office document, by its place there (ECMA-376 part 1, 15.2.14; OpenDocument 1.3, 3). */
const MEDIA = /^(?:(?:word|xl)\/media|Pictures)\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/i

/** The names of the pictures in an office document, in the order in which it numbers them. */
export function mediaNames(names: readonly string[]): string[] {
  const byNumber = new Intl.Collator("en", { numeric: true })
  return names.filter((name) => MEDIA.test(name)).sort(byNumber.compare)
}
