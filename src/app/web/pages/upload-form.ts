import { html, trusted, type Html } from "../../../platform/http.ts"
import { link, type View } from "../view.ts"
import type { WrittenChoices } from "../run-choices.ts"
import { fillWords, rupiahText } from "../words.ts"

/** What the pack offers for the form. */
export interface PackTerms {
  readonly years: readonly number[]
  readonly ceilingRupiah: number
  readonly months: number
}

interface FormParts {
  readonly terms: PackTerms
  readonly written: WrittenChoices
}

/** What a browser offers beside a zip, once a script can send single lists. */
const LISTS = ",.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.docx,.pdf"

/** Drop zone and choices. Without script it sends one zip; with it, a folder too. */
export function uploadForm(view: View, parts: FormParts): Html {
  const { words, lang } = view
  return html`<section class="card" aria-labelledby="unggah">
    <h2 id="unggah">${words.uploadTitle}</h2>
    <form
      id="upload"
      method="post"
      action="${link(view, "/api/v1/runs")}"
      enctype="multipart/form-data"
      data-sending="${words.sending}"
      data-failed="${words.sendFailed}"
    >
      <input type="hidden" name="lang" value="${lang}" />
      ${dropZone(view)} ${choiceFields(view, parts)}
      <p class="actions"><button class="button" type="submit">${words.submit}</button></p>
      <p id="upload-status" role="status"></p>
    </form>
  </section>`
}

function dropZone({ words }: View): Html {
  return html`<div class="drop" id="drop">
    <p class="drop-title">${words.dropHere}</p>
    <p class="quiet">${words.dropWhat}</p>
    <div class="pickers">
      <span class="picker" id="folder-picker" hidden>
        <label class="button plain" for="folder">${words.chooseFolder}</label>
        <input class="unseen" type="file" id="folder" webkitdirectory multiple />
      </span>
      <span class="picker" id="zip-picker" data-choose="${words.chooseFiles}" data-lists="${LISTS}">
        <label for="berkas">${words.zipFile}</label>
        <input
          type="file"
          id="berkas"
          name="berkas"
          accept=".zip,application/zip"
          aria-describedby="berkas-nama berkas-batas"
        />
        <span
          class="quiet"
          id="berkas-nama"
          data-none="${words.noneChosen}"
          data-count="${words.fileCount}"
        ></span>
      </span>
    </div>
    <p class="quiet" id="berkas-batas">${words.zipHint}</p>
  </div>`
}

function choiceFields({ words, lang }: View, { terms, written }: FormParts): Html {
  const optional = html`<span class="quiet">(${words.optional})</span>`
  const ceiling = fillWords(words.ceilingHint, { ceiling: rupiahText(terms.ceilingRupiah, lang) })
  const months = fillWords(words.monthsHint, { months: terms.months })
  const typed = (name: string, value: string): Html =>
    html`<input
      id="${name}"
      name="${name}"
      value="${value}"
      inputmode="numeric"
      autocomplete="off"
      aria-describedby="${name}-kosong"
    />`
  return html`<div class="fields">
    <p>
      <label for="pagu">${words.ceiling} ${optional}</label>
      ${typed("pagu", written.ceiling)} <span class="quiet" id="pagu-kosong">${ceiling}</span>
    </p>
    <p>
      <label for="tahun">${words.year}</label>
      <select id="tahun" name="tahun">
        ${terms.years.map(
          (year) =>
            html`<option value="${year}" ${String(year) === written.year && trusted("selected")}>
              ${year}
            </option>`,
        )}
      </select>
    </p>
    <p>
      <label for="bulan">${words.months} ${optional}</label>
      ${typed("bulan", written.months)} <span class="quiet" id="bulan-kosong">${months}</span>
    </p>
  </div>`
}
