import { html, type Html } from "../../../platform/http.ts"
import { fileAddress, filesIn, sizeText, type ResultFile } from "../result-files.ts"
import { EXAMPLE_ID, type Headline, type RunState } from "../run-state.ts"
import { link, type View } from "../view.ts"
import { countText, fillWords, instantText, rupiahText } from "../words.ts"

export interface LatestResult {
  readonly run: RunState
  readonly headline: Headline
  readonly files: readonly ResultFile[]
}

/** The latest result: the number asked for first, the money, the funnel, the documents. */
export function headlineCard(view: View, { run, headline, files }: LatestResult): Html {
  const { words, lang } = view
  const home = `/hasil/${run.id}/`
  const hasReport = filesIn("report", files).length > 0
  return html`<section class="card result" aria-labelledby="hasil">
    <div class="card-head">
      <h2 id="hasil">${words.latest}</h2>
      <p class="quiet">
        ${runTitle(view, run)} ·
        ${fillWords(words.calculatedAt, { at: instantText(run.createdAt, view.timeZone, lang) })}
      </p>
    </div>
    <div class="columns">
      <div class="lead">
        <p class="big">
          <strong data-number="selected">${countText(headline.selected, lang)}</strong>
          <span>${words.selectedPeople}</span>
        </p>
        <p class="money">
          ${fillWords(words.costOfCeiling, { cost: rupiahText(headline.costRupiah, lang), ceiling: rupiahText(headline.ceilingRupiah, lang) })}
        </p>
        ${budgetBar(view, headline)}
        <p class="quiet">
          ${fillWords(words.left, { left: rupiahText(headline.leftRupiah, lang) })} ·
          ${fillWords(words.cycleYear, { year: headline.year, months: headline.months })}
        </p>
        <p class="actions">
          <a class="button" href="${hasReport ? link(view, home) : link(view, `${home}berkas/`)}"
            >${hasReport ? words.openReport : words.allFiles}</a
          >
          <a class="button plain" href="${home}unduh.zip">${words.downloadAll}</a>
        </p>
      </div>
      ${funnel(view, headline)}
    </div>
    ${documents(view, run, files)}
  </section>`
}

export function runTitle({ words }: View, run: RunState): string {
  return run.id === EXAMPLE_ID ? `${words.example}. ${words.exampleNote}` : run.inputs.title
}

function budgetBar({ words }: View, headline: Headline): Html {
  const share = headline.ceilingRupiah > 0 ? headline.costRupiah / headline.ceilingRupiah : 0
  // Rounded down: only a full ceiling is shown as full.
  const percent = Math.floor(share * 100)
  return html`<svg
    class="bar"
    viewBox="0 0 100 3"
    preserveAspectRatio="none"
    role="img"
    aria-label="${fillWords(words.budgetLabel, { percent })}"
  >
    <rect class="bar-all" width="100" height="3" />
    <rect class="bar-used" width="${percent}" height="3" />
  </svg>`
}

function funnel(view: View, headline: Headline): Html {
  const { words, lang } = view
  const steps: readonly (readonly [label: string, count: number, kind: string])[] = [
    [words.rowsRead, headline.read, "step"],
    [words.candidates, headline.candidates, "step"],
    [words.persons, headline.persons, "step"],
    [words.eligible, headline.eligible, "step"],
    [words.selected, headline.selected, "step chosen"],
    [words.reserve, headline.reserve, "side"],
    [words.waiting, headline.eligible - headline.selected - headline.reserve, "side"],
    [words.ineligible, headline.ineligible, "side"],
    [words.undecided, headline.undecided, "side"],
  ]
  const most = Math.max(1, ...steps.map(([, count]) => count))
  return html`<div class="funnel">
    <h3>${words.funnelTitle}</h3>
    <dl>
      ${steps.map(
        ([label, count, kind]) =>
          html`<div class="${kind}">
            <dt>${label}</dt>
            <dd>${countText(count, lang)}</dd>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width="${((count / most) * 100).toFixed(1)}" height="1" />
            </svg>
          </div>`,
      )}
    </dl>
  </div>`
}

function documents(view: View, run: RunState, files: readonly ResultFile[]): Html {
  const { words, lang } = view
  const single = [
    ["lampiran-sk.pdf", words.annexPdf, "PDF"],
    ["lampiran-sk.xlsx", words.annexXlsx, "Excel"],
    ["daftar-cadangan.xlsx", words.reserveXlsx, "Excel"],
    ["pendaftaran-bpjs.xlsx", words.enrolmentXlsx, "Excel"],
  ] as const
  const items = single.flatMap(([path, label, kind]) => {
    const file = files.find((one) => one.path === path)
    if (file === undefined) return []
    const size = sizeText(file.bytes, lang === "id" ? "," : ".")
    return [
      html`<li>
        <a href="${fileAddress(run.id, path)}">${label}</a>
        <span class="quiet">${kind}, ${size}</span>
      </li>`,
    ]
  })
  const many = (["requests", "repairs"] as const).flatMap((group) => {
    const count = filesIn(group, files).length
    if (count === 0) return []
    const address = link(view, `/hasil/${run.id}/berkas/#${group}`)
    return [
      html`<li>
        <a href="${address}">${words[group]}</a>
        <span class="quiet">${fillWords(words.fileCount, { count })}</span>
      </li>`,
    ]
  })
  const all = html`<li>
    <a href="${link(view, `/hasil/${run.id}/berkas/`)}">${words.allFiles}</a>
    <span class="quiet">${fillWords(words.fileCount, { count: files.length })}</span>
  </li>`
  return html`<div class="documents">
    <h3>${words.documents}</h3>
    <ul>
      ${[...items, ...many, all]}
    </ul>
  </div>`
}
