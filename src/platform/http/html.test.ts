import { expect, test } from "vitest"
import { html, trusted } from "./html.ts"

const hostile: readonly (readonly [name: string, written: string])[] = [
  ["<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"],
  [`" onmouseover="x`, "&#34; onmouseover=&#34;x"],
  ["' autofocus onfocus='x", "&#39; autofocus onfocus=&#39;x"],
  ["Siti & Budi", "Siti &#38; Budi"],
  ["&lt;b&gt;", "&#38;lt;b&#38;gt;"],
  ["`${alert}`", "&#96;${alert}&#96;"],
  ["</title><img src=x>", "&#60;/title&#62;&#60;img src=x&#62;"],
  ["Ni'mah", "Ni&#39;mah"],
]

test.each(hostile)("%s is text, in an element and in an attribute", (name, written) => {
  expect(html`<td title="${name}">${name}</td>`.markup).toBe(
    `<td title="${written}">${written}</td>`,
  )
})

test("markup of ours passes once, and lists of it", () => {
  const items = ["a", "<b>"].map((text) => html`<i>${text}</i>`)
  expect(html`<b>${items}</b>`.markup).toBe("<b><i>a</i><i>&#60;b&#62;</i></b>")
  expect(html`${trusted("<svg></svg>")}`.markup).toBe("<svg></svg>")
})

test("null and false write nothing, zero is written", () => {
  expect(html`[${null}${false}${0}${7n}]`.markup).toBe("[07]")
})
