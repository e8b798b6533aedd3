import { unreachable } from "../kernel/assert.ts"
import { describeActionRefusal, type ActionRefusal } from "../modules/access/index.ts"
import {
  describeLawProblem,
  describeMissing,
  type ContributionRefusal,
  type CycleMissing,
  type LawFilesInvalid,
  type LawMissing,
  type PackUnknown,
} from "../modules/law/index.ts"
import { describeRulesFailed, type RulesFailed } from "../modules/eligibility/index.ts"
import { describeSelectionRefusal, type SelectionRefusal } from "../modules/selection/index.ts"
import type { FolderRefusal } from "./load-cycle.load.ts"
import type { OutputRefusal } from "./output-folder.job.ts"
import type { LogOfAnother, SealRefusal } from "./open-payung.job.ts"
import type { Told, UsageRefusal } from "./command-line/usage.ts"
import { writeFailure } from "./write-failure.ts"

export type RunRefusal =
  | UsageRefusal
  | FolderRefusal
  | PackUnknown
  | LawFilesInvalid
  | LawMissing
  | ContributionRefusal
  | CycleMissing
  | SelectionRefusal
  | RulesFailed
  | { readonly kind: "year_needed"; readonly years: readonly number[] }
  | OutputRefusal
  | { readonly kind: "database_unreachable"; readonly detail: string }
  | { readonly kind: "law_altered" }
  | { readonly kind: "file_changed"; readonly path: string }
  | InboxEmpty
  | SealRefusal
  | LogOfAnother
  | { readonly kind: "installation_unusable"; readonly told: Told }
  | { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }

/** A refusal for people: what, where, how, in Indonesian and English; and the contract's exit code. */
export interface DescribedRefusal {
  readonly exitCode: number
  readonly id: string
  readonly en: string
}

export function describeRunRefusal(refusal: RunRefusal): DescribedRefusal {
  switch (refusal.kind) {
    case "usage":
    case "pack_unknown":
      return describeUsage(refusal)
    case "folder_missing":
    case "folder_is_file":
    case "folder_unreadable":
    case "folder_empty":
    case "no_lists":
    case "nothing_readable":
    case "inbox_empty":
      return describeFolder(refusal)
    case "law_files_invalid":
    case "law_value_missing":
    case "sector_needed":
    case "income_needed":
    case "cycle_missing":
    case "year_needed":
      return describeLaw(refusal)
    case "floors_cross":
    case "floor_short":
    case "floors_above_ceiling": {
      const { id, en } = describeSelectionRefusal(refusal)
      return both(2, id, en)
    }
    case "rules_failed": {
      const { id, en } = describeRulesFailed(refusal)
      return both(7, id, en)
    }
    case "output_busy":
    case "output_exists":
    case "output_unwritable":
      return describeOutput(refusal)
    case "database_unreachable":
      return both(
        6,
        `Basis data tidak dapat dihubungi: ${refusal.detail}. Periksa DATABASE_URL, atau kosongkan untuk memakai basis data bawaan.`,
        `The database cannot be reached: ${refusal.detail}. Check DATABASE_URL, or unset it to use the embedded one.`,
      )
    case "log_not_sealed":
      return both(
        7,
        `Jejak audit tidak dapat ditandatangani (${refusal.code}, ${refusal.where}). ${refusal.what.id}. ${refusal.how.id}. Lalu jalankan ./payung audit verify.`,
        `The log cannot be signed (${refusal.code}, ${refusal.where}). ${refusal.what.en}. ${refusal.how.en}. Then run ./payung audit verify.`,
      )
    case "log_of_another_key":
      return describeLogOfAnother(refusal)
    case "installation_unusable":
      return both(7, refusal.told.id, refusal.told.en)
    case "law_altered":
      return both(
        7,
        "Isi hukum di basis data tidak cocok dengan sidik jarinya. Jangan lanjutkan; jalankan ./payung audit verify.",
        "The law in the database does not match its hash. Do not go on; run ./payung audit verify.",
      )
    case "file_changed":
      return both(
        3,
        `${refusal.path} berubah selagi dibaca. Tutup program yang menulisnya, lalu jalankan lagi; tidak ada yang disimpan.`,
        `${refusal.path} changed while it was read. Close the program that writes it and run again; nothing was stored.`,
      )
    case "not_allowed":
      return both(5, ...twoLines(describeActionRefusal(refusal.refusal)))
    default:
      return unreachable(refusal)
  }
}

/** Said before any work: what the next run, import or season would write could not be signed. */
function describeLogOfAnother({ home, keyFile, isMissing, place }: LogOfAnother): DescribedRefusal {
  const where = place.folder ?? place.server
  const anew =
    place.folder === null
      ? {
          id: "sebutkan basis data kosong di DATABASE_URL",
          en: "name an empty database in DATABASE_URL",
        }
      : {
          id: `hentikan Payung, lalu hapus kedua folder ini: ${home} dan ${place.folder}`,
          en: `stop Payung and delete both folders: ${home} and ${place.folder}`,
        }
  return both(
    7,
    `Basis data di ${where} sudah memuat jejak audit yang ditandatangani dengan kunci lain; ${keyFile} ${isMissing ? "tidak ada" : "bukan kunci itu"}. ` +
      `Kembalikan berkas audit-key yang lama ke ${home}, atau pakai PAYUNG_HOME yang lama. Bila basis data itu hanya percobaan yang tidak diperlukan lagi: ${anew.id}.`,
    `The database in ${where} already holds an audit log that another key has signed; ${keyFile} ${isMissing ? "does not exist" : "is not that key"}. ` +
      `Put the old file audit-key back into ${home}, or use the former PAYUNG_HOME. If that database was only a trial that nobody needs: ${anew.en}.`,
  )
}

