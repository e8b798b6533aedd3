// A register of received letters where nobody kept one: proposed, for a human to put right.
import type {
  CellInput,
  SheetSpec,
  WorkbookSpec,
} from "../../../platform/spreadsheet/sheet-spec.ts"
import type { IntakeBatch, IntakeFile } from "../batch.ts"
import type { LetterEvidence } from "./letter-evidence.ts"

export interface LetterProposal {
  readonly name: string
  /** Files of which nobody has told when they came. */
  readonly count: number
  readonly spec: WorkbookSpec
}

const ROLES = ["pengganti", "tambahan", "perbaikan sebagian"] as const
const [REPLACEMENT, ADDITION, PART] = ROLES

/** Null where the register names every list; what went out from here itself needs no letter. */
export function letterProposal(batch: IntakeBatch): LetterProposal | null {
  const isOurs = ({ name, typedFrom }: IntakeFile): boolean =>
    typedFrom !== "" || batch.corrections.get(name)?.returned === true
  const received = batch.files.filter((file) => file.sha256 !== "" && !isOurs(file))
  const missing = received.filter((file) => !file.registered)
  if (missing.length === 0) return null
  const title = "Usulan register surat masuk"
  const sheet = proposalSheet(batch, received)
  return {
    name: "surat-masuk.xlsx",
    count: missing.length,
    spec: { sheets: [sheet], meta: { title } },
  }
}

/** Headers are words that the reader of registers knows: the sheet is read back as it stands. */
function proposalSheet(batch: IntakeBatch, files: readonly IntakeFile[]): SheetSpec {
  return {
    name: "Surat masuk",
    titleLines: [
      "Usulan register surat masuk",
      "Urutan ini disimpulkan dari nama, kop surat dan tanggal berkas. Urutan menentukan kiriman mana yang berlaku.",
      "Perbaiki nomor agenda dan isian berwarna, lalu simpan di folder siklus, di samping folder usulan, sebagai surat-masuk.xlsx.",
      `Keterangan hanya untuk kiriman kedua dan seterusnya: ${ROLES.join(", ")}.`,
    ],
    columns: [
      { header: "No agenda", width: 10, kind: "number" },
      { header: "Tanggal terima", width: 14, kind: "date" },
      { header: "Pengirim", width: 34, kind: "text" },
      { header: "Berkas", width: 48, kind: "text" },
      { header: "Jumlah menurut surat", width: 12, kind: "number" },
      { header: "Nomor surat", width: 22, kind: "text" },
      { header: "Tanggal di surat", width: 14, kind: "date" },
      { header: "Keterangan", width: 20, kind: "text" },
      { header: "Dasar", width: 44, kind: "text" },
    ],
    rows: files.map((file, index) => lineOf(batch, file, index + 1)),
    choices: [{ column: 7, values: ROLES }],
    cellFill: (row, column) => fillOf(files[row], column),
    orientation: "landscape",
  }
}

function lineOf(batch: IntakeBatch, file: IntakeFile, number: number): CellInput[] {
  const { evidence, sender, name, claimed } = file
  const letterOn = evidence?.letterOn ?? null
  const known = sender.kind === "unknown" ? "" : sender.name
  const role = roleOf(batch, file)
  const basis = file.registered ? "surat masuk" : basisOf(evidence)
  const letter = [evidence?.number ?? "", letterOn] as const
  return [number, letterOn, known, name, claimed, ...letter, role, basis]
}

function roleOf(batch: IntakeBatch, { name, findings }: IntakeFile): string {
  const correction = batch.corrections.get(name)
  if (correction !== undefined) return correction.whole ? REPLACEMENT : PART
  // What could not be told is left for the human; everything else that is not first adds.
  const isAsked = findings.some(({ code }) => code === "FILE_RESEND_UNCLEAR")
  return !isAsked && /susulan|tambahan/i.test(name) ? ADDITION : ""
}

/** What the place of a file among the others rests on. */
function basisOf(evidence: LetterEvidence | null): string {
  if (evidence === null) return ""
  const parts = [
    evidence.letterOn === null ? "" : "tanggal di surat",
    evidence.namedOn === null ? "" : `tanggal di nama berkas ${evidence.namedOn}`,
    evidence.savedOn === null ? "" : `terakhir disimpan ${evidence.savedOn}`,
    evidence.revision > 1 ? "kata di nama berkas" : "",
  ]
  const told = parts.filter((part) => part !== "")
  return told.length === 0 ? "nama berkas saja" : told.join(", ")
}

/** What a human should look at first: days that nothing tells, and what could not be told. */
function fillOf(file: IntakeFile | undefined, column: number): "error" | "warning" | undefined {
  if (file === undefined || file.registered) return undefined
  const has = (code: string): boolean => file.findings.some((finding) => finding.code === code)
  if (column === 7 && has("FILE_RESEND_UNCLEAR")) return "error"
  if (column === 0 && has("FILE_ORDER_ASSUMED")) return "error"
  if (column === 1 || (column === 2 && file.sender.kind === "unknown")) return "warning"
  return undefined
}
