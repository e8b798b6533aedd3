import { describe, expect, test } from "vitest"
import type { Migration } from "./migration-plan.ts"
import {
  describeMigrationRefusal,
  parseMigrationName,
  planMigrations,
  sortMigrations,
} from "./migration-plan.ts"

function migration(number: number, sha256 = "a"): Migration {
  return { number, name: `${number}`, text: "", sha256 }
}

describe("parseMigrationName", () => {
  test("reads the number", () => {
    const name = "0040_intake_file.sql"
    expect(parseMigrationName("intake", name)).toEqual({ number: 40, name })
  })

  test.each(["40_intake_file.sql", "0040_intake.sql", "0040_registry_file.sql", "notes.md"])(
    "%s is refused",
    (file) => expect(() => parseMigrationName("intake", file)).toThrow("intake/migrations"),
  )
})

describe("planMigrations", () => {
  const known = sortMigrations([migration(3), migration(1), migration(2)])

  test.each<[string, Migration[], number[]]>([
    ["a new database gets all, in order", [], [1, 2, 3]],
    ["an old one gets the rest", [migration(1), migration(2)], [3]],
    ["a gap is filled", [migration(1), migration(3)], [2]],
    ["an up-to-date one gets nothing", [...known], []],
  ])("%s", (_what, applied, expected) => {
    const plan = planMigrations(known, applied)
    expect(plan.ok && plan.value.map((one) => one.number)).toEqual(expected)
  })

  test.each([
    ["MIGRATION_EDITED", migration(2, "b")],
    ["DATABASE_NEWER", migration(4)],
  ])("%s", (code, applied) => {
    const plan = planMigrations(known, [applied])
    expect(plan).toEqual({ ok: false, refusal: { code, name: applied.name } })
    if (!plan.ok) expect(describeMigrationRefusal(plan.refusal).id).toContain(applied.name)
  })

  test("one number for two files is our mistake", () => {
    expect(() => sortMigrations([migration(1), migration(1)])).toThrow("use one number")
  })
})
