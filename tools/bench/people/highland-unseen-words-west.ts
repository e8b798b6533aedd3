// Name words of peoples of Sumatra and western Java, most frequent first. `heads` and `tails` make the
// long tail of rare words the way parents there make them: Syaf+rizal, Yul+niar, Zul+hendri.
export interface Wordbook {
  readonly male: readonly string[]
  readonly female: readonly string[]
  readonly family: readonly string[]
  readonly heads: readonly string[]
  readonly maleTails: readonly string[]
  readonly femaleTails: readonly string[]
}

export function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

export const MINANG: Wordbook = {
  male: words(
    `Rizki Zulkifli Afrizal Syafrizal Rahmat Yusuf Hendri Irwan Ridwan Syahrul Erizal Dedi Muhammad Yulius Masri
    Nasrul Amrizal Edison Anwar Hamdan Darwis Efendi Firdaus Jasman Khairul Mardianto Nofrizal Oktavian Rusdi
    Syamsul Taufik Usman Wirman Yasrizal Zainal Buyung Ramli Burhanuddin Marlis Arnel Bustami Idrus Zulfahmi
    Asrul Jufri Alizar Novri Rinaldi Hasrul Kasman Jamaris Basri Fakhri Iqbal Ilham Arif Fadil Hafiz Habib Farhan`,
  ),
  female: words(
    `Yulniar Nurhayati Rosmanidar Elfi Yenni Desmawati Ernawati Nofrita Zulhijah Syamsinar Nurlela Asmara Fitria
    Murniati Dahniar Yusnidar Rahmi Silvia Rina Welmi Yurnalis Nurjanah Armaini Zubaidah Mardiana Lisnawati Helmi
    Erlina Jusmaniar Nurbaiti Gusnita Ratna Suryani Marlina Yelfi Rosda Darneli Nelfi Susi Wirda Fauziah Rabiah
    Upik Nadia Aisyah Salsabila Hanifa Aulia Annisa Mutia Suci Vivi Widya Reni Afrida Nurasni Zuraida Latifah`,
  ),
  family: words(
    "Chaniago Koto Tanjung Piliang Sikumbang Guci Jambak Melayu Caniago Bodi Pitopang Dalimo",
  ),
  heads: words(
    "Syaf Zul Yus Af Er Nof Des Yul Ras Jas Mar Hel Del Is Yel Nas Ros Lis El Nel Gus Wir Dar Al Fir Hen Jon Efr Mas Bus Am Yun Yas Har Ded Zal Riz Tas Ars Mul Jun Feb Okt Nur Ef Vin Wel Sep",
  ),
  maleTails: words(
    "rizal fendi man wandi dion fian naldi nedi wardi hendri mizal gusman meri dian zon rijal fitra yanto hardi nil vendra med rial roni zar min mansyah endi amri aldi",
  ),
  femaleTails: words(
    "niar neti marni wati maini mita yeni hayati lina tina dawati fni nida nimar nelis darti zawati mawati santi yanti fira melda rita nengsih naini ma miarti nita weti",
  ),
}

