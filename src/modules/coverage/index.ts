/** The only door of the room: the report of a run that people read. */
export type { AreaMap } from "./area-shapes.ts"
export { loadAreaMap } from "./area-shapes.load.ts"
export { decidedBy } from "./cut-line.ts"
export { renderReport } from "./render-report.ts"
export type { AreaCount, CutPlace, OutgoingFile, ReportInput, SectorCount } from "./report-input.ts"
