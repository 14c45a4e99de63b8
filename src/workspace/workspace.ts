import { dirname, join, resolve } from "node:path";
import { diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";

/** The folder that a command works on, and where its schemas and templates lie. */
export interface Workspace {
  readonly root: string;
  readonly schemas: string;
  readonly templates: string;
}

const yearFile = /^((?:19|20|21)\d\d)\.yaml$/;

/** Looks from a folder upwards for one with year files in `data/`, or with `data/` beside schemas or templates. */
export async function openWorkspace(host: Host, folder: string | null): Promise<Outcome<Workspace>> {
  const start = resolve(host.cwd, folder ?? ".");
  // A mistyped folder must not lead to the workspace around it.
  if (folder !== null && (await host.list(start)) === null)
    return failed(diagnostic("workspace-missing", null, { folder: start }));
  for (let root = start; ; root = dirname(root)) {
    const names = (await host.list(root)) ?? [];
    if (names.includes("data") && (await isWorkspace(host, root, names))) {
      const own = (name: string): string => join(names.includes(name) ? root : host.shipped, name);
      return outcome({ root, schemas: own("schemas"), templates: own("templates") }, []);
    }
    if (dirname(root) === root) return failed(diagnostic("workspace-missing", null, { folder: start }));
  }
}

async function isWorkspace(host: Host, root: string, names: readonly string[]): Promise<boolean> {
  const data = await host.list(join(root, "data"));
  return (
    data !== null &&
    (names.includes("schemas") || names.includes("templates") || data.some((name) => yearFile.test(name)))
  );
}

/** The years with a data file, in order. */
export async function listYears(host: Host, { root }: Workspace): Promise<readonly number[]> {
  const names = (await host.list(join(root, "data"))) ?? [];
  return names.flatMap((name) => yearFile.exec(name)?.[1] ?? []).map(Number);
}
