// People of the coast: Javanese, Banjarese, Bugis and Madurese names, and clerks who slip one field at a time.
import type { Random } from "../../example-random.ts"
import { againOnTheCoast, onceOnTheCoast, writeCoastDate } from "./coast-errors.ts"
import { skewed, words, type Population } from "./person.ts"

const MEN = words(`
  Agus Budi Joko Slamet Hendra Rudi Wahyu Eko Dedi Iwan Yusuf Ahmad Hasan Husin Rahmat Syamsul Arif Fajar Bambang
  Sugeng Usman Hamzah Taufik Zainal Ridwan Imran Paijo Tarno Daud Ilham Basri Kamal Nasir Rusli Saleh Tohir Wawan
  Abdul Amir Anwar Ardi Asep Aziz Baharuddin Dani Darmawan Edi Fadli Faisal Firman Gilang Hadi Hairul Halim Hamid
  Haris Idris Irwan Ismail Jamal Jefri Karim Khairul Lukman Mahmud Mansur Mulyadi Mustafa Nanang Novian Rahman
  Rizal Rizki Rohman Salim Samsuddin Sofyan Syahrul Udin Umar Wahid Yadi Yanto Yogi Zulkifli
`)
const WOMEN = words(`
  Siti Sri Nur Dewi Ratna Yanti Rini Rina Wati Sumiati Aminah Fatimah Aisyah Hartini Endang Lestari Murni Kartini
  Rohana Salmah Maria Yuliana Ningsih Suryani Halimah Zubaidah Mariam Jumiati Masitah Ani Ina Tuti Lilis Neneng
  Rusmini Fitri Indah Dian Wulan Ayu Asmah Aulia Baiq Citra Desi Diah Eka Eli Erna Evi Hasnah Hayati Ida Ijah
  Intan Jamilah Khadijah Laila Linda Mega Mila Nadia Nia Norma Nurul Puji Putri Rahma Rita Rosita Rukiah Sari
  Sinta Susi Titin Umi Vina Wahyuni Yani Yayuk Yeni Yuni Zahra
`)
const HEADS = words(
  "Su Har Wi Pur Kus Dar Mul Sar Tri Ra Sla Yud Bam Ka Mar No Par Ri Sa Ta Wa Ja Ha Lu",
)
const MIDDLES = words("gi di jo ya ma pri to na ha wi nar bi ri ki la mi da ra si ti")
const MALE_TAILS = words("no to yanto yono wan rto so man min dayat syah tono din ansyah adi uddin")
const FEMALE_TAILS = words("ni wati yah ningsih yati sih tun nah rini lia tina asih mah ana")
const SECONDS = words(`
  Hidayat Saputra Wibowo Pratama Rahman Setiawan Kurniawan Susanto Gunawan Firmansyah Hakim Maulana Ramadhan
  Permana Purnomo Suwandi Hariyanto Wijaya Kusuma Nugroho Prasetyo Pangestu Effendi Suharto Arifin Fauzi Syahputra
`)
const FEMALE_SECONDS = words(`
  Handayani Utami Anggraini Permatasari Lestari Rahayu Wulandari Maharani Puspita Safitri Astuti Damayanti
  Hasanah Khotimah Fitriani Novitasari Oktaviani Rahmawati Suryaningsih Apriliani
`)

/** A made word: many are rare, as on every real list. */
function made(tails: readonly string[], random: Random): string {
  return skewed(HEADS, random, 1.4) + skewed(MIDDLES, random, 1.3) + skewed(tails, random, 1.5)
}

function man(random: Random): string {
  const given = random.chance(0.45) ? skewed(MEN, random, 2) : made(MALE_TAILS, random)
  if (random.chance(0.09)) return given
  const first = random.chance(0.16) ? `Muhammad ${given}` : given
  const second = random.chance(0.5) ? skewed(SECONDS, random, 1.6) : made(MALE_TAILS, random)
  return random.chance(0.12)
    ? `${first} ${second} ${made(MALE_TAILS, random)}`
    : `${first} ${second}`
}

function woman(random: Random): string {
  const given = random.chance(0.5) ? skewed(WOMEN, random, 2) : made(FEMALE_TAILS, random)
  if (random.chance(0.09)) return given
  const first = random.chance(0.1) ? `Siti ${given}` : given
  const second = random.chance(0.5)
    ? skewed(FEMALE_SECONDS, random, 1.6)
    : made(FEMALE_TAILS, random)
  return random.chance(0.1)
    ? `${first} ${second} ${made(FEMALE_TAILS, random)}`
    : `${first} ${second}`
}

export const COAST: Population = {
  man,
  woman,
  familyName: () => "",
  regions: words(
    "647101 647102 647103 647104 647105 647106 640101 637101 730101 352601 350101 630301",
  ),
  streets: (random) =>
    `${random.pick(["Jl.", "Jalan", "Gg.", "Gang", "Jl"])} ${made(MALE_TAILS, random)} ${random.pick(["No.", "No", "Blok A"])} ${random.int(1, 150)}`,
  jobs: words("nelayan ojek pedagang buruh petani penjahit pemulung sopir"),
  shares: {
    ...{ twice: 0.055, thrice: 0.08, sizes: [0.25, 0.12, 0.06], twins: 0.02 },
    ...{ namesake: 0.01, sharedPhone: 0.45, newYear: 0.02 },
  },
  again: againOnTheCoast,
  once: onceOnTheCoast,
  writeDate: writeCoastDate,
}
