/**
 * What a PDF page draws, as places: glyphs that can be seen, and straight lines. Read from the page's
 * operators (ISO 32000-1, 8 and 9), because a ready text layer joins neighbouring cells into one word.
 */

/** Names of operators by the number that the reader gives them. */
export type OperatorNames = ReadonlyMap<number, string>

export interface OperatorList {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

/** In points; y grows upwards, `y` is the baseline. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** A straight horizontal or vertical line, `at` its y or x, from `from` to `to`. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface PdfPage {
  readonly glyphs: readonly Glyph[]
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
  /** A picture covers at least a tenth of the page, or there is text that nobody can see. */
  readonly hasPicture: boolean
}

type Matrix = readonly [number, number, number, number, number, number]

interface State {
  matrix: Matrix
  fontSize: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Thinner than this, a filled box is a line (points). */
const LINE_WIDTH_MAX = 2.5
const LINE_LENGTH_MIN = 4
const MAX_GLYPHS = 2_000_000
const PICTURE_SHARE = 0.1
/** Text of mode 3 is not painted: a scanner put it below its picture. */
const INVISIBLE = 3

function times([a, b, c, d, e, f]: Matrix, m: Matrix): Matrix {
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** Follows the operators of one page; `area` is its size in square points. */
export function tracePage(list: OperatorList, names: OperatorNames, area: number): PdfPage {
  const tracer = new PageTracer(area)
  for (let at = 0; at < list.fnArray.length; at++) {
    const args = list.argsArray[at]
    tracer.step(names.get(list.fnArray[at] ?? -1) ?? "", Array.isArray(args) ? args : [], names)
  }
  return tracer.page()
}

class PageTracer {
  readonly #area: number
  readonly #glyphs: Glyph[] = []
  readonly #horizontal: Rule[] = []
  readonly #vertical: Rule[] = []
  readonly #stack: State[] = []
  #state: State = {
    matrix: IDENTITY,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  }
  #text: Matrix = IDENTITY
  #line: Matrix = IDENTITY
  #hasPicture = false

  constructor(area: number) {
    this.#area = area
  }

  page(): PdfPage {
    const [horizontal, vertical] = [this.#horizontal, this.#vertical]
    return { glyphs: this.#glyphs, horizontal, vertical, hasPicture: this.#hasPicture }
  }

  step(name: string, args: readonly unknown[], names: OperatorNames): void {
    const number = (at: number): number => Number(args[at] ?? 0)
    const state = this.#state
    if (name === "showText") this.#show(args[0])
    else if (name === "moveText") this.#move(number(0), number(1))
    else if (name === "setFont") state.fontSize = number(1)
    else if (name === "beginText") this.#text = this.#line = IDENTITY
    else if (name === "setTextMatrix") this.#text = this.#line = matrixOf(args)
    else if (name === "constructPath") this.#path(args, names)
    else if (name === "save") this.#stack.push({ ...state })
    else if (name === "restore") this.#state = this.#stack.pop() ?? state
    else if (name === "transform") state.matrix = times(matrixOf(args), state.matrix)
    else if (name === "paintFormXObjectBegin") this.#beginForm(args[0])
    else if (name === "paintFormXObjectEnd") this.#state = this.#stack.pop() ?? state
    else if (name === "setLeadingMoveText") this.#moveWithLeading(number(0), number(1))
    else if (name === "nextLine") this.#move(0, -state.leading)
    else if (name === "setLeading") state.leading = number(0)
    else if (name === "setCharSpacing") state.charSpacing = number(0)
    else if (name === "setWordSpacing") state.wordSpacing = number(0)
    else if (name === "setHScale") state.stretch = number(0) / 100
    else if (name === "setTextRise") state.rise = number(0)
    else if (name === "setTextRenderingMode") state.mode = number(0)
    else if (/^paint(Inline)?Image/.test(name)) this.#picture()
  }

  #beginForm(matrix: unknown): void {
    this.#stack.push({ ...this.#state })
    if (Array.isArray(matrix)) this.#state.matrix = times(matrixOf(matrix), this.#state.matrix)
  }

  #moveWithLeading(x: number, y: number): void {
    this.#state.leading = -y
    this.#move(x, y)
  }

  #move(x: number, y: number): void {
    this.#line = times([1, 0, 0, 1, x, y], this.#line)
    this.#text = this.#line
  }

