// The vocabulary made ready for look-ups.
import { type EmployerTable, compileEmployer } from "./employer.ts"
import { type Lexicon, buildLexicon } from "./lexicon.ts"
import type { OccupationClass, OccupationHead, OccupationVocabulary } from "./vocabulary.ts"

export interface Occupation {
  /** Slug of the class; null when nothing is known or the class has no sector (civil servants). */
  readonly sector: string | null
  /** `ambiguous`: two sectors, or informal work (`sector`) and a formal job or pension, in one text. */
  readonly standing: "informal" | "not_informal" | "unknown" | "ambiguous"
  /** The text says that the person employs people. */
  readonly employer: boolean
  /** A word cut short or of initials, a slash or brackets; only where the text says something. */
  readonly abbreviated: boolean
  /** The words that decided, opened and corrected; empty when unknown. */
  readonly matched: string
  /** What an ambiguous text names, in its order; empty for any other. */
  readonly named: readonly string[]
}

export interface OccupationTable {
  readonly lexicon: Lexicon
  readonly classes: ReadonlyMap<string, OccupationClass>
  readonly phrases: ReadonlyMap<string, OccupationClass>
  readonly longest: number
  readonly words: ReadonlyMap<string, OccupationClass>
  readonly weak: ReadonlyMap<string, OccupationClass>
  readonly heads: ReadonlyMap<string, OccupationHead>
  /** What beside a phrase of being hired ("buruh harian lepas") names the work. */
  readonly hired: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Dishes and goods whose names stand for their trade, of one word or several. */
  readonly food: ReadonlyMap<string, true>
  readonly besideFood: ReadonlySet<string>
  readonly foodClass: OccupationClass | undefined
  readonly fillers: ReadonlySet<string>
  readonly joiners: ReadonlySet<string>
  readonly negators: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  /** Whole texts that say nothing, whatever their words mean beside others. */
  readonly saysNothing: ReadonlySet<string>
  readonly employer: EmployerTable
  /** Answers already given: lists repeat their texts. Holds no more than `MEMO_SIZE`. */
  readonly memo: Map<string, Occupation>
}

/** Builds the look-ups of a vocabulary that `readVocabulary` has accepted. */
export function compileOccupations(vocabulary: OccupationVocabulary): OccupationTable {
  const canonical = canonicalBy(vocabulary.spellings)
  const { classes, fillers, joiners, negators, employer, food } = vocabulary
  const phrases = byText(classes, "phrases", canonical)
  const heads = vocabulary.heads.map((head) => ({
    ...head,
    objects: new Map([...head.objects].map(([text, slug]) => [canonical(text), slug])),
  }))
  return {
    lexicon: buildLexicon({
      meaning: meanings(vocabulary, canonical),
      spellings: vocabulary.spellings,
      abbreviations: vocabulary.abbreviations,
      others: vocabulary.otherWords,
    }),
    classes,
    phrases,
    longest: Math.max(1, ...[...phrases.keys()].map((text) => text.split(" ").length)),
    words: byText(classes, "words", canonical),
    weak: byText(classes, "weak", canonical),
    heads: new Map(heads.flatMap((head) => head.words.map((word) => [word, head] as const))),
    hired: new Map(
      heads.flatMap((head) => head.hired.map((text) => [canonical(text), head.objects] as const)),
    ),
    food: new Map(food.map((dish) => [canonical(dish), true])),
    besideFood: new Set(vocabulary.besideFood),
    foodClass: classes.get(vocabulary.foodClass),
    fillers: new Set(fillers),
    joiners: new Set(joiners),
    negators: new Set(negators),
    addresses: new Set(vocabulary.addresses),
    saysNothing: new Set(vocabulary.saysNothing.map(canonical)),
    employer: compileEmployer(employer),
    memo: new Map(),
  }
}

type Canonical = (text: string) => string

function canonicalBy(spellings: ReadonlyMap<string, string>): Canonical {
  return (text) =>
    spellings.get(text) ?? text.replace(/\S+/g, (word) => spellings.get(word) ?? word)
}

function byText(
  classes: ReadonlyMap<string, OccupationClass>,
  part: "words" | "weak" | "phrases",
  canonical: Canonical,
): Map<string, OccupationClass> {
  return new Map(
    [...classes.values()].flatMap((entry) =>
      entry[part].map((text) => [canonical(text), entry] as const),
    ),
  )
}

/** Every word of the vocabulary, with the class or head it means; other words mean themselves. */
function meanings(vocabulary: OccupationVocabulary, canonical: Canonical): Map<string, string> {
  const meaning = new Map<string, string>()
  const mean = (texts: Iterable<string>, meant: string | null) => {
    for (const text of texts)
      for (const word of canonical(text).split(" "))
        if (!meaning.has(word)) meaning.set(word, meant ?? word)
  }
  for (const [index, head] of vocabulary.heads.entries()) mean(head.words, `head ${index}`)
  const entries = [...vocabulary.classes.values()]
  for (const entry of entries) mean([...entry.words, ...entry.weak], entry.slug)
  for (const entry of entries) mean(entry.phrases, null)
  for (const head of vocabulary.heads) mean(head.objects.keys(), null)
  const { fillers, joiners, negators, saysNothing, food, besideFood } = vocabulary
  for (const texts of [fillers, joiners, negators, saysNothing, food, besideFood]) mean(texts, null)
  for (const texts of Object.values(vocabulary.employer) as string[][]) mean(texts, null)
  return meaning
}
