import { expect, test } from "vitest"
import { recipeOf } from "../../modules/intake/index.ts"
import { mapSteps, unusedRecipe } from "./map-fit.ts"

const recipe = (...labels: readonly string[]) =>
  recipeOf(
    {
      sender: { id: "x" },
      sheets: [
        {
          name: "",
          depth: 1,
          columns: new Map([["name", 0] as const]),
          labels: new Map(labels.map((label, column) => [column, label])),
        },
      ],
    },
    { confirmedBy: "", version: 1 },
  )

const printed = (...labels: readonly string[]) => ({
  recipe: { recipe: 1, ...recipe(...labels) },
  findings: [],
})
const place = { path: "resep.json", file: "daftar.csv" }
const asked = [recipe("Nama", "NIK")]
const changed = [{ code: "LAYOUT_CHANGED", field: "", before: "", after: "" }] as const

test("a recipe of this layout, in other capitals too, is used", () => {
  expect(unusedRecipe(place, asked, printed("Nama", "NIK"))).toBeNull()
  expect(unusedRecipe(place, asked, printed("NAMA", "nik"))).toBeNull()
})

test("a layout that changed in part is told by its own finding", () => {
  const reading = { ...printed("Nama", "No KTP"), findings: changed }
  expect(unusedRecipe(place, asked, reading)).toBeNull()
})

test("a recipe of another layout is told with the headings that differ", () => {
  expect(unusedRecipe(place, asked, printed("Nama", "Umur"))).toEqual({
    kind: "recipe_unused",
    ...place,
    recipeOnly: ["NIK"],
    fileOnly: ["Umur"],
  })
})

test.each([null, { recipe: null, findings: [] }])(
  "a file that is no list has no headings",
  (no) => {
    expect(unusedRecipe(place, asked, no)).toMatchObject({
      recipeOnly: ["Nama", "NIK"],
      fileOnly: [],
    })
  },
)

test("what a column asks is answered in the recipe, by which the list is read then", () => {
  expect(mapSteps("import", "daftar kel.csv")).toEqual([
    './payung check "daftar kel.csv" --save-map > resep.json',
    './payung import "daftar kel.csv" --map resep.json',
  ])
  expect(mapSteps("check", "o'$HOME.csv")[1]).toBe(
    "./payung check 'o'\\''$HOME.csv' --map resep.json",
  )
})
