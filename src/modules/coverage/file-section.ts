import { formatCount } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { isBalanced } from "./check-report.ts"
import { mark, sign } from "./check-mark.ts"
import {
  code,
  codeWord,
  list,
  number,
  section,
  source,
  table,
  text,
  type Cell,
} from "./page-parts.ts"
import type { FileLine, ReportInput, RowBalance } from "./report-input.ts"
import { FILE_STATUS_ID, TEXT_ID } from "./text.id.ts"
import { fill, withoutNik } from "./wording.ts"

/** Each file with its balance of rows, and what must be asked about whole files. */
export function fileSection({ files, counts, fileQuestions, asOf }: ReportInput): Html {
  const read = files.filter(({ status }) => status === "read").length
  const balance = counts.rows
  return section(
    "berkas",
    html`<p class="sum">${mark(isBalanced(balance))} ${balanceSentence(balance)}</p>
      <p>${TEXT_ID.outcomeNote}</p>`,
    table({
      title: fill(TEXT_ID.filesTitle, { read, files: files.length }),
      columns: [
        ...[TEXT_ID.file, TEXT_ID.sender, TEXT_ID.state].map(text),
        ...[TEXT_ID.claimed, TEXT_ID.rowsRead, TEXT_ID.accepted, TEXT_ID.repaired].map(number),
        ...[TEXT_ID.setAside, TEXT_ID.ignored].map(number),
        text(TEXT_ID.sum),
      ],
      rows: files.map(fileRow),
      total: [TEXT_ID.total, "", "", "", ...balanceCells(balance), sign(isBalanced(balance))],
      wide: true,
    }),
    source(TEXT_ID.sourceFiles, asOf),
    html`<h3>${TEXT_ID.fileQuestions}</h3>`,
    fileQuestions.length === 0
      ? html`<p>${TEXT_ID.none}</p>`
      : list(
          fileQuestions.map(
            ({ file, sender, sentence }) =>
              html`<strong>${sender}</strong>, <span class="file">${withoutNik(file)}</span>:
                ${withoutNik(sentence)}`,
          ),
        ),
  )
}

export function findingSection({ findings, asOf }: ReportInput): Html {
  const count = findings.reduce((sum, finding) => sum + finding.count, 0)
  const ordered = [...findings].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  return section(
    "temuan",
    table({
      title: fill(TEXT_ID.findingsTitle, { codes: findings.length, count }),
      columns: [text(TEXT_ID.finding), code(TEXT_ID.code), number(TEXT_ID.times)],
      rows: ordered.map((finding) => [
        withoutNik(finding.sentence),
        codeWord(finding.code),
        finding.count,
      ]),
    }),
    source(TEXT_ID.sourceRows, asOf),
  )
}

function fileRow(file: FileLine): Cell[] {
  const of = file.of === "" ? "" : `: ${withoutNik(file.of)}`
  return [
    html`<span class="file">${withoutNik(file.file)}</span>`,
    file.sender,
    `${FILE_STATUS_ID[file.status]}${of}`,
    file.claimed === null ? "–" : formatCount(file.claimed),
    ...balanceCells(file),
    sign(isBalanced(file)),
  ]
}

function balanceCells({ read, accepted, repaired, setAside, ignored }: RowBalance): number[] {
  return [read, accepted, repaired, setAside, ignored]
}

function balanceSentence({ read, accepted, repaired, setAside, ignored }: RowBalance): string {
  return fill(TEXT_ID.balance, { read, accepted, repaired, setAside, ignored })
}
