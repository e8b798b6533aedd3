import { parentPort, workerData } from "node:worker_threads"
import { openFile } from "./columnar-open.job.ts"
import { RangeReader } from "./columnar-range.ts"
import type { ScannedRange } from "./columnar-rows.ts"
import type { SecondAnswer, SecondTask } from "./columnar-second.job.ts"

const { path, source, task } = workerData as SecondTask
const { bytes, close } = openFile(path)
const range = new RangeReader({ ...source, bytes }, task)
while (range.advance());
close()
const { trouble } = range
const rows = range.finish()
const answer: SecondAnswer = trouble === null ? { rows, trouble } : { rows: null, trouble }
parentPort?.postMessage(answer, trouble === null ? buffersOf(rows) : [])

/** The memory behind the columns changes hands instead of being copied. */
function buffersOf({ rows: columns, names, areas, jobs }: ScannedRange): ArrayBuffer[] {
  const arrays: unknown[] = [columns, names, areas, jobs].flatMap((part) => Object.values(part))
  const buffers = arrays.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []))
  return [...new Set(buffers)] as ArrayBuffer[]
}
