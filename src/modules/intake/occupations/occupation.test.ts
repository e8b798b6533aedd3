import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { loadOccupationVocabulary } from "./occupation.load.ts"
import { classifyOccupation, compileOccupations } from "./occupation.ts"

const table = compileOccupations(
  loadOccupationVocabulary(new URL("../../../../law/national", import.meta.url).pathname),
)
const read = (text: string) => classifyOccupation(table, text)

// Several registers each: KTP, everyday, chat, local, English words. "|" parts the texts.
const INFORMAL: Readonly<Record<string, string>> = {
  nelayan: `Nelayan|NELAYAN/PERIKANAN|BURUH NELAYAN/PERIKANAN|nelayan tradisional
    |nelayan kepiting|nlyn|nelyan|Anak Buah Kapal|ABK|abk kapal nelayan|cari ikan
    |pencari kepiting|melaut|mancing ikan di laut|paiwakan|pattasi|fisherman|pencari kerang
    |buruh kapal|nangkap rajungan|nelayan / cari kerang|NELAYAN.|awak kapal ikan`,
  petani: `Petani|PETANI/PEKEBUN|BURUH TANI/PERKEBUNAN|buruh tani|tani|bertani|berkebun|ptn
    |ptni|petani sayur|buruh sawit|petani sawit|kebun sendiri|penggarap sawah|tani/pekebun
    |farmer|pekebun|penyadap karet|sawah|kuli kebun|nyawah|panen sawit|kelompok tani|bahuma
    |petanni`,
  pembudidaya_ikan: `Pembudidaya ikan|budidaya ikan|tambak|petambak udang|penjaga tambak
    |petani tambak|budidaya rumput laut|keramba|KJA|ternak lele|budidaya nila|nambak|empang
    |petani keramba|buruh tambak|budi daya ikan|pembudidaya ikn|fish farmer|pembenih ikan
    |tambak bandeng`,
  peternak: `Peternak|PETERNAK|BURUH PETERNAKAN|ternak ayam|ternak sapi|beternak kambing
    |peternak sapi|penjaga kandang ayam|angon kambing|ternak bebek|budidaya lebah madu
    |gembala sapi|pelihara ayam|petrnak|usaha ternak ayam|peternak madu`,
  ojek_pangkalan: `Ojek pangkalan|OJEK|tukang ojek|tkg ojek|ojeg|ngojek|ojek pgkln|opang
    |ojek konvensional|ojek (pangkalan)|pengojek|tukang becak|ojek mangkal di pasar
    |Ojek Pangkalan.`,
  ojek_online: `Ojek online|ojol|OJOL|driver ojol|driver online|driver grab|Gojek|maxim
    |grab bike|shopee food|inDrive|Lalamove|rider|courier|ojek onlen|mitra grab|driver maxim
    |ojek (online)|go-jek|ojol/grab|ojek daring|grabfood|taksi online|mitra driver
    |kurir online|kurir makanan|driver`,
  sopir_angkot: `Sopir angkot|supir angkot|sopir angkutan kota|pengemudi angkot|spr angkot
    |sopir taksi|kernet angkot|driver angkot|sopir pete2|supir taxi|narik angkot|angkot
    |sopir mikrolet|angkutan umum|sopir (angkot)`,
  juru_parkir: `Juru parkir|jukir|JUKIR|tukang parkir|tkg parkir|jaga parkir|penjaga parkir
    |petugas parkir|parkir|markir|parking attendant|juru parkir pasar|tukang parker
    |jukir di pasar|juru prkr`,
  pedagang_kecil: `Pedagang|PERDAGANGAN|pedagang sayur|jualan|jual kue|jualan nasi kuning
    |penjual bakso|dagang|pdg sayur|PKL|pedagang kaki lima|UMKM|warung|warung kopi|warkop
    |kios sembako|tukang sayur|tukang bakso|sayur keliling|jual gorengan|gorengan
    |usaha kecil2an|usaha kecil-kecilan|bakul jamu|asongan|jualan online|buka warung
    |toko kelontong|pedagang ikan|jual ikan keliling|street vendor|jualan pentol
    |wiraswasta (warung)|jual baju bekas|pedangang|pnjual kue|lapak buah|badagang|bajualan
    |usaha mikro|pedagang klontong|angkringan|jual pulsa|dagang klg|berjualan makanan
    |pdg. ikan|jual es|agen gas|jualan wadai|IRT/jualan|ibu rumah tangga, jualan kue
    |online shop`,
  buruh_harian: `Buruh harian lepas|BURUH HARIAN LEPAS|BHL|buruh|buruh serabutan|serabutan
    |kerja serabutan|kuli panggul|kuli angkut|bongkar muat|buruh pelabuhan|buruh pasar|kuli
    |harian lepas|B.H.L.|buruh lepas|pekerja lepas|PHL|brh harian|buruh hr lepas
    |tenaga harian lepas|karyawan harian lepas|tkbm|daily worker|kerja tidak tetap|porter
    |buruh angkut barang|srabutan|pekerja bebas|kerja apa saja|mocok-mocok|kuli pasar
    |buruh gudang`,
  tukang_bangunan: `Tukang bangunan|TUKANG BATU|TUKANG KAYU|buruh bangunan|kuli bangunan
    |tkg bgn|tkg. batu|tk bangunan|tukang cat|tukang besi|tukang|kenek tukang|tukang keramik
    |nukang|bangunan|tukang atap|tukang bngunan|bgn|pembantu tukang|construction worker
    |pekerja bangunan|tukang plafon|buruh (bangunan)|tukang/bangunan|batu tukang
    |tukang baja ringan|ngecat|tukang batu harian|konstruksi|pekerja proyek|tkng kayu`,
  pekerja_rumah_tangga: `Pekerja rumah tangga|PEMBANTU RUMAH TANGGA|ART|PRT
    |asisten rumah tangga|pembantu|tukang cuci|cuci gosok|buruh cuci|tukang setrika
    |babysitter|baby sitter|pengasuh anak|momong|cuci setrika|jaga anak|ART harian
    |pmbantu rmh tgg|pembantu rt. tetangga|nanny|A R T|asisten rmh tangga|tukang cuci gosok
    |kerja di rumah orang|housemaid|tukang masak`,
  pemulung: `Pemulung|mulung|tukang rongsok|rongsokan|cari barang bekas
    |pengumpul barang bekas|pencari botol bekas|pmlg|pengepul rongsokan|pemungut sampah
    |memulung|cari rongsokan|pemulng|waste picker|pemilah sampah|tukang loak`,
  penjahit: `Penjahit|TUKANG JAHIT|tkg jahit|penjahit rumahan|jahit baju|menjahit|pnjht
    |permak|jahit/permak|tailor|penjait|usaha jahit|PENATA BUSANA|buruh jahit|konveksi
    |wiraswasta (jahit)|bordir|tukang jht|terima jahitan`,
  tukang_pijat: `Tukang pijat|tukang pijit|tukang urut|pijat urut|pijat keliling|tkg pijat
    |terapis pijat|tukang pjt|refleksi|pemijat|pijat refleksi|urut|tukang urut bayi|baurut
    |massage|ahli pijat|dukun urut|pijet`,
  nonformal_lain: `Guru ngaji|marbot|marbot masjid|MEKANIK|SENIMAN|TABIB|PARAJI|montir
    |bengkel|TUKANG LAS/PANDAI BESI|TUKANG CUKUR|tukang gigi|PENATA RIAS|TUKANG SOL SEPATU
    |tukang sol|tambal ban|laundry rumahan|salon|salon rumahan|juru kunci|kader posyandu
    |pengrajin|penjaga malam|IMAM MASJID|USTADZ/MUBALIGH|JURU MASAK|sopir truk|supir travel
    |cuci motor|pangkas rambut|servis HP|tukang servis elektronik|pengamen|tukang kunci
    |freelance|tukang sampah|gali kubur|guru les|penjaga toko|jasa fotokopi sablon
    |TUKANG LISTRIK|loundry|MC|pembawa acara|penyanyi|pemain musik|dekorasi pelaminan`,
}

