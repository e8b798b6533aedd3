/**
 * Draws the pages of annex-layout.ts. No show rule and no counter: nothing has to converge, so one
 * pass is enough. Kerning and ligatures are off, because the layout has measured without them.
 */
export const ANNEX_TEMPLATE = `
#let doc = json("input.json")
#set document(title: doc.title, author: doc.author, keywords: doc.keywords, date: auto)
#set page(paper: "a4", flipped: true, margin: 0pt)
#set text(font: ("Noto Sans", "Noto SanX"), size: 8pt, lang: "id", fallback: false,
  kerning: false, ligatures: false, hyphenate: false, top-edge: 9.1pt, bottom-edge: -3.9pt)
#set par(leading: 0pt, spacing: 0pt, justify: false, linebreaks: "simple")
#set block(spacing: 0pt)

#let left = 34pt
#let width = 774pt
#let pitch = 13pt
#let hair = 0.4pt + luma(55%)

#let typeset(lines) = for (i, line) in lines.enumerate() {
  if i > 0 { linebreak() }
  for (gap, piece) in line.pieces {
    h(gap * 1pt)
    if line.bold { text(weight: "bold", piece) } else { piece }
  }
}

#let grid-lines(columns, rules, top, bottom, spanning) = {
  let parts = ()
  let x = 0pt
  for (i, w) in ((0,) + columns).enumerate() {
    x += w * 1pt
    let end = if i == 0 or i == columns.len() { bottom } else { bottom - spanning }
    parts += (curve.move((x, top)), curve.line((x, end)))
  }
  for y in rules { parts += (curve.move((0pt, y)), curve.line((width, y))) }
  place(dx: left, dy: 0pt, curve(stroke: hair, ..parts))
}

#let draw(page, number) = {
  place(center + horizon, rotate(-28deg, text(size: 118pt, weight: "bold",
    fill: luma(93%), tracking: 6pt, doc.mark)))
  let y = 26pt
  if page.titleLines.len() > 0 {
    place(top + center, dy: y, block(width: width, align(center, for (i, t) in page.titleLines.enumerate() {
      if i > 0 { linebreak() }
      text(size: 9pt, weight: if i == 2 or i == 3 { "regular" } else { "bold" }, t)
    })))
    y += 9 * pitch
  }
  place(dx: left, dy: y, heading(level: 1, outlined: false, bookmarked: page.bookmark,
    text(size: 11pt, weight: "bold", page.heading)))
  place(top + right, dx: -left, dy: y + 2pt, text(size: 9pt, page.note))
  y += 20pt
  let head-height = page.header.len() * pitch
  place(dx: left, dy: y, rect(width: width, height: head-height, fill: luma(90%), stroke: none))
  place(dx: left, dy: y, block(width: width, typeset(page.header)))
  let body = y + head-height
  place(dx: left, dy: body, block(width: width, typeset(page.lines)))
  let bottom = body + page.lines.len() * pitch
  grid-lines(page.columnWidths, (y, body) + page.ruleAfter.map(n => body + n * pitch), y, bottom,
    page.spanningLines * pitch)
  if page.tail.len() > 0 {
    place(dx: left, dy: bottom + 12pt, block(width: width, {
      set par(spacing: 5pt)
      for t in page.tail { par(text(size: 9pt, t)) }
    }))
    place(top + right, dx: -left, dy: bottom + 126pt, block(width: 240pt,
      align(center, {
        set text(size: 9pt)
        page.signature.first()
        v(46pt)
        page.signature.last()
      })))
  }
  place(dx: left, dy: 563pt, line(length: width, stroke: hair))
  place(dx: left, dy: 566pt, text(size: 6.5pt, doc.footer))
  place(top + right, dx: -left, dy: 566pt, text(size: 8pt,
    "Halaman " + str(number) + " dari " + str(doc.pageCount)))
}

#for (i, page) in doc.pages.enumerate() {
  if i > 0 { pagebreak() }
  draw(page, doc.firstPage + i)
}
`
