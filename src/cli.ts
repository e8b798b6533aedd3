import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { auditCommand } from "./app/audit-command.cli.ts"
import { runCommand } from "./app/run-command.cli.ts"
import { seasonCommand } from "./app/season/season-command.cli.ts"
import { serveCommand } from "./app/serve-command.cli.ts"
import { describeConfigRefusal, readConfig, type Config } from "./platform/config.ts"

/** What a command of the command line is: its own arguments in, the exit code out. */
type Command = (config: Config, args: readonly string[]) => Promise<number>

const COMMANDS: Readonly<Record<string, Command>> = {
  run: runCommand,
  season: seasonCommand,
  audit: auditCommand,
  serve: serveCommand,
}

const HELP = `payung — bantuan iuran JKK dan JKM bagi pekerja rentan

  payung run FOLDER --out DIR   folder berkas kantor menjadi daftar di dalam pagu
      [--law 64.71-balikpapan] [--year 2026] [--ceiling 2000000000] [--months 12]
      [--as-of 2025-11-15] [--seed TEXT] [--strict] [--json]
  payung season open --year 2027 --out DIR
      [--deadline 2026-11-15]   surat panggilan, daftar isian per kantor, surat pernyataan
  payung serve                  laporan dan unggah berkas di http://localhost:8080
  payung audit verify [DIR]     periksa log; DIR: ekspor, tanpa basis data
      [--key FILE] [--witness FILE]
  payung audit export DIR       tulis log untuk diperiksa orang luar
  payung audit prove ENTRY_ID   bukti bahwa satu isian ada di log

Kode keluar / exit codes: 0 lengkap · 2 salah pakai · 3 masukan tidak dapat dipakai · 4 perlu keputusan (--strict)
5 tidak berwenang · 6 basis data · 7 integritas · 8 nilai hukum belum ada · 9 tidak dapat menulis · 130 dihentikan
`

const EXIT_USAGE = 2

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === "--help" || name === "-h" || args.includes("--help")) {
    process.stdout.write(HELP)
    return name === undefined ? EXIT_USAGE : 0
  }
  const command = COMMANDS[name]
  if (command === undefined) {
    process.stderr.write(`Perintah "${name}" tidak dikenal. Unknown command.\n\n${HELP}`)
    return EXIT_USAGE
  }
  const checkout = join(dirname(fileURLToPath(import.meta.url)), "..")
  const config = readConfig(process.env, checkout)
  if (!config.ok) {
    for (const refusal of config.refusal)
      process.stderr.write(`${describeConfigRefusal(refusal)}\n`)
    return EXIT_USAGE
  }
  return await command(config.value, args)
}

process.exitCode = await main(process.argv.slice(2))
