import { join } from "node:path";
import { catalogueOf } from "../catalogue/catalogue.ts";
import { schemaRoot } from "../catalogue/schema-node.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { draftYear, type Model } from "../drafting/draft-year.ts";
import type { Host } from "../host.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import { tidy } from "../tidy/tidy.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { type Context, report, shownPath, workspaceOf } from "./context.ts";
import { readPolicy, readSchema } from "./inputs.ts";

/** `report new <year>`: next year's data file, from the schema and an earlier year. Never overwrites one. */
export async function newYear(context: Context, year: number, named: number | null): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { host } = context;
  const years = await listYears(host, workspace);
  const path = join(workspace.root, "data", `${year}.yaml`);
  if (years.includes(year)) {
    report(context, workspace, [diagnostic("new-year-exists", null, { path: `data/${year}.yaml` })]);
    return 1;
  }
  const schema = await readSchema(host, workspace);
  const policy = await readPolicy(host, workspace);
  const from = named ?? years.filter((each) => each < year).at(-1) ?? years[0] ?? null;
  if (!schema.value || !policy.value) {
    report(context, workspace, [...schema.diagnostics, ...policy.diagnostics]);
    return 1;
  }
  const model = from === null ? null : await readModel(host, workspace, from, schema.value, policy.value);
  if (model && !model.value) {
    report(context, workspace, model.faults);
    return 1;
  }
  const root = schemaRoot(schema.value.source.root.value);
  const catalogue = catalogueOf(schema.value.catalogues, year);
  const draft = draftYear({ year, schema: root, catalogue, model: model?.value ?? null });
  const parsed = parseYaml({ path: `data/${year}.yaml`, text: draft }).value;
  const text = parsed ? tidy(parsed, root) : draft;
  const failure = await host.write([{ path, bytes: new TextEncoder().encode(text) }]);
  if (failure) {
    const { reason, detail } = failure;
    report(context, workspace, [
      diagnostic("output-unwritable", null, { path: shownPath(host, failure.path), reason, detail }),
    ]);
    return 1;
  }
  host.stdout(`${shownPath(host, path)}\n`);
  return 0;
}

/** A file that cannot be parsed cannot be carried over; one with other faults can, without its figures. */
async function readModel(
  host: Host,
  workspace: Workspace,
  year: number,
  schema: YearSchema,
  policy: Policy,
): Promise<{ readonly value: Model | null; readonly faults: readonly Diagnostic[] }> {
  const file = await loadYear(host, workspace, year);
  const source = file.value && parseYaml(file.value);
  const faults = [...file.diagnostics, ...(source?.diagnostics ?? [])];
  if (!file.value || !source?.value) return { value: null, faults };
  const made = await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace));
  return { value: { year, source: source.value, figures: made.value }, faults };
}
