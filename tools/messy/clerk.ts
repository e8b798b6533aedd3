import type { Random } from "../example-random.ts"
import { ColumnDraw, type Column } from "./columns.ts"
import { formBlocks, formSheets, sideways } from "./forms.ts"
import { newGrid } from "./grid.ts"
import { headerStyle, type HeaderStyle } from "./header.ts"
import type { AreaKey, TenantKey } from "./key.ts"
import { Population, type Worker } from "./people.ts"
import { agencyOf, putLetterhead, putTail, type Letterhead } from "./surroundings.ts"
import { putHeader, putPeople, putText, sheetDraft } from "./table.ts"
import type { SheetDraft, TablePlan } from "./table.ts"
import { value, type DraftSays } from "./writing.ts"

export const LAYOUTS = [
  ...(["flat", "flat", "flat", "flat", "rt-sections", "area-sections", "rt-sheets"] as const),
  ...(["area-sheets", "tables-below", "tables-beside", "printed-pages"] as const),
  ...(["forms", "form-sheets", "sideways"] as const),
] as const
export type Layout = (typeof LAYOUTS)[number]

/** One invented clerk: an office, habits, and the people of her list. */
export class Clerk {
  readonly layout: Layout
  readonly random: Random
  readonly tenant: TenantKey
  /** The kelurahan whose office this is; null for an agency of the city. */
  readonly area: AreaKey | null
  readonly letterhead: Letterhead
  readonly columns: readonly Column[]
  readonly header: HeaderStyle
  readonly left: number
  /** Sorted by kelurahan, whose name is written for the first of each only. */
  readonly grouped: boolean
  readonly #population: Population

  constructor(random: Random, tenant: TenantKey) {
    this.random = random
    this.tenant = tenant
    this.layout = random.pick(LAYOUTS)
    const isCity = this.layout === "area-sections" || this.layout === "area-sheets"
    const ofArea = !isCity && random.chance(0.6)
    this.area = ofArea ? random.pick(random.pick(tenant.districts).areas) : null
    const agency = ofArea ? "" : agencyOf(random)
    this.letterhead = { city: tenant.city, area: this.area?.name ?? "", agency }
    this.grouped = this.layout === "flat" && !ofArea && random.chance(0.3)
    this.columns = new ColumnDraw(random, tenant, this.grouped).draw(!ofArea && !isCity)
    this.header = headerStyle(random)
    this.left = random.pick([0, 0, 0, 1, 2])
    this.#population = new Population(random, tenant)
  }

