import { formatCount, formatRupiah, rupiah, type Rupiah } from "../../kernel/rupiah.ts"
import type { ReportInput, RowBalance } from "./report-input.ts"

/** One sum that must come out, said with its numbers. */
export interface Check {
  readonly sentence: string
  readonly holds: boolean
}

/** Every number of the report that is told twice is compared; a difference is shown, not hidden. */
export function checkReport(input: ReportInput): Check[] {
  return [...rowChecks(input), ...peopleChecks(input), ...moneyChecks(input)]
}

export function isBalanced({ read, accepted, repaired, setAside, ignored }: RowBalance): boolean {
  return read === accepted + repaired + setAside + ignored
}

function rowChecks({ counts, files }: ReportInput): Check[] {
  const { rows } = counts
  return [
    {
      sentence:
        `${formatCount(rows.read)} baris dibaca = ${formatCount(rows.accepted)} diterima + ` +
        `${formatCount(rows.repaired)} diperbaiki + ${formatCount(rows.setAside)} ditahan + ` +
        `${formatCount(rows.ignored)} diabaikan`,
      holds: isBalanced(rows),
    },
    counted(
      "Baris semua berkas",
      sum(files, (file) => file.read),
      rows.read,
    ),
    {
      sentence: `Setiap berkas dari ${formatCount(files.length)} berkas cocok`,
      holds: files.every(isBalanced),
    },
  ]
}

function peopleChecks({ counts, order, areas, sectors }: ReportInput): Check[] {
  const { people, eligible, ineligible, undecided, selected } = counts
  return [
    counted("Layak + tidak layak + perlu data", eligible + ineligible + undecided, people),
    counted(
      "Terpilih menurut kelompok",
      sum(order.groups, (each) => each.selected),
      selected,
    ),
    counted(
      "Terpilih menurut kelurahan",
      sum(areas, (each) => each.selected),
      selected,
    ),
    counted(
      "Layak menurut kelurahan",
      sum(areas, (each) => each.eligible),
      eligible,
    ),
    counted(
      "Terpilih menurut sektor",
      sum(sectors, (each) => each.selected),
      selected,
    ),
    counted(
      "Layak menurut sektor",
      sum(sectors, (each) => each.eligible),
      eligible,
    ),
    {
      sentence: `${formatCount(selected)} terpilih tidak melebihi ${formatCount(eligible)} layak`,
      holds: selected <= eligible,
    },
  ]
}

function moneyChecks({ money, programme }: ReportInput): Check[] {
  const { cost, left, ceiling, components } = money
  const parts = components.map((part) => sumRupiah(part.byMonth))
  const names = components.map((part) => part.programme).join(" + ")
  const total = sumRupiah(parts)
  return [
    amount(names, total, cost),
    amount("Biaya + sisa", rupiah(cost + left), ceiling),
    { sentence: "Biaya tidak melebihi pagu", holds: cost <= ceiling },
    {
      sentence: `Setiap program mempunyai ${programme.months.length} bulan`,
      holds: components.every((part) => part.byMonth.length === programme.months.length),
    },
  ]
}

function counted(what: string, found: number, told: number): Check {
  return {
    sentence: `${what}: ${formatCount(found)} = ${formatCount(told)}`,
    holds: found === told,
  }
}

function amount(what: string, found: Rupiah, told: Rupiah): Check {
  const sentence = `${what}: ${formatRupiah(found)} = ${formatRupiah(told)}`
  return { sentence, holds: found === told }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

export function sumRupiah(amounts: readonly Rupiah[]): Rupiah {
  return rupiah(amounts.reduce((total, each) => total + each, 0n))
}
