import type { Entry } from "./example-entry.ts"
import type { Field, ListSpec } from "./example-lists.ts"
import { IDENTITY_MESS } from "./example-mess-identity.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import { WORK_MESS } from "./example-mess-work.ts"
import type { Random } from "./example-random.ts"

export interface MessyList {
  readonly spec: ListSpec
  readonly entries: readonly Entry[]
}

export type ContextOf = (spec: ListSpec) => MessContext

/** Spreads every kind of mess over the lists that can have it, as often as it says. */
export function makeMess(lists: readonly MessyList[], random: Random, contextOf: ContextOf): void {
  for (const mess of [...WORK_MESS, ...IDENTITY_MESS]) {
    const hosts = lists.filter(({ spec }) => mess.needs.every((field) => hasField(spec, field)))
    let left = mess.count
    for (let turn = 0; left > 0 && turn < 400; turn++) {
      const host = random.pick(hosts)
      const context = contextOf(host.spec)
      const free = host.entries.filter(
        (entry) => !entry.touched.has(mess.part) && (mess.fits?.(entry, context) ?? true),
      )
      if (free.length === 0) continue
      applyMess(mess, random.pick(free), context)
      left -= 1
    }
    if (left > 0) throw new Error(`no row left for ${mess.code}`)
  }
}

export function applyMess(mess: Mess, entry: Entry, context: MessContext): void {
  mess.apply(entry, context)
  entry.codes.add(mess.code)
  entry.touched.add(mess.part)
}

export function hasField(spec: ListSpec, field: Field): boolean {
  if (field === "birth") return spec.columns.some(([name]) => name === "birth" || name === "ttl")
  return spec.columns.some(([name]) => name === field)
}