const NOT_INFORMAL: Readonly<Record<string, string>> = {
  pensiunan: "Pensiunan|PENSIUNAN|pensiun|pensiunan PNS|purnawirawan|pens. TNI|retired",
  ibu_rumah_tangga: `Ibu rumah tangga|IRT|MENGURUS RUMAH TANGGA|MRT|housewife
    |urus rumah tangga`,
  pelajar: "PELAJAR/MAHASISWA|mahasiswa|pelajar|siswa SMK|mhs|masih sekolah|student",
  tidak_bekerja: `BELUM/TIDAK BEKERJA|tidak bekerja|belum bekerja|tdk kerja|blm bekerja
    |pengangguran|nganggur|cari kerja|korban PHK|belum ada pekerjaan|unemployed`,
  karyawan_perusahaan: `KARYAWAN SWASTA|Karyawan|karyawan toko|pegawai swasta|karyawan PT
    |kary. swasta|KARYAWAN BUMN|staf kantor|satpam|security|buruh pabrik|karyawan honorer
    |GURU|PERAWAT|kasir bank|admin|kerja di pabrik|kerja kantor|sopir perusahaan|OPERATOR`,
}

const NO_SECTOR = `PEGAWAI NEGERI SIPIL|PNS|ASN|pppk|TENTARA NASIONAL INDONESIA|TNI|Polri
    |KEPOLISIAN RI|polisi|ANGGOTA DPRD|KEPALA DESA|DOKTER|NOTARIS|PENGACARA`

