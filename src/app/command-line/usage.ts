import { damerauLevenshtein } from "../../kernel/edit-distance.ts"
import { refuse, type Result } from "../../kernel/result.ts"
import { FLAGS, type CommandName } from "./flags.ts"

/** A sentence in both languages of the terminal. */
export interface Told {
  readonly id: string
  readonly en: string
}

/** A command line that cannot be used: exit code 2. `told` says what, where and how to mend it. */
export interface UsageRefusal {
  readonly kind: "usage"
  readonly flag: string
  readonly told: Told
}

type Refused = Result<never, UsageRefusal>

/** In words of its own, such as for what the command cannot do without. */
export function usageFault(flag: string, told: Told): Refused {
  return refuse({ kind: "usage", flag, told })
}

/** Something that was given and cannot be used; `expected` is what to give instead. */
export function unusable(flag: string, found: string, expected: Told): Refused {
  return refuse(unusableValue(flag, found, expected))
}

export function unusableValue(flag: string, found: string, expected: Told): UsageRefusal {
  const id = `${flag} "${found}" tidak dapat dipakai. Isi dengan ${expected.id}.`
  const en = `${flag} "${found}" cannot be used. Give ${expected.en}.`
  return { kind: "usage", flag, told: { id, en } }
}

export function unknownFlag(command: CommandName, flag: string): Refused {
  const near = nearest(flag, command)
  return refuse({
    kind: "usage",
    flag,
    told: {
      id: `${flag} bukan pilihan payung ${command}.${near === null ? "" : ` Mungkin maksud Anda ${near}.`} Lihat: ./payung ${command} --help`,
      en: `${flag} is no option of payung ${command}.${near === null ? "" : ` Perhaps you mean ${near}.`} See: ./payung ${command} --help`,
    },
  })
}

export function emptyFlag(command: CommandName, flag: string): Refused {
  return refuse({
    kind: "usage",
    flag,
    told: {
      id: `Isi ${flag} belum ditulis. Lihat: ./payung ${command} --help`,
      en: `${flag} lacks its value. See: ./payung ${command} --help`,
    },
  })
}

export function switchWithValue(flag: string): Refused {
  return refuse({
    kind: "usage",
    flag,
    told: {
      id: `${flag} tidak memakai isi. Tulis ${flag} saja.`,
      en: `${flag} takes no value. Write ${flag} alone.`,
    },
  })
}

const SLIPS = 2

/** The flag that was meant if the hand slipped; null where nothing is near. */
function nearest(flag: string, command: CommandName): string | null {
  const near = Object.keys(FLAGS[command])
    .map((name) => [damerauLevenshtein(flag, `--${name}`), `--${name}`] as const)
    .filter(([distance, name]) => distance <= Math.min(SLIPS, name.length - 4))
    .sort(([a], [b]) => a - b)
  return near[0]?.[1] ?? null
}
