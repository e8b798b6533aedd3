import type { BatchReading } from "../../modules/inbox/index.ts"
import { parseRecipe, type Recipe } from "../../modules/intake/index.ts"
import { quotedPath } from "./file-name.ts"
import type { FileRead } from "./reading-json.ts"

/** A recipe that was named and by which the file could not be read. */
export interface RecipeUnused {
  readonly kind: "recipe_unused"
  readonly path: string
  readonly file: string
  /** Headings that only the recipe has, and those that only the file has. */
  readonly recipeOnly: readonly string[]
  readonly fileOnly: readonly string[]
}

/**
 * Null where a sheet of the file was read as the recipe says, or in part and the change is told;
 * `reading` null where none could be.
 */
export function unusedRecipe(
  { path, file }: Pick<RecipeUnused, "path" | "file">,
  recipes: readonly Recipe[],
  reading: Pick<BatchReading, "recipe" | "findings"> | null,
): RecipeUnused | null {
  if (reading?.findings.some(({ code }) => code === "LAYOUT_CHANGED") === true) return null
  const asked = recipes.flatMap((recipe) => recipe.sheets)
  const parsed = parseRecipe(JSON.stringify(reading?.recipe ?? null))
  const found = parsed.ok ? parsed.value.sheets : []
  const fingerprints = new Set(asked.map(({ fingerprint }) => fingerprint))
  if (found.some(({ fingerprint }) => fingerprints.has(fingerprint))) return null
  const [inRecipe, inFile] = [labelsOf(asked), labelsOf(found)]
  return {
    kind: "recipe_unused",
    path,
    file,
    recipeOnly: inRecipe.filter((label) => !inFile.includes(label)),
    fileOnly: inFile.filter((label) => !inRecipe.includes(label)),
  }
}

function labelsOf(sheets: Recipe["sheets"]): string[] {
  const labels = sheets.flatMap(({ columns }) => columns.map(({ label }) => label.trim()))
  return [...new Set(labels.filter((label) => label !== ""))]
}

/** What a column of the list holds is asked: its recipe is the place to answer. */
export function asksColumns({ outcome }: Pick<FileRead, "outcome">): boolean {
  if (outcome.kind === "refused") return false
  return outcome.reading.findings.some(({ code }) => code === "COLUMN_UNSURE")
}

/** The recipe to complete by hand, and what then reads the list by it. */
export function mapSteps(command: "check" | "import", path: string): string[] {
  const list = quotedPath(path)
  return [
    `./payung check ${list} --save-map > resep.json`,
    `./payung ${command} ${list} --map resep.json`,
  ]
}
