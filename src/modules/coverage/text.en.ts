import type { LawStatus } from "../law/index.ts"
import type { Asked, DecidedBy, FileStatus } from "./report-input.ts"

/** The report is written in Indonesian; these are its codes in English. */
export const LAW_STATUS_EN: Readonly<Record<LawStatus, string>> = {
  confirmed: "confirmed",
  likely: "likely",
  assumed: "assumed",
}

export const FILE_STATUS_EN: Readonly<Record<FileStatus, string>> = {
  read: "read",
  copy: "copy",
  superseded: "superseded",
  unreadable: "damaged",
  protected: "locked",
}

export const ASKED_EN: Readonly<Record<Exclude<Asked, `office:${string}`>, string>> = {
  dukcapil: "the civil register (Dukcapil)",
  bpjs: "BPJS Ketenagakerjaan",
  province: "the provincial government",
  dtsen: "the holder of DTSEN",
  sender: "the sender of the list",
  operator: "whoever runs the programme",
}

export const DECIDED_BY_EN: Readonly<Record<DecidedBy, string>> = {
  group: "the priority group",
  poverty_decile: "the poverty decile",
  declared_income: "the declared income",
  age: "the age",
  lottery: "the lottery number",
}
