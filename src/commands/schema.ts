import { join } from "node:path";
import { withHovers } from "../catalogue/hover.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { readBom } from "../workspace/read-source.ts";
import { type Context, report, shownPath, workspaceOf } from "./context.ts";
import { readSchema } from "./inputs.ts";

/**
 * `report schema`: the schema as editors need it, with what they show on each indicator. It is printed, or written
 * over the workspace's own; the shipped one is not ours to write.
 */
export async function schema(context: Context, write: boolean): Promise<number> {
  const { host } = context;
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { value, diagnostics } = await readSchema(host, workspace);
  const others = diagnostics.filter(({ code }) => code !== "schema-hover-stale");
  if (report(context, workspace, others) || !value) return 1;
  const text = withHovers(value.source, value.catalogues.current);
  if (!write) {
    host.stdout(text);
    return 0;
  }
  if (workspace.schemas !== join(workspace.root, "schemas")) {
    report(context, workspace, [diagnostic("schema-missing", null, { path: "schemas/year.schema.json" })]);
    return 1;
  }
  const path = join(workspace.schemas, "year.schema.json");
  const shown = shownPath(host, path);
  const bom = await readBom(host, workspace, path);
  if (text !== value.source.file.text) {
    const failure = await host.write([{ path, bytes: new TextEncoder().encode(bom + text) }]);
    if (failure) {
      const { reason, detail } = failure;
      report(context, workspace, [diagnostic("output-unwritable", null, { path: shown, reason, detail })]);
      return 1;
    }
  }
  host.stdout(`${shown}\n`);
  return 0;
}
