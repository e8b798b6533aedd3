import type { searchTextId } from "./text.id.ts"

/** The same in English. */
export const searchTextEn: typeof searchTextId = {
  name: "name",
  nik: "NIK",
  birthDate: "date of birth",
  area: "kelurahan",
  kk: "family card",
  phone: "phone",
  likeness: "likeness",
  none: "Nobody of the programme year {year} is like that.",
  noRun:
    "There is nobody to search for yet. Compute a list first: ./payung run FOLDER --out results",
  noRunOfYear: "Nothing was computed for the programme year {year} yet.",
  found: "{count} persons, programme year {year}. This search is in the audit log.",
  more: "There are more: write more of the name, or add --limit {limit}.",
  manyMore: "There are more: write more of the name.",
}
