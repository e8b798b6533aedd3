import { formatDateId } from "../../kernel/local-date.ts"
import { OPEN_NAME_NOTE, shownName } from "./annex-wording.ts"
import type { AnnexFrame, AnnexPerson } from "./annex-person.ts"
import type { WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"

/** `daftar-cadangan.xlsx`: who follows when somebody leaves, in order, and why he stands there. */
export function reserveWorkbook(frame: AnnexFrame, reserve: readonly AnnexPerson[]): WorkbookSpec {
  const areas = new Map(frame.areas.map((area) => [area.code, area]))
  const sectors = new Map(frame.sectors.map((sector) => [sector.slug, sector.label]))
  const inOrder = [...reserve].sort((a, b) => a.rank - b.rank)
  return {
    sheets: [
      {
        name: "Daftar cadangan",
        titleLines: [
          `Daftar cadangan penerima bantuan iuran ${frame.cityName} tahun ${frame.year} (rancangan)`,
          "Pengganti diambil dari nomor cadangan terkecil. Nomor urut dihitung dari seluruh orang yang memenuhi syarat.",
          `Dibuat per ${formatDateId(frame.generatedOn)}. Sidik jari hasil (SHA-256): ${frame.resultHash}`,
          ...(inOrder.some(({ isNameOpen }) => isNameOpen) ? [OPEN_NAME_NOTE] : []),
        ],
        columns: [
          { header: "No. cadangan", width: 10, kind: "number" },
          { header: "No. urut", width: 10, kind: "number" },
          { header: "Nama", width: 32, kind: "text" },
          { header: "NIK", width: 19, kind: "text" },
          { header: "Tanggal lahir", width: 13, kind: "date" },
          { header: "L/P", width: 5, kind: "text" },
          { header: "Sektor", width: 22, kind: "text" },
          { header: "Kelurahan", width: 23, kind: "text" },
          { header: "Kecamatan", width: 20, kind: "text" },
          { header: "Telepon", width: 17, kind: "text" },
          { header: "Kelompok prioritas", width: 30, kind: "text" },
          { header: "Penentu urutan di dalam kelompok", width: 72, kind: "text" },
        ],
        rows: inOrder.map((person, i) => {
          const area = areas.get(person.areaCode ?? "")
          return [
            i + 1,
            person.rank,
            shownName(person),
            person.nik,
            person.birthDate,
            person.sex,
            sectors.get(person.sector ?? "") ?? person.sector,
            area?.name ?? "",
            area?.districtName ?? "",
            person.phone,
            person.group,
            person.keysText,
          ]
        }),
      },
    ],
    meta: { title: `Daftar cadangan ${frame.cityName} ${frame.year}` },
  }
}
