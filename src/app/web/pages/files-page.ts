import { html, type Html } from "../../../platform/http.ts"
import { fileAddress, filesIn, groups, sizeText, type ResultFile } from "../result-files.ts"
import type { RunState } from "../run-state.ts"
import { link, type View } from "../view.ts"
import { runTitle } from "./headline-card.ts"
import { layout } from "./layout.ts"
import { leftOutNote } from "./run-page.ts"

/** Every file of a result, in groups. */
export function filesPage(view: View, run: RunState, files: readonly ResultFile[]): Html {
  const { words } = view
  const shown = groups.filter((group) => filesIn(group, files).length > 0)
  const main = html`<div class="intro">
      <h1>${words.filesTitle}</h1>
      <p class="quiet">${runTitle(view, run)}</p>
      <p>${words.filesWhat}</p>
      <p class="actions">
        <a class="button" href="/hasil/${run.id}/unduh.zip">${words.downloadAll}</a>
        <a class="button plain" href="${link(view, "/")}">${words.home}</a>
      </p>
    </div>
    ${leftOutNote(view, run)}
    ${shown.map(
      (group) =>
        html`<section class="card" aria-labelledby="${group}">
          <h2 id="${group}">${words[group]}</h2>
          <ul class="files">
            ${filesIn(group, files).map((file) => fileItem(view, run, file))}
          </ul>
        </section>`,
    )}`
  return layout(view, { title: words.filesTitle, main })
}

function fileItem(view: View, run: RunState, { path, bytes }: ResultFile): Html {
  const isReport = path === "laporan.html"
  const address = isReport ? link(view, `/hasil/${run.id}/`) : fileAddress(run.id, path)
  const name = path.slice(path.indexOf("/") + 1)
  const size = sizeText(bytes, view.lang === "id" ? "," : ".")
  return html`<li><a href="${address}">${name}</a> <span class="quiet">${size}</span></li>`
}
