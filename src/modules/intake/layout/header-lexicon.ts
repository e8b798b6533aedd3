import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"

/**
 * Words of column headings as offices write them, each line one word with its other forms: short,
 * old, misspelt by habit, English from platform exports, and the regional ones heard in Indonesian
 * villages (Javanese, Sundanese, Banjar, Bugis, Malay). The first word is what the patterns know.
 */
const FORMS: readonly string[] = [
  "nama nm nma nam name names jeneng ngaran aran asma wasta aseng nma2 nama2",
  "lengkap lgkp lngkp lkp full fullname complete",
  "depan dpn awal pertama first given firstname",
  "belakang blkg blk akhir terakhir last surname lastname marga fam",
  "tengah tgh middle",
  "panggilan julukan nickname",
  "nomor no nomer nmr num number nom nmor noo",
  "urut urt urutan",
  "nik nikp nikk nik1 niknya",
  "ktp ektp ktpel idcard",
  "identitas identity identification jatidiri",
  "induk ndk",
  "kependudukan penduduk kependdkn kpddkn national",
  "kk nkk",
  "kartu krt kartuu card",
  "keluarga klg kelg family kk2 kluarga",
  "tempat tmpt tmp tpt tmpat tempt place papan",
  "tanggal tgl tg tggl tanggl tgal tangal date tgll",
  "bulan bln bl month bulanan sebulan perbulan monthly",
  "tahun thn th year",
  "lahir lhr lahiran kelahiran birth born lair lahr lhir brith",
  "birthplace",
  "birthdate birthday",
  "pencaharian",
  "sektor",
  "bidang",
  "jabatan",
  "selular",
  "tetangga",
  "warga",
  "rukun",
  "dihubungi",
  "village",
  "district",
  "occupation",
  "employment",
  "ttl tetala",
  "umur usia age",
  "kelamin klmin klmn klm kelmin klamin gender sex kelamn",
  "jenis jns jen jenisnya type kind jens",
  "jk jnk jeniskel jenkel jekel",
  "alamat almt alamt almat address addr alm dalem",
  "domisili dom domsili domicile",
  "jalan jl jln street",
  "tinggal tinggl tggal",
  "rumah rmh home",
  "rt",
  "rw",
  "kelurahan klrhn kelrahan kelurhan klurahan ward gampong nagari kampung",
  "desa ds",
  "kecamatan kec kcmtn kecmatan",
  "wilayah wil wly",
  "ibu mother ibuk emak mak indung",
  "ayah bapak father bpk",
  "kandung kdg kndg kandungnya gadis",
  "pekerjaan pkrjaan pkrjn pek pekj pekrjn krjn kerjaan gaweyan gawean pagawean padamelan gawian jamang",
  "pekerja pekerjanya",
  "profesi profession prof",
  "usaha ush usha",
  "kerja bekerja work job",
  "penghasilan phsl penghsln pengh pghsln phasilan penghslan pnghsilan income earning earnings",
  "pendapatan pndptn pendpt pdptn pndapatan revenue",
  "upah gaji salary wage wages honor honorarium",
  "omzet omset omz",
  "telepon telp tlp tlpn telpon tlf telephone phone notelp telepn telfon tel",
  "hp hape handphone ponsel nohp mobile cellular seluler selular gawai",
  "wa whatsapp whats whatsap watsap wasap",
  "kontak contact cp",
  "keterangan ket kett ketr keterngan remarks remark note notes catatan cttn ctt",
]

