import { open } from "node:fs/promises"

/** Bytes of a received file, told piece by piece, so that a large one never stands in our memory. */
export interface ReceivedSource {
  readonly length: number
  /** The first four bytes, or fewer. */
  readonly start: Uint8Array
  /** Exactly `length` bytes, each piece good until the next; throws where they cannot be had any more. */
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

const PIECE_BYTES = 256 * 1024
const START_BYTES = 4

export function sourceOfContent(bytes: Uint8Array): ReceivedSource {
  return { length: bytes.length, start: bytes.subarray(0, START_BYTES), pieces: () => [bytes] }
}

export async function sourceOfFile(path: string): Promise<ReceivedSource> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0)
    const start = buffer.subarray(0, bytesRead)
    return { length: size, start, pieces: () => piecesOf(path, size) }
  } finally {
    await file.close()
  }
}

/** All in one piece of memory, so that nothing is left to be collected. */
async function* piecesOf(path: string, size: number): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  const room = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, size))
  try {
    // What was written behind the end meanwhile is not told.
    for (let at = 0; at < size;) {
      const wanted = Math.min(room.length, size - at)
      const { bytesRead } = await file.read(room, 0, wanted, at)
      if (bytesRead === 0) throw new Error("the file became shorter while it was read")
      yield room.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}