export const BATAK: Wordbook = {
  male: words(
    `Parlindungan Hotman Togar Saut Jhonson Rudi Bonar Poltak Marihot Tumpal Binsar Ramses Robert Jonni Manahan Hasiholan
    Maruli Pardomuan Sahat Ronal Horas Mangasa Tigor Monang Lambok Sabar Dapot Marulak Edward Charles Jefri Daniel
    Samuel Andreas David Johannes Paulus Petrus Benny Rikardo Lamhot Oloan Gomgom Jannes Haposan Luhut Ganda Pahala
    Edison Wilson Hendrik Freddy Nelson Riduan Halomoan Hamonangan Baringin Bintang Ucok Raja Doni Ferry Immanuel`,
  ),
  female: words(
    `Tiurma Rosmaida Herlina Roslina Lamria Nurhaida Tiarma Duma Rotua Sondang Hotmaida Mariana Romauli Tetti Marintan
    Lasmaria Ida Rosdiana Kristina Elisabet Yohana Ruth Ester Debora Lestari Morina Ramauli Delima Masta Rumondang
    Nursia Tiominar Mastiur Farida Juliana Veronika Martha Magdalena Santi Dewi Rini Melva Risma Rugun Serli Butet
    Friska Novita Yuni Mutiara Berliana Rohani Lidia Natalia Anita Helena Lusiana Ranita Tiodora Parulian Sinta`,
  ),
  family: words(
    `Siregar Nasution Simanjuntak Hutagalung Sinaga Situmorang Manurung Panjaitan Sitompul Harahap Lubis Pasaribu
    Simbolon Nainggolan Silalahi Sihombing Napitupulu Hutapea Tampubolon Marpaung Siahaan Sitorus Purba Saragih Damanik
    Tarigan Sembiring Ginting Karokaro Perangin-angin Hasibuan Daulay Rambe Ritonga Pohan Matondang Batubara Simatupang
    Simamora Lumbantoruan Lumbangaol Pardede Pangaribuan Sirait Gultom Samosir Sidabutar Sijabat Sinambela Hutabarat
    Hutajulu Hutasoit Aritonang Rajagukguk Ompusunggu Siburian Silaban Nababan Simorangkir Sibarani Sibuea Sianipar
    Sianturi Sagala Limbong Malau Turnip Sitanggang Naibaho Simarmata Sipayung Girsang Sumbayak Haloho Sitepu Barus
    Surbakti Bangun Depari Ketaren Kaban Milala Pandia Pelawi Brutu Padang Berutu Solin Maha Banurea Manik Tumanggor
    Boangmanalu Angkat Siagian Butarbutar Doloksaribu Tambunan Pakpahan Sormin Dalimunthe Tanjung Sihite Manalu Purnama
    Banjarnahor Lumbanraja Lumbanbatu Togatorop Marbun Sigalingging Sihotang Sinurat Nadeak Sidauruk Tamba Siallagan
    Rumapea Ambarita Gurning Sidabalok Sidebang Munthe Sinulingga Singarimbun Siringoringo Sitohang Sihaloho`,
  ),
  heads: words(
    "Hot Mar Par Ti Ro Las Lam Sa Rum Tor Mang Pan Jo Dol Bin Har Ram Sah Tum Lin Ros Nur Her Mas Ber Gok Tua Gan Hal Pin Od Ung",
  ),
  maleTails: words(
    "tua asi uli nson dani ondang hot gunan damean ganda hara sius taon sintong rizal tigor mangara dong pinta ronggur son herman bun diman landu",
  ),
  femaleTails: words(
    "maida uli ria lina ma sari dame siana rotua melda pita tiana nauli mina anna tiur nova risda ti sondang berta lia rina marito",
  ),
}

export const ACEH: Wordbook = {
  male: words(
    `Muhammad Muzakir Fauzi Zulfikar Iskandar Razali Ismail Marzuki Saifuddin Mukhlis Munawar Azhari Ibrahim Abdullah Jamaluddin
    Nasruddin Syarifuddin Hasballah Usman Zainuddin Tarmizi Mahdi Rusli Anwar Bukhari Fakhrurrazi Ridha Maimun Husaini
    Safrizal Yahya Amiruddin Adnan Mustafa Khairil Sulaiman Zakaria Ilyas Nurdin Rizal Hamdani Mahfud Junaidi Basyir`,
  ),
  female: words(
    `Nurhasanah Cut Nuraini Fatimah Rosmiati Mariani Nurmala Safiah Ainal Mardhiah Zahara Khairunnisa Maulida Rahmah Salamah
    Ainsyah Hafsah Zuraidah Nuriah Juwairiah Rukaiyah Aminah Nilawati Yusra Mutiawati Asnawiyah Raudhah Suryati Husna
    Rohana Halimah Syarifah Nurlaila Darmawati Ramlah Nurbayani Hendon Tihawa Zainab Marlaini Eliana Nadira Humaira`,
  ),
  family: [],
  heads: words(
    "Muz Zul Sai Ja Nas Mah Fah Rus Taj Kam Mun Ihs Jum Bur Khai Az Mar Sul Naz Raz Hus Fai Sya Nur Am Sah Bah Rid Ham Yun Mis Ul",
  ),
  maleTails: words(
    "akir fikri maluddin ruddin diansyah khtar syahputra rizal zari wadi ranto hadi fahmi rullah ariadi ansyah bahri inur airi uzar",
  ),
  femaleTails: words(
    "hasanah linda nawati arni mayanti layla hayati zanna idar yana rinda sitah faridah lisma awiyah zahra ira maini diana uliana",
  ),
}

