// Where these invented people live, come from and work. The kelurahan are those of the pack 64.71-balikpapan.
import type { People } from "./highland-unseen-names.ts"

/** District number of the NIK, name as the pack spells it, another spelling that offices use. */
export const KELURAHAN: readonly (readonly [district: string, name: string, other: string])[] = `
01 Manggar|Mangar, 01 Lamaru|Lemaru, 01 Teritip|Tritip, 01 Manggar Baru|Manggar Br,
02 Baru Ilir|Baru Hilir, 02 Baru Tengah|Baru Tgh, 02 Baru Ulu|Baru Hulu, 02 Kariangau|Kariangaw,
02 Margo Mulyo|Margomulyo, 02 Marga Sari|Margasari,
03 Batu Ampar|Batuampar, 03 Gunung Samarinda|Gn Samarinda, 03 Karang Joang|Karangjoang, 03 Muara Rapak|Muararapak,
03 Gunung Samarinda Baru|Gn Samarinda Baru, 03 Graha Indah|Grahaindah,
04 Gunung Sari Ulu|Gn Sari Ulu, 04 Gunung Sari Ilir|Gn Sari Ilir, 04 Karang Rejo|Karangrejo,
04 Karang Jati|Karangjati, 04 Mekar Sari|Mekarsari, 04 Sumber Rejo|Sumberejo,
05 Sepinggan|Spinggan, 05 Gunung Bahagia|Gn Bahagia, 05 Sepinggan Baru|Sepinggan Br, 05 Sepinggan Raya|Spinggan Raya,
05 Sungainangka|Sungai Nangka, 05 Damai Baru|Damai Br, 05 Damai Bahagia|Damaibahagia,
06 Prapatan|Perapatan, 06 Telaga Sari|Telagasari, 06 Klandasan Ulu|Klandasan Hulu, 06 Klandasan Ilir|Klandasan Hilir,
06 Damai|Kel. Damai`
  .split(",")
  .map((entry) => {
    const [name = "", other = ""] = entry.trim().slice(3).split("|")
    return [entry.trim().slice(0, 2), name, other] as const
  })

const origins = (text: string): (readonly [string, string])[] =>
  text.split(",").map((entry) => [entry.trim().slice(0, 4), entry.trim().slice(5)] as const)

/** Regencies by the first four digits of a NIK; the first ones send most migrants. */
export const ORIGINS: Readonly<Record<People, readonly (readonly [string, string])[]>> = {
  minang: origins(
    "1371 Padang,1306 Agam,1305 Padang Pariaman,1304 Tanah Datar,1375 Bukittinggi,1307 Lima Puluh Kota,1376 Payakumbuh,1302 Solok,1301 Pesisir Selatan,1303 Sijunjung,1377 Pariaman,1308 Pasaman,1471 Pekanbaru",
  ),
  batak: origins(
    "1271 Medan,1202 Tapanuli Utara,1212 Toba,1217 Samosir,1208 Simalungun,1272 Pematangsiantar,1206 Karo,1211 Dairi,1203 Tapanuli Selatan,1213 Mandailing Natal,1207 Deli Serdang,1201 Tapanuli Tengah,1277 Padangsidimpuan,1473 Dumai",
  ),
  aceh: origins(
    "1171 Banda Aceh,1108 Aceh Utara,1111 Bireuen,1107 Pidie,1106 Aceh Besar,1103 Aceh Timur,1105 Aceh Barat,1173 Lhokseumawe,1174 Langsa,1101 Aceh Selatan",
  ),
  melayu: origins(
    "1471 Pekanbaru,2171 Batam,1408 Siak,2172 Tanjung Pinang,2101 Bintan,1403 Bengkalis,1571 Jambi,1671 Palembang,1404 Indragiri Hilir,6171 Pontianak,6101 Sambas",
  ),
  sunda: origins(
    "3273 Bandung,3205 Garut,3206 Tasikmalaya,3204 Kabupaten Bandung,3203 Cianjur,3202 Sukabumi,3211 Sumedang,3207 Ciamis,3208 Kuningan,3210 Majalengka,3213 Subang,3215 Karawang,3201 Bogor",
  ),
  betawi: origins(
    "3174 Jakarta Selatan,3175 Jakarta Timur,3173 Jakarta Barat,3171 Jakarta Pusat,3172 Jakarta Utara,3275 Bekasi,3276 Depok,3671 Tangerang,3674 Tangerang Selatan",
  ),
  toraja: origins(
    "7318 Tana Toraja,7326 Toraja Utara,7373 Palopo,7371 Makassar,7317 Luwu,7324 Luwu Timur,7603 Mamasa,6472 Samarinda",
  ),
  minahasa: origins(
    "7171 Manado,7102 Minahasa,7172 Bitung,7173 Tomohon,7106 Minahasa Utara,7105 Minahasa Selatan,7107 Minahasa Tenggara,7271 Palu",
  ),
  ambon: origins(
    "8171 Ambon,8101 Maluku Tengah,8172 Tual,8106 Seram Bagian Barat,8103 Kepulauan Tanimbar,8102 Maluku Tenggara,8108 Maluku Barat Daya,8271 Ternate",
  ),
  papua: origins(
    "9171 Jayapura,9103 Kabupaten Jayapura,9106 Biak Numfor,9105 Kepulauan Yapen,9202 Manokwari,9271 Sorong,9102 Jayawijaya,9104 Nabire,9203 Fakfak,9109 Mimika",
  ),
  timor: origins(
    "5371 Kupang,5304 Belu,5303 Timor Tengah Utara,5302 Timor Tengah Selatan,5321 Malaka,5308 Ende,5307 Sikka,5306 Flores Timur,5310 Manggarai,5309 Ngada,5311 Sumba Timur,5314 Rote Ndao,5305 Alor,5313 Lembata",
  ),
  bali: origins(
    "5171 Denpasar,5108 Buleleng,5107 Karangasem,5102 Tabanan,5104 Gianyar,5103 Badung,5101 Jembrana,5106 Bangli,5105 Klungkung",
  ),
  sasak: origins(
    "5202 Lombok Tengah,5203 Lombok Timur,5201 Lombok Barat,5271 Mataram,5208 Lombok Utara,5204 Sumbawa",
  ),
}

