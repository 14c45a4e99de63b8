import { join } from "node:path";
import { schemaRoot } from "../catalogue/schema-node.ts";
import { readSchema as readSchemaFile } from "../catalogue/schema-source.ts";
import { addAll, type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { tidy } from "../tidy/tidy.ts";
import { loadSchemas, loadYear } from "../workspace/load.ts";
import { readBom } from "../workspace/read-source.ts";
import { type Context, report, shownPath, workspaceOf } from "./context.ts";
import { chooseYears, type NamedYears } from "./years.ts";

/** `report fmt [years…]`: data files in canonical order, all or none; with `--check` only says which are not. */
export async function fmt(context: Context, named: readonly NamedYears[], check: boolean): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { host } = context;
  const { years, diagnostics: said } = await chooseYears(host, workspace, named, (all) => all);
  const schemas = await loadSchemas(host, workspace);
  const schema = schemas.value && readSchemaFile(schemas.value.main);
  const diagnostics: Diagnostic[] = [...said, ...schemas.diagnostics, ...(schema?.diagnostics ?? [])];
  const changed: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for (const year of years) {
    const file = await loadYear(host, workspace, year);
    const parsed = file.value && parseYaml(file.value);
    addAll(diagnostics, [...file.diagnostics, ...(parsed?.diagnostics ?? [])].filter(isError));
    if (!file.value || !parsed?.value || !schema?.value) continue;
    const text = tidy(parsed.value, schemaRoot(schema.value.root.value));
    if (text === file.value.text) continue;
    const path = join(workspace.root, file.value.path);
    const bom = await readBom(host, workspace, path);
    changed.push({ path, bytes: new TextEncoder().encode(bom + text) });
  }
  if (report(context, workspace, diagnostics) || years.length === 0) return 1;
  const failure = check ? null : await host.write(changed);
  if (failure) {
    const { path, reason, detail } = failure;
    report(context, workspace, [
      diagnostic("output-unwritable", null, { path: shownPath(host, path), reason, detail }),
    ]);
    return 1;
  }
  for (const { path } of changed) host.stdout(`${shownPath(host, path)}\n`);
  return check && changed.length > 0 ? 1 : 0;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
