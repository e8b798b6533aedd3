import { html, type Html } from "../../../platform/http.ts"
import { link, type View } from "../view.ts"
import { plainMark } from "./mark.ts"

const style =
  "#payung-bar{all:initial;display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding:10px 20px;" +
  "background:#0b3d4a;color:#fff;font:600 15px/1.4 system-ui,sans-serif}" +
  "#payung-bar a{color:#fff;text-decoration:underline;text-underline-offset:3px;padding:4px 0}" +
  "#payung-bar a:first-child{text-decoration:none;display:flex;gap:8px;align-items:center}" +
  "#payung-bar a:focus-visible{outline:3px solid #ffd479;outline-offset:2px}" +
  "#payung-bar svg{all:initial;width:22px;height:22px;color:#f0b429}@media print{#payung-bar{display:none}}"

/** The way back from a report to its files and to the start page; not printed. */
export function reportBar(view: View, runId: string): Html {
  const { words } = view
  return html`<style>
      ${style}
    </style>
    <nav id="payung-bar" aria-label="${words.productName}">
      <a href="${link(view, "/")}">${plainMark}${words.home}</a>
      <a href="${link(view, `/hasil/${runId}/berkas/`)}">${words.allFiles}</a>
      <a href="/hasil/${runId}/unduh.zip">${words.downloadAll}</a>
    </nav>`
}

/** The stored report with the bar as the first thing in its body. */
export function withReportBar(report: string, bar: Html): string {
  const body = /<body[^>]*>/i.exec(report)
  if (body === null) return report
  const at = body.index + body[0].length
  return `${report.slice(0, at)}${bar.markup}${report.slice(at)}`
}
