import { expect, test } from "vitest"
import type { PolicyPack } from "../law/index.ts"
import { askingOffice } from "./question-letter.ts"
import { day } from "./testing.ts"

const term = (office: string, from: string, to: string | null, knownFrom = from) => ({
  office,
  from: day(from),
  to: to === null ? null : day(to),
  knownFrom: day(knownFrom),
})

const MOVED = [
  term("dinsos", "2026-01-01", null, "2025-09-03"),
  term("disnaker", "2025-01-01", "2025-12-31"),
]
const BACK = [
  term("dinsos", "2024-01-01", "2024-06-30"),
  term("disnaker", "2024-07-01", "2024-12-31"),
  term("dinsos", "2025-01-01", null),
]

test.each([
  [MOVED, "2025-11-15", "Disnaker Kota Contoh (pemilik program; mulai 1 Januari 2026 Dinsos)"],
  [MOVED, "2025-12-31", "Disnaker Kota Contoh (pemilik program; mulai 1 Januari 2026 Dinsos)"],
  // That it would move was not known yet.
  [MOVED, "2025-09-02", "Disnaker Kota Contoh (pemilik program sejak 1 Januari 2025)"],
  [MOVED, "2026-01-01", "Dinsos Kota Contoh (pemilik program sejak 1 Januari 2026)"],
  [MOVED, "2024-12-31", "Kota Contoh"],
  [BACK, "2025-03-01", "Dinsos Kota Contoh (pemilik program sejak 1 Januari 2025)"],
])("whoever asks says why it is he: %#", (owners, asOf, said) => {
  const offices = [
    { id: "disnaker", name: "Disnaker" },
    { id: "dinsos", name: "Dinsos" },
  ]
  const pack = { name: "Kota Contoh", programme: { owners }, offices } as unknown as PolicyPack
  expect(askingOffice({ pack, asOf: day(asOf) })).toBe(said)
})
