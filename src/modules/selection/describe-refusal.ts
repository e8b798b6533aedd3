import { unreachable } from "../../kernel/assert.ts"
import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import type { SelectionFloor } from "../law/index.ts"
import type { SelectionRefusal } from "./select.ts"

/** What the operator reads when the pack's floors cannot be filled, in both languages. */
export function describeSelectionRefusal(refusal: SelectionRefusal): {
  readonly id: string
  readonly en: string
} {
  switch (refusal.kind) {
    case "floors_cross": {
      const [first, second] = [nameOf(refusal.first), nameOf(refusal.second)]
      return {
        id:
          `Batas bawah ${first} dan ${second} bersilangan: sebagian orang masuk keduanya, ` +
          `sebagian hanya satu. Pilih salah satu di selection.yaml.`,
        en:
          `The floors ${first} and ${second} cross: some people count for both, some for one ` +
          `only. Keep one of them in selection.yaml.`,
      }
    }
    case "floor_short": {
      const [floor, available] = [nameOf(refusal.floor), formatCount(refusal.available)]
      return {
        id: `Batas bawah ${floor} tidak tercapai: orang layak ${available}. Turunkan angkanya.`,
        en: `The floor ${floor} cannot be met: only ${available} people are eligible. Lower it.`,
      }
    }
    case "floors_above_ceiling": {
      const floors = refusal.floors.map(nameOf).join(", ")
      const [needed, usable] = [formatRupiah(refusal.needed), formatRupiah(refusal.usable)]
      return {
        id: `Batas bawah ${floors} memerlukan ${needed}, pagu hanya ${usable}. Turunkan angkanya.`,
        en: `The floors ${floors} need ${needed}, the ceiling leaves ${usable}. Lower them.`,
      }
    }
    default:
      return unreachable(refusal)
  }
}

function nameOf({ by, value, minimumPersons }: SelectionFloor): string {
  return `${by} ${value} ≥ ${formatCount(minimumPersons)}`
}
