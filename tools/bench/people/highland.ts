// People of Sumatra, the east and Bali: family names, Christian names and names by birth order; clerks
// some of whom are careless in everything and most in nothing.
import type { Random } from "../../example-random.ts"
import { againInTheHighlands, onceInTheHighlands, writeHighlandDate } from "./highland-errors.ts"
import { skewed, words, type Population } from "./person.ts"

const BATAK =
  words(`Tigor Parulian Jonner Hotman Sahala Marudut Togar Binsar Poltak Saut Mangasi Bonar Ramlan Edison
  Jhonson Lamhot Maruli Pardamean Rudolf Sabar Tumpal Victor Wilson Haposan Gomgom`)
const BATAK_WOMEN =
  words(`Rotua Tiur Lasma Rospita Dumaria Herlina Nurmala Roslina Sondang Tiodora Uli Delima Friska
  Hotmaida Juniar Kristina Lamria Mastiur Novalina Pinta Ruth Serepina Tetty Yohana Elfrida`)
const MARGA =
  words(`Siregar Simanjuntak Sinaga Nainggolan Panjaitan Hutapea Sihombing Situmorang Pardede Tambunan
  Silalahi Sianipar Marbun Gultom Hutabarat Lumbantoruan Manalu Napitupulu Pakpahan Rajagukguk Saragih Sembiring
  Tarigan Ginting Purba Barus Bangun Perangin Sitepu Karo Damanik Girsang Hutagalung Lubis Batubara`)
const MINANG =
  words(`Zulfikar Syafrizal Yurnalis Erizal Masrizal Hendrizal Afrizal Dasril Fakhri Irwandi Jasman Khairuddin
  Marzuki Nofrizal Rahmadi Syahrial Taufiq Yulizar Zainuddin Buyung Amrizal Basrizal Darwis Elfian`)
const MINANG_WOMEN =
  words(`Yurnida Erniwati Rahmiati Fitriyeni Desmawati Gusnita Zuraida Asmiyati Yusnimar Mardiana Nurhayati
  Syafrida Upik Wirdati Yulinar Elvira Hafnizar Ismarni Jasmaniar Rosmaniar Salmiati`)
const CHRISTIAN =
  words(`Yohanes Markus Petrus Paulus Stefanus Andreas Filipus Yakobus Matius Lukas Simon Thomas Daniel Samuel
  Yusuf Abraham Isak Benyamin Gabriel Mikael Antonius Fransiskus Dominikus Aloysius Ignasius Vinsensius Robertus
  Emanuel Kristoforus Melkianus Obed Naftali Zeth`)
const CHRISTIAN_WOMEN =
  words(`Maria Marta Elisabet Katarina Yuliana Theresia Margareta Magdalena Anastasia Kristina Agustina
  Fransiska Veronika Yosefina Bernadeta Regina Paulina Dorkas Debora Ester Naomi Rut Sara Lidia Hana Selvina Orpa`)
const EAST_HEADS = words(
  "Wa Ke Ma Ru Bo Ta Le Na Wo Mo Pa So Ri Da Lo Fa Kai Mbi Nga Te Ho Sa Ya Un",
)
const EAST_MIDDLES = words("ro ka le ni bu la ti ma na wa ngo li re do fi ke mbo ra su")
const EAST_TAILS = words(
  "uw bun pi tty rey lan dang mbrauw oy ey lena nda nggu mau leki naka seran tukan loe bria kelen",
)
const BALI_ORDERS = words("Wayan Made Nyoman Ketut Putu Kadek Komang Gede")
const BALI =
  words(`Sudiarta Suparta Widana Artawan Budiasa Darmika Karyasa Merta Nuarta Pasek Rai Sukadana Tirta Wirawan
  Yasa Adnyana Sugita Mudra Suwitra Astawa Wiguna Pande Sentana Subrata Oka Diatmika`)