type LawRefusal = Extract<
  RunRefusal,
  LawFilesInvalid | LawMissing | ContributionRefusal | CycleMissing | { kind: "year_needed" }
>

function describeLaw(refusal: LawRefusal): DescribedRefusal {
  switch (refusal.kind) {
    case "law_files_invalid":
      return both(
        2,
        refusal.problems.map(describeLawProblem).join("\n"),
        "The law files are not sound: correct the lines above.",
      )
    case "law_value_missing": {
      const { id, en } = describeMissing(refusal)
      return both(8, id, en)
    }
    case "sector_needed":
    case "income_needed":
      return both(
        8,
        `Iuran ${refusal.month} bergantung pada data orang yang belum ada di paket.`,
        `The contribution of ${refusal.month} depends on facts that the pack does not give.`,
      )
    case "cycle_missing":
      return both(
        8,
        `Tahun ${refusal.year} belum ada di law/${refusal.file}. Tambahkan tahun program beserta pagu dan bulannya.`,
        `Year ${refusal.year} is not in law/${refusal.file}. Add the programme year with its ceiling and months.`,
      )
    case "year_needed":
      return both(
        2,
        `Sebutkan --year: ${refusal.years.join(", ")}.`,
        `Name the --year: ${refusal.years.join(", ")}.`,
      )
    default:
      return unreachable(refusal)
  }
}

function describeUsage(
  refusal: Extract<RunRefusal, { kind: "usage" | "pack_unknown" }>,
): DescribedRefusal {
  if (refusal.kind === "pack_unknown") {
    const known = refusal.known.join(", ")
    return both(
      2,
      `Paket kebijakan "${refusal.code}" tidak dikenal. Yang ada di law/: ${known}.`,
      `Policy pack "${refusal.code}" is unknown. Those in law/: ${known}.`,
    )
  }
  return both(2, refusal.told.id, refusal.told.en)
}

interface InboxEmpty {
  readonly kind: "inbox_empty"
  readonly year: number
}

function describeFolder(refusal: FolderRefusal | InboxEmpty): DescribedRefusal {
  if (refusal.kind === "inbox_empty") {
    return both(
      3,
      `Kotak masuk tahun ${refusal.year} belum berisi daftar usulan. Impor dulu: ./payung import BERKAS.`,
      `The inbox of ${refusal.year} holds no list of proposals yet. Import one first: ./payung import FILE.`,
    )
  }
  const { folder } = refusal
  switch (refusal.kind) {
    case "folder_missing":
      return both(
        3,
        `Folder ${folder} tidak ada. Periksa ejaannya.`,
        `Folder ${folder} does not exist. Check its spelling.`,
      )
    case "folder_is_file":
      return both(
        3,
        `${folder} adalah berkas, bukan folder. Sebutkan folder yang berisi usulan/.`,
        `${folder} is a file, not a folder. Name the folder that holds usulan/.`,
      )
    case "folder_unreadable":
      return both(
        3,
        `Folder ${folder} tidak boleh dibaca. Minta izin baca atau salin ke folder Anda.`,
        `Folder ${folder} may not be read. Ask for read permission or copy it to a folder of yours.`,
      )
    case "folder_empty":
      return both(
        3,
        `Folder ${folder} kosong. Letakkan daftar usulan (.xlsx, .xls, .ods, .csv, .docx, PDF) di ${folder}/usulan/.`,
        `Folder ${folder} is empty. Put the proposal lists (.xlsx, .xls, .ods, .csv, .docx, PDF) into ${folder}/usulan/.`,
      )
    case "no_lists":
      return refusal.above === null
        ? both(
            3,
            `Tidak ada berkas di ${folder}/usulan/. Letakkan daftar usulan di sana.`,
            `There is no file in ${folder}/usulan/. Put the proposal lists there.`,
          )
        : both(
            3,
            `${folder} adalah bagian dari folder siklus. Sebutkan folder siklusnya: ${refusal.above}`,
            `${folder} is a part of a cycle folder. Name the cycle folder: ${refusal.above}`,
          )
    case "nothing_readable":
      return both(
        3,
        `Tidak satu pun berkas di ${folder}/usulan/ dapat dibaca. Simpan ulang sebagai .xlsx tanpa kata sandi.`,
        `Not one file in ${folder}/usulan/ can be read. Save them again as .xlsx without a password.`,
      )
    default:
      return unreachable(refusal)
  }
}

function both(exitCode: number, id: string, en: string): DescribedRefusal {
  return { exitCode, id, en }
}

function twoLines(text: string): [string, string] {
  const [id = text, en = text] = text.split("\n")
  return [id, en]
}

function describeOutput(refusal: OutputRefusal): DescribedRefusal {
  switch (refusal.kind) {
    case "output_busy":
      return both(
        9,
        `Proses lain (${refusal.pid}) sedang menulis ke ${refusal.path}. Tunggu sampai selesai atau pilih folder lain.`,
        `Another process (${refusal.pid}) is writing to ${refusal.path}. Wait for it or choose another folder.`,
      )
    case "output_exists":
      return both(
        9,
        `${refusal.path} sudah ada, dan Payung hanya menimpa folder hasilnya sendiri. Pilih nama lain, atau pindahkan dulu yang lama.`,
        `${refusal.path} exists, and Payung overwrites nothing but its own folder of results. Choose another name, or move it away first.`,
      )
    case "output_unwritable": {
      const { id, en } = writeFailure(refusal.path, refusal.detail)
      return both(9, id, en)
    }
  }
}
