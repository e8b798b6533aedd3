import { maskNumbers } from "../../modules/inbox/index.ts"
import type { SearchPage } from "../../modules/registry/index.ts"

/** A person who was found, for programs. Numbers are masked: whoever has one searched by it. */
export function personDocument({ person, likeness }: SearchPage["found"][number]) {
  const masked = (digits: string | null): string | null =>
    digits === null ? null : maskNumbers(digits)
  return {
    id: person.personId,
    name: person.name,
    nik: masked(person.nik),
    kk: masked(person.kk),
    phone: masked(person.phone),
    birth_date: person.birthDate,
    sex: person.sex,
    kelurahan_code: person.areaCode,
    sector: person.sector,
    likeness: Number(likeness.toFixed(3)),
  }
}
