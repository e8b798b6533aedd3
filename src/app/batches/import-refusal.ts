import {
  describeInboxRefusal,
  type InboxMessage,
  type InboxRefusal,
} from "../../modules/inbox/index.ts"
import { describeRunRefusal, type DescribedRefusal, type RunRefusal } from "../run-refusal.ts"
import { quotedPath } from "./file-name.ts"
import type { MapRefusal, PathRefusal } from "./import-files.load.ts"
import type { RecipeUnused } from "./map-fit.ts"

/** Why `check` or `import` ends without a reading. */
export type ImportRefusal =
  | PathRefusal
  | RunRefusal
  | InboxRefusal
  | { readonly kind: "reader_died"; readonly path: string }
  | { readonly kind: "file_changed"; readonly path: string }
  | {
      readonly kind: "import_unclear"
      readonly asked: string
      /** Lines of the inbox among which to choose. */
      readonly candidates: readonly string[]
    }
  | { readonly kind: "not_confirmed"; readonly path: string }
  | MapRefusal
  | RecipeUnused

const EXIT_INPUT = 3
const EXIT_HUMAN = 4

export function describeImportRefusal(refusal: ImportRefusal, timeZone = "UTC"): DescribedRefusal {
  switch (refusal.kind) {
    case "path_missing":
      return missingPath(refusal)
    case "path_unreadable":
      return both(
        EXIT_INPUT,
        `${refusal.path} tidak boleh dibaca. Minta izin baca atau salin ke folder Anda.`,
        `${refusal.path} may not be read. Ask for read permission or copy it to a folder of yours.`,
      )
    case "path_empty":
      return both(
        EXIT_INPUT,
        `Tidak ada daftar di folder ${refusal.path}. Letakkan di sana berkas .xlsx, .xls, .ods, .csv, .docx atau PDF.`,
        `There is no list in the folder ${refusal.path}. Put .xlsx, .xls, .ods, .csv, .docx or PDF files there.`,
      )
    case "file_too_large":
      return both(
        EXIT_INPUT,
        `${refusal.path} lebih besar dari ${refusal.limitMb} MB. Bagi menjadi beberapa berkas.`,
        `${refusal.path} is larger than ${refusal.limitMb} MB. Split it into several files.`,
      )
    case "reader_died":
      return both(
        EXIT_INPUT,
        `${refusal.path} melampaui batas memori atau waktu. Simpan ulang sebagai .xlsx atau .csv berisi daftarnya saja.`,
        `${refusal.path} is beyond the limits of memory or time. Save it again as .xlsx or .csv with the list alone.`,
      )
    case "recipe_invalid": {
      // "$" is the whole file, of which the sentence speaks anyway.
      const [faultId, faultEn] = [refusal.id, refusal.en].map((text) => text.replace(/^\$: /, ""))
      return both(
        2,
        `${refusal.path} bukan resep yang dapat dipakai: ${faultId}. Buat yang benar: ./payung check BERKAS --save-map > resep.json`,
        `${refusal.path} is no recipe that can be used: ${faultEn}. Make a sound one: ./payung check FILE --save-map > recipe.json`,
      )
    }
    case "file_changed":
      return both(
        EXIT_INPUT,
        `${refusal.path} berubah selagi dibaca; tidak ada yang disimpan. Tutup berkasnya, lalu ulangi.`,
        `${refusal.path} changed while it was read; nothing was saved. Close the file and try again.`,
      )
    case "import_unclear":
      return unclearText(refusal)
    case "recipe_unused":
      return unusedText(refusal)
    case "not_confirmed":
      return both(
        EXIT_HUMAN,
        `Belum ada yang disimpan. Lanjut: ./payung import ${refusal.path} --yes`,
        `Nothing has been saved. Next: ./payung import ${refusal.path} --yes`,
      )
    case "already_imported":
    case "batch_unknown":
    case "batch_not_ready":
    case "inbox_changed":
    case "held_by_decree":
    case "key_reused":
      return inboxText(refusal, timeZone)
    default:
      return describeRunRefusal(refusal)
  }
}

/** The same bytes again are no failure: what was asked for is so. */
function missingPath({
  path,
  meant,
}: Extract<ImportRefusal, { kind: "path_missing" }>): DescribedRefusal {
  const [id, en] =
    meant === undefined
      ? ["Periksa ejaannya.", "Check its spelling."]
      : [
          `Tulis nama yang berisi spasi di antara tanda petik: "${meant}"`,
          `Write a name with spaces in quotes: "${meant}"`,
        ]
  return both(EXIT_INPUT, `${path} tidak ada. ${id}`, `${path} does not exist. ${en}`)
}

function inboxText(refusal: InboxRefusal, timeZone: string): DescribedRefusal {
  const message = describeInboxRefusal(refusal, timeZone)
  const exitCode = refusal.kind === "already_imported" ? 0 : exitOf(refusal)
  return both(exitCode, line(message, "id"), line(message, "en"))
}

function unusedText({ path, file, recipeOnly, fileOnly }: RecipeUnused): DescribedRefusal {
  const list = (labels: readonly string[]): string =>
    labels.length === 0
      ? "–"
      : labels
          .slice(0, 8)
          .map((label) => `"${label}"`)
          .join(", ")
  return both(
    EXIT_INPUT,
    `Resep ${path} bukan untuk susunan ${file}: tidak ada kolom yang dibaca dengannya. Judul yang hanya ada di resep: ${list(recipeOnly)}; hanya di berkas: ${list(fileOnly)}. Cetak resep berkas ini dengan: ./payung check ${quotedPath(file)} --save-map > resep.json, lalu ubah.`,
    `The recipe ${path} is not for the layout of ${file}: no column was read by it. Headings only in the recipe: ${list(recipeOnly)}; only in the file: ${list(fileOnly)}. Print this file's recipe with: ./payung check ${quotedPath(file)} --save-map > recipe.json, then edit it.`,
  )
}

function unclearText({
  asked,
  candidates,
}: Extract<ImportRefusal, { kind: "import_unclear" }>): DescribedRefusal {
  if (candidates.length === 0)
    return both(
      2,
      `Tidak ada impor yang dapat dibatalkan, juga tidak "${asked}". Lihat: ./payung import --list`,
      `There is no import that can be undone, nor is "${asked}" one. See: ./payung import --list`,
    )
  const lines = candidates.map((each) => `  ${each}`).join("\n")
  return both(
    2,
    `"${asked}" tidak menunjuk tepat satu impor yang dapat dibatalkan; tidak ada yang berubah. Pilih nomor, nama berkas, atau "terakhir":\n${lines}`,
    `"${asked}" does not mean exactly one import that can be undone; nothing changed. Choose a number, the file's name or "last" from the lines above.`,
  )
}

function exitOf(refusal: InboxRefusal): number {
  return refusal.kind === "batch_unknown" ? 2 : EXIT_HUMAN
}

function line(message: InboxMessage, language: "id" | "en"): string {
  const [what, where, how] = message[language]
  return `${message.code}  ${what} (${where}) ${how}`
}

function both(exitCode: number, id: string, en: string): DescribedRefusal {
  return { exitCode, id, en }
}
