import { html, type Html, type Problem } from "../../../platform/http.ts"
import type { Stage } from "../../stopwatch.ts"
import type { RunState } from "../run-state.ts"
import { link, type View } from "../view.ts"
import { countText, fillWords } from "../words.ts"
import { runTitle } from "./headline-card.ts"
import { layout } from "./layout.ts"

const stages: readonly Stage[] = ["read", "law", "decide", "data", "store", "documents"]
const REFRESH_SECONDS = 2

/** A run that waits or works. The script follows it; without one the page loads itself again. */
export function progressPage(view: View, run: RunState, position: number): Html {
  const { words } = view
  const main = html`<section
    class="card"
    id="progress"
    data-run="${run.id}"
    data-next="${link(view, `/jalankan/${run.id}`)}"
    aria-labelledby="judul"
  >
    <h1 id="judul">${words.progressTitle}</h1>
    <p class="quiet">${runTitle(view, run)}</p>
    <p id="queue" role="status" data-text="${words.queued}">
      ${run.status === "queued" && fillWords(words.queued, { position })}
    </p>
    <ol class="stages">
      ${stages.map((stage) => stageItem(view, stage, run.stage))}
    </ol>
    ${leftOutNote(view, run)}
    <p class="quiet">${words.progressKeep}</p>
    <noscript
      ><p><a href="${link(view, `/jalankan/${run.id}`)}">${words.refresh}</a></p></noscript
    >
  </section>`
  return layout(view, { title: words.progressTitle, main, refreshSeconds: REFRESH_SECONDS })
}

function stageItem({ words }: View, stage: Stage, now: Stage | null): Html {
  const reached = now === null ? -1 : stages.indexOf(now)
  const own = stages.indexOf(stage)
  const state = own < reached ? "done" : own === reached ? "now" : "next"
  const said = { done: words.stageDone, now: words.stageNow, next: words.stageNext }
  return html`<li
    class="${state}"
    data-stage="${stage}"
    data-done="${said.done}"
    data-now="${said.now}"
    data-next="${said.next}"
  >
    <span>${words.stages[stage]}</span> <span class="state">${said[state]}</span>
  </li>`
}

interface ProblemFrame {
  readonly title: string
  /** The form with what was written in it; null where no form was sent. */
  readonly again: string | null
}

/** A run that ended without a result, or anything else that cannot go on. */
export function problemPage(view: View, problem: Problem, { title, again }: ProblemFrame): Html {
  const { words } = view
  const way =
    again === null ? { to: "/", name: words.backHome } : { to: again, name: words.tryAgain }
  const main = html`<section class="card problem" aria-labelledby="judul">
    <h1 id="judul">${title}</h1>
    <dl>
      <div>
        <dt>${words.what}</dt>
        <dd>${problem.what}</dd>
      </div>
      <div>
        <dt>${words.where}</dt>
        <dd>${problem.where}</dd>
      </div>
      <div>
        <dt>${words.how}</dt>
        <dd>${problem.how}</dd>
      </div>
      <div>
        <dt>${words.code}</dt>
        <dd><code>${problem.code}</code></dd>
      </div>
    </dl>
    <p class="actions"><a class="button" href="${link(view, way.to)}">${way.name}</a></p>
  </section>`
  return layout(view, { title, main })
}

/** Names that no part of the run reads. */
export function leftOutNote({ words, lang }: View, { inputs }: RunState): Html | null {
  if (inputs.leftOut.length === 0) return null
  const count = countText(inputs.leftOut.length, lang)
  return html`<details class="left-out">
    <summary>${fillWords(words.leftOut, { count })}</summary>
    <p>${words.leftOutWhy}</p>
    <ul>
      ${inputs.leftOut.map((name) => html`<li>${name}</li>`)}
    </ul>
  </details>`
}
