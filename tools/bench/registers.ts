/**
 * Exact match of many candidates against a large register file: ours, streamed past an index of the candidates, and
 * DuckDB's semi-join on the same file where `--python` has it. Rounds are interleaved; hits must be the same.
 *
 *   node tools/bench/registers.ts [--candidates 1000000] [--register 5000000] [--rounds 3] [--python PYTHON]
 */
import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { DigitIndex } from "../../src/columns/digit-index.ts"
import { streamTable } from "../../src/modules/registry/index.ts"
import { openCsv } from "../../src/platform/spreadsheet/csv/open.ts"

const { values } = parseArgs({
  options: {
    candidates: { type: "string", default: "1000000" },
    register: { type: "string", default: "5000000" },
    rounds: { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
    one: { type: "string" },
  },
})
const [candidates, register] = [Number(values.candidates), Number(values.register)]
/** So many of the candidates stand in the register. */
const HIT_SHARE = 0.4

/** Every number is another: a serial number spread over a city's plausible ones. */
function nikOf(serial: number): string {
  const place = 647101 + (serial % 6)
  const day = 1 + (Math.imul(serial, 2654435761) >>> 27) + (serial % 2) * 40
  // No number ends in 0000: such ones were given to nobody.
  const rest = 10_000 * Math.floor(serial / 9999) + (serial % 9999) + 1
  return `${place}${String(Math.min(day, 71)).padStart(2, "0")}${String(rest).padStart(8, "0")}`
}

/** The candidates are the first numbers; the register begins among them and goes far beyond. */
function writeRegister(path: string): void {
  const file = openSync(path, "w")
  writeSync(file, "nik,kpj,segmen,pembayar,status,sejak,iuran_terakhir\n")
  const first = Math.round(candidates * (1 - HIT_SHARE))
  let text = ""
  for (let at = 0; at < register; at++) {
    // A stride that shares nothing with the size, so that hits stand everywhere.
    const serial = first + ((at * 7_368_787) % register)
    text += `${nikOf(serial)},${99_000_000_000 + serial},BPU,Mandiri,AKTIF,2024-0${1 + (serial % 9)}-01,2025-10\n`
    if (text.length < 1_000_000) continue
    writeSync(file, text)
    text = ""
  }
  writeSync(file, text)
  closeSync(file)
}

function matchOnce(path: string): { ms: number; hits: number; peak_mb: number } {
  const numbers = new Float64Array(candidates * 2)
  for (let at = 0; at < candidates; at++) {
    const nik = nikOf(at)
    numbers[at * 2] = Number(nik.slice(0, 8))
    numbers[at * 2 + 1] = Number(nik.slice(8))
  }
  const opened = openCsv(path)
  if (!opened.ok) throw new Error("the register is a csv")
  const start = performance.now()
  const wanted = new DigitIndex(candidates)
  for (let at = 0; at < candidates; at++) wanted.add(numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0)
  const table = streamTable({ name: "bpjs.csv", source: opened.value.source }, wanted)
  const ms = Math.round(performance.now() - start)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  return { ms, hits: table?.records.length ?? 0, peak_mb: peak }
}

const DUCK = `
import duckdb, sys, time, json, resource
con = duckdb.connect()
con.execute("create table cand as select * from read_csv(?, header=true, all_varchar=true)", [sys.argv[2]])
start = time.time()
hits = con.execute("select count(*) from read_csv(?, header=true, all_varchar=true) r where r.nik in (select nik from cand)", [sys.argv[1]]).fetchone()[0]
print(json.dumps({"ms": round((time.time() - start) * 1000), "hits": hits, "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}))
`

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

if (values.one !== undefined) console.log(JSON.stringify(matchOnce(values.one)))
else {
  const folder = mkdtempSync(join(tmpdir(), "payung-registers-"))
  const [path, asked] = [join(folder, "bpjs.csv"), join(folder, "candidates.csv")]
  writeRegister(path)
  const file = openSync(asked, "w")
  writeSync(file, "nik\n")
  for (let at = 0; at < candidates; at++) writeSync(file, `${nikOf(at)}\n`)
  closeSync(file)
  const run = (program: string, args: readonly string[]) =>
    JSON.parse(execFileSync(program, [...args], { encoding: "utf8" })) as ReturnType<
      typeof matchOnce
    >
  const times: { ours: number[]; duckdb: number[] } = { ours: [], duckdb: [] }
  for (let round = 0; round < Number(values.rounds); round++) {
    const sizes = ["--candidates", values.candidates, "--register", values.register]
    const ours = run(process.execPath, [import.meta.filename, "--one", path, ...sizes])
    const duck = run(values.python, ["-c", DUCK, path, asked])
    console.log("ours", ours, "duckdb", duck, "load", loadavg()[0]?.toFixed(1))
    if (ours.hits !== duck.hits) throw new Error("the two found different lines")
    times.ours.push(ours.ms)
    times.duckdb.push(duck.ms)
  }
  const ratio = median(times.ours) / median(times.duckdb)
  console.log(
    `ours ${median(times.ours)} ms: ${ratio.toFixed(2)} times DuckDB's ${median(times.duckdb)}`,
  )
  rmSync(folder, { recursive: true })
}
