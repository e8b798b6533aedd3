/** The only door of the room: the report of a run that people read. */
export type { AreaMap, AreaShape } from "./area-shapes.ts"
export { loadAreaMap } from "./area-shapes.load.ts"
export { decidedBy } from "./cut-line.ts"
export { REASON_TEXT_EN } from "./reason-text.en.ts"
export { REASON_TEXT_ID, type ReasonText } from "./reason-text.id.ts"
export { renderReport } from "./render-report.ts"
export type {
  AreaCount,
  CutPlace,
  FileLine,
  GroupCount,
  MoneyComponent,
  OutgoingFile,
  ReasonCount,
  ReportInput,
  SectorCount,
} from "./report-input.ts"
export { ASKED_EN, DECIDED_BY_EN, FILE_STATUS_EN, LAW_STATUS_EN } from "./text.en.ts"
export { ASKED_ID, DECIDED_BY_ID, FILE_STATUS_ID, LAW_STATUS_ID } from "./text.id.ts"
