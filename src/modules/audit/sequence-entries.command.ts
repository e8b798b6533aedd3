import { numberEntries, type AuditTx } from "./audit.queries.ts"

/**
 * Gives the next numbers to all committed entries of the claim's tenant and returns how many. Run
 * it every second in a short transaction; of several sequencers one works at a time.
 */
export async function sequenceEntries(tx: AuditTx): Promise<number> {
  return numberEntries(tx)
}
