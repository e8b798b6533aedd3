// What each kind of slip does to a row.
import type { Chance } from "./highland-unseen-chance.ts"
import type { Clerk } from "./highland-unseen-clerks.ts"
import type { Draft } from "./highland-unseen-draft.ts"
import { lastDay, type Person } from "./highland-unseen-households.ts"
import * as letters from "./highland-unseen-letters.ts"
import { inUse, otherForm } from "./highland-unseen-name-use.ts"
import { phoneNumber } from "./highland-unseen-papers.ts"
import { KELURAHAN, ORIGINS, TRADES } from "./highland-unseen-places.ts"
import type { Slip } from "./highland-unseen-rates.ts"

export interface Desk {
  readonly person: Person
  readonly clerk: Clerk
  readonly chance: Chance
}

type Apply = (draft: Draft, desk: Desk) => void
type TextField = "name" | "nik" | "kk" | "mother" | "phone"

/** A slip of one cell; an empty one stays as it is. */
const cell =
  (field: TextField, change: (text: string, chance: Chance) => string): Apply =>
  (draft, { chance }) => {
    draft[field] = change(draft[field], chance)
  }

const fromAbove =
  (copy: (draft: Draft, above: Draft) => void): Apply =>
  (draft, { clerk }) => {
    if (clerk.above !== null) copy(draft, clerk.above)
  }

function spaced(text: string, chance: Chance): string {
  const gap = text.indexOf(" ")
  if (gap > 0 && chance.is(0.5)) return text.slice(0, gap) + text.slice(gap + 1)
  const at = chance.whole(2, Math.max(2, text.length - 3))
  return `${text.slice(0, at)} ${text.slice(at)}`
}

function excel(nik: string, chance: Chance): string {
  if (nik.length !== 16) return nik
  if (chance.is(0.7)) return `${nik.slice(0, 15)}0`
  return `${nik[0]!}.${nik.slice(1, 6)}E+15`
}

const dateDigit: Apply = (draft, { chance }) => {
  const drawn = chance.next()
  if (drawn < 0.4) draft.day = chance.whole(1, lastDay(draft.year, draft.month))
  else if (drawn < 0.7) draft.month = chance.whole(1, 12)
  else draft.year = draft.year - (draft.year % 10) + chance.whole(0, 9)
  draft.day = Math.min(draft.day, lastDay(draft.year, draft.month))
}

const dateTurned: Apply = (draft) => {
  if (draft.day <= 12) [draft.day, draft.month] = [draft.month, draft.day]
}

const yearOff: Apply = (draft, { chance }) => {
  draft.year += chance.is(0.5) ? 1 : -1
  draft.day = Math.min(draft.day, lastDay(draft.year, draft.month))
}

const addressStyled: Apply = (draft, { chance }) => {
  const kind = chance.pick(["Jalan", "Jln", "JLN."])
  const styled = draft.address.replace("Jl.", kind).replace("Gg.", chance.pick(["Gang", "Gg"]))
  draft.address = styled.replace(
    "No. ",
    chance.pick(["No.", "no ", "Nomor ", "RT " + draft.rt + " No "]),
  )
}

const phoneStyled: Apply = (draft, { chance }) => {
  const { phone } = draft
  if (phone === "") return
  const parts = [phone.slice(0, 4), phone.slice(4, 8), phone.slice(8)]
  draft.phone = chance.pick([parts.join("-"), parts.join(" "), `+62${phone.slice(1)}`])
}

const sexWrong: Apply = (draft) => {
  draft.sex = draft.sex === "L" ? "P" : "L"
}

const otherPlace: Apply = (draft, { chance }) => {
  const people = chance.pick(Object.keys(ORIGINS) as (keyof typeof ORIGINS)[])
  const near = Object.values(ORIGINS).find((all) => all.some(([, name]) => name === draft.place))
  draft.place = chance.pick(near ?? ORIGINS[people])[1]
}

const tradeOther: Apply = (draft, { person, chance }) => {
  const ways = TRADES[person.trade]!
  draft.trade = chance.is(0.7) ? chance.pick(ways) : chance.pick(chance.pick(TRADES))
}

