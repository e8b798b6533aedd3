/**
 * Texts name the program as ./payung, the way of a fresh checkout. Who reached it by another path
 * gets commands that can be typed where he stands. A path that merely begins so is left alone.
 */
export function asCalled(text: string, name: string): string {
  return text.replace(/(?<![\w./-])\.\/payung(?= )/g, () => quoted(name))
}

function quoted(name: string): string {
  return /[^\w./-]/.test(name) ? `"${name}"` : name
}
