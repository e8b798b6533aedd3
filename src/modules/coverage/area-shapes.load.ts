import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { readAreaShapes, type AreaMap } from "./area-shapes.ts"

/**
 * The kelurahan outlines of a pack: `law/PACK/geo/*-kelurahan.geojson` with `sumber.txt` beside
 * it, one sentence to print under the map. null where the pack has none.
 */
export function loadAreaMap(lawFolder: string, pack: string): AreaMap | null {
  const folder = join(lawFolder, pack, "geo")
  if (!existsSync(folder)) return null
  const name = readdirSync(folder)
    .sort()
    .find((file) => file.endsWith("-kelurahan.geojson"))
  if (name === undefined) return null
  const source = join(folder, "sumber.txt")
  return {
    shapes: readAreaShapes(readFileSync(join(folder, name), "utf8")),
    source: existsSync(source) ? readFileSync(source, "utf8").trim() : name,
  }
}