export const APPLY: Readonly<Record<Slip, Apply>> = {
  nameWrongKey: cell("name", letters.wrongKey),
  nameByEar: cell("name", letters.byEar),
  nameOtherForm: cell("name", (name, chance) => otherForm(name, chance) ?? name),
  nameSignLost: cell("name", letters.lostSign),
  nameInUse: (draft, { person, chance }) => {
    draft.name = inUse(person, chance)
  },
  nameSpaced: cell("name", spaced),
  nameAbove: fromAbove((draft, above) => {
    draft.name = above.name
  }),
  nikWrongKey: cell("nik", letters.wrongKey),
  nikLookAlike: cell("nik", letters.lookAlike),
  nikAsLetter: cell("nik", letters.digitAsLetter),
  nikTurned: cell("nik", letters.swappedSigns),
  nikSignLost: cell("nik", letters.lostSign),
  nikSignDoubled: cell("nik", letters.doubledSign),
  nikExcel: cell("nik", excel),
  nikMissing: cell("nik", (_, chance) => chance.pick(["", "", "", "-"])),
  nikAbove: fromAbove((draft, above) => {
    draft.nik = above.nik
  }),
  nikIsKk: (draft) => {
    ;[draft.nik, draft.kk] = [draft.kk, draft.nik]
  },
  nikOfOther: (draft, { person, chance }) => {
    if (person.othersNik.length > 0) draft.nik = chance.pick(person.othersNik)
  },
  kkWrongKey: cell("kk", letters.wrongKey),
  kkMissing: cell("kk", () => ""),
  kkAbove: fromAbove((draft, above) => {
    draft.kk = above.kk
  }),
  kkOld: cell("kk", (kk, chance) => {
    if (kk.length !== 16) return kk
    const day = String(chance.whole(1, 28)).padStart(2, "0")
    return `${kk.slice(0, 6)}${day}${kk.slice(8, 10)}${String(chance.whole(5, 15)).padStart(2, "0")}${kk.slice(12)}`
  }),
  dateTurned,
  dateYearOff: yearOff,
  dateDigit,
  dateShortYear: (draft) => {
    draft.date = "short year"
  },
  dateYearOnly: (draft) => {
    draft.date = "year only"
  },
  dateMissing: (draft) => {
    draft.date = "none"
  },
  dateAbove: fromAbove((draft, above) => {
    Object.assign(draft, { year: above.year, month: above.month, day: above.day })
  }),
  dateSerial: (draft) => {
    draft.date = "serial"
  },
  dateFirst: (draft) => {
    Object.assign(draft, { month: 1, day: 1 })
  },
  sexWrong,
  sexMissing: (draft) => {
    draft.sex = ""
  },
  placeMissing: (draft) => {
    draft.place = ""
  },
  placeOther: otherPlace,
  addressShort: (draft) => {
    draft.address = draft.address.replace(/ No\. .*/, "")
  },
  addressStyled,
  addressMissing: (draft) => {
    draft.address = ""
  },
  rtWrong: (draft, { chance }) => {
    draft.rt = Math.max(1, draft.rt + chance.pick([-10, -2, -1, 1, 2, 10]))
  },
  rtMissing: (draft) => {
    draft.rt = 0
    draft.rw = 0
  },
  areaOther: (draft) => {
    draft.area = KELURAHAN.find(([, name]) => name === draft.area)?.[2] ?? draft.area
  },
  areaWrong: (draft, { chance }) => {
    draft.area = chance.pick(KELURAHAN)[1]
  },
  phoneWrongKey: cell("phone", letters.wrongKey),
  phoneMissing: cell("phone", () => ""),
  phoneExcel: cell("phone", (phone) => phone.replace(/^0/, "")),
  phoneOfCollector: (draft, { clerk }) => {
    draft.phone = clerk.collector
  },
  phoneStyled,
  motherMissing: cell("mother", (_, chance) => chance.pick(["", "", "-"])),
  motherByEar: cell("mother", letters.byEar),
  motherWrongKey: cell("mother", letters.wrongKey),
  motherShort: cell("mother", (mother, chance) => {
    const parts = mother.split(" ").filter((part) => part.length > 2)
    return parts.length < 2 ? mother : chance.bent(parts, 1.5)
  }),
  motherAbove: fromAbove((draft, above) => {
    draft.mother = above.mother
  }),
  tradeOther,
}

export const phoneChanged: Apply = (draft, { chance }) => {
  draft.phone = phoneNumber(chance)
}
