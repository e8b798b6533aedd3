// Name words of peoples of Bali, Lombok, Sulawesi, Maluku, Papua and the Lesser Sunda Islands.
import { words, type Wordbook } from "./highland-unseen-words-west.ts"

const BAPTISED_MALE = words(
  `Yohanes Paulus Petrus Markus Yosef Antonius Fransiskus Stefanus Andreas Yakobus Matius Lukas Daniel Kristian
  Simon Filipus Tomas Marthen Yunus Samuel Yoseph Agustinus Martinus Ferdinandus Aloysius Ignasius Benediktus Dominikus
  Gabriel Rafael Mikael Hendrikus Kornelis Wilhelmus Bernardus Alfonsus Ambrosius Blasius Kanisius Klemens Laurensius
  Leonardus Maksimus Nikolaus Oktovianus Pius Rikardus Robertus Sebastianus Silvester Theodorus Valentinus Vinsensius
  Viktor Yeremias Zakarias Yulianus Adrianus Albertus Eduardus Emanuel Gregorius Kristoforus Melkior Thimotius Yermias
  Benyamin Elias Imanuel Yesaya Obet Ruben Musa Habel Melkianus Soleman Mesak Isak Frans Jefri Yance Edi Nofri`,
)
const BAPTISED_FEMALE = words(
  `Maria Yuliana Marta Agustina Kristina Elisabet Yohana Theresia Fransiska Paulina Margaretha Anastasia Katarina Veronika
  Magdalena Regina Rosalia Rosa Monika Lusia Bernadeta Yosefina Antonia Helena Yustina Martina Kornelia Emiliana Dorkas
  Naomi Rut Ester Debora Sara Rahel Ribka Susana Batseba Hana Lidia Yublina Yakomina Ferderika Wilhelmina Petronela Adolfina
  Adriana Angela Apolonia Beatriks Benedikta Sesilia Klara Klaudia Dominika Felisitas Florensia Gaudensia Genoveva Hironima
  Imelda Kristiana Leonarda Marselina Natalia Oktaviana Priska Rafaela Skolastika Teodora Ursula Viktoria Welmince Yasinta`,
)

export const TORAJA: Wordbook = {
  male: [
    ...words("Yohanis Daud Agustinus Markus Marthen Simon Petrus Semuel Yunus Luther Yulius Lukas"),
    ...words(
      "Elias Matius Sattu Duma Pong Tandi Rante Bonggai Sampe Lande Tato' Bunga' Allo Karre'",
    ),
    ...BAPTISED_MALE.slice(20),
  ],
  female: [
    ...words(
      "Marta Yuliana Maria Damaris Elisabeth Ludia Rachel Herlina Agustina Limbong Bua' Lai'",
    ),
    ...words("Sarce Bertha Naomi Debora Ribka Lince Datu Indo' Selfi Novianti Alfrida Paulina"),
    ...BAPTISED_FEMALE.slice(20),
  ],
  family: words(
    `Palimbong Rantetondok Tandirerung Pasande Sarira Patandianan Bara'padang Tangkelangi' Parinding Sampetoding Randanan Tallulembang
    Pongmasak Tandilino Patabang Bunga' Paembonan Kendek Lande Rantelino Sulle Tulak Saleda' Payung Embatau Masarrang
    Pakiding Tandungan Lebang Pabuaran Allorante Biringkanae Sambolangi' Rombe Ma'dika Salurante Palayukan Tandiayu`,
  ),
  heads: words(
    "Tandi Rante Sampe Allo Pali Lem Bua' Pata Ran Pong Tangke Salu Bara' Sule Kala Toding Bam Lai' Tiku Mang Sara Pasa",
  ),
  maleTails: words(
    "langi' rerung tondok bua' toding padang lino rante allo tasik bunna malolo kila' lebang lembang pasau",
  ),
  femaleTails: words(
    "bunga datu bua' langi' ayu allo sura' linggi lolo mangi batara' pare lai bulaan rapa' rannu",
  ),
}