/** Words that name other columns: never mended into one of the above, never taken apart. */
const OTHERS = [
  ...["agama", "status", "pendidikan", "golongan", "darah", "kawin", "email", "surel", "npwp"],
  ...["foto", "luas", "lahan", "jumlah", "tanggungan", "anggota", "kapal", "motor", "polisi"],
  ...["plat", "bank", "rekening", "kelompok", "desil", "ketua", "pemilik", "pos", "kode", "ijin"],
  ...["izin", "surat", "suku", "bangsa", "warga", "negara", "hubungan", "kepala", "peserta"],
  ...["bpjs", "kis", "pkh", "bpnt", "kks", "disabilitas", "ragam", "alat", "bantu", "lokasi"],
  ...["pangkalan", "aplikator", "platform", "driver", "vehicle", "kendaraan", "lama", "sejak"],
  ...["mulai", "komoditas", "paguyuban", "koperasi", "organisasi", "komunitas"],
  ...["pengeluaran", "belanja", "tabungan", "hutang", "modal", "biaya", "pinjaman", "iuran"],
  ...["hasil", "bersih", "kotor", "rata", "jam", "minggu", "hari", "harian", "orang", "anak"],
  ...[
    "sesuai",
    "menurut",
    "kecil",
    "besar",
    "pasar",
    "kios",
    "blok",
    "provinsi",
    "kabupaten",
    "kelas",
    "merk",
  ],
]

const WORDS = new Map(
  FORMS.flatMap((line) => {
    const [word = "", ...forms] = line.split(" ")
    return [word, ...forms].map((form) => [form, word] as const)
  }),
)
for (const word of OTHERS) if (!WORDS.has(word)) WORDS.set(word, word)
const OTHER_WORDS: ReadonlySet<string> = new Set(OTHERS)

/** Two letters that are a word even where words are written together. */
const SHORT_PARTS: ReadonlySet<string> = new Set(["no", "hp", "wa", "kk", "rt", "rw", "jk", "nm"])
/** A word of this length may carry one slip of the hand, a lost letter too; twice as long, two. */
const SLIP_LENGTH = 5

export interface HeaderWords {
  /** The label in words that the patterns know. */
  readonly text: string
  /** Words that the vocabulary does not have. */
  readonly unknown: number
  /** Words that were read through a slip of the hand. */
  readonly mended: number
}

/** "tmpat lhir", "tempatlahir" and "TMPT_LHR" all read "tempat lahir". */
export function readHeaderWords(folded: string): HeaderWords {
  let [unknown, mended] = [0, 0]
  const words = folded.split(" ").flatMap((token) => {
    const known = WORDS.get(token) ?? WORDS.get(token.replace(/nya$/, ""))
    if (known !== undefined) return [known]
    const parts = partsOf(token)
    if (parts !== null) return parts
    const near = mendedWord(token)
    if (near === null) unknown++
    else mended++
    return [near ?? token]
  })
  return { text: words.join(" "), unknown, mended }
}

/** Whether one of its words is known to name another column: a group, a platform, a place. */
export function namesOther(folded: string): boolean {
  return readHeaderWords(folded)
    .text.split(" ")
    .some((word) => OTHER_WORDS.has(word))
}

/** The fewest known words that make up a token wholly, or null. */
function partsOf(token: string): string[] | null {
  if (token.length < 4 || token.length > 40 || /[^a-z]/.test(token)) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= token.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 14); start <= end - 2; start++) {
      const [before, piece] = [best[start], token.slice(start, end)]
      const word = piece.length > 2 || SHORT_PARTS.has(piece) ? WORDS.get(piece) : undefined
      if (word === undefined || before === null || before === undefined) continue
      const shorter = (best[end]?.length ?? Infinity) > before.length + 1
      if (shorter) best[end] = [...before, word]
    }
  }
  return best[token.length] ?? null
}

/** The one word that a token is nearest to; a letter left out is likelier than one mistaken. */
function mendedWord(token: string): string | null {
  if (token.length < SLIP_LENGTH - 1 || token.length > 20 || /[^a-z]/.test(token)) return null
  let [found, best] = [new Set<string>(), Infinity]
  for (const [form, word] of WORDS) {
    if (form.length < SLIP_LENGTH || Math.abs(form.length - token.length) > 2) continue
    const allowed = Math.min(form.length, token.length) >= 2 * SLIP_LENGTH ? 2 : 1
    const edits = damerauLevenshtein(form, token)
    if (edits > allowed) continue
    const cost = 4 * edits - Math.sign(form.length - token.length)
    if (cost < best) [found, best] = [new Set([word]), cost]
    else if (cost === best) found.add(word)
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
}
