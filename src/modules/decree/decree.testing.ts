import { localDate, type LocalDate } from "../../kernel/local-date.ts"
import { rupiah } from "../../kernel/rupiah.ts"
import type { Month } from "../../kernel/period.ts"
import type { AnnexFrame, AnnexPerson } from "./annex-person.ts"

/** Invented places and people for the tests of this room. */
export const FRAME: AnnexFrame = {
  cityName: "Contoh",
  year: 2026,
  firstMonth: "2026-01" as Month,
  months: 12,
  jkkMonthly: rupiah(10_000),
  jkmMonthly: rupiah(6_800),
  ceiling: rupiah(2_000_000_000),
  areas: [
    { code: "64.71.02.1001", name: "Barat Laut", districtCode: "64.71.02", districtName: "Barat" },
    { code: "64.71.01.1002", name: "Muara", districtCode: "64.71.01", districtName: "Timur" },
    { code: "64.71.01.1001", name: "Tanjung", districtCode: "64.71.01", districtName: "Timur" },
  ],
  sectors: [
    { slug: "nelayan", label: "Nelayan" },
    { slug: "pedagang_kecil", label: "Pedagang kecil" },
  ],
  generatedOn: "2025-11-15" as LocalDate,
  resultHash: "5".repeat(64),
  law: { pack: "64.71-contoh", version: "7".repeat(64) },
}

const NAMES = ["Siti Aminah", "Budi", "Andi Wahyuni", "Yohanes Nāṣir", "I Gusti Ayu"]

/** The same person for the same number. */
export function person(number: number, change: Partial<AnnexPerson> = {}): AnnexPerson {
  const area = FRAME.areas[number % FRAME.areas.length]
  return {
    personId: `00000000-0000-8000-8000-${String(number).padStart(12, "0")}`,
    name: `${NAMES[number % NAMES.length]} ${number}`,
    isNameOpen: false,
    nik: `647101010180${String(9000 + (number % 1000)).padStart(4, "0")}`,
    birthDate: localDate(1980, 1, 1 + (number % 28)),
    sex: number % 2 === 0 ? "L" : "P",
    areaCode: area?.code ?? null,
    sector: number % 2 === 0 ? "nelayan" : "pedagang_kecil",
    address: `Jl. Contoh No. ${number}`,
    rt: "007",
    phone: "089900001234",
    incomeRupiah: 2_500_000n,
    motherName: null,
    birthPlace: "Contoh",
    rank: number + 1,
    group: "Peserta lanjutan",
    keysText: "desil 2",
    ...change,
  }
}

export function people(count: number): AnnexPerson[] {
  return Array.from({ length: count }, (_, i) => person(i))
}
