import type pg from "pg"
import { schemaQueries } from "./schema-description.queries.ts"

/**
 * The schemas of `payung_owner` as SQL text, in a fixed order that depends on names only:
 * tables with constraints and indexes, row security, functions, triggers and grants. Partitions
 * of runs are left out; they are contents.
 */
export async function describeSchema(migrator: pg.Pool): Promise<string> {
  const client = await migrator.connect()
  try {
    // Fixed settings, so that the catalogue's functions print the same text on every server.
    await client.query(
      `begin; set local role payung_owner; set local search_path = pg_catalog;
       set local quote_all_identifiers = off`,
    )
    const parts: string[] = ["-- Made by `npm run schema` from the migrations; do not edit.\n"]
    for (const { title, text } of schemaQueries) {
      const found = await client.query<{ line: string }>(text)
      if (found.rows.length === 0) continue
      parts.push(`\n-- ${title}\n\n`, ...found.rows.map((row) => `${row.line}\n`))
    }
    return parts.join("")
  } finally {
    client.release(true)
  }
}
