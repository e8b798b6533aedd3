import { html, type Html } from "../../platform/http/html.ts"
import { TEXT_ID } from "./text.id.ts"

/** Whether a sum comes out: a drawn sign and a word, so neither colour nor font decides. */
export function mark(holds: boolean): Html {
  return html`<span class="check${holds ? "" : " wrong"}">${drawn(holds)} ${word(holds)}</span>`
}

/** The same for a narrow column: the word is there for screen readers. */
export function sign(holds: boolean): Html {
  return html`<span class="check${holds ? "" : " wrong"}"
    >${drawn(holds)}<span class="unseen">${word(holds)}</span></span
  >`
}

function word(holds: boolean): string {
  return holds ? TEXT_ID.fits : TEXT_ID.differs
}

function drawn(holds: boolean): Html {
  const strokes = holds ? "M2 8l4 4 8-9" : "M3 3l10 10M13 3L3 13"
  return html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="${strokes}" />
  </svg>`
}
