// What the second thread of a list does: see `second.job`.
import { parentPort, workerData } from "node:worker_threads"
import { assert } from "../../../kernel/assert.ts"
import { decoderOf } from "../../../platform/spreadsheet/csv/decode.ts"
import type { LoneBlock, LoneParts } from "./lone-parts.ts"
import { LoneColumns, loneEnd } from "./lone.ts"
import { BLOCKS_DONE, HAS_TROUBLE, TROUBLES, type ThreadBlock, type ThreadTask } from "./thread.ts"

const state = workerData as Int32Array

interface SeenSlot {
  readonly block: LoneBlock
  readonly asked: Int32Array
}

const slots: SeenSlot[] = []
let columns: LoneColumns | null = null

function readBlock({ slot, arrays, length, stretches }: ThreadBlock): void {
  if (arrays !== null) slots[slot] = seenSlot(arrays)
  const seen = slots[slot]
  assert(seen !== undefined && columns !== null, "a block is read with its arrays, in a pass")
  const { block, asked } = seen
  columns.check(block.bytes.subarray(0, length))
  let from = 0
  for (const { length: rows, ...stretch } of stretches) {
    columns.take(block, { ...stretch, asked: asked.subarray(from, from + rows) })
    from += rows
  }
  if (columns.trouble !== null)
    Atomics.store(state, HAS_TROUBLE, TROUBLES.indexOf(columns.trouble) + 1)
  Atomics.add(state, BLOCKS_DONE, 1)
  Atomics.notify(state, BLOCKS_DONE)
}

function seenSlot({ block, asked }: NonNullable<ThreadBlock["arrays"]>): SeenSlot {
  return { block: { ...block, view: new DataView(block.bytes.buffer) }, asked }
}

function answer(): void {
  assert(columns !== null, "what is finished was begun")
  const end = loneEnd(columns)
  parentPort?.postMessage(end, end.parts === null ? [] : buffersOf(end.parts))
}

/** The memory behind the columns changes hands instead of being copied. */
function buffersOf(parts: LoneParts): ArrayBuffer[] {
  const { names, values, ...columnsOf } = parts
  const texts = values.flatMap((value) => [value.texts, value])
  const arrays: unknown[] = [names, columnsOf, ...texts].flatMap((part) => Object.values(part))
  const buffers = arrays.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []))
  return [...new Set(buffers)] as ArrayBuffer[]
}

parentPort?.on("message", (task: ThreadTask) => {
  if (task.kind === "block") readBlock(task)
  else if (task.kind === "finish") answer()
  else columns = new LoneColumns({ ...task, decode: decoderOf(task.encoding) })
})
