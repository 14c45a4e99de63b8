import { rebuild } from "../../src/commands/rebuild.ts";
import type { BuiltReport } from "../../src/document/record.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { memoryHost } from "./memory-host.ts";

/** The words of the report of 2022 that a build of these files writes. */
export async function builtReport(
  files: ReadonlyMap<string, Uint8Array>,
  cwd: string = "/work",
): Promise<BuiltReport> {
  const host = memoryHost({ files, cwd });
  const { value: workspace } = await openWorkspace(host, null);
  const rebuilt = workspace && (await rebuild(host, workspace, 2022));
  if (!rebuilt?.value) throw new Error("not built");
  return rebuilt.value.report;
}
