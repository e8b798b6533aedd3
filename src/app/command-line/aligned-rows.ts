/** Rows of cells as lines whose columns begin below each other. */
export function alignedRows(rows: readonly (readonly string[])[]): string[] {
  const widths = new Map<number, number>()
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths.set(column, Math.max(widths.get(column) ?? 0, cell.length))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths.get(column) ?? 0))
      .join("  ")
      .trimEnd(),
  )
}
