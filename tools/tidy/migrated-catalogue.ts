import {
  createMigratedDatabase,
  removeTestCluster,
  reserveTestCluster,
} from "../../src/platform/testing/cluster.ts"
import { checkCatalogue } from "./catalogue.ts"

/** Asks the rules of a throw-away cluster that all migrations were applied to. */
export async function checkMigratedCatalogue(): ReturnType<typeof checkCatalogue> {
  const dir = reserveTestCluster()
  try {
    const database = await createMigratedDatabase(dir)
    try {
      return await checkCatalogue(
        async (statement) => (await database.migrator.query(statement)).rows,
      )
    } finally {
      await database.close()
    }
  } finally {
    await removeTestCluster(dir)
  }
}
