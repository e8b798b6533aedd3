import { writeCsv } from "./example-csv.ts"
import type { ExampleFile } from "./example-cycle.ts"
import type { Laid } from "./example-layout.ts"
import type { Verdict } from "./example-verdict.ts"
import { KELURAHAN } from "./example-vocabulary.ts"

const FORM = { encoding: "utf-8", delimiter: ",", newline: "\n" } as const

/**
 * Every row below a header with what a careful reader takes from it. NIK and birth date are empty
 * where the row does not tell them, the sector where the occupation does not.
 */
export function rowKey(files: readonly ExampleFile[], laid: ReadonlyMap<string, Laid>): Uint8Array {
  const header =
    "file,sheet,row,kind,codes,nik,name,birth_date,sex,kelurahan_code,sector,person," +
    "income_low_rupiah,income_high_rupiah"
  const lines = files.flatMap(({ spec }) =>
    (laid.get(spec.file)?.rows ?? []).map(({ sheet, row, kind, entry }) => {
      const where = [spec.file, sheet, String(row), kind]
      if (!entry) return [...where, ...Array.from({ length: 10 }, () => "")]
      const { read, person } = entry
      return [
        ...where,
        [...entry.codes].sort().join(";"),
        read.nik ?? "",
        read.name,
        read.birthDate ?? "",
        person.sex,
        entry.kelurahanCode,
        read.sector ?? "",
        person.id,
        String(read.income?.[0] ?? ""),
        String(read.income?.[1] ?? ""),
      ]
    }),
  )
  return writeCsv([header.split(","), ...lines], FORM)
}

export function personKey(verdicts: readonly Verdict[]): Uint8Array {
  const header =
    "person,eligible,why,nik,name,birth_date,sex,kelurahan_code,sector,rows,recipient_2025"
  const lines = verdicts.map(({ person, eligible, why, rows }) => [
    person.id,
    eligible,
    why.join(";"),
    person.nik,
    person.name,
    person.birthDate,
    person.sex,
    KELURAHAN[person.kelurahan] as string,
    person.sector ?? "",
    String(rows),
    person.recipient2025 ? "1" : "0",
  ])
  return writeCsv([header.split(","), ...lines], FORM)
}
