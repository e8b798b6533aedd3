import pg from "pg"

type Parser = (text: string) => unknown

const oid = { int8: 20, date: 1082, timestamp: 1114, int8Array: 1016, dateArray: 1182 }

const parseTextArray = pg.types.getTypeParser(1009 as never) as unknown as (
  text: string,
) => (string | null)[]

// int8 holds rupiah and counts, which a JS number rounds above 2^53. A date as a JS Date would
// shift by the machine's time zone. numeric is text by pg's own default.
const parsers: Readonly<Record<number, Parser>> = {
  [oid.int8]: (text) => BigInt(text),
  [oid.int8Array]: (text) => parseTextArray(text).map((one) => (one === null ? null : BigInt(one))),
  [oid.date]: (text) => text,
  [oid.dateArray]: (text) => parseTextArray(text),
  [oid.timestamp]: (text) => text,
}

/** How column values become JS values, on every connection of ours. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers[type]) ||
    pg.types.getTypeParser(type, format)) as pg.CustomTypesConfig["getTypeParser"],
}
