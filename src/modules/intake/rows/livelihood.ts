import type { Rupiah } from "../../../kernel/rupiah.ts"
import { classifyOccupation } from "../occupations/occupation.ts"
import type { ReadingRow, RowValues } from "./context.ts"
import { readArea } from "../values/area.ts"
import { readIncome } from "../values/money.ts"

/** Where the person lives; a list without the column stands for its sender's area. */
export function readPlace(row: ReadingRow): Pick<RowValues, "areaCode" | "address" | "rt" | "rw"> {
  const { field, text } = areaWritten(row)
  const area = readArea(row.context.areas, text)
  // A question is about the area; a repair tells the cell that it read.
  if (area.code === null) for (const code of area.codes) row.note(code, "area")
  else if (area.codes.length > 0 || field === "address")
    row.note("KELURAHAN_ALIAS", field, area.code)
  const blank = text.trim() === ""
  if (blank && row.context.senderAreaCode === null && !row.broken("area"))
    row.note("KELURAHAN_UNKNOWN", row.context.columns.has("area") ? "area" : "row")
  const address = (row.cell("address")?.text ?? "").replace(/\s+/g, " ").trim()
  return {
    areaCode: area.code ?? (blank ? row.context.senderAreaCode : null),
    address,
    rt: rtOf(row, address),
    rw: rwOf(row, address),
  }
}

/** "Jl. Contoh RT 05 Kel. Damai": the area in the address, where nothing else says it. */
function areaWritten(row: ReadingRow): { field: "area" | "address"; text: string } {
  const { columns, senderAreaCode } = row.context
  if (columns.has("area") || senderAreaCode !== null)
    return { field: "area", text: row.text("area") }
  return { field: "address", text: areaInAddress(row.text("address")) }
}

export function areaInAddress(address: string): string {
  const named = /\b(?:kelurahan|kel|desa)\b\.?\s*:?\s*([a-z][a-z .']{2,40})/i.exec(address)
  return named?.[1]?.replace(/\b(kec|kecamatan|rt|rw|kota|kab|no)\b.*$/i, "").trim() ?? ""
}

const NAMED_RT = /\brt\b[\s.:]*(\d{1,3})/i
const NAMED_RW = /\brw\b[\s.:]*(\d{1,3})/i

function rtOf(row: ReadingRow, address: string): string {
  return plainNumber(ownRt(row, address) ?? row.context.sheetRt)
}

function ownRt(row: ReadingRow, address: string): string | undefined {
  const own = row.cell("rt")?.text ?? row.cell("rt_rw")?.text
  // "Jl. Contoh No. 12 RT 05": a column of its own may hold the whole address.
  const [named, inAddress] = [own, address].map((said) => NAMED_RT.exec(said ?? "")?.[1])
  return named ?? own ?? inAddress
}

/** Beside an RT, or in a column of its own; a caption's is its RT's alone. */
function rwOf(row: ReadingRow, address: string): string {
  const beside = RW_BESIDE.exec(row.text("rt_rw"))?.[1]
  const named = NAMED_RW.exec(`${row.text("rt")} ${row.text("rt_rw")} ${address}`)?.[1]
  const ofCaption = ownRt(row, address) === undefined ? row.context.sheetRw : ""
  return plainNumber(row.cell("rw")?.text ?? beside ?? named ?? ofCaption)
}

function plainNumber(text: string): string {
  return /\d{1,3}/.exec(text)?.[0].replace(/^0+/, "") ?? ""
}

/** "RT 05/RW 02", "005/002", "5 - 2": the second number. */
const RW_BESIDE = /^\s*(?:rt)?[\s.:]*\d{1,3}\s*[\s/.,-]\s*(?:rw)?[\s.:]*(\d{1,3})\s*$/i

/** What the person works as; a list without the column stands for its sender's sector. */
export function readWork(
  row: ReadingRow,
): Pick<RowValues, "occupation" | "sector" | "informal" | "employer"> {
  const { columns, senderSector, occupations } = row.context
  if (!columns.has("occupation")) {
    if (senderSector === null) row.note("JOB_UNKNOWN", "row")
    const informal = senderSector === null ? "unknown" : "informal"
    return { occupation: "", sector: senderSector, informal, employer: false }
  }
  const text = row.text("occupation").trim()
  const work = classifyOccupation(occupations, text)
  const { sector, standing } = work
  if (standing === "unknown" && !row.broken("occupation")) row.note("JOB_UNKNOWN", "occupation")
  if (standing === "not_informal") row.note("JOB_NOT_INFORMAL", "occupation", sector ?? "")
  if (standing === "ambiguous") row.note("JOB_SEVERAL", "occupation", work.named.join(" | "))
  // A repair is what led to a sector of informal work; "IRT" was only read.
  const isRepair = work.abbreviated && standing === "informal"
  if (isRepair) row.note("JOB_ABBREV", "occupation", sector ?? "")
  return { occupation: text, sector, informal: standing, employer: work.employer }
}

/** The declared monthly income; without the column the question is open for every row. */
export function readMoney(row: ReadingRow): Pick<RowValues, "incomeLow" | "incomeHigh"> {
  const { columns, csv, minimumWage } = row.context
  if (!columns.has("income")) row.note("INCOME_MISSING", "row")
  if (!columns.has("income") || row.broken("income")) return { incomeLow: null, incomeHigh: null }
  const income = readIncome(
    row.text("income"),
    row.cell("income")?.kind ?? "text",
    csv,
    minimumWage,
  )
  const after = spanOf(income.low, income.high)
  for (const code of income.codes) row.note(code, "income", after)
  return { incomeLow: income.low, incomeHigh: income.high }
}

/** Both ends as far as they are known: "1000000", "1000000-2000000", "3000000-". */
function spanOf(low: Rupiah | null, high: Rupiah | null): string {
  if (low === null && high === null) return ""
  return low === high ? String(high) : `${low ?? ""}-${high ?? ""}`
}
