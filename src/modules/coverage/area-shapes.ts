/** Longitude and latitude in degrees, or x and y in pixels. */
export type Point = readonly [number, number]
export type Ring = readonly Point[]

/** The outline of one area: outer rings and holes together, drawn by the even-odd rule. */
export interface AreaShape {
  /** Dotted Kemendagri code. */
  readonly code: string
  readonly name: string
  readonly rings: readonly Ring[]
}

export interface AreaMap {
  readonly shapes: readonly AreaShape[]
  /** Whose lines these are, under which licence and with what reserve; printed under the map. */
  readonly source: string
}

/**
 * Reads RFC 7946 text whose features have `id` or `properties.kode` and `properties.nama`.
 * A feature that is no polygon is left out: then its area has no outline, but keeps its table line.
 */
export function readAreaShapes(text: string): AreaShape[] {
  const { features } = JSON.parse(text) as FeatureCollection
  return features.flatMap(({ id, properties, geometry }) => {
    const polygons = polygonsOf(geometry)
    const code = String(id ?? properties.kode ?? "")
    if (polygons.length === 0 || code === "") return []
    return [{ code, name: properties.nama ?? code, rings: polygons.flat() }]
  })
}

interface FeatureCollection {
  readonly features: readonly {
    readonly id?: string | number
    readonly properties: { readonly kode?: string; readonly nama?: string }
    readonly geometry: Geometry
  }[]
}

type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] }
  | { readonly type: "Point" }

function polygonsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === "Polygon") return [geometry.coordinates]
  return geometry.type === "MultiPolygon" ? geometry.coordinates : []
}
