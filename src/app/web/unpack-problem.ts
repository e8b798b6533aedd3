import { unreachable } from "../../kernel/assert.ts"
import type { PlacementRefusal } from "./cycle-paths.ts"
import type { ProblemCode } from "./problem-text.id.ts"
import type { ProblemParams } from "./problems.ts"

/** As `openZip` refuses. */
interface ZipFault {
  readonly kind: "not-zip" | "broken" | "limit" | "encrypted"
  readonly detail: string
}

/** The problem of an upload that cannot be sorted; `name` is the zip's. */
export function unpackProblem(
  refusal: ZipFault | PlacementRefusal,
  name: string,
): { readonly code: ProblemCode; readonly params: ProblemParams } {
  switch (refusal.kind) {
    case "no_lists":
      return { code: "NO_LISTS", params: {} }
    case "unsafe_path":
      return { code: "UNSAFE_PATH", params: { path: shorten(refusal.path) } }
    case "not-zip":
      return { code: "ZIP_NOT", params: { name } }
    case "broken": {
      const isWayOut = refusal.detail === "an entry name leaves the archive"
      if (isWayOut) return { code: "UNSAFE_PATH", params: { path: name } }
      return { code: "ZIP_BROKEN", params: { detail: `${name}: ${refusal.detail}` } }
    }
    case "limit":
      return { code: "ZIP_LIMIT", params: { detail: `${name}: ${refusal.detail}` } }
    case "encrypted":
      return { code: "ZIP_ENCRYPTED", params: { detail: name } }
    default:
      return unreachable(refusal)
  }
}

function shorten(path: string): string {
  return path.length > 120 ? `${path.slice(0, 117)}…` : path
}