/** One trade a line; what follows the first are other words for the same work. */
export const TRADES: readonly (readonly string[])[] = `
pedagang kaki lima|PKL|jualan|dagang; nelayan|nelayan tradisional|buruh nelayan; tukang bangunan|tukang batu|buruh bangunan;
asisten rumah tangga|ART|pembantu; sopir angkot|supir angkot|supir; ojek pangkalan|tukang ojek|ojek online|ojol;
buruh harian lepas|BHL|buruh serabutan|kuli; penjual nasi padang|warung nasi|pedagang nasi; tukang tambal ban|tambal ban|bengkel ban;
penjahit|tukang jahit; tukang kayu|mebel; juru parkir|tukang parkir|jukir; pemulung|pengumpul barang bekas; petani|tani|petani sayur;
pekebun|petani kebun; peternak babi|peternak; peternak ayam|ternak ayam; buruh cuci|cuci gosok|laundry; penjual ikan|pedagang ikan;
penjual sayur|pedagang sayur|sayur keliling; tukang las|las keliling; montir|mekanik bengkel; tukang urut|tukang pijat;
penjual kue|jualan kue|kue basah; penjaga warung|penjaga toko; marbot masjid|marbot; koster gereja|koster; guru mengaji|guru ngaji;
pembuat tahu tempe|perajin tempe; penenun|perajin tenun; tukang cukur|pangkas rambut; buruh bongkar muat|buruh pelabuhan|TKBM;
penggali sumur|tukang sumur; penyadap aren|penyadap nira; pengemudi becak motor|bentor; kusir|cidomo; tukang galon|depot air;
penambak|petambak udang; pengupas bawang|buruh pasar; penjual bakso|bakso keliling; satpam lingkungan|jaga malam; tukang listrik|instalatir`
  .split(";")
  .map((line) => line.trim().split("|"))

export const STREET_WORDS = {
  kinds: ["Jl.", "Jl.", "Jl.", "Gg.", "Gg.", "Perum", "Komplek"],
  names:
    `Mawar Melati Kenanga Cempaka Rambutan Durian Mangga Nangka Belimbing Jambu Merpati Rajawali Kutilang Cendrawasih Nuri
    Bougenville Flamboyan Anggrek Teratai Seruni Dahlia Alamanda Meranti Ulin Bengkirai Kapur Kamper Jati Mahoni Akasia
    Beringin Cemara Pinus Bakau Nipah Rotan Pandan Gaharu Merak Kasuari Elang Pipit Walet Camar Bangau Tongkol Kakap Tenggiri
    Bandeng Udang Lumba-lumba Terumbu Karang Mutiara Pasir Ombak Pelangi Fajar Senja Bintang Purnama Kejora Damai Sentosa
    Sejahtera Makmur Rukun Bersama Gotong Royong Sepakat Mufakat Swadaya Karya Mandiri Tunas Harapan Maju`.split(
      /\s+/,
    ),
  second: [
    "",
    "",
    "",
    " I",
    " II",
    " III",
    " Indah",
    " Raya",
    " Dalam",
    " Baru",
    " Asri",
    " Lestari",
  ],
} as const
