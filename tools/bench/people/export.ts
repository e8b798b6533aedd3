/**
 * Writes a list as the engine sees it, for other engines: the same folded names, digits and dates.
 *
 *   node tools/bench/people/export.ts LIST.csv TRUTH.csv OUT.csv
 */
import { createWriteStream } from "node:fs"
import { once } from "node:events"
import { parseArgs } from "node:util"
import { rowTexts } from "../../../src/modules/matching/index.ts"
import { loadPeople } from "./load.ts"

const HEADER = "id,nik,kk,first,last,name,dob,sex,area,phone,address,mother,person,household"

const { positionals } = parseArgs({ allowPositionals: true })
const [list = "", truth = "", out = ""] = positionals
const { table, person, household } = await loadPeople(list, truth)
const file = createWriteStream(out)
let part = `${HEADER}\n`
for (let row = 0; row < table.length; row++) {
  const { nik, kk, words, date, sex, area, phone, address, motherWords } = rowTexts(table, row)
  const last = words.length > 1 ? (words.at(-1) ?? "") : ""
  const fields = [
    ...[row, nik.replaceAll("?", ""), kk, words[0] ?? "", last, words.join(" "), date, sex, area],
    ...[phone, address, motherWords.join(" "), person[row], household[row]],
  ]
  part += `${fields.join()}\n`
  if (part.length < 1 << 20) continue
  if (!file.write(part)) await once(file, "drain")
  part = ""
}
file.end(part)
