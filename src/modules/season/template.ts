/** The call letter with the list of offices, as typst draws it. */
export const LETTER_TEMPLATE = `
#let doc = json("input.json")
#set document(title: doc.subject, author: doc.owner, date: auto)
#set page(paper: "a4", margin: (x: 25mm, top: 20mm, bottom: 22mm), footer: context align(right,
  text(size: 8pt, "Halaman " + str(counter(page).get().first()) + " dari " +
    str(counter(page).final().first()))))
#set text(font: "Noto Sans", size: 10.5pt, lang: "id", hyphenate: false)
#set par(leading: 0.65em, spacing: 1.15em)

#align(center, {
  text(size: 13pt, weight: "bold", upper(doc.government))
  linebreak()
  text(size: 12pt, weight: "bold", upper(doc.owner))
})
#line(length: 100%, stroke: 1.2pt)
#v(4pt)
#grid(columns: (22mm, 4mm, 1fr), row-gutter: 5pt,
  ..doc.head.map(pair => (pair.at(0), ":", pair.at(1))).flatten())
#v(6pt)
#doc.to

#doc.opening

#enum(tight: false, spacing: 0.7em, ..doc.steps)

#doc.criteriaTitle
#list(tight: true, spacing: 0.6em, ..doc.criteria)

#doc.contact

#doc.closing

#v(10pt)
#align(right, block(width: 75mm, align(center, {
  doc.place
  linebreak()
  doc.signature
  v(52pt)
  doc.empty
})))

#pagebreak()
#text(size: 12pt, weight: "bold", doc.listTitle)
#v(4pt)
#set text(size: 8.5pt)
#table(columns: (10mm, 1fr, 1.25fr, 18mm), stroke: 0.4pt + luma(60%), inset: (x: 4pt, y: 3.2pt),
  align: (right, left, left, right),
  table.header(..doc.listHeaders.map(t => strong(t))),
  ..doc.offices.flatten())
`

/** Two statements, a page each, to be printed and signed. */
export const STATEMENT_TEMPLATE = `
#let doc = json("input.json")
#set document(title: doc.statements.map(s => s.title).join("; "), author: doc.owner, date: auto)
#set page(paper: "a4", margin: (x: 25mm, top: 25mm, bottom: 25mm))
#set text(font: "Noto Sans", size: 11pt, lang: "id", hyphenate: false)
#set par(leading: 0.8em, spacing: 1.1em)

#for (i, statement) in doc.statements.enumerate() {
  if i > 0 { pagebreak() }
  align(center, text(size: 14pt, weight: "bold", upper(statement.title)))
  align(center, doc.programme)
  v(14pt)
  doc.opening
  grid(columns: (48mm, 4mm, 1fr), row-gutter: 15pt,
    ..doc.fields.map(name => (name, ":", box(width: 1fr, repeat[.]))).flatten())
  v(8pt)
  for line in statement.lines { par(line) }
  par(doc.truth)
  v(18pt)
  align(right, doc.place)
  v(8pt)
  grid(columns: (1fr, 1fr), align: center,
    [#doc.witness #v(58pt) #doc.empty], [#doc.declarer #v(58pt) #doc.empty])
}
`