const UNKNOWN = `|-|--|.|?|swasta|SWASTA|wiraswasta|wirausaha|lainnya|lain-lain|kerja
    |bekerja|bebas|n/a|tidak ada|xyz|asdfgh|0|123|mantan karyawan|eks nelayan|bukan petani
    |istri nelayan|umum|usaha|pekerja swasta|pekerja|kerja swasta|menyusul|TRANSPORTASI
    |LAINNYA|zumba|qwerty/asdf|PELAUT|sda|swasta/wiraswasta`

const texts = (list: string): string[] => list.split("|").map((text) => text.trim())
const each = (groups: Readonly<Record<string, string>>) =>
  Object.entries(groups).flatMap(([sector, list]) => texts(list).map((text) => ({ text, sector })))

describe("sector", () => {
  it.each(each(INFORMAL))("reads '$text' as $sector", ({ text, sector }) => {
    expect(read(text)).toMatchObject({ sector, standing: "informal", employer: false })
  })

  it.each(each(NOT_INFORMAL))("reads '$text' as $sector, not informal", ({ text, sector }) => {
    expect(read(text)).toMatchObject({ sector, standing: "not_informal", employer: false })
  })

  it.each(texts(NO_SECTOR))("reads '%s' as not informal without a sector", (text) => {
    expect(read(text)).toMatchObject({ sector: null, standing: "not_informal" })
  })

  it.each(texts(UNKNOWN))("asks about '%s'", (text) => {
    expect(read(text)).toEqual({
      sector: null,
      standing: "unknown",
      employer: false,
      abbreviated: false,
      matched: "",
      named: [],
    })
  })

  it.each([
    ["penjahit, IRT", "penjahit"],
    ["mahasiswa/ojol", "ojek_online"],
    ["mantan satpam, sekarang ojol", "ojek_online"],
    ["nelayan, bukan petani", "nelayan"],
    ["tukang pijat, keliling", "tukang_pijat"],
    ["buruh bangunan (lepas)", "tukang_bangunan"],
    ["salon dan laundry", "nonformal_lain"],
    ["petani / pekebun / buruh tani", "petani"],
    ["petani gula aren", "petani"],
    ["parkir toko", "juru_parkir"],
    ["pedagang pasar malam", "pedagang_kecil"],
  ])("takes the one sector of '%s'", (text, sector) => {
    expect(read(text)).toMatchObject({ sector, standing: "informal", named: [] })
  })

  it.each([
    ["petani, tambak", "petani pembudidaya_ikan"],
    ["nelayan & petani", "nelayan petani"],
    ["nelayan / ojek", "nelayan ojek_pangkalan"],
    ["petani dan pedagang", "petani pedagang_kecil"],
    ["tukang kayu / petani", "tukang_bangunan petani"],
    ["pedagang sayur dan ojek", "pedagang_kecil ojek_pangkalan"],
    ["nelayan, kadang buruh", "nelayan buruh_harian"],
    ["ojol sambil jualan", "ojek_online pedagang_kecil"],
    ["siang jukir malam ojol", "juru_parkir ojek_online"],
    ["nelayan / jual ikan", "nelayan pedagang_kecil"],
    ["petani, nelayan, serabutan", "petani nelayan buruh_harian"],
    ["bekam, tukang pijat", "nonformal_lain tukang_pijat"],
  ])("leaves '%s' to a human: two sectors", (text, named) => {
    expect(read(text)).toMatchObject({ sector: null, standing: "ambiguous" })
    expect(read(text).named.join(" ")).toBe(named)
  })

  it.each([
    ["karyawan swasta, ojol", "ojek_online karyawan_perusahaan"],
    ["karyawan swasta, ojek malam", "ojek_pangkalan karyawan_perusahaan"],
    ["pensiunan / petani", "petani pensiunan"],
    ["nelayan dan PNS", "nelayan asn"],
    ["satpam sambil jualan", "pedagang_kecil karyawan_perusahaan"],
    ["PNS, petani / nelayan", "petani nelayan asn"],
  ])("leaves '%s' to a human: a formal job beside informal work", (text, named) => {
    expect(read(text).standing).toBe("ambiguous")
    expect(read(text).named.join(" ")).toBe(named)
  })
})

