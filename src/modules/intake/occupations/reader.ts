// Checks the parsed law files of occupations word by word and makes them one vocabulary.
import { type Result, ok, refuse } from "../../../kernel/result.ts"
import type {
  EmployerWords,
  OccupationClass,
  OccupationHead,
  OccupationVocabulary,
} from "./vocabulary.ts"

/** `content` is the parsed YAML of the file `path`. */
export interface VocabularyDocument {
  readonly path: string
  readonly content: unknown
}

/** Where, what, and how to repair it, in both languages. */
export interface VocabularyProblem {
  readonly where: string
  readonly id: string
  readonly en: string
}

type Node = Readonly<Record<string, unknown>>
type Lists = ReadonlyMap<string, readonly string[]>

interface Known {
  readonly classes: ReadonlyMap<string, unknown>
  readonly lists: Lists
}

const WORDS = /^[a-z0-9]+( [a-z0-9]+)*$/
const KEPT_KEYS = new Set(["reference", "checked_on", "status"])

/**
 * Reads the vocabulary from its parsed files; a section may be spread over several of them.
 * Refuses with every problem found, never with the first alone.
 */
export function readVocabulary(
  documents: readonly VocabularyDocument[],
): Result<OccupationVocabulary, readonly VocabularyProblem[]> {
  const problems: VocabularyProblem[] = []
  const say = (where: string, id: string, en: string) => void problems.push({ where, id, en })
  const sections = mergeSections(documents, say)
  const reader = new Reader(say)
  const lists = reader.lists(sections)
  const classes = reader.classes(sections, lists)
  const heads = reader.heads(sections, { classes, lists })
  const grammar = (key: string) => reader.words(sections.get(key), key)
  const vocabulary: OccupationVocabulary = {
    classes,
    heads,
    food: ["food", "wares_alone"].flatMap((name) => lists.get(name) ?? []),
    besideFood: ["produce", "food_style", "wares_style"].flatMap((name) => lists.get(name) ?? []),
    foodClass: reader.slug(sections.get("food_alone"), "food_alone", classes) ?? "",
    abbreviations: reader.wordMap(sections.get("abbreviations"), "abbreviations"),
    spellings: reader.wordMap(sections.get("spellings"), "spellings"),
    fillers: grammar("fillers"),
    joiners: grammar("joiners"),
    negators: grammar("negators"),
    addresses: grammar("addresses"),
    saysNothing: grammar("says_nothing"),
    otherWords: grammar("other_words"),
    employer: reader.employer(sections.get("employer")),
  }
  return problems.length === 0 ? ok(vocabulary) : refuse(problems)
}

type Say = (where: string, id: string, en: string) => void

function mergeSections(documents: readonly VocabularyDocument[], say: Say): Map<string, unknown> {
  const sections = new Map<string, unknown>()
  for (const { path, content } of documents) {
    if (!isNode(content)) {
      say(path, "isi berkas harus pasangan kunci: nilai", "the file must hold key: value pairs")
      continue
    }
    for (const [key, value] of Object.entries(content)) {
      if (KEPT_KEYS.has(key)) continue
      const earlier = sections.get(key)
      if (earlier === undefined) sections.set(key, value)
      else if (isNode(earlier) && isNode(value)) {
        const twice = Object.keys(value).filter((name) => name in earlier)
        for (const name of twice) say(`${path} ${key}.${name}`, "sudah ada", "already defined")
        sections.set(key, { ...earlier, ...value })
      } else say(`${path} ${key}`, "bagian ini ada di dua berkas", "section is in two files")
    }
  }
  return sections
}

class Reader {
  private readonly say: Say
  constructor(say: Say) {
    this.say = say
  }

  classes(sections: ReadonlyMap<string, unknown>, lists: Lists): Map<string, OccupationClass> {
    const classes = new Map<string, OccupationClass>()
    const owner = new Map<string, string>()
    for (const [slug, node] of this.entries(sections.get("classes"), "classes")) {
      const entry = this.oneClass(slug, node, lists)
      if (entry === null) continue
      classes.set(slug, entry)
      for (const word of [...entry.words, ...entry.weak, ...entry.phrases]) {
        const other = owner.get(word)
        if (other !== undefined && other !== slug)
          this.say(`classes.${slug} "${word}"`, `juga milik ${other}`, `also belongs to ${other}`)
        owner.set(word, slug)
      }
    }
    return classes
  }

