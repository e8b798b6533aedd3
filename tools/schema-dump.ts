// Writes db/schema.sql, the schema after all migrations, from PostgreSQL's own catalogues (the
// embedded server has no pg_dump). It is for reading and for reviews: a migration's effect,
// policies and grants included, shows as a difference. `--check` fails when it is out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describeSchema } from "../src/platform/schema-description.ts"
import {
  createMigratedDatabase,
  removeTestCluster,
  reserveTestCluster,
} from "../src/platform/testing/cluster.ts"

const file = fileURLToPath(new URL("../db/schema.sql", import.meta.url))

const described = await describeMigratedSchema()
if (process.argv.includes("--check")) {
  const isSame = existsSync(file) && readFileSync(file, "utf8") === described
  if (!isSame) {
    process.stderr.write(
      "db/schema.sql tidak sesuai dengan migrasi: jalankan npm run schema.\n" +
        "db/schema.sql does not match the migrations: run npm run schema.\n",
    )
    process.exitCode = 1
  }
} else {
  writeFileSync(file, described)
}

async function describeMigratedSchema(): Promise<string> {
  const dir = reserveTestCluster()
  try {
    const database = await createMigratedDatabase(dir)
    try {
      return await describeSchema(database.migrator)
    } finally {
      await database.close()
    }
  } finally {
    await removeTestCluster(dir)
  }
}
