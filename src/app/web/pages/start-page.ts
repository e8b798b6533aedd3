import { html, type Html } from "../../../platform/http.ts"
import type { WrittenChoices } from "../run-choices.ts"
import type { RunState } from "../run-state.ts"
import { link, type View } from "../view.ts"
import { countText, fillWords, instantText, rupiahText } from "../words.ts"
import { headlineCard, runTitle, type LatestResult } from "./headline-card.ts"
import { layout } from "./layout.ts"
import { uploadForm, type PackTerms } from "./upload-form.ts"

export interface StartPage {
  readonly latest: LatestResult | null
  /** Newest first, the latest result included. */
  readonly runs: readonly RunState[]
  readonly terms: PackTerms
  /** What a refused form said. */
  readonly written: WrittenChoices
}

export function startPage(view: View, { latest, runs, ...form }: StartPage): Html {
  const { words } = view
  const main = html`<div class="intro">
      <h1>${words.startTitle}</h1>
      <p>${words.startWhat}</p>
    </div>
    ${latest === null ? emptyResult(view) : headlineCard(view, latest)} ${uploadForm(view, form)}
    ${runs.length > 0 && earlierRuns(view, runs)}`
  return layout(view, { title: words.tagline, main })
}

function emptyResult({ words }: View): Html {
  return html`<section class="card empty" aria-labelledby="hasil">
    <h2 id="hasil">${words.noResult}</h2>
    <p>${words.noResultHow}</p>
  </section>`
}

function earlierRuns(view: View, runs: readonly RunState[]): Html {
  const { words, lang, timeZone } = view
  return html`<section class="card" aria-labelledby="sebelumnya">
    <h2 id="sebelumnya">${words.earlier}</h2>
    <table class="runs">
      <thead>
        <tr>
          <th scope="col">${words.runColumn}</th>
          <th scope="col">${words.timeColumn}</th>
          <th scope="col">${words.resultColumn}</th>
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          (run) =>
            html`<tr>
              <th scope="row">
                <a href="${link(view, runAddress(run))}">${runTitle(view, run)}</a>
              </th>
              <td>${instantText(run.createdAt, timeZone, lang)}</td>
              <td>${statusText(view, run)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

export function runAddress(run: RunState): string {
  return run.status === "done" ? `/hasil/${run.id}/` : `/jalankan/${run.id}`
}

function statusText({ words, lang }: View, { status, headline }: RunState): string {
  if (status === "failed") return words.statusFailed
  if (status === "queued") return words.statusQueued
  if (status === "running" || headline === null) return words.statusRunning
  return fillWords(words.statusDone, {
    selected: countText(headline.selected, lang),
    cost: rupiahText(headline.costRupiah, lang),
  })
}
