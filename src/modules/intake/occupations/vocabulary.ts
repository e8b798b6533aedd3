// The vocabulary of occupations of the law files, as occupation-reader.ts has checked it.
/** What one kind of work is, and the words that mean it. `sector` is the slug written for it. */
export interface OccupationClass {
  readonly slug: string
  readonly standing: "informal" | "not_informal"
  readonly sector: string | null
  /** Not informal, but an informal occupation named beside it counts ("IRT, jualan kue"). */
  readonly yields: boolean
  readonly words: readonly string[]
  readonly weak: readonly string[]
  readonly phrases: readonly string[]
}

/** Words settled by their object: "tukang batu", "jual ikan". Class slugs; null says nothing. */
export interface OccupationHead {
  readonly words: readonly string[]
  readonly takesAll: boolean
  /** A place of trade: it tells of its trader, not of whoever works there. */
  readonly place: boolean
  /** The head alone is an occupation, not only a way of working. */
  readonly sure: boolean
  readonly alone: string | null
  readonly other: string | null
  /** Object (words joined by one blank) to class slug. */
  readonly objects: ReadonlyMap<string, string>
  /** Phrases that say how somebody is hired, not for what: an object beside them says it. */
  readonly hired: readonly string[]
}

export interface EmployerWords {
  readonly staff: readonly string[]
  readonly staffCounted: readonly string[]
  readonly have: readonly string[]
  readonly employ: readonly string[]
  readonly titles: readonly string[]
  readonly people: readonly string[]
  readonly not: readonly string[]
  readonly numbers: readonly string[]
}

export interface OccupationVocabulary {
  readonly classes: ReadonlyMap<string, OccupationClass>
  readonly heads: readonly OccupationHead[]
  readonly food: readonly string[]
  /** What the name of a dish may hold beside a food: "mi ayam", "sate madura". */
  readonly besideFood: readonly string[]
  readonly foodClass: string
  readonly abbreviations: ReadonlyMap<string, string>
  readonly spellings: ReadonlyMap<string, string>
  readonly fillers: readonly string[]
  readonly joiners: readonly string[]
  readonly negators: readonly string[]
  /** Short forms that head an address as well as an occupation: "jl" of "jual" and "jalan". */
  readonly addresses: readonly string[]
  readonly saysNothing: readonly string[]
  /** Common words that are one letter from an occupation's and are not it: "tiang" is no "tukang". */
  readonly otherWords: readonly string[]
  readonly employer: EmployerWords
}
