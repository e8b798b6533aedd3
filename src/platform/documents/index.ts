export { compilePdfParts } from "./typst.ts"
export type { PartMemory, TypstDocument, TypstJob } from "./typst.ts"
export { drawable, textWidth } from "./document-fonts.ts"
export type { FontWeight } from "./document-fonts.ts"
