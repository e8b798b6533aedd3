/** One mistake in the law files: where it is, and what to write instead, in both languages. */
export interface LawProblem {
  /** Path below law/. */
  readonly file: string
  /** Place inside the file, such as "values[2].from". */
  readonly key: string
  readonly id: string
  readonly en: string
}

/** One line per language: where the mistake is and what to write instead. */
export function describeLawProblem({ file, key, id, en }: LawProblem): string {
  const place = key === "" ? `law/${file}` : `law/${file}, ${key}`
  return `${place}: ${id}\n${place}: ${en}`
}
