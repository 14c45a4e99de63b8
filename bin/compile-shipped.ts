import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cache } from "../src/cache.ts";
import { readInputs } from "../src/commands/inputs.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { openWorkspace } from "../src/workspace/workspace.ts";

/** Makes of the shipped schema and templates what a run would keep, for `report` to find beside the program. */
export async function compileShipped(root: string, folder: string): Promise<void> {
  mkdirSync(folder);
  const cache: Cache = {
    read: () => null,
    evaluate: () => null,
    write: (name, make) => writeFileSync(join(folder, name), make()),
  };
  const host = { ...nodeHost(), cache };
  const { value: workspace } = await openWorkspace(host, root);
  const faults = workspace ? (await readInputs(host, workspace)).diagnostics : ["no workspace"];
  if (faults.length > 0)
    throw new Error(`${root}: the shipped schema or templates have faults: report check`);
}
