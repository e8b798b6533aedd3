import { expect, test } from "vitest"
import { isLocalHost, isOwnOrigin } from "./origin.ts"

test.each([
  ["localhost", true],
  ["localhost:8080", true],
  ["127.0.0.1:8080", true],
  ["LOCALHOST:8080", true],
  ["payung.example", false],
  ["localhost.example:8080", false],
  ["127.0.0.1.example", false],
  ["evil@localhost", false],
  ["localhost:8080, evil", false],
  ["0.0.0.0:8080", false],
  ["", false],
  [undefined, false],
])("host %s: %s", (host, expected) => {
  expect(isLocalHost(host)).toBe(expected)
})

const host = "localhost:8080"

test.each([
  ["own page", { host, origin: "http://localhost:8080", site: "same-origin" }, true],
  ["a program", { host, origin: undefined, site: undefined }, true],
  ["a typed address", { host, origin: undefined, site: "none" }, true],
  ["another site", { host, origin: "https://evil.example", site: "cross-site" }, false],
  ["another port", { host, origin: "http://localhost:3000", site: "same-site" }, false],
  [
    "another name of this machine",
    { host, origin: "http://127.0.0.1:8080", site: "cross-site" },
    false,
  ],
  ["a sandboxed page", { host, origin: "null", site: "cross-site" }, false],
  ["another site without origin", { host, origin: undefined, site: "cross-site" }, false],
  ["another port without origin", { host, origin: undefined, site: "same-site" }, false],
])("%s", (_, request, expected) => {
  expect(isOwnOrigin(request)).toBe(expected)
})
