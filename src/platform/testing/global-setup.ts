import type { TestProject } from "vitest/node"
import { removeTestCluster, reserveTestCluster } from "./cluster.ts"

declare module "vitest" {
  export interface ProvidedContext {
    testClusterDir: string
  }
}

/**
 * The first database test of a run starts the cluster, so a run without any starts none. It is
 * stopped and deleted here, at the end of the run.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const dir = reserveTestCluster()
  project.provide("testClusterDir", dir)
  return () => removeTestCluster(dir)
}
