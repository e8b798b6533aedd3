import { describe, expect, test } from "vitest"
import { describeConfigRefusal, readConfig } from "./config.ts"

describe("readConfig", () => {
  test("an empty environment gives the defaults", () => {
    const config = readConfig({}, "/srv/payung")
    expect(config).toEqual({
      ok: true,
      value: {
        checkout: "/srv/payung",
        home: "/srv/payung/.payung",
        databaseUrl: null,
        port: 8080,
        keyFile: "/srv/payung/.payung/key",
        contact: "",
        logLevel: "info",
      },
    })
  })

  test("every variable is read", () => {
    const env = {
      PAYUNG_HOME: "/var/payung",
      PAYUNG_PORT: "9000",
      PAYUNG_KEY_FILE: "/etc/payung.key",
      PAYUNG_CONTACT: "Rina, 0899-0000-0001",
      PAYUNG_LOG_LEVEL: "warn",
      DATABASE_URL: "postgres://admin:s@db:5432/payung",
    }
    const config = readConfig(env, "/srv/payung")
    expect(config.ok && config.value).toMatchObject({
      home: "/var/payung",
      port: 9000,
      keyFile: "/etc/payung.key",
      contact: "Rina, 0899-0000-0001",
      logLevel: "warn",
      databaseUrl: "postgres://admin:s@db:5432/payung",
    })
  })

  test.each([
    ["PAYUNG_PORT", "0"],
    ["PAYUNG_PORT", "70000"],
    ["PAYUNG_PORT", "80a"],
    ["PAYUNG_LOG_LEVEL", "loud"],
    ["PAYUNG_CONTACT", "Rina\nBudi"],
    ["PAYUNG_CONTACT", "x".repeat(121)],
    ["PAYUNG_HOME", "relative/path"],
    ["PAYUNG_KEY_FILE", "key"],
    ["PAYUNG_PROT", "8080"],
    ["DATABASE_URL", "mysql://admin:rahasia@db/payung"],
    ["DATABASE_URL", "postgres://admin:rahasia@db"],
  ])("%s=%s is refused by name", (variable, value) => {
    const config = readConfig({ [variable]: value }, "/srv/payung")
    expect(config.ok).toBe(false)
    const refusals = config.ok ? [] : config.refusal
    expect(refusals.map((one) => one.variable)).toEqual([variable])
    expect(refusals.map(describeConfigRefusal).join()).not.toContain("rahasia")
    const [id = "", en = ""] = refusals
      .map(describeConfigRefusal)
      .join()
      .split(/\n(?=[A-Z_]+ is )/)
    expect(id.replace(value, "")).not.toMatch(/\b(?:one|of|path|line|characters)\b/)
    expect(en).toMatch(/ cannot be used; expected: .+\.$/)
  })

  test("all bad variables are named at once", () => {
    const config = readConfig({ PAYUNG_PORT: "x", PAYUNG_LOG_LEVEL: "y" }, "/srv/payung")
    expect(config.ok ? [] : config.refusal).toHaveLength(2)
  })
})
