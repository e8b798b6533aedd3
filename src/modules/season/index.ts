/** The door of the room `season`: the papers with which a year's proposals are called for. */
export { seasonWorkbook, type SeasonWorkbook } from "./office-workbook.ts"
export { renderCallLetter, renderStatements } from "./render-papers.job.ts"
export type { SeasonFrame, SeasonOffice, SeasonRecipient } from "./season.ts"
