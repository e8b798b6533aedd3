/** Five steps of a choropleth: step i holds counts up to `bounds[i]`, above the bound before. */
export interface Steps {
  readonly bounds: readonly number[]
}

export const STEP_COUNT = 5

/** Equal steps of a round width, so that the legend can be read aloud. */
export function stepsOf(counts: readonly number[]): Steps {
  const highest = counts.reduce((high, count) => Math.max(high, count), 0)
  const width = roundWidth(highest / STEP_COUNT)
  return { bounds: Array.from({ length: STEP_COUNT }, (_, index) => width * (index + 1)) }
}

/** 0 to 4. */
export function stepOf({ bounds }: Steps, count: number): number {
  const found = bounds.findIndex((bound) => count <= bound)
  return found === -1 ? bounds.length - 1 : found
}

/** "0 – 100", "101 – 200", … as numbers. */
export function stepRange({ bounds }: Steps, step: number): { from: number; to: number } {
  return { from: step === 0 ? 0 : (bounds[step - 1] ?? 0) + 1, to: bounds[step] ?? 0 }
}

/** The least of 1, 2, 2.5, 5 times a power of ten that is at least `least`, and at least 1. */
function roundWidth(least: number): number {
  if (least <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].find((each) => {
    const width = each * power
    return Number.isInteger(width) && width >= least
  })
  return (factor ?? 10) * power
}