  workers(count: number, place: { readonly area?: AreaKey; readonly rt?: number } = {}): Worker[] {
    const area = place.area ?? this.area
    const home = area === null ? place : { ...place, area }
    return Array.from({ length: count }, () => this.#population.worker(home))
  }

  plan(told: (worker: Worker) => DraftSays, left = this.left): TablePlan {
    const { random, columns, header } = this
    return { random, columns, header, left, told }
  }

  /** What the file's name and its letterhead say of everyone. */
  byOffice = ({ area }: Worker): DraftSays => {
    const isTold = this.area !== null
    return { area: value(area.code, isTold ? "certain" : "open", isTold ? "office" : "nowhere") }
  }

  sheets(): SheetDraft[] {
    switch (this.layout) {
      case "flat":
        return [this.#one((draft, top) => this.#flat(draft, top))]
      case "rt-sections":
        return [this.#one((draft, top) => this.#sections(draft, top, "rt"))]
      case "area-sections":
        return [this.#one((draft, top) => this.#sections(draft, top, "area"))]
      case "rt-sheets":
      case "area-sheets":
        return this.#sheetPerPlace()
      case "tables-below":
        return [this.#one((draft, top) => this.#below(draft, top))]
      case "tables-beside":
        return [this.#one((draft, top) => this.#beside(draft, top))]
      case "printed-pages":
        return [this.#one((draft, top) => this.#pages(draft, top))]
      case "forms":
        return formBlocks(this)
      case "form-sheets":
        return formSheets(this)
      case "sideways":
        return sideways(this)
    }
  }

  #one(fill: (draft: SheetDraft, top: number) => number): SheetDraft {
    const { random, left } = this
    const draft = sheetDraft(newGrid(random.pick(["Sheet1", "Data", "Lembar1", "USULAN", "Form"])))
    const row = fill(draft, putLetterhead(draft, random, this.letterhead))
    putTail(draft, random, { row, left, people: draft.people.length })
    return draft
  }

  #flat(draft: SheetDraft, top: number): number {
    const plan = this.plan(this.byOffice)
    let next = putHeader(draft, plan, top)
    if (this.random.chance(0.1)) next++
    const workers = this.workers(this.random.int(8, 60))
    if (!this.grouped) return putPeople(draft, plan, next, workers)
    const sorted = workers.toSorted((a, b) => (a.area.code < b.area.code ? -1 : 1))
    if (this.random.chance(0.5)) this.#mergeAreas(draft, next, sorted)
    return putPeople(draft, plan, next, sorted)
  }

  /** One tall cell for each kelurahan. */
  #mergeAreas(draft: SheetDraft, top: number, workers: readonly Worker[]): void {
    const at = this.columns.findIndex(({ field }) => field === "area")
    const column = this.left + at
    if (at === -1) return
    for (let first = 0; first < workers.length;) {
      const last = workers.findLastIndex(({ area }) => area === workers[first]?.area)
      const [from, to] = [top + first, top + last]
      if (last > first)
        draft.grid.merges.push({ top: from, bottom: to, left: column, right: column })
      first = last + 1
    }
  }

  #sections(draft: SheetDraft, top: number, kind: "rt" | "area"): number {
    const { random } = this
    const places = this.#places(kind)
    let next = putHeader(draft, this.plan(this.byOffice), top)
    for (const [index, place] of places.entries()) {
      putText(
        draft,
        next,
        this.left + random.pick([0, 1]),
        `${random.pick(["", "", `${index + 1}. `])}${place.title}`,
      )
      const plan = this.plan(place.told)
      next = putPeople(draft, plan, next + 1, this.workers(random.int(3, 12), place.home))
      if (random.chance(0.2)) next++
    }
    return next
  }

  #places(kind: "rt" | "area") {
    const { random } = this
    const rts = random
      .shuffle(Array.from({ length: 40 }, (_, at) => at + 1))
      .slice(0, random.int(2, 5))
    if (kind === "rt")
      return rts.map((rt) => ({
        title: `RT ${String(rt).padStart(2, "0")}`,
        home: { rt },
        told: (worker: Worker): DraftSays => ({
          ...this.byOffice(worker),
          rt: value(String(rt), "open", "section"),
        }),
      }))
    const areas = random.shuffle(this.tenant.districts.flatMap((district) => district.areas))
    const form = random.pick(["KELURAHAN ", "Kel. ", "Kelurahan : "])
    return areas.slice(0, random.int(2, 5)).map((area) => ({
      title: `${form}${form === "KELURAHAN " ? area.name.toUpperCase() : area.name}`,
      home: { area },
      told: (): DraftSays => ({ area: value(area.code, "certain", "section") }),
    }))
  }

  #sheetPerPlace(): SheetDraft[] {
    const { random, left } = this
    return this.#places(this.layout === "rt-sheets" ? "rt" : "area").map((place) => {
      const draft = sheetDraft(newGrid(place.title.replace(/[:.]/g, "").replace(/ +/g, " ")))
      const plan = this.plan(place.told)
      const hasHead = random.chance(0.5)
      const top = hasHead ? putLetterhead(draft, random, this.letterhead) : 0
      const next = putHeader(draft, plan, top)
      const row = putPeople(draft, plan, next, this.workers(random.int(3, 14), place.home))
      putTail(draft, random, { row, left, people: draft.people.length })
      return draft
    })
  }

  #below(draft: SheetDraft, top: number): number {
    const { random } = this
    let next = top
    for (let table = 0; table < random.int(2, 3); table++) {
      // The second table may come from another hand, with other columns.
      const columns =
        table > 0 && random.chance(0.5)
          ? new ColumnDraw(random, this.tenant).draw(this.area === null)
          : this.columns
      const plan = { ...this.plan(this.byOffice), columns }
      if (table > 0) putText(draft, next++, this.left, `Tabel ${table + 1}. Tambahan`)
      const first = putHeader(draft, plan, next)
      next = putPeople(draft, plan, first, this.workers(random.int(4, 15))) + random.int(1, 3)
    }
    return next
  }

  #beside(draft: SheetDraft, top: number): number {
    const gap = this.random.int(1, 2)
    const count = this.random.int(5, 18)
    let next = top
    for (const left of [this.left, this.left + this.columns.length + gap]) {
      const plan = this.plan(this.byOffice, left)
      next = putPeople(draft, plan, putHeader(draft, plan, top), this.workers(count))
    }
    return next
  }

  #pages(draft: SheetDraft, top: number): number {
    const { random } = this
    const plan = this.plan(this.byOffice)
    let next = top
    for (let page = 0; page < random.int(2, 4); page++) {
      next = putPeople(draft, plan, putHeader(draft, plan, next), this.workers(random.int(5, 12)))
      if (random.chance(0.5)) putText(draft, next++, this.left, `Jumlah halaman ${page + 1}`)
    }
    return next
  }
}
