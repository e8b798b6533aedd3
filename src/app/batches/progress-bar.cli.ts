/** Shows how far a long step is; only on a terminal, and only after a second. */
export interface ProgressBar {
  readonly at: (share: number, text: string) => void
  /** Clears the line, so that what is said next stands alone. */
  readonly clear: () => void
  readonly end: () => void
}

const BEGIN_AFTER_MS = 1_000
const REDRAW_MS = 120
const WIDTH = 24

export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { at: () => {}, clear: () => {}, end: () => {} }
  const since = performance.now()
  let [share, text, drawn] = [0, "", false]
  const draw = (): void => {
    const elapsed = performance.now() - since
    if (elapsed < BEGIN_AFTER_MS) return
    drawn = true
    stream.write(`\r\x1b[2K${barText(share, text, Math.floor(elapsed / 1000))}`)
  }
  const timer = setInterval(draw, REDRAW_MS)
  timer.unref()
  const clear = (): void => {
    if (drawn) stream.write("\r\x1b[2K")
    drawn = false
  }
  return {
    at: (next, said) => {
      ;[share, text] = [next, said]
      draw()
    },
    clear,
    end: () => {
      clearInterval(timer)
      clear()
    },
  }
}

/** "██████░░░░  40 %  Memeriksa baris usulan.xlsx … 3 s" */
export function barText(share: number, text: string, seconds: number): string {
  const bounded = Math.min(1, Math.max(0, share))
  const full = Math.round(bounded * WIDTH)
  const bar = `${"█".repeat(full)}${"░".repeat(WIDTH - full)}`
  return `${bar} ${String(Math.round(bounded * 100)).padStart(3)} %  ${text} … ${seconds} s`
}
