import type { Random } from "../example-random.ts"
import type { TenantKey } from "./key.ts"
import { LABELS, OTHERS } from "./labels.ts"
import {
  birthDateWriter,
  birthPartWriter,
  birthPlaceDateWriter,
  birthPlaceWriter,
} from "./write-birth.ts"
import {
  addressWriter,
  areaOnceWriter,
  areaWriter,
  districtWriter,
  rtRwWriter,
  rtWriter,
  rwWriter,
} from "./write-home.ts"
import { kkWriter, nikWriter, numericNikWriter } from "./write-nik.ts"
import {
  motherWriter,
  namePartWriter,
  nameWriter,
  sexMarkWriter,
  sexWriter,
} from "./write-person.ts"
import { incomeEndWriter, incomeWriter, occupationWriter, phoneWriter } from "./write-work.ts"
import type { Writer } from "./writing.ts"

export interface Column {
  /** A field of the product, `other`, or `spacer` for an empty one. */
  readonly field: string
  readonly label: string
  /** Heading over this column and its neighbours; empty where there is none. */
  readonly group: string
  readonly write: Writer
}

const GROUPS = {
  birth: ["Kelahiran", "KELAHIRAN", "Tempat / Tanggal Lahir", "Lahir", "Data Kelahiran"],
  sex: ["Jenis Kelamin", "JENIS KELAMIN", "Jns Kelamin", "Gender", "L/P"],
  home: ["Alamat", "ALAMAT DOMISILI", "Alamat Tempat Tinggal", "Domisili", "Tempat Tinggal"],
  income: ["Penghasilan per Bulan (Rp)", "PENGHASILAN", "Kisaran Pendapatan", "Pendapatan/bln"],
  identity: ["Identitas", "IDENTITAS", "Data Kependudukan", "Sesuai KTP", "Nomor"],
} as const

const ENDS = [
  ["Dari", "Sampai"],
  ["Minimal", "Maksimal"],
  ["Terendah", "Tertinggi"],
] as const

/** Draws which columns a clerk has and how they are called; a group is used by deeper headers. */
export class ColumnDraw {
  readonly #random: Random
  readonly #tenant: TenantKey
  /** People are sorted by kelurahan, whose name is written once. */
  readonly #grouped: boolean

  constructor(random: Random, tenant: TenantKey, grouped = false) {
    this.#random = random
    this.#tenant = tenant
    this.#grouped = grouped
  }

