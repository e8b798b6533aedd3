// Every rate of error, in rows out of a thousand, for a clerk of ordinary care. A clerk's own rates are
// these times his care (0.2 to 4), times 5 for the few slips that are his habit, times 2.5 in a hasty hour.

interface Rate {
  readonly perThousand: number
  readonly why: string
}
const of = (perThousand: number, why: string): Rate => ({ perThousand, why })

export const RATES = {
  nameWrongKey: of(
    14,
    "Names are typed from paper, no list corrects them; one key in two thousand is wrong.",
  ),
  nameByEar: of(
    22,
    "Data are called out at a counter or by telephone, and spelling is the clerk's.",
  ),
  nameOtherForm: of(
    30,
    "Yohanes is Johannes on the certificate of baptism; both are held to be right.",
  ),
  nameSignLost: of(8, "Fast typing swallows a letter."),
  nameInUse: of(26, "The list of a group leader has the name by which he calls people."),
  nameSpaced: of(6, "Spaces slip in or out when cells are copied from a PDF."),
  nameAbove: of(0.6, "The line of the paper is lost and the name above is typed again."),
  nikWrongKey: of(
    6,
    "Sixteen digits typed by hand; most sheets count the digits, so few lengths are wrong.",
  ),
  nikLookAlike: of(5, "Photocopies of cards: 3 and 8, 5 and 6, 1 and 7 look alike."),
  nikAsLetter: of(1.5, "Scanned lists have O for 0; few are used."),
  nikTurned: of(3, "Two neighbouring digits change places while reading in groups."),
  nikSignLost: of(3, "A repeated digit is typed once."),
  nikSignDoubled: of(2, "A digit is typed twice."),
  nikExcel: of(4, "A column not formatted as text loses all behind the fifteenth digit."),
  nikMissing: of(12, "The card was not at hand on the day of the list."),
  nikAbove: of(1.5, "Filling a column down repeats the number of the row above."),
  nikIsKk: of(2.5, "The two numbers of sixteen digits on the family card change places."),
  nikOfOther: of(3.5, "On the family card the wrong line was read: spouse or child."),
  kkWrongKey: of(7, "As the NIK, and nobody checks it."),
  kkMissing: of(24, "The family card lies in the home village."),
  kkAbove: of(4, "Filled down from the household above."),
  kkOld: of(8, "A card that has since been replaced is still copied."),
  dateTurned: of(5, "Spreadsheets with American settings turn day and month."),
  dateYearOff: of(5, "Asked by word of mouth, people miss their year by one."),
  dateDigit: of(6, "A digit of the date is mistyped."),
  dateShortYear: of(5, "Old forms have room for two digits of the year."),
  dateYearOnly: of(4, "Elders know the year only."),
  dateMissing: of(9, "It is in the NIK anyway, they say."),
  dateAbove: of(2.5, "Filled down from the row above."),
  dateSerial: of(1.5, "A date cell copied as a number: days since 1900."),
  dateFirst: of(3.5, "Unknown day and month become 1 January."),
  sexWrong: of(5, "Chosen from a list, one line too far."),
  sexMissing: of(8, "Seen from the name, they say."),
  placeMissing: of(14, "Left out where the date alone is asked for."),
  placeOther: of(14, "The place of upbringing, or the city where the regency is on the card."),
  addressShort: of(60, "House numbers hardly exist in alleys; many write the street only."),
  addressStyled: of(90, "Jalan, Jln, Jl; Gang, Gg: each office has its own."),
  addressMissing: of(7, "RT and kelurahan suffice the collector."),
  rtWrong: of(8, "RT were divided and renumbered; also mistyped."),
  rtMissing: of(16, "Not asked for by offices that do not visit."),
  areaOther: of(22, "Official spellings of the kelurahan are new; old ones live on."),
  areaWrong: of(5, "The neighbour kelurahan, where the collector lives."),
  phoneWrongKey: of(8, "Read out aloud, never dialled."),
  phoneMissing: of(45, "No phone, or not given."),
  phoneExcel: of(20, "The leading 0 is lost in a numeric cell."),
  phoneOfCollector: of(13, "The coordinator gives his own number so that he is told first."),
  phoneStyled: of(60, "Hyphens, blanks and +62."),
  motherMissing: of(28, "Felt to be a bank's question; many leave it out."),
  motherByEar: of(34, "No paper at hand shows it; it is said and written by ear."),
  motherWrongKey: of(12, "Typed like the other names."),
  motherShort: of(34, "One word of her name, the one she was called by."),
  motherAbove: of(2, "Siblings are filled down, and the next household with them."),
  tradeOther: of(60, "Who lives of two trades names either."),
} satisfies Readonly<Record<string, Rate>>

export type Slip = keyof typeof RATES

/** How second sendings come about. Shares of all second and third sendings. */
export const SENDINGS = {
  secondShare: 0.0672, // Of persons; with one in eight sent a third time, 7 % of the rows.
  thirdShare: 0.12, // Of those: a group, a kelurahan and an office all know them.
  retold: 0.3, // Address and trade are asked anew, not copied; each comes out otherwise.
  easy: 0.51, // Retyped from the same papers; careless clerks make a few of these harder.
  medium: 0.165, // One or two things differ in earnest.
  // The rest is hard: no common NIK, and name or date and one thing more differ. About a third of
  // these turn out milder. Measured: 45 % easy, 35 % medium, 20 % hard.
} as const
