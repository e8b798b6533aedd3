import { formatDateId, type LocalDate } from "../../kernel/local-date.ts"
import type { Config } from "../../platform/config.ts"
import { describeRunRefusal, type RunRefusal } from "../run-refusal.ts"
import { FORMS, openSeason, type OpenedSeason } from "./open-season.job.ts"
import { parseSeasonOptions } from "./season-options.ts"
import { printJson, tell } from "../command-line/terminal.cli.ts"

const EXIT_INTERRUPTED = 130

/** `payung season open --year 2027 --out DIR`: people read stderr, programs stdout. */
export async function seasonCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseSeasonOptions(args)
  if (!options.ok) return fail(options.refusal, args.includes("--json"))
  process.once("SIGINT", () => process.exit(EXIT_INTERRUPTED))
  tell("· Menyusun surat dan daftar isian …\n")
  const opened = await openSeason(config, options.value)
  if (!opened.ok) return fail(opened.refusal, options.value.json)
  if (options.value.json)
    process.stdout.write(`${JSON.stringify({ schema: "payung.season/1", ...opened.value })}\n`)
  tell(seasonText(opened.value, options.value.out))
  return 0
}

function fail(refusal: RunRefusal, json: boolean): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  if (json) printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}

function seasonText(season: OpenedSeason, out: string): string {
  const { year, lastYear, recipients, workbooks } = season
  const deadline = formatDateId(season.deadline as LocalDate)
  const known =
    lastYear === null
      ? `Belum ada daftar tahun ${year - 1} di basis data, maka hanya calon baru yang diminta.`
      : `${recipients.toLocaleString("id-ID")} terpilih dalam daftar ${lastYear} yang terakhir dihitung di basis data ini ditanyakan keadaannya.`
  const terms = season.hasTerms
    ? ""
    : `Paket kebijakan belum memuat tahun program ${year}: tambahkan pagu dan tanggalnya di law/ sebelum daftar diolah.\n`
  return (
    `\nMusim usulan ${year} dibuka di ${out}\n` +
    `  surat-permintaan-usulan.pdf   surat panggilan dan daftar ${workbooks.length} kantor; isi nomor dan tanggalnya\n` +
    `  ${FORMS}/                 satu daftar isian per kantor\n` +
    "  surat-pernyataan.pdf          penghasilan, dan bukan pemberi kerja; cetak dan tanda tangani\n" +
    `${known}\n${terms}` +
    `Batas pengembalian: ${deadline} (ubah dengan --deadline). Taruh daftar yang kembali di usulan/.\n`
  )
}