  /** `needsArea`: neither letterhead nor section nor sheet says where people live. */
  draw(needsArea: boolean): Column[] {
    const random = this.#random
    const blocks = [
      this.#identity(),
      this.#birth(),
      ...(random.chance(0.85) ? [this.#sex()] : []),
      ...(random.chance(0.15) ? [[this.#column("age", age)]] : []),
      this.#home(needsArea),
      ...(random.chance(0.92) ? [[this.#column("occupation", occupationWriter(random))]] : []),
      ...(random.chance(0.8) ? [this.#income()] : []),
      ...(random.chance(0.75) ? [[this.#column("phone", phoneWriter(random))]] : []),
      ...(random.chance(0.2) ? [[this.#column("mother_name", motherWriter(random))]] : []),
    ]
    const ordered = random.chance(0.6) ? blocks : random.shuffle(blocks)
    const columns = this.#withOthers(ordered)
    if (random.chance(0.4)) columns.push(this.#column("remarks", remarks))
    return random.chance(0.9)
      ? [this.#column("number", runningNumber(random)), ...columns]
      : columns
  }

  #column(field: string, write: Writer, group = "", label?: string): Column {
    const known = LABELS[field] ?? [field]
    return { field, label: label ?? this.#random.pick(known), group, write }
  }

  #identity(): Column[] {
    const random = this.#random
    const group = random.pick(GROUPS.identity)
    const nik = random.chance(0.05) ? numericNikWriter() : nikWriter(random)
    const numbers = [this.#column("nik", nik, group)]
    if (random.chance(0.3)) numbers.push(this.#column("kk", kkWriter(random), group))
    const names = random.chance(0.05)
      ? [
          this.#column("name_first", namePartWriter(random, "first")),
          this.#column("name_last", namePartWriter(random, "last")),
        ]
      : [this.#column("name", nameWriter(random))]
    const own = random.shuffle(numbers)
    return random.chance(0.6) ? [...names, ...own] : [...own, ...names]
  }

  #birth(): Column[] {
    const random = this.#random
    if (random.chance(0.25)) return [this.#column("birth_place_date", birthPlaceDateWriter(random))]
    const group = random.pick(GROUPS.birth)
    if (random.chance(0.06)) {
      const part = birthPartWriter(random)
      const at = random.int(0, 3)
      const heading = random.pick(["Tanggal Lahir", "Lahir", "Tgl/Bln/Thn Lahir"])
      return (["day", "month", "year"] as const).map((name) => {
        const label = LABELS[`birth_${name}`]?.[at]
        return this.#column(`birth_${name}`, part(name), heading, label)
      })
    }
    const date = this.#column("birth_date", birthDateWriter(random), group)
    return random.chance(0.7)
      ? [this.#column("birth_place", birthPlaceWriter(random), group), date]
      : [{ ...date, group: "" }]
  }

  #sex(): Column[] {
    const random = this.#random
    if (random.chance(0.15)) {
      const mark = sexMarkWriter(random)
      const group = random.pick(GROUPS.sex)
      const at = random.int(0, 4)
      return [
        this.#column("sex_male", mark("L"), group, LABELS.sex_male?.[at]),
        this.#column("sex_female", mark("P"), group, LABELS.sex_female?.[at]),
      ]
    }
    const { write, label } = sexWriter(random)
    return [this.#column("sex", write, "", label)]
  }

  #home(needsArea: boolean): Column[] {
    const random = this.#random
    const group = random.pick(GROUPS.home)
    const hasArea = needsArea || random.chance(0.6)
    if (hasArea && needsArea && random.chance(0.12))
      return [this.#column("address", addressWriter("all in one"))]
    const kind = random.pick(["street", "street", "with RT"] as const)
    const parts: Column[] = []
    if (random.chance(0.75)) parts.push(this.#column("address", addressWriter(kind), group))
    if (random.chance(0.6)) parts.push(...this.#neighbourhood(group))
    const area = this.#grouped ? areaOnceWriter() : areaWriter(random, this.#tenant)
    if (hasArea) parts.push(this.#column("area", area, group))
    if (hasArea && random.chance(0.35))
      parts.push(this.#column("district", districtWriter(), group))
    return parts
  }

  #neighbourhood(group: string): Column[] {
    const random = this.#random
    if (random.chance(0.45)) return [this.#column("rt_rw", rtRwWriter(random), group)]
    const rt = this.#column("rt", rtWriter(random), group)
    return random.chance(0.6) ? [rt, this.#column("rw", rwWriter(), group)] : [rt]
  }

  #income(): Column[] {
    const random = this.#random
    if (random.chance(0.1)) {
      const [low, high] = random.pick(ENDS)
      const group = random.pick(GROUPS.income)
      return [
        this.#column("income", incomeEndWriter("low"), group, low),
        this.#column("income_high", incomeEndWriter("high"), group, high),
      ]
    }
    const { write, label } = incomeWriter(random)
    return [this.#column("income", write, "", label)]
  }

  #withOthers(blocks: readonly (readonly Column[])[]): Column[] {
    const random = this.#random
    const extra = random.shuffle(OTHERS).slice(0, random.pick([0, 0, 1, 1, 2, 3, 5]))
    const all = blocks.map((block) => [...block])
    for (const [label, values] of extra) {
      const write: Writer = (_, above) => ({ cell: above.random.pick(values), says: {} })
      all.splice(random.int(1, all.length), 0, [{ field: "other", label, group: "", write }])
    }
    if (random.chance(0.1)) {
      const write: Writer = () => ({ cell: null, says: {} })
      all.splice(random.int(1, all.length), 0, [{ field: "spacer", label: "", group: "", write }])
    }
    return all.flat()
  }
}

const age: Writer = ({ birthOn }) => ({
  cell: { kind: "number", digits: String(2025 - Number(birthOn.slice(0, 4))) },
  says: {},
})

const remarks: Writer = (_, { random }) => ({
  cell: random.pick(["", "", "", "", "usulan baru", "lanjutan", "disabilitas", "sdh diverifikasi"]),
  says: {},
})

function runningNumber(random: Random): Writer {
  const form = random.pick([
    (index: number) => ({ kind: "number" as const, digits: String(index) }),
    (index: number) => ({ kind: "number" as const, digits: String(index) }),
    (index: number) => `${index}.`,
    (index: number) => String(index),
    (index: number) => ({ kind: "formula" as const, formula: "ROW()-5", value: String(index) }),
  ])
  return (_, { index }) => ({ cell: form(index + 1), says: {} })
}