const SUNDA =
  words(`Asep Ujang Dadang Cecep Entis Iwan Jajang Kusnadi Maman Nandang Otong Rohmat Sobari Tatang Uus Wawan
  Yayat Aceng Didin Endang Engkos Gunawan Hendar Ikin Jaja`)
const SUNDA_WOMEN =
  words(`Euis Iis Cucu Nyai Eneng Imas Tati Yoyoh Ai Dedeh Enok Hindun Icih Juju Kokom Lina Mimin Nining
  Oom Popon Rohaeti Siti Tarsih Uun Wiwin`)
const SUNDA_TAILS = words(
  "Suryana Permana Nurjaman Kurnia Solihin Hermawan Sutisna Mulyana Supriatna Koswara Sumarna Hidayat",
)

function eastern(random: Random): string {
  return (
    skewed(EAST_HEADS, random, 1.2) +
    skewed(EAST_MIDDLES, random, 1.2) +
    skewed(EAST_TAILS, random, 1.2)
  )
}

/** The family name tells where a family is from. */
function familyName(random: Random): string {
  const draw = random.next()
  if (draw < 0.35) return skewed(MARGA, random, 1.5)
  return draw < 0.65 ? eastern(random) : ""
}

function man(random: Random): string {
  const draw = random.next()
  if (draw < 0.25) return skewed(BATAK, random, 1.5)
  if (draw < 0.55)
    return random.chance(0.4)
      ? `${skewed(CHRISTIAN, random, 1.5)} ${skewed(CHRISTIAN, random, 1.2)}`
      : skewed(CHRISTIAN, random, 1.5)
  if (draw < 0.75)
    return `${skewed(MINANG, random, 1.3)} ${random.chance(0.5) ? skewed(MINANG, random, 1) : eastern(random)}`
  if (draw < 0.87) return `I ${skewed(BALI_ORDERS, random, 1.3)} ${skewed(BALI, random, 1.2)}`
  return `${skewed(SUNDA, random, 1.4)} ${skewed(SUNDA_TAILS, random, 1.2)}`
}

function woman(random: Random): string {
  const draw = random.next()
  if (draw < 0.25) return skewed(BATAK_WOMEN, random, 1.5)
  if (draw < 0.55)
    return random.chance(0.45)
      ? `${skewed(CHRISTIAN_WOMEN, random, 1.5)} ${skewed(CHRISTIAN_WOMEN, random, 1.2)}`
      : skewed(CHRISTIAN_WOMEN, random, 1.5)
  if (draw < 0.75)
    return `${skewed(MINANG_WOMEN, random, 1.3)} ${random.chance(0.4) ? skewed(MINANG_WOMEN, random, 1) : eastern(random)}`
  if (draw < 0.87) return `Ni ${skewed(BALI_ORDERS, random, 1.3)} ${skewed(BALI, random, 1.2)}`
  return `${skewed(SUNDA_WOMEN, random, 1.4)} ${eastern(random)}`
}

export const HIGHLAND: Population = {
  man,
  woman,
  familyName,
  regions: words(
    "647105 647101 647106 120101 127101 130601 137101 530101 537101 820101 910101 510301 517101 320401 710101 110101",
  ),
  streets: (random) =>
    random.chance(0.5)
      ? `Perum ${eastern(random)} Blok ${random.pick(["A", "B", "C", "D", "E"])} ${random.int(1, 40)}`
      : `Jl. ${skewed(MARGA, random, 1)} ${random.pick(["No.", "Nomor", "No"])} ${random.int(1, 200)}`,
  jobs: words(
    "pengemudi nelayan pekebun buruh-bangunan asisten-rumah-tangga pedagang-kaki-lima tukang-parkir penganyam",
  ),
  shares: {
    ...{ twice: 0.06, thrice: 0.12, sizes: [0.2, 0.14, 0.1], twins: 0.03 },
    ...{ namesake: 0.02, sharedPhone: 0.5, newYear: 0.03 },
  },
  again: againInTheHighlands,
  once: onceInTheHighlands,
  writeDate: writeHighlandDate,
}
