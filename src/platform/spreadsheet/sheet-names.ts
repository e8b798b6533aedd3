const MAX_LENGTH = 31

/** Names that Excel accepts and that differ without regard to case, in the order given. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((text) => {
    const base = cleanName(text)
    let name = base
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      const suffix = ` (${n})`
      name = base.slice(0, MAX_LENGTH - suffix.length) + suffix
    }
    taken.add(name.toLowerCase())
    return name
  })
}

function cleanName(text: string): string {
  const clean = text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- a sheet name cannot hold control characters
    .replace(/[[\]:*?/\\\0-\x1f]/g, "-")
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/^'+|'+$/g, "")
    .trim()
  // Excel keeps the name "History" for itself.
  if (clean === "" || clean.toLowerCase() === "history") return `Lembar ${clean}`.trim()
  return clean
}

/** The name as a formula writes it. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
