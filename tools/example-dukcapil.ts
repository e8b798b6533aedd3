import { damerauLevenshtein } from "../src/kernel/edit-distance.ts"
import type { Answer } from "./example-answers.ts"
import { counts } from "./example-cycle.ts"
import type { ExampleCycle } from "./example-cycle.ts"
import type { Person } from "./example-people.ts"
import { KELURAHAN } from "./example-vocabulary.ts"

type Table = readonly (readonly string[])[]

/** One line per NIK as sent, and as corrected by the senders. */
export function civilRegister(cycle: ExampleCycle, answers: readonly Answer[]): Table {
  const asked = new Map<string, { name: string; birthDate: string }>()
  for (const { entries } of cycle.files.filter(counts)) {
    for (const { read } of entries) {
      if (read.nik === null || asked.has(read.nik)) continue
      asked.set(read.nik, { name: read.name, birthDate: read.birthDate ?? "" })
    }
  }
  for (const { field, value, entry } of answers) {
    const sent = { name: entry.read.name, birthDate: entry.read.birthDate ?? "" }
    if (field === "NIK" && !asked.has(value)) asked.set(value, sent)
  }
  const owners = new Map(
    cycle.people.filter((p) => p.obstacle !== "dukcapil_unknown").map((p) => [p.nik, p]),
  )
  const lines = [...asked]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([nik, sent]) => civilLine(nik, sent, owners.get(nik)))
  const header =
    "NIK;NAMA_USULAN;TGL_LAHIR_USULAN;STATUS_PADAN;SKOR_NAMA;TGL_LAHIR_SAMA;TGL_WAFAT;" +
    "TGL_PINDAH;TUJUAN;KODE_WILAYAH;PENDUDUK_SEJAK;NO_KK"
  return [header.split(";"), ...lines]
}

function civilLine(
  nik: string,
  sent: { name: string; birthDate: string },
  owner: Person | undefined,
): readonly string[] {
  const asSent = [nik, sent.name, sent.birthDate]
  if (!owner) return [...asSent, "TIDAK DITEMUKAN", ...Array.from({ length: 8 }, () => "")]
  const score = nameScore(sent.name, owner.name)
  const sameDate = sent.birthDate === "" ? "" : sent.birthDate === owner.birthDate ? "Y" : "T"
  const [dead, moved] = [owner.obstacle === "dead", owner.obstacle === "moved"]
  const status = dead
    ? "MENINGGAL"
    : moved
      ? "PINDAH KELUAR"
      : score !== "" && Number(score) < 60
        ? "NAMA TIDAK SESUAI"
        : sameDate === "T"
          ? "TGL LAHIR TIDAK SESUAI"
          : "SESUAI"
  return [
    ...asSent,
    status,
    score,
    sameDate,
    dead ? eventOn(owner) : "",
    moved ? eventOn(owner) : "",
    moved ? "Kab. Penajam Paser Utara" : "",
    moved ? "" : (KELURAHAN[owner.kelurahan] as string),
    owner.residentSince,
    owner.kk,
  ]
}

/** Some day in the first ten months of 2025. */
function eventOn(person: Person): string {
  const turn = Number(person.id.slice(1))
  const two = (value: number): string => String(value).padStart(2, "0")
  return `2025-${two((turn % 10) + 1)}-${two((turn % 27) + 1)}`
}

function nameScore(sent: string, owner: string): string {
  if (sent === "") return ""
  const [a, b] = [sent, owner].map((name) => name.replaceAll(".", "").split(" ").sort())
  if (a?.every((word) => b?.includes(word))) return a.length === b?.length ? "100" : "88"
  if (b?.every((word) => a?.includes(word))) return "86"
  const written = similarity(sent, owner)
  const sorted = similarity((a ?? []).join(" "), (b ?? []).join(" "))
  return String(Math.max(written, sorted))
}

function similarity(left: string, right: string): number {
  const length = Math.max(left.length, right.length)
  return Math.round((100 * (length - damerauLevenshtein(left, right))) / length)
}
