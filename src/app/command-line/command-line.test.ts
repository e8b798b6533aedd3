import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"

// The program as its users type it; nothing here needs a database.
const checkout = fileURLToPath(new URL("../../..", import.meta.url))
const work = mkdtempSync(join(tmpdir(), "payung-command-line-"))
symlinkSync(join(checkout, "payung"), join(work, "payung"))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function typed(command: string, args: string) {
  const env = { ...process.env, PATH: `${work}:${process.env["PATH"] ?? ""}`, PAYUNG_HOME: work }
  const ran = spawnSync("sh", ["-c", `${command} ${args}`], {
    cwd: checkout,
    env,
    encoding: "utf8",
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

test.each([
  ["--version", /^payung \d+\.\d+\.\d+\n$/],
  ["--help", /^Payung: bantuan iuran[^]*\.\/payung season open/],
  ["-h --lang en", /^Payung: JKK and JKM contributions/],
  ["run --help", /^payung run\n[^]*--as-of TANGGAL/],
  ["season open --help", /^payung season\n[^]*--deadline TANGGAL/],
])("%s is answered on stdout", (args, said) => {
  const { code, out, err } = typed("./payung", args)
  expect([code, err]).toEqual([0, ""])
  expect(out).toMatch(said)
})

test.each([
  [
    "lari",
    2,
    'Perintah "lari" tidak dikenal. Yang ada: run, season, check, import, match, search, overlap, audit, serve.',
  ],
  ["run x --foo", 2, "--foo bukan pilihan payung run."],
  ["serve --port 0", 2, '--port "0" tidak dapat dipakai. Isi dengan angka 1 sampai 65535'],
  ["audit --foo", 2, "--foo bukan pilihan payung audit."],
  ["audit verify nope", 3, "nope tidak ada, jadi tidak ada yang diperiksa."],
  [
    "run example/balikpapan-2026/usulan --out x",
    3,
    "Sebutkan folder siklusnya: example/balikpapan-2026",
  ],
  ["run law --out x", 3, "Tidak ada berkas di law/usulan/."],
  [
    "check example/balikpapan-2026/register --errors x.xlsx",
    2,
    "--errors hanya untuk satu berkas.",
  ],
  ["check payung --errors nope/x.xlsx", 9, "ke nope/x.xlsx: foldernya tidak ada."],
  [
    "check payung --map README.md",
    2,
    "README.md bukan resep yang dapat dipakai: isinya bukan JSON.",
  ],
])("%s ends with %i and says what is wrong, in two lines", (args, code, said) => {
  const ran = typed("./payung", args)
  expect(ran.code).toBe(code)
  expect(ran.err).toContain(said)
  expect(ran.err.trim().split("\n")).toHaveLength(2)
  expect(ran.err).not.toMatch(/Unknown option|positional argument| {4}at /)
})

test.each([
  ["/proc/payung", "foldernya tidak ada"],
  [join(checkout, "README.md"), "bukan folder"],
])("a home at %s is refused by its name", (home, said) => {
  const ran = typed(`PAYUNG_HOME=${home} ./payung`, `run example/balikpapan-2026 --out ${work}/out`)
  expect(ran.code).toBe(9)
  expect(ran.err).toContain(said)
  expect(ran.err).toContain("ubah dengan PAYUNG_HOME")
})

test.each([
  ["./payung", "./payung run --help"],
  ["payung", " payung run --help"],
  ["src/../payung", "src/../payung run --help"],
])("who typed %s is told to type %s", (command, hint) => {
  expect(typed(command, "run x --foo").err).toContain(`Lihat:${hint.replace(/^(?! )/, " ")}`)
})
