/** Who pays the contribution. Provincial budgets and the tobacco-excise share are APBD. */
export type FundingSource = "APBD" | "APBN" | "SELF" | "COMPANY"

export type Programme = "JKK" | "JKM" | "JHT"