describe("short forms", () => {
  it.each(
    texts(`pdg sayur|tkg bgn|BHL|PKL|ART|UMKM|ojol|jukir|usaha kecil2an|nelayan/perikanan
    |buruh (bangunan)|tkg. batu|pngrjin|B.H.L|pmbantu rmh tgg|petani [sawah]|kuli bgn
    |bur. harian|pjht|PRT|sopir pete2|nelay.|serab.|ABK`),
  )("finds the short form in '%s'", (text) => {
    expect(read(text).abbreviated).toBe(true)
  })

  it.each(
    texts(`nelayan|nelyan|pedangang sayur|buruh harian lepas|supir angkot|tukang pijit
    |jualan, petani|ojeg|penjait|tukang bangungan|servis HP|go-jek
    |kecil-kecilan jualan|cuci-setrika|pemulng|Tukang  Batu.`),
  )("finds none in '%s'", (text) => {
    expect(read(text).abbreviated).toBe(false)
  })
})

describe("employer", () => {
  it.each([
    ["punya 3 karyawan", null],
    ["warung makan, punya 3 karyawan", "pedagang_kecil"],
    ["Pedagang (punya 2 karyawan)", "pedagang_kecil"],
    ["penjahit anak buah 4 org", "penjahit"],
    ["bengkel pny 2 pegawai", "nonformal_lain"],
    ["pemilik laundry dgn 5 pekerja", "nonformal_lain"],
    ["tukang bangunan, anak buah 6 orang", "tukang_bangunan"],
    ["jualan bakso, karyawan 2", "pedagang_kecil"],
    ["nelayan memiliki dua anak buah", "nelayan"],
    ["mempekerjakan 4 orang, konveksi", "penjahit"],
    ["petani 3 org pekerja", "petani"],
    ["warung ada karyawannya", "pedagang_kecil"],
    ["jahit dengan beberapa pegawai", "penjahit"],
    ["tailor with 3 employees", "penjahit"],
  ])("reads '%s' as an employer", (text, sector) => {
    expect(read(text)).toMatchObject({ employer: true, sector })
  })

  it.each([
    ["karyawan swasta", "karyawan_perusahaan"],
    ["anak buah kapal", "nelayan"],
    ["tanpa karyawan, bengkel", "nonformal_lain"],
    ["warung, tidak punya karyawan", "pedagang_kecil"],
    ["juragan", null],
    ["penjahit 2 anak", "penjahit"],
    ["pemilik warung", "pedagang_kecil"],
    ["tukang 2 hari", "tukang_bangunan"],
    ["0 karyawan, penjahit", "penjahit"],
    ["pembantu", "pekerja_rumah_tangga"],
  ])("does not read '%s' as an employer", (text, sector) => {
    expect(read(text)).toMatchObject({ employer: false, sector })
  })
})

