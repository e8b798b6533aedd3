// The second thread of a list: it reads the columns that hang on no other, block by block, from memory
// that both threads see.
import { Worker } from "node:worker_threads"
import { BLOCK_BYTES } from "../../../platform/spreadsheet/csv/reader.ts"
import { CsvScanner } from "../../../platform/spreadsheet/csv/scan.ts"
import type { LoneSide, LoneStretch, RecordBlock } from "./lone-side.ts"
import type { LoneEnd, TextTrouble } from "./lone-parts.ts"
import { BLOCKS_DONE, HAS_TROUBLE, TROUBLES, type ThreadBegin, type ThreadTask } from "./thread.ts"

/** Blocks that may wait for the second thread: it begins later, and its code is slow at first. */
const SLOTS = 96
interface Slot {
  readonly number: number
  readonly scanner: CsvScanner
  asked: Int32Array
  /** The bytes that the thread knows as this slot's. */
  known: Uint8Array | null
}

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

export class SecondThread {
  private readonly worker: Worker
  private readonly state = new Int32Array(shared(8))
  private readonly failed: Promise<never>

  constructor() {
    this.worker = new Worker(new URL("./thread.job.ts", import.meta.url), {
      workerData: this.state,
    })
    this.failed = new Promise((_, reject) => {
      this.worker.once("error", reject)
      this.worker.once("exit", () => reject(new Error("the reading thread ended early")))
    })
    // A thread that is stopped answers nothing, and nobody waits for it then.
    this.failed.catch(() => undefined)
  }

  /** Begins a pass; the one before is forgotten. */
  begin(delimiter: string, task: Omit<ThreadBegin, "kind">): LoneSide {
    this.state.fill(0)
    this.tell({ kind: "begin", ...task })
    return new LoneThere(delimiter, this)
  }

  tell(task: ThreadTask): void {
    this.worker.postMessage(task, [])
  }

  get trouble(): TextTrouble | null {
    return TROUBLES[Atomics.load(this.state, HAS_TROUBLE) - 1] ?? null
  }

  get done(): number {
    return Atomics.load(this.state, BLOCKS_DONE)
  }

  /** Waits until more blocks are done than so many. */
  async doneMoreThan(blocks: number): Promise<void> {
    while (this.done <= blocks) {
      const { value } = Atomics.waitAsync(this.state, BLOCKS_DONE, this.done)
      await Promise.race([value, this.failed])
    }
  }

  finish(): Promise<LoneEnd> {
    const answer = new Promise<LoneEnd>((resolve) => this.worker.once("message", resolve))
    this.tell({ kind: "finish" })
    return Promise.race([answer, this.failed])
  }

  stop(): void {
    void this.worker.terminate()
  }
}

class LoneThere implements LoneSide {
  private readonly thread: SecondThread
  private readonly delimiter: string
  private readonly slots: Slot[] = []
  /** Blocks that the thread has not read, in order. */
  private readonly waiting: Slot[] = []
  /** Slots of blocks that are read; the last one may still lie in the cache. */
  private readonly free: Slot[] = []
  private slot: Slot
  private done = 0
  private length = 0
  private stretches: LoneStretch[] = []

  constructor(delimiter: string, thread: SecondThread) {
    this.thread = thread
    this.delimiter = delimiter
    this.slot = this.newSlot()
  }

  get trouble(): TextTrouble | null {
    return this.thread.trouble
  }

  private newSlot(): Slot {
    const scanner = new CsvScanner(this.delimiter, BLOCK_BYTES, shared)
    const slot = { number: this.slots.length, scanner, asked: new Int32Array(0), known: null }
    this.slots.push(slot)
    return slot
  }

  async scanner(): Promise<CsvScanner> {
    this.collect()
    if (this.free.length === 0 && this.slots.length === SLOTS) {
      await this.thread.doneMoreThan(this.done)
      this.collect()
    }
    this.slot = this.free.pop() ?? this.newSlot()
    return this.slot.scanner
  }

  private collect(): void {
    for (const { done } = this.thread; this.done < done; this.done++) {
      const slot = this.waiting.shift()
      if (slot !== undefined) this.free.push(slot)
    }
  }

  begin({ count, scanner }: RecordBlock): Int32Array {
    const { slot } = this
    this.length = scanner.places[count] ?? 0
    this.stretches = []
    if (slot.asked.length < count) {
      slot.asked = new Int32Array(shared(Math.ceil(count * 1.5) * 4))
      slot.known = null
    }
    return slot.asked
  }

  take(stretch: LoneStretch): void {
    if (stretch.length > 0) this.stretches.push(stretch)
  }

  end(): void {
    const { slot, length, stretches } = this
    const { bytes, starts, ends, firsts, broken } = slot.scanner
    const block = { bytes, starts, ends, firsts, broken }
    const arrays = slot.known === bytes ? null : { block, asked: slot.asked }
    slot.known = bytes
    this.thread.tell({ kind: "block", slot: slot.number, arrays, length, stretches })
    this.waiting.push(slot)
  }

  finish(): Promise<LoneEnd> {
    return this.thread.finish()
  }
}
