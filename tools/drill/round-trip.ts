/**
 * Opens every .xlsx and .ods of a folder in LibreOffice, saves it there and compares: no cell may
 * have become a formula, every NIK must still be 16 characters of text, every text the same. Before
 * that it must find a planted formula and a planted numeric NIK.
 *
 *   node tools/drill/round-trip.ts FOLDER [--list]
 */
import { spawnSync } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, extname, join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { strToU8, zipSync } from "fflate"
import { readWorkbook } from "../../src/platform/spreadsheet/read-workbook.ts"
import type { RawSheet } from "../../src/platform/spreadsheet/workbook.ts"
import { writeWorkbook } from "../../src/platform/spreadsheet/write/workbook.ts"
import { compareWorkbooks, type Comparison } from "./compare-workbooks.ts"

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
})
/** Files that one start of LibreOffice takes: more would only make its list of arguments long. */
const BATCH = 40
const TIMEOUT_MS = 10 * 60_000

function refuse(message: string): never {
  console.error(message)
  process.exit(2)
}

function office(work: string, args: readonly string[]): void {
  const profile = pathToFileURL(join(work, "profile")).href
  const options = ["--headless", "--norestore", `-env:UserInstallation=${profile}`]
  const done = spawnSync("soffice", [...options, ...args], {
    timeout: TIMEOUT_MS,
    encoding: "utf8",
  })
  if ((done.error as { code?: string } | undefined)?.code === "ENOENT")
    refuse(
      "LibreOffice (soffice) tidak terpasang; pasang lalu ulangi. LibreOffice (soffice) is missing; install it and try again.",
    )
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`)
}

/** The files as LibreOffice saves them, in the order given. */
function roundTrip(work: string, files: readonly string[]): string[] {
  const saved: string[] = []
  for (const kind of [".xlsx", ".ods"]) {
    const own = files.filter((file) => extname(file).toLowerCase() === kind)
    const format = kind === ".xlsx" ? "xlsx:Calc MS Excel 2007 XML" : "ods"
    for (let at = 0; at < own.length; at += BATCH) {
      const batch = own.slice(at, at + BATCH)
      office(work, ["--convert-to", format, "--outdir", join(work, "saved"), ...batch])
    }
  }
  for (const file of files) saved.push(join(work, "saved", relative(join(work, "given"), file)))
  return saved
}

async function sheetsOf(file: string): Promise<readonly RawSheet[]> {
  const read = await readWorkbook(readFileSync(file), file)
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.refusal)}`)
  return read.value.sheets
}

const NIK = "6471010203049010"

/** Two texts that a careless writer would turn into a formula and a number: it must be noticed. */
async function control(work: string): Promise<void> {
  const columns = [{ header: "NIK", width: 20, kind: "text" as const }]
  const rows = [[NIK], ["=1+1"]]
  const intended = await writeWorkbook({
    sheets: [{ name: "S", columns, rows }],
    meta: { title: "" },
  })
  const file = join(work, "given", "control.xlsx")
  writeFileSync(file, plantedWorkbook())
  const [saved] = roundTrip(work, [file])
  const given = join(work, "given", "intended.xlsx")
  writeFileSync(given, intended)
  const found = compareWorkbooks(await sheetsOf(given), await sheetsOf(saved ?? ""))
  if (found.evaluated.join() !== "S!3:0" || found.lostNiks.join() !== "S!2:0")
    throw new Error("the planted formula or the planted numeric NIK was not found")
  console.log("control: the planted formula and the planted numeric NIK were found")
}

function plantedWorkbook(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const packages = "http://schemas.openxmlformats.org/package/2006"
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  const rels = (kind: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${links}/${kind}" Target="${target}"/></Relationships>`
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": rels("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": rels("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c></row><row r="2"><c r="A2"><v>${NIK}</v></c></row><row r="3"><c r="A3"><f>1+1</f></c></row></sheetData></worksheet>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}

async function drill(folder: string, work: string): Promise<boolean> {
  mkdirSync(join(work, "given"))
  await control(work)
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(xlsx|ods)$/i.test(name))
    .sort()
  if (names.length === 0) refuse(`Tidak ada .xlsx atau .ods di ${folder}. No .xlsx or .ods there.`)
  const given = names.map((name, i) => {
    const file = join(work, "given", `${i}${extname(name).toLowerCase()}`)
    cpSync(join(folder, name), file)
    return file
  })
  const saved = roundTrip(work, given)
  const groups = new Map<string, Comparison[]>()
  for (const [i, name] of names.entries()) {
    const found = compareWorkbooks(await sheetsOf(given[i] ?? ""), await sheetsOf(saved[i] ?? ""))
    const group = dirname(name)
    groups.set(group, [...(groups.get(group) ?? []), found])
    const wrong = [...found.evaluated, ...found.lostNiks, ...found.changed]
    if (wrong.length > 0 && values.list) console.log(`${name}: ${wrong.slice(0, 20).join(", ")}`)
  }
  const all = [...groups.values()].flat()
  for (const [group, own] of groups) console.log(told(group === "." ? "(top)" : group, own))
  console.log(told("all", all))
  return all.every(
    ({ evaluated, lostNiks, changed }) => evaluated.length + lostNiks.length + changed.length === 0,
  )
}

function told(group: string, own: readonly Comparison[]): string {
  const sum = (count: (one: Comparison) => number) => own.reduce((all, one) => all + count(one), 0)
  return [
    `${group}: ${own.length} files`,
    `${sum(({ cells }) => cells)} cells`,
    `${sum(({ nikTexts }) => nikTexts)} NIK as text`,
    `formulas ${sum(({ evaluated }) => evaluated.length)}`,
    `NIK lost ${sum(({ lostNiks }) => lostNiks.length)}`,
    `changed ${sum(({ changed }) => changed.length)}`,
  ].join(" · ")
}

const [folder] = positionals
if (folder === undefined) refuse("Folder mana? Which folder? node tools/drill/round-trip.ts FOLDER")
const work = mkdtempSync(join(tmpdir(), "payung-round-trip-"))
try {
  process.exitCode = (await drill(folder, work)) ? 0 : 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