describe("laws", () => {
  const samples = each({ ...INFORMAL, ...NOT_INFORMAL }).map(({ text }) => text)
  const sample = fc.constantFrom(...samples)
  const seeded = { seed: 6471, numRuns: 300 }

  it("ignores capitals, blanks around and between words, and a final point or comma", () => {
    const noise = fc.record({
      text: sample,
      upper: fc.boolean(),
      end: fc.constantFrom("", " ", ",", " ;"),
    })
    fc.assert(
      fc.property(noise, ({ text, upper, end }) => {
        const cased = upper ? text.toUpperCase() : text.toLowerCase()
        const noisy = `  ${cased.replaceAll(" ", " \u00a0 ")}${end}`
        expect(read(noisy)).toEqual(read(text))
      }),
      seeded,
    )
  })

  it("never throws and answers any text alike the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const first = read(text)
        table.memo.clear()
        expect(read(text)).toEqual(first)
      }),
      seeded,
    )
  })

  it("gives a sector only with a standing, and matched words only then", () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 3 }), (parts) => {
        const answer = read(parts.join(", "))
        expect(answer.standing).not.toBe("unknown")
        expect(answer.matched).not.toBe("")
      }),
      seeded,
    )
  })
})

it.each([
  ["barista", null, "unknown"],
  ["KASIR", null, "unknown"],
  ["kasir warung makan", "pedagang_kecil", "ambiguous"],
  ["kasir bank", "karyawan_perusahaan", "not_informal"],
  ["penjaga toko (karyawan)", "nonformal_lain", "ambiguous"],
  ["penambal ban", "nonformal_lain", "informal"],
  ["kusir delman", "ojek_pangkalan", "informal"],
])(
  "%s: an employee is never taken silently, a small trade never refused",
  (text, sector, standing) => {
    expect(read(text)).toMatchObject({ sector, standing })
  },
)

test.each([
  ["abk kapal nelayan", false],
  ["ABK kapal ikan", false],
  ["abk nelayan", true],
  ["kja apung", false],
  ["kja", true],
])("%s: initials before the word of their last letter are a word of their own", (text, short) => {
  expect(read(text).abbreviated).toBe(short)
})

test.each([
  ["penyemprot padi", "petani"],
  ["menanam jagung", "petani"],
  ["penjala ikan", "nelayan"],
  ["pembibit ikan nila", "pembudidaya_ikan"],
  ["pemerah sapi", "peternak"],
  ["manjual sayur", "pedagang_kecil"],
  ["perhotelan swasta", null],
])("%s is read by the root of the word", (text, sector) => {
  expect(read(text).sector).toBe(sector)
})

test.each([
  ["tukang urusan", null, "unknown"],
  ["tukang waterproofing", "tukang_bangunan", "informal"],
  ["penyelia toko", null, "unknown"],
  ["penyelia / toko", "pedagang_kecil", "informal"],
  ["bu toko kecil", "pedagang_kecil", "informal"],
  ["operator", "karyawan_perusahaan", "not_informal"],
  ["operator perkara", null, "unknown"],
  ["operator traktor", "petani", "informal"],
  ["kurir perkara", null, "unknown"],
  ["agen", null, "unknown"],
  ["agen gas", "pedagang_kecil", "informal"],
  ["pekerja migran", null, "unknown"],
])("%s: what its words do not say is asked", (text, sector, standing) => {
  expect(read(text)).toMatchObject({ sector, standing })
})

test.each([
  ["pengerah", "unknown"],
  ["jual barang saja", "informal"],
  ["cara", "unknown"],
  ["undang", "unknown"],
  ["pemulng", "informal"],
])("%s: a common word is no slip of another", (text, standing) => {
  expect(read(text).standing).toBe(standing)
})

test.each([
  ["bajaja wadai", "pedagang_kecil"],
  ["marengge", "nelayan"],
  ["mandulang intan", "buruh_harian"],
  ["umbah-umbah", "pekerja_rumah_tangga"],
  ["ngala lauk di laut", "nelayan"],
  ["adhagang", "pedagang_kecil"],
  ["panrita lopi", "nonformal_lain"],
  ["parhauma", "petani"],
  ["manjaik", "penjahit"],
])("%s is read by the language it is in", (text, sector) => {
  expect(read(text)).toMatchObject({ sector, standing: "informal", abbreviated: false })
})

