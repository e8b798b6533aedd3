import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { readBirthDate } from "../values/date.ts"
import { readName } from "../values/name.ts"
import { readKk, readNik } from "../values/nik.ts"
import { readPhone } from "../values/phone.ts"
import { readSex } from "../values/sex.ts"

/** What somebody typed of one person, outside of any list. */
interface TypedFields {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly birthDate: string
  readonly sex: string
  readonly phone: string
  readonly motherName: string
}

export interface TypedPerson {
  readonly name: string
  readonly nik: Nik | null
  /** Certain digits of an unreadable NIK, `?` for a lost one. */
  readonly nikPattern: string
  readonly kk: string | null
  readonly birthDate: LocalDate | null
  readonly sex: "L" | "P" | null
  readonly phone: string
  readonly motherName: string
}

const NOTHING: TypedFields = {
  ...{ name: "", nik: "", kk: "", birthDate: "", sex: "", phone: "", motherName: "" },
}

/** Reads fields by the same rules as the cells of a list; ages are reckoned `on` a day. */
export function readTyped(typed: Partial<TypedFields>, on: LocalDate): TypedPerson {
  const fields = { ...NOTHING, ...typed }
  const { nik, pattern } = readNik(fields.nik, "text")
  const context = { kind: "text", date1904: false, on, nik } as const
  return {
    name: readName(fields.name).name,
    nik,
    nikPattern: pattern,
    kk: fields.kk === "" ? null : readKk(fields.kk, "text"),
    birthDate: readBirthDate(fields.birthDate, context).date,
    sex: readSex(fields.sex),
    phone: readPhone(fields.phone, "text").phone,
    motherName: fields.motherName === "" ? "" : readName(fields.motherName).name,
  }
}
