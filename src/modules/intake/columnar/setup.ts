import type { ColumnPlan } from "./plan.ts"
import type { Decode } from "../../../platform/spreadsheet/csv/decode.ts"
import type { RowsAt } from "./source.ts"
import type { Layouts } from "./layout.ts"
import type { RowContext } from "../rows/context.ts"

/** What a pass over the bytes of a list must know before it begins. */
export interface ScanSetup {
  readonly context: RowContext
  readonly plan: ColumnPlan
  /** Records that stand before the first one. */
  readonly recordsBefore: number
  /** Rows to make room for at first. */
  readonly rows: number
  readonly decode: Decode
  readonly rowsAt: RowsAt
  /** How the lists under other headers are read, as far as it is supposed already. */
  readonly layouts: Layouts
  /** Addresses may name the area, since neither a column nor the sender does. */
  readonly addressTells: boolean
}