test.each([
  ["penyuluh perikanan", null, "not_informal"],
  ["perikanan", "nelayan", "informal"],
  ["teknisi komputer", "nonformal_lain", "informal"],
  ["teknisi PLN", null, "not_informal"],
  ["petugas parkir", "juru_parkir", "informal"],
  ["petugas loket", null, "not_informal"],
  ["nakhoda", null, "not_informal"],
  ["nakhoda perahu nelayan", "nelayan", "informal"],
  ["penambang pasir", "buruh_harian", "informal"],
  ["penambang perahu", "nonformal_lain", "informal"],
  ["sewa tenda", "nonformal_lain", "informal"],
  ["sewa sawah", "petani", "informal"],
  ["gosok baju", "pekerja_rumah_tangga", "informal"],
  ["gosok akik", "nonformal_lain", "informal"],
  ["kuli batu", "buruh_harian", "informal"],
  ["buruh batu", "tukang_bangunan", "informal"],
  ["driver", "ojek_online", "informal"],
  ["driver perkara", null, "unknown"],
  ["terang bulan", "pedagang_kecil", "informal"],
  ["es perkara", "pedagang_kecil", "informal"],
  ["mainan anak", "pedagang_kecil", "informal"],
  ["bukan mainan", null, "unknown"],
])("%s: what stands beside the word settles it", (text, sector, standing) => {
  const got = read(text)
  expect(got.standing).toBe(standing)
  if (sector !== null) expect(got.sector).toBe(sector)
})

test.each([
  ["penakik getah", "takik is swallowed, not akik", "petani"],
  ["kuli bgnan", "ng is written g", "tukang_bangunan"],
  ["brhtani", "a short form glued to a whole word", "petani"],
  ["ngawarung", "Sundanese nga-", "pedagang_kecil"],
  ["tukang galam", "no galamai: only the end is missing", null],
  ["penimbang", "of timbang, no slip of penambang", null],
])("%s: %s", (text, _, sector) => {
  expect(read(text).sector).toBe(sector)
})

test.each<[string, string | null, string]>([
  ["buruh harian lepas", "buruh_harian", "how he is hired, not for what"],
  ["buruh harian lepas kebun sawit", "petani", "the branch is the work"],
  ["BHL perkebunan", "petani", "the initials, too"],
  ["pekerja kasar konstruksi", "tukang_bangunan", "KBJI 9312"],
  ["tenaga harian lepas pabrik", "buruh_harian", "a firm is no informal branch"],
  ["buruh harian lepas rumah makan", "buruh_harian", "labour at a trade is no trade"],
  ["buruh harian, tani", null, "two parts are two occupations"],
  ["petik gitar", "nonformal_lain", "an instrument"],
  ["petik kopi", "petani", "a crop"],
  ["penjaga anak", "pekerja_rumah_tangga", "the child is what is minded"],
  ["anak nelayan", null, "the child of one is none"],
  ["perawat lansia", "pekerja_rumah_tangga", "care at home"],
  ["perawat RSUD", "karyawan_perusahaan", "care as a profession"],
  ["sopir truk perusahaan", "karyawan_perusahaan", "the firm's truck"],
  ["sopir truk pasir", "nonformal_lain", "anybody's truck"],
  ["jajanan sekolah", "pedagang_kecil", "the dish says more than the place"],
  ["sekolah", "pelajar", "the place alone"],
  ["nglapak", "pedagang_kecil", "Javanese ng- before l"],
  ["pabbecak", "ojek_pangkalan", "the doubled consonant of Bugis pa-"],
])("%s is %s: %s", (text, sector, why) => {
  expect(read(text).sector, why).toBe(sector)
})

// What stands in the column of another person's list, or of a row that moved.
test.each([
  ["Jl. Soekarno Hatta", null],
  ["Jln. Mawar No 3", null],
  ["Jl. Sayur RT 5", null],
  ["Jl Nelayan", null],
  ["Kel. Damai", null],
  ["AMINAH MA'RUF H.", null],
  ["Anwar Akbar P.", null],
  ["H. Abdul Majid", null],
  ["Drs. Agus", null],
  ["Anak Kandung", null],
  ["jl sayur keliling", "pedagang_kecil"],
  ["jl. es", "pedagang_kecil"],
  ["kel. asongan", "pedagang_kecil"],
  ["p. sayur", "pedagang_kecil"],
  ["t. batu", "tukang_bangunan"],
  ["buruh h. lepas", "buruh_harian"],
])("%s is an address or a name, or the work of a %s", (text, sector) => {
  expect(read(text)).toMatchObject({ sector, standing: sector === null ? "unknown" : "informal" })
})
