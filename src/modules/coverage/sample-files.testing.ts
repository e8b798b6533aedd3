import type { FileLine, FileQuestionLine, FindingCount } from "./report-input.ts"
import { SAMPLE_AREAS } from "./sample-areas.ts"

/** Lists of every kelurahan, two offices, and one file of each unhappy kind. */
export const SAMPLE_FILES: readonly FileLine[] = [
  ...SAMPLE_AREAS.filter(([, , , people]) => people > 0).map(([, name, , people]): FileLine => {
    const [setAside, ignored, repaired] = [people % 9, 3, Math.floor(people / 2)]
    const accepted = people - setAside - repaired
    return {
      ...{ file: `Usulan Kel ${name} FINAL.xlsx`, sender: `Kelurahan ${name}`, status: "read" },
      ...{ of: "", claimed: people, read: people + ignored, accepted, repaired, setAside, ignored },
    }
  }),
  line("Nelayan & petani 2026 (revisi).xls", "DP3", "read", [1_040, 610, 402, 20, 8]),
  line("data ojol gabungan.csv", "Disnaker", "read", [520, 340, 171, 9, 0]),
  {
    ...line("data ojol gabungan (1).csv", "Disnaker", "copy", [520, 0, 0, 0, 520]),
    of: "data ojol gabungan.csv",
  },
  {
    ...line("Nelayan & petani 2026.xls", "DP3", "superseded", [1_019, 0, 0, 0, 1_019]),
    of: "Nelayan & petani 2026 (revisi).xls",
  },
  line("usulan dishub.xlsx", "Dishub", "protected", [0, 0, 0, 0, 0]),
  line("Kel. Damai.xlsx", "Kelurahan Damai", "unreadable", [0, 0, 0, 0, 0]),
]

function line(
  file: string,
  sender: string,
  status: FileLine["status"],
  [read, accepted, repaired, setAside, ignored]: readonly [number, number, number, number, number],
): FileLine {
  const counts = { read, accepted, repaired, setAside, ignored }
  return { file, sender, status, of: "", claimed: null, ...counts }
}

export const SAMPLE_QUESTIONS: readonly FileQuestionLine[] = [
  {
    file: "usulan dishub.xlsx",
    sender: "Dishub",
    sentence:
      "Berkas terkunci kata sandi. Buka di Excel, simpan tanpa kata sandi, lalu kirim lagi.",
  },
  {
    file: "Kel. Damai.xlsx",
    sender: "Kelurahan Damai",
    sentence: "Berkas rusak dan tidak dapat dibaca. Simpan ulang sebagai .xlsx, lalu kirim lagi.",
  },
  {
    file: "Usulan Kel Lamaru FINAL.xlsx",
    sender: "Kelurahan Lamaru",
    sentence: "Surat pengantar menyebut 310 orang, berkas memuat 298. Mana yang benar?",
  },
]

export const SAMPLE_FINDINGS: readonly FindingCount[] = [
  finding("INCOME_TEXT", "Penghasilan ditulis sebagai teks", 5_645),
  finding("PHONE_FORMAT", "Nomor telepon ditulis dengan +62, spasi atau tanda hubung", 3_932),
  finding("JOB_ABBREV", "Pekerjaan disingkat; hanya satu sektor yang mungkin", 2_496),
  finding("NIK_SPACES", "NIK ditulis dengan spasi, titik atau tanda hubung", 1_756),
  finding("NIK_APOSTROPHE", "NIK diberi tanda petik", 1_394),
  finding("MERGED_CELL", "Nilai hanya ada di sel teratas dari sel gabungan", 1_282),
  finding("DOB_2DIGIT", "Tahun lahir hanya dua angka", 1_163),
  finding("KELURAHAN_ALIAS", "Nama kelurahan ditulis lain; hanya satu yang mungkin", 1_055),
  finding("DUP_ACROSS_FILES", "Orang yang sama ada di berkas yang datang lebih dulu", 384),
  finding("NIK_NUMERIC", "NIK disimpan sebagai bilangan, sehingga angka terakhirnya hilang", 380),
  finding("NIK_LENGTH", "NIK tidak 16 angka", 96),
  finding("NIK_EMPTY", "NIK belum diisi", 58),
]

function finding(code: string, sentence: string, count: number): FindingCount {
  return { code, sentence, count }
}
