import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { keepCode } from "./platform/code-cache.ts"
import { describeConfigRefusal, readConfig, type Config } from "./platform/config.ts"

/** What a command of the command line is: its own arguments in, the exit code out. */
type Command = (config: Config, args: readonly string[]) => Promise<number>

/** Loaded when asked for: help and a quick check do not wait for what they do not use. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./app/run-command.cli.ts")).runCommand,
  season: async () => (await import("./app/season/season-command.cli.ts")).seasonCommand,
  check: async () => (await import("./app/check-command.cli.ts")).checkCommand,
  import: async () => (await import("./app/import-command.cli.ts")).importCommand,
  audit: async () => (await import("./app/audit-command.cli.ts")).auditCommand,
  serve: async () => (await import("./app/serve-command.cli.ts")).serveCommand,
}

const HELP = `payung — bantuan iuran JKK dan JKM bagi pekerja rentan

  payung run FOLDER --out DIR   folder berkas kantor menjadi daftar di dalam pagu
      [--law 64.71-balikpapan] [--year 2026] [--ceiling 2000000000] [--months 12]
      [--as-of 2025-11-15] [--seed TEXT] [--strict] [--json]
  payung season open --year 2027 --out DIR
      [--deadline 2026-11-15]   surat panggilan, daftar isian per kantor, surat pernyataan
  payung run --inbox --out DIR  sama, dari berkas yang sudah diimpor
  payung check FILE…            periksa berkas atau folder, tanpa basis data
      [--as usulan|register|verifikasi|surat-masuk] [--sender NAMA] [--errors KELUAR.xlsx]
      [--map RESEP.json] [--lang id|en] [--json]
  payung import FILE…           periksa, tunjukkan, lalu simpan ke kotak masuk siklus
      [--dry-run] [--yes] [--save-map] dan semua pilihan check
  payung import --list          isi kotak masuk
  payung import --undo NOMOR    batalkan satu impor, selama belum ditetapkan
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
  const load = COMMANDS[name]
  if (load === undefined) {
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
  keepCode(config.value.home)
  const command = await load()
  return await command(config.value, args)
}

process.exitCode = await main(process.argv.slice(2))