  #picture(): void {
    const [a, b, c, d] = this.#state.matrix
    if (Math.abs(a * d - b * c) > PICTURE_SHARE * this.#area) this.#hasPicture = true
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return
    const { fontSize, charSpacing, wordSpacing, stretch } = this.#state
    for (const glyph of glyphs as (number | PaintedGlyph | null)[]) {
      if (glyph === null) continue
      if (typeof glyph === "number") {
        this.#advance((-glyph / 1000) * fontSize * stretch)
        continue
      }
      const width = ((glyph.width ?? 0) / 1000) * fontSize
      this.#paint(glyph.unicode ?? "", width * stretch)
      const spacing = charSpacing + (glyph.isSpace === true ? wordSpacing : 0)
      this.#advance((width + spacing) * stretch)
    }
  }

  #paint(text: string, width: number): void {
    if (this.#state.mode === INVISIBLE) {
      this.#hasPicture = true
      return
    }
    const placed = times(this.#text, this.#state.matrix)
    const [left, y] = apply(placed, 0, this.#state.rise)
    const [right] = apply(placed, width, this.#state.rise)
    // Upright text only: a turned stamp or watermark is no cell.
    const isUpright = Math.abs(placed[1]) < 0.01 * Math.abs(placed[0]) && placed[0] > 0
    if (!isUpright || text.trim() === "" || this.#glyphs.length >= MAX_GLYPHS) return
    const size = Math.abs(this.#state.fontSize * placed[3])
    this.#glyphs.push({ text, left, right, y, size })
  }

  #advance(x: number): void {
    this.#text = times([1, 0, 0, 1, x, 0], this.#text)
  }

  #path([painted, parts]: readonly unknown[], names: OperatorNames): void {
    const paint = names.get(Number(painted)) ?? ""
    // A path that only clips is not seen.
    if (!/stroke|fill/i.test(paint) || !Array.isArray(parts)) return
    for (const part of parts as unknown[])
      if (part instanceof Float32Array || Array.isArray(part)) this.#segments(part as number[])
  }

  /** The packed path of the reader: 0 move, 1 line (two numbers), 2 and 3 curves, 4 close. */
  #segments(path: ArrayLike<number>): void {
    let [x, y, startX, startY] = [0, 0, 0, 0]
    const to = (nextX: number, nextY: number): void => {
      this.#segment(apply(this.#state.matrix, x, y), apply(this.#state.matrix, nextX, nextY))
      ;[x, y] = [nextX, nextY]
    }
    for (let at = 0; at < path.length;) {
      const [code, a = 0, b = 0] = [path[at], path[at + 1], path[at + 2]]
      if (code === 0) [x, y, startX, startY] = [a, b, a, b]
      else if (code === 1) to(a, b)
      else if (code === 2) [x, y] = [path[at + 5] ?? 0, path[at + 6] ?? 0]
      else if (code === 3) [x, y] = [path[at + 3] ?? 0, path[at + 4] ?? 0]
      else to(startX, startY)
      at += code === 2 ? 7 : code === 3 ? 5 : code === 4 ? 1 : 3
    }
  }

  #segment([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
    if (height <= LINE_WIDTH_MAX && width >= LINE_LENGTH_MIN)
      this.#horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (width <= LINE_WIDTH_MAX && height >= LINE_LENGTH_MIN)
      this.#vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
}

interface PaintedGlyph {
  readonly unicode?: string
  readonly width?: number
  readonly isSpace?: boolean
}

function matrixOf(values: readonly unknown[]): Matrix {
  const source = values.length === 1 && isList(values[0]) ? values[0] : values
  const at = (index: number): number => Number(source[index] ?? 0)
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array
}
