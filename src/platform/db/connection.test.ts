import { describe, expect, test } from "vitest"
import { asDatabaseError, DatabaseUnreachable, databaseUrl, roleUrl } from "./connection.ts"

test.each([
  [
    "postgres://admin:rahasia@db:5432/payung?sslmode=require",
    "postgres://payung_app:p%2F%40w@db:5432/payung?sslmode=require",
  ],
  [
    "postgres:///payung?host=/run/postgresql",
    "postgres:///payung?host=%2Frun%2Fpostgresql&user=payung_app&password=p%2F%40w",
  ],
])("roleUrl keeps place and options of %s", (adminUrl, expected) => {
  expect(roleUrl(adminUrl, "payung_app", "p/@w")).toBe(expected)
})

test("databaseUrl changes the database only", () => {
  expect(databaseUrl("postgres://a:b@db:1/payung?sslmode=require", "other")).toBe(
    "postgres://a:b@db:1/other?sslmode=require",
  )
})

describe("asDatabaseError", () => {
  const url = "postgres://admin:rahasia@db:5432/payung"

  test.each(["ECONNREFUSED", "ENOTFOUND", "57P03", "28P01", "3D000"])("%s", (code) => {
    const error = asDatabaseError(Object.assign(new Error("x"), { code }), url)
    expect(error).toBeInstanceOf(DatabaseUnreachable)
    expect(String(error)).toContain("db:5432/payung")
    expect(String(error)).not.toContain("rahasia")
  })

  test.each(["23505", "42501", undefined])("%s stays what it is", (code) => {
    const error = Object.assign(new Error("x"), { code })
    expect(asDatabaseError(error, url)).toBe(error)
  })
})
