import { join } from "node:path"
import { formatDateId, type LocalDate } from "../../kernel/local-date.ts"
import { contentId, uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { requireAction, withClaim } from "../../modules/access/index.ts"
import { appendAudit, auditEntry, batchRoot } from "../../modules/audit/index.ts"
import {
  renderCallLetter,
  renderStatements,
  seasonWorkbook,
  type SeasonWorkbook,
} from "../../modules/season/index.ts"
import { loadLawBook, type LawBook } from "../../modules/law/index.ts"
import { readRecipients, type RecipientFacts } from "../../modules/registry/index.ts"
import { readLastSelected } from "../../modules/selection/index.ts"
import { todayIn, type Clock } from "../../platform/clock.ts"
import type { Config } from "../../platform/config.ts"
import { releaseMemory } from "../../platform/release-memory.ts"
import { writeWorkbook } from "../../platform/spreadsheet/write/workbook.ts"
import { usageFault, type Told } from "../command-line/usage.ts"
import { openPayung, type Payung } from "../open-payung.job.ts"
import { openingRefusal } from "../opening-refusal.job.ts"
import { openOutput } from "../output-folder.job.ts"
import type { RunRefusal } from "../run-refusal.ts"
import { seasonFrame, seasonOffices, usualDeadline } from "./season-offices.ts"
import type { SeasonOptions } from "./season-options.ts"

export interface OpenedSeason {
  readonly year: number
  readonly lastYear: number | null
  readonly deadline: string
  /** The letters ask for an answer until a day that is over. */
  readonly deadlineHasPassed: boolean
  readonly recipients: number
  /** False while the policy pack has no terms for the year, so that no run of it is possible yet. */
  readonly hasTerms: boolean
  readonly workbooks: readonly Pick<SeasonWorkbook, "name" | "to" | "count">[]
}

/** Where the workbooks of the offices lie below the output folder. */
export const FORMS = "daftar-isian"

/** Writes the papers that open a season: call letter, a workbook per office, statement forms. */
export async function openSeason(
  config: Config,
  options: SeasonOptions,
  clock: Clock,
): Promise<Result<OpenedSeason, RunRefusal>> {
  const book = loadLawBook(join(config.checkout, "law"), options.law)
  if (!book.ok) return book
  const output = openOutput(options.out)
  if (!output.ok) return output
  try {
    const last = await recipientsOf(config, book.value, options.year)
    if (!last.ok) return last
    const { pack } = book.value
    const { year } = options
    const deadline = options.deadline ?? usualDeadline(pack, year)
    const { lastYear, people } = last.value
    const offices = seasonOffices(pack, deadline, people)
    if (offices.length === 0) return usageFault("--year", noOffice(year, deadline))
    const frame = seasonFrame(pack, { year, lastYear, deadline, contact: config.contact })
    const books = offices.map((office) => seasonWorkbook(frame, office))
    output.value.write("surat-permintaan-usulan.pdf", await renderCallLetter(frame, books))
    output.value.write("surat-pernyataan.pdf", await renderStatements(frame))
    for (const { name, spec } of books) {
      output.value.write(`${FORMS}/${name}`, await writeWorkbook(spec))
      releaseMemory()
    }
    const workbooks = books.map(({ name, to, count }) => ({ name, to, count }))
    const hasTerms = pack.cycles.some((cycle) => cycle.year === year)
    const deadlineHasPassed = deadline < todayIn(clock, pack.timeZone)
    const until = { deadline, deadlineHasPassed }
    return ok({ year, lastYear, ...until, recipients: people.length, hasTerms, workbooks })
  } catch (error) {
    return refuse(openingRefusal(error))
  } finally {
    output.value.close()
  }
}

const noOffice = (year: number, deadline: LocalDate): Told => ({
  id: `--year ${year}: paket kebijakan tidak menyebut kantor pengusul pada ${formatDateId(deadline)}. Periksa tahunnya, atau lengkapi offices.yaml.`,
  en: `--year ${year}: the policy pack names no proposing office on ${deadline}. Check the year, or complete offices.yaml.`,
})

interface LastRecipients {
  readonly lastYear: number | null
  readonly people: readonly RecipientFacts[]
}

async function recipientsOf(
  config: Config,
  book: LawBook,
  year: number,
): Promise<Result<LastRecipients, RunRefusal>> {
  const payung = await openPayung(config, book.pack.tenantId)
  try {
    const read = await readLast(payung, book, year)
    if (!read.ok) return read
    const sealed = await payung.sealLog(book.pack.tenantId)
    return sealed.ok ? read : sealed
  } finally {
    await payung.close()
  }
}

/** Reads last year's list; that so many people were read, and who they were, is in the log. */
async function readLast(
  payung: Payung,
  { pack, version }: LawBook,
  year: number,
): Promise<Result<LastRecipients, RunRefusal>> {
  const { claim, signed } = payung.claimFor(pack.tenantId)
  const allowed = requireAction(claim, "season.open")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaim(payung.database.app, signed, async (tx) => {
    const key = { tenantId: pack.tenantId, programmeCode: pack.programme.code }
    const last = await readLastSelected(tx, key, year)
    if (last === null) return ok({ lastYear: null, people: [] })
    const people = await readRecipients(tx, { ...key, year: last.year }, last.personIds)
    const nowMs = payung.clock.nowMs()
    const { tenant, actor, office, roles } = claim
    const act = {
      id: uuidV7(nowMs, payung.random(10)),
      at: new Date(nowMs).toISOString(),
      action: "season.open",
      purpose: `recipients of ${last.year} asked about for ${year}`,
      objectKind: "season",
      objectId: contentId(pack.tenantId, "season", String(year)),
      batchRoot: batchRoot(people.map(({ personId }) => personId).sort()),
      lawVersion: version,
    }
    await appendAudit(tx, auditEntry({ tenant, actor, office, roles }, act))
    return ok({ lastYear: last.year, people })
  })
}