export const MINAHASA: Wordbook = {
  male: words(
    `Jefry Denny Ferdinand Jantje Hengky Ronny Stenly Franky Novry Meidy Jerry Marthen Billy Alfrets Donald Roy Steven Maikel
    Christian Vicky Fredrik Johanis Rolly Deddy Frans Hanny Noldy Welly Berty Yopie Herman Jimmy Arthur Decky Rivo Jonly
    Ventje Nolly Boy Sonny Olden Rifky Alan Erick Kevin Jovan Gerald Brayen Ricky Teddy Max Adolf Karel`,
  ),
  female: words(
    `Meike Jeane Deisy Selvie Meiske Olga Sintje Yulin Fenny Altje Jeine Vonny Greity Merry Feibe Novita Treisje Syane Femmy
    Deitje Lingkan Nova Grace Stefani Lidya Silvana Junita Maria Anneke Henny Yenny Sartje Marsye Nontje Rosye Anita
    Christin Angelina Chelsea Gloria Pricilia Natasya Welmi Tineke Elsye Rita Linda Vivi Mieke Sherly`,
  ),
  family: words(
    `Rumengan Wowor Tumbelaka Lumintang Pangkey Sondakh Mandagi Kawilarang Supit Waworuntu Runtuwene Mamahit Lengkong Karundeng
    Rorimpandey Tambajong Wenas Kalalo Montolalu Pontoh Mokodompit Tangkudung Rondonuwu Sumual Worang Polii Tumiwa Umboh
    Lasut Kaunang Kandou Wuisan Rompas Mandey Langi Tuerah Palit Mongdong Pesik Sumolang Turangan Makalew Ratulangi
    Kaligis Maramis Watuseke Korompis Tulung Ticoalu Assa Rawung Kalangi Moniaga Pelealu Sengkey Mewengkang Tumundo`,
  ),
  heads: words(
    "Jef Ven Mei Stev Al Rol Nov Fer Dei Jen Ren Mar Ol Den Wil Sel Fren Yul Ger Ron Her Vic Chris Rey Mel Fran Bran Glen",
  ),
  maleTails: words(
    "ry ly son ny ky tje nald rie do vin rol nly dy sen rits liano fer mond ton ricky",
  ),
  femaleTails: words(
    "ske vie tje lin sye na cia line ke ra nita sia nny lia rita ly tin lda nske ria",
  ),
}

export const AMBON: Wordbook = {
  male: [...words("Johanis Yopi Max Ampi Julius Semuel Dominggus"), ...BAPTISED_MALE],
  female: [...words("Yosina Mariana Costansina Maya Dortje Welmina"), ...BAPTISED_FEMALE],
  family: words(
    `Pattiasina Tuhumury Latuconsina Sahetapy Matulessy Pattinama Lekatompessy Tomasoa Manuhutu Latuheru Siahaya Tahitu Nanlohy
    Souisa Patty Leatemia Tutuarima Soplanit Tamaela Pelupessy Hehanussa Salampessy Rumahlewang Tuasikal Wattimena
    Wattimury Talakua Pattipeilohy Huwae Kakisina Louhenapessy Lesnussa Maitimu Makatita Ririmasse Sapulette Sopacua
    Tetelepta Uneputty Usmany Lilipaly Noya Parera Hitipeuw Anakotta Titaley Watti Nikijuluw Luhulima Pical Ruhupatty`,
  ),
  heads: words("Yo Wel Dor Cos Jul Max Lea Nus Pat Cor Be Fred Jac Mat Rut Sal An Ot El Al"),
  maleTails: words("nis tje rik minggus lius sen fret tus ky demus berth lof son wyn"),
  femaleTails: words("sina mina tje lina ance fina ria ntje reta lia na delina since cina"),
}

export const PAPUA: Wordbook = {
  male: [...words("Yulianus Otniel Melkias Obaja Nehemia Yotam"), ...BAPTISED_MALE.slice(6)],
  female: [...words("Yokbet Orpa Selfina Mince Yosina Alfonsina"), ...BAPTISED_FEMALE.slice(3)],
  family: words(
    `Rumbiak Wanggai Kogoya Wenda Rumaropen Mandacan Tabuni Yoku Suebu Kambu Rumbino Rumkorem Mambrasar Wonda Enumbi
    Telenggen Murib Pigai Gobai Mote Yikwa Ohee Ondi Felle Sokoy Ayomi Karubaba Imbiri Korwa Krey Rumere Warbal
    Kareth Sagrim Solossa Asmuruf Jitmau Howay Bosawer Iba Inanosa Fonataba Waromi Ansanay Womsiwor Sawaki Yarangga Kafiar`,
  ),
  heads: words("Yo Mel Ot Sel Al Or Ne Ya Fe Eli Ham Ter Nik Wel Is Lam Ab Pi Mi Ob"),
  maleTails: words("tam kias niel baja emus son ias inus erson ius anus odus edik ut"),
  femaleTails: words("fina kbet pince lina sina mina ince ance rina dina tina ana oma elin"),
}

