export type { Database } from "../db.ts"
export { asOwner, testDatabase } from "./database.ts"