export const MELAYU: Wordbook = {
  male: words(
    `Abdul Raja Tengku Syamsuddin Hasan Effendi Jamal Ramlan Azman Wan Said Zahari Kamarul Bahrum Tamrin Ahmad Fadli Ridwan
    Nazaruddin Marwan Sofyan Hamzah Idris Zaini Arifin Kasim Alwi Daud Khalid Salim Yazid Zaki Roslan Mansur Jalil Rahim
    Karim Rauf Wahab Latif Gani Hamid Aziz Malik Manaf Samad Syukur Razak`,
  ),
  female: words(
    `Siti Nur Zaleha Rokiah Maimunah Kalsum Salmah Azizah Hasnah Saadiah Rohaya Jamilah Faridah Mariam Zaharah Norma Asiah
    Ruqayyah Hamidah Masitah Rafeah Sakdiah Encik Dayang Rohimah Kamariah Normah Mahani Sarimah Rosnah Habibah Zainun`,
  ),
  family: [],
  heads: words(
    "Azm Nor Kham Sam Bah Ros Jam Zah Tam Naz Has Ruz Sya Har Bai Ran Dah Mis Kar Ham Sar Lat Ab Sof Mas Yat Bur Sal Zai Naj",
  ),
  maleTails: words(
    "an izan ruddin iansyah lani zami arul hani suri dun udin izal man arsyad wari mizi riyadi eri",
  ),
  femaleTails: words(
    "iah ita lina yati ina isah wati liana imah zila azila mala suna hayu wani ruha diyana eha",
  ),
}

export const SUNDA: Wordbook = {
  male: words(
    `Asep Dadang Cecep Ujang Deden Endang Ade Dede Iwan Yayan Tatang Encep Usep Agus Aep Oman Engkos Didin Nandang Yana Jajang
    Wawan Dudung Enjang Iyan Atang Maman Rahmat Aceng Koswara Suparman Iding Ayi Apip Gugun Yaya Uus Odang Karna Juhana
    Sobari Sutisna Rukmana Ruhiyat Hidayat Gunawan Permana Nugraha Hermawan Kosasih Suryana Mulyana Supriatna Wiguna
    Wahyudin Saepudin Kurnia Ramdani Sopian Solihin Gozali Komara Hendrayana Darajat Firmansyah Sukmana Setiawan`,
  ),
  female: words(
    `Euis Eneng Neneng Iis Imas Cucu Lilis Ai Titin Yeti Yuyun Enung Nining Entin Elis Dedeh Tuti Wiwin Popon Rohaeti Kokom
    Komariah Cicih Empat Rukmini Nyai Teti Aan Tati Oneng Ipah Ucu Enok Odah Eha Nani Rina Susilawati Kartini Sumiati
    Rosmayanti Nurjanah Mulyati Herawati Rahayu Nuraeni Lestari Anggraeni Maesaroh Siti Sopiah Solihat Kurniasih Rostika`,
  ),
  family: [],
  heads: words(
    "Sut Ruk Kos War Suk Mul Sup Her Dar Jun Ris Ram Sur Kur Kar Wah Yud Hen Ad Rus Tar Nug Cah Pur Mam Sob Sar Wir Gun Rob",
  ),
  maleTails: words(
    "isna mana wara yana iatna yadi awan yatna dani wandi antara ian ukmana hendar atmaja uddin imat supena ya tono pandi",
  ),
  femaleTails: words(
    "aesih yati iasih minarti ningsih aeti wati liawati tika maya iani mayasari ilah tini sinah oh wangi liani umi armi",
  ),
}

export const BETAWI: Wordbook = {
  male: words(
    `Muhammad Sanusi Rojali Mamat Marzuki Jaelani Madali Naman Saman Nasir Sabeni Mahmud Amsir Bokir Sainan Maat Rohili Husin
    Rohmat Udin Sapri Abdul Jayadi Mursidi Entong Namin Miun Nisin Rizki Fahmi Ridho Haerudin Saripudin Kamaludin Bahrudin
    Mukri Sanip Tohir Asmat Jamhari Rojak Mutholib Sarmili Zakaria Sabar Misan Minan Jasim Tabrani`,
  ),
  female: words(
    `Siti Nur Rohani Marpuah Saodah Mpok Rodiah Juleha Hindun Maryati Aminah Munah Romlah Rukoyah Asmanih Nurhasanah Samah
    Muniroh Masnah Enih Rohimah Suhaeni Yani Mulyanah Fatimah Hapsah Nasiah Jubaedah Sapiah Maesaroh Arsiah Sumiyati
    Nurlaela Rosidah Atikah Eha Nemah Limah Komsiah Robiah Mardiyah Neneng`,
  ),
  family: [],
  heads: words(
    "Roh Jae Mar Sab San Mur Nas Haer Sar Jub Mas Bah Kam Sap Tab Rod Mun Saod Hin Suh Mis Nem Jam Mad Sal Ruk Is Mat Nuh Bon",
  ),
  maleTails: words(
    "ili udin ani idi in ali ipudin yadi mat adi an eni sir is nan hari ih olib mun ur",
  ),
  femaleTails: words(
    "anih iah oh ati aenih imah inah onah ilah uroh isah eneh yanah puah edah unah amah ipah enah umi",
  ),
}