export const TIMOR: Wordbook = {
  male: BAPTISED_MALE,
  female: BAPTISED_FEMALE,
  family: words(
    `Bere Seran Nahak Fernandez Leki Taolin Klau Mau Banu Tefa Nenabu Boimau Benu Tnunay Lopo Kase Selan Neonane Fallo
    Taek Manek Asa Fahik Luan Bria Atok Teti Nino Ndun Ludji Radja Haba Lomi Kana Bangu Djami Riwu Here Manafe Lassa
    Da'i Bo'a Nggili Wea Dhae Ngodu Wona Keo Toda Meo Bhoki Soka Lewa Ledo Kedang Koten Hayon Lamury Tukan Kelen
    Lamanepa Lein Ola Boro Geroda Kopong Tokan Sogen Bala Da'Costa Parera Gomes Pereira Soares Carvalho Jehadut Jemarut
    Nggorong Pantur Gagut Janggur Hambur Ndarung Syukur Jehabut Sehadun Ba'i Ra'u Meko Pandie Mooy Foeh Haning Messakh`,
  ),
  heads: words("Ferd Al Mel Yul Ber Nov Ed Gon Kris Mar Sil Os Vit Flor Emil Dam Wen Hil Rom Gau"),
  maleTails: words(
    "inandus oisius kianus ianus nabas aldus zaga torius encius ardus isius eus dus",
  ),
  femaleTails: words("iana enita inda entina osa eta ilia isia arisa onika alia urensia ensi ina"),
}

export const BALI: Wordbook = {
  male: words(
    `Suardana Sudiarta Suartana Adnyana Arnawa Sukerta Wirawan Mahendra Suparta Artawan Sudana Widiana Budiarta Darmawan Merta
    Astawa Suwirta Parwata Gunawan Sukarta Widana Yasa Suweta Subawa Kariasa Mudita Sudarma Wijana Sutama Suyasa Ariawan
    Sugiarta Juliana Aditya Dharma Pradnyana Krisna Permana Putra Saputra Dana Kerta Rai Oka`,
  ),
  female: words(
    `Suryani Wati Ariani Astuti Sukerti Sari Widiani Suartini Murniasih Sulastri Suwarni Budiasih Yuliani Puspayanti Ayu Sudiani
    Purnami Rusmini Kariasih Darmiati Mariani Artini Suarniti Kusumawati Rai Trisna Lestari Dewi Pratiwi Parwati
    Sukarini Wirati Sutarmi Sriasih Suastini Warsiki Cahyani Padmi Rahayu Sumiati Yasmini`,
  ),
  family: [],
  heads: words(
    "Su Ar Wi Bu Dar Ast Mer Kar Par Wid Suk Sud Pur Mur Yas Adn Kus Jul Ngur Sug Pra Man Art Gus Swa Ked",
  ),
  maleTails: words(
    "arta diarta kerta ardana yasa tama wirya jana nawa dika mawan tika astra weda bawa gina darsana anta ditya mbawa",
  ),
  femaleTails: words(
    "artini kerti diani yanti asih wati warni rini tami sini astri martini niti miati dewi yuni dnyani riasih lasmi pini",
  ),
}

export const SASAK: Wordbook = {
  male: words(
    `Muhammad Muhsan Sahdan Mahsun Amaq Zulkarnaen Sapoan Mahnun Sahrun Junaidi Suhaili Saparudin Mahyudin Muksin Sukardi Inaq
    Hamdi Nursalim Haerul Rusnan Kamarudin Munawir Saleh Murad Hirman Rasidi Mustiadi Sabri Makmun Sukri Supardi Akmal
    Wiranata Gede Satriawan Putria Mandalika Jelenga Kertayuda Mahsar Saipul Awaludin Tarmizi Zaenudin Nurdin`,
  ),
  female: words(
    `Siti Nur Fatmah Sahnun Rohani Mahni Nuraini Husnul Raehanun Sumiati Rohmah Hadijah Inaq Saknah Mariam Halimah Sa'adah
    Baiq Ratnawati Laela Nurhidayah Zohriah Musnah Hapsah Rabi'ah Sri Muliati Ma'nah Johariah Murniati Salmiah
    Rumiati Kartini Sakyah Mahyuni Suhaeni Aluh Denda Nurul Hikmah Maesarah Wardah`,
  ),
  family: [],
  heads: words(
    "Mah Sah Suh Zul Sap Haer Mun Rus Jun Mus Sal Kam Hap Raeh Zoh Joh Nur Muh Sak Rum Mur Sat Aw Han Lal Ras",
  ),
  maleTails: words(
    "sun dan aili nan udin iadi rul ir nun an sin oan yadi uri karnaen wandi im as ip ardi",
  ),
  femaleTails: words(
    "nun iah ni anun mah iati yuni riah sah ilah ayani nah aidah ini urah arniati eni ah yani una",
  ),
}