  lists(sections: ReadonlyMap<string, unknown>): Lists {
    const found = this.entries(sections.get("lists"), "lists")
    return new Map(found.map(([name, list]) => [name, this.words(list, `lists.${name}`)]))
  }

  heads(sections: ReadonlyMap<string, unknown>, known: Known): OccupationHead[] {
    const list = sections.get("heads")
    if (!Array.isArray(list)) {
      this.say("heads", "harus berupa daftar", "must be a list")
      return []
    }
    return list.map((node: unknown, index) => this.head(node, `heads[${index}]`, known))
  }

  employer(node: unknown): EmployerWords {
    const entry = this.node(node, "employer")
    const part = (key: string) => this.words(entry[key], `employer.${key}`)
    return {
      staff: part("staff"),
      staffCounted: part("staff_counted"),
      have: part("have"),
      employ: part("employ"),
      titles: part("titles"),
      people: part("people"),
      not: part("not"),
      numbers: part("numbers"),
    }
  }

  words(value: unknown, where: string, lists?: Lists): string[] {
    if (!Array.isArray(value)) {
      this.say(where, "harus berupa daftar kata", "must be a list of words")
      return []
    }
    return value.flatMap((word: unknown) => {
      if (typeof word === "string" && WORDS.test(word)) return [word]
      const list =
        typeof word === "string" && word[0] === "$" ? lists?.get(word.slice(1)) : undefined
      if (list !== undefined) return list
      this.say(
        `${where} ${JSON.stringify(word)}`,
        "tulis huruf kecil a-z",
        "write it in lower case a-z",
      )
      return []
    })
  }

  wordMap(node: unknown, where: string): Map<string, string> {
    const found = new Map<string, string>()
    for (const [key, value] of this.entries(node, where)) {
      if (WORDS.test(key) && typeof value === "string" && WORDS.test(value)) found.set(key, value)
      else
        this.say(`${where}.${key}`, "tulis kata: kata huruf kecil", "write word: words, lower case")
    }
    return found
  }

  slug(value: unknown, where: string, classes: ReadonlyMap<string, unknown>): string | null {
    if (value === null) return null
    if (typeof value === "string" && classes.has(value)) return value
    this.say(`${where} ${JSON.stringify(value)}`, "kelas tidak dikenal", "no such class")
    return null
  }

  private oneClass(slug: string, node: unknown, lists: Lists): OccupationClass | null {
    const where = `classes.${slug}`
    const entry = this.node(node, where)
    const standing = entry["standing"]
    if (standing !== "informal" && standing !== "not_informal") {
      this.say(`${where}.standing`, "isi informal atau not_informal", "informal or not_informal")
      return null
    }
    const part = (key: string) => this.words(entry[key] ?? [], `${where}.${key}`, lists)
    const sector = standing === "informal" ? slug : entry["sector"]
    return {
      slug,
      standing,
      sector: typeof sector === "string" ? sector : null,
      yields: entry["yields"] === true,
      words: part("words"),
      weak: part("weak"),
      phrases: part("phrases"),
    }
  }

  private head(node: unknown, where: string, known: Known): OccupationHead {
    const head = this.node(node, where)
    const slug = (key: string) => this.slug(head[key], `${where}.${key}`, known.classes)
    const takes = head["takes"]
    if (takes !== "all" && takes !== "objects")
      this.say(`${where}.takes`, "isi all atau objects", "all or objects")
    const alone = slug("alone")
    return {
      words: this.words(head["words"], `${where}.words`),
      takesAll: takes === "all",
      place: head["place"] === true,
      sure: takes === "all" || head["sure"] === true,
      alone,
      other: head["other"] === undefined ? alone : slug("other"),
      objects: this.objects(head["objects"] ?? {}, `${where}.objects`, known),
      hired: this.words(head["hired"] ?? [], `${where}.hired`, known.lists),
    }
  }

  private objects(node: unknown, where: string, known: Known): Map<string, string> {
    const objects = new Map<string, string>()
    for (const [target, words] of this.entries(node, where)) {
      this.slug(target, where, known.classes)
      // The first class that names an object keeps it.
      for (const word of this.words(words, `${where}.${target}`, known.lists))
        if (!objects.has(word)) objects.set(word, target)
    }
    return objects
  }

  private node(value: unknown, where: string): Node {
    if (isNode(value)) return value
    this.say(where, "harus pasangan kunci: nilai", "must be key: value pairs")
    return {}
  }

  private entries(value: unknown, where: string): [string, unknown][] {
    return Object.entries(this.node(value, where))
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
