import type { ReasonCode } from "../law/index.ts"
import type { ReasonText } from "./reason-text.id.ts"

export const REASON_TEXT_EN: Readonly<Record<ReasonCode, ReasonText>> = {
  ACTIVE_PU: {
    why: "Already covered by an employer as a wage earner.",
    need: "the state of the wage earner's membership",
  },
  ACTIVE_BPU: {
    why: "Already pays the contribution as a self-employed member.",
    need: "the state of the self-paid membership",
  },
  ACTIVE_PROV: {
    why: "The province already pays the contribution.",
    need: "the province's list of recipients",
  },
  ACTIVE_CSR: {
    why: "A company already pays the contribution (CSR).",
    need: "the company's list of recipients",
  },
  AGE_65_OR_MORE: {
    why: "At or above the age limit on the day of registration.",
    need: "the date of birth, confirmed",
  },
  AGE_BELOW_MINIMUM: {
    why: "Below the minimum age.",
    need: "the date of birth, confirmed",
  },
  AGE_NOT_KNOWN: { why: "The date of birth is not known.", need: "the date of birth" },
  CIVIL_SERVANT: {
    why: "On record as a civil servant, soldier or police officer, or retired from it.",
    need: "the state of public employment",
  },
  DECEASED: { why: "Deceased by the civil register.", need: "whether the person is alive" },
  DECILE_ABOVE_MAXIMUM: {
    why: "The poverty decile is above the limit.",
    need: "the latest poverty decile",
  },
  DECILE_NOT_KNOWN: { why: "The poverty decile is not known.", need: "the poverty decile" },
  DUKCAPIL_NOT_ASKED: {
    why: "The civil register has not been asked about the NIK.",
    need: "the civil register's answer",
  },
  DUKCAPIL_NOT_FOUND: {
    why: "The civil register does not know the NIK.",
    need: "the right NIK from the identity card",
  },
  EMPLOYER: {
    why: "Employs other people, so is no vulnerable worker.",
    need: "whether the person employs others",
  },
  INCOME_ABOVE_UMK: {
    why: "The income is above the city's minimum wage.",
    need: "a declaration of income",
  },
  INCOME_NOT_KNOWN: {
    why: "The income is blank or unclear.",
    need: "a clear declaration of income",
  },
  MOVED_OUT: { why: "Moved out of the city.", need: "the place of residence" },
  NIK_NOT_KNOWN: {
    why: "The NIK is unreadable or uncertain.",
    need: "the NIK from the identity card",
  },
  NOT_FOUND_AT_ADDRESS: {
    why: "The officer did not find the person at the address.",
    need: "another field check",
  },
  NOT_INFORMAL: { why: "The work is not informal.", need: "what the work is" },
  ONLY_STRUCK_ROWS: {
    why: "The sender struck out every row of the person, or did not choose what became of the person.",
    need: "whether the person is still proposed",
  },
  REGISTER_NOT_RECEIVED: {
    why: "A register to compare with was not received.",
    need: "the register that is missing",
  },
  RESIDENCE_NOT_KNOWN: {
    why: "How long the person has lived in the city is not known.",
    need: "since when the person lives in the city",
  },
  RESIDENT_UNDER_6_MONTHS: {
    why: "A resident for less time than the rule asks.",
    need: "since when the person lives in the city",
  },
  RULE_FAILED: {
    why: "A rule could not be computed; a fault of the program, not of the person.",
    need: "a repair of the program",
  },
  SECTOR_NOT_KNOWN: {
    why: "The work is unclear, so its sector is not known.",
    need: "what the work is",
  },
  SECTOR_NOT_VERIFIED: {
    why: "The sector's office has not checked the work.",
    need: "the result of the sector's check",
  },
  VERIF_BUKAN_PEKERJA_SEKTOR: {
    why: "By the field check, not a worker of that sector.",
    need: "another field check",
  },
  VERIF_SUDAH_KERJA_FORMAL: {
    why: "By the field check, in formal work by now.",
    need: "another field check",
  },
  VERIF_TIDAK_LAGI_BEKERJA: {
    why: "By the field check, no longer working.",
    need: "another field check",
  },
}
