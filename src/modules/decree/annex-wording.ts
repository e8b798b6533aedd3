import { dateParts } from "../../kernel/local-date.ts"
import type { AnnexFrame, AnnexPerson } from "./annex-person.ts"
import type { LocalDate } from "../../kernel/local-date.ts"

/** The blank that the legal office fills in by hand when the decree gets its number and date. */
export const DECREE_BLANK = "................................"

/** The title lines of the annex; the number and the date are not ours to give. */
export function annexTitleLines(frame: AnnexFrame): string[] {
  const decreeYear = dateParts(frame.generatedOn).year
  return [
    "LAMPIRAN",
    `KEPUTUSAN WALI KOTA ${frame.cityName.toUpperCase()}`,
    `NOMOR ${DECREE_BLANK} TAHUN ${decreeYear}`,
    `TANGGAL ${DECREE_BLANK}`,
    "TENTANG",
    annexSubject(frame),
  ]
}

export function annexSubject(frame: AnnexFrame): string {
  return (
    "PENETAPAN PENERIMA BANTUAN IURAN JAMINAN KECELAKAAN KERJA DAN JAMINAN KEMATIAN " +
    `BAGI PEKERJA RENTAN TAHUN ${frame.year}`
  )
}

/** Stands behind a name about whose letters the sender is asked. */
export const OPEN_NAME_MARK = "*)"
export const OPEN_NAME_NOTE = "*) ejaan nama masih ditanyakan kepada pengirim"

/** The name as a paper shows it: never as sure where its letters are garbled or missing. */
export function shownName({ name, isNameOpen }: AnnexPerson): string {
  return isNameOpen ? `${name} ${OPEN_NAME_MARK}`.trim() : name
}

/** "05-09-1979", as forms and the insurer's files write dates; empty where unknown. */
export function formDate(date: LocalDate | null): string {
  if (date === null) return ""
  const { year, month, day } = dateParts(date)
  return [String(day).padStart(2, "0"), String(month).padStart(2, "0"), year].join("-")
}
