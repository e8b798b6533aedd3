/** Shows how far a long step is: a bar on a terminal, a plain line now and then elsewhere. */
export interface ProgressBar {
  readonly at: (share: number, text: string) => void
  /** Clears the line, so that what is said next stands alone; false where it stands alone already. */
  readonly clear: () => boolean
  readonly end: () => void
}

type Stream = Pick<NodeJS.WriteStream, "isTTY" | "write">

const BEGIN_AFTER_MS = 1_000
const REDRAW_MS = 120
/** A log is read later: few lines are enough. */
const LINE_EVERY_MS = 3_000
const WIDTH = 24

export function progressBar(stream: Stream, now = () => performance.now()): ProgressBar {
  return stream.isTTY ? barOn(stream, now) : linesOn(stream, now)
}

function barOn(stream: Stream, now: () => number): ProgressBar {
  const since = now()
  let [share, text, drawn] = [0, "", false]
  const draw = (): void => {
    const elapsed = now() - since
    if (elapsed < BEGIN_AFTER_MS) return
    drawn = true
    stream.write(`\r\x1b[2K${barText(share, text, Math.floor(elapsed / 1000))}`)
  }
  const timer = setInterval(draw, REDRAW_MS)
  timer.unref()
  const clear = (): boolean => {
    const was = drawn
    if (drawn) stream.write("\r\x1b[2K")
    drawn = false
    return was
  }
  return {
    at: (next, said) => {
      ;[share, text] = [next, said]
    },
    clear,
    end: () => {
      clearInterval(timer)
      clear()
    },
  }
}

/** The line that was begun when a file was opened is left, and a whole one follows the last of these. */
function linesOn(stream: Stream, now: () => number): ProgressBar {
  let [last, said] = [now(), false]
  return {
    at: (share, text) => {
      if (now() - last < LINE_EVERY_MS) return
      last = now()
      stream.write(`${said ? "" : "\n"}  ${percentOf(share)}  ${text}\n`)
      said = true
    },
    clear: () => {
      const was = said
      said = false
      return was
    },
    end: () => {},
  }
}

/** "██████░░░░  40 %  Memeriksa baris usulan.xlsx … 3 s" */
export function barText(share: number, text: string, seconds: number): string {
  const full = Math.round(bounded(share) * WIDTH)
  const bar = `${"█".repeat(full)}${"░".repeat(WIDTH - full)}`
  return `${bar} ${percentOf(share)}  ${text} … ${seconds} s`
}

function percentOf(share: number): string {
  return `${String(Math.round(bounded(share) * 100)).padStart(3)} %`
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, share))
}
