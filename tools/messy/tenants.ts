import { readFileSync } from "node:fs"
import { parse } from "yaml"
import type { TenantKey } from "./key.ts"

interface PackArea {
  readonly code: string
  readonly name: string
  readonly kelurahan?: readonly { readonly code: string; readonly name: string }[]
}

/** The areas of a tenant by their official names, out of its law pack. */
export function packTenant(path: string, id: string, city: string): TenantKey {
  const read = parse(readFileSync(path, "utf8")) as { readonly areas: readonly PackArea[] }
  const districts = read.areas.map(({ name, kelurahan = [] }) => ({
    name,
    areas: kelurahan.map((area) => ({ code: area.code, name: area.name })),
  }))
  return { id, city, districts }
}

/** A second city, so that nothing hangs on one; its codes are of this drill only. */
export const BONTANG: TenantKey = {
  id: "64.74",
  city: "Bontang",
  districts: [
    district("Bontang Utara", 1, [
      ...["Bontang Kuala", "Bontang Baru", "Api-Api", "Gunung Elai", "Loktuan", "Guntung"],
    ]),
    district("Bontang Selatan", 2, [
      ...["Berbas Pantai", "Berbas Tengah", "Satimpo", "Tanjung Laut", "Tanjung Laut Indah"],
      "Bontang Lestari",
    ]),
    district("Bontang Barat", 3, ["Kanaan", "Belimbing", "Gunung Telihan"]),
  ],
}

function district(name: string, number: number, areas: readonly string[]) {
  const code = (index: number) => `64.74.0${number}.${1001 + index}`
  return { name, areas: areas.map((area, index) => ({ code: code(index), name: area })) }
}

export const BALIKPAPAN = new URL("../../law/64.71-balikpapan/areas.yaml", import.meta.url).pathname

export function bothTenants(areasFile: string = BALIKPAPAN): TenantKey[] {
  return [packTenant(areasFile, "64.71", "Balikpapan"), BONTANG]
}
