import { addAll, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { besideLastYear, toDocument, toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import { render } from "../render/render.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { YearSchema } from "../validate/compile-schema.ts";
import { loadYear, wordTemplatePath } from "../workspace/load.ts";
import { readWordTemplate } from "../workspace/read-source.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { readInputs } from "./inputs.ts";

/** All that there is to say about some years, each beside the one before. */
export async function checkYears(
  host: Host,
  workspace: Workspace,
  years: readonly number[],
): Promise<readonly Diagnostic[]> {
  const { schema, templates, policy, diagnostics: faults } = await readInputs(host, workspace);
  const diagnostics = [...faults];
  const files = templates ? [templates.main, ...templates.partials.values()].map(({ text }) => text) : [];
  const { path, name } = wordTemplatePath(workspace);
  const word = await readWordTemplate(host, workspace, path);
  addAll(diagnostics, word.diagnostics);
  for (const year of years) {
    const file = await loadYear(host, workspace, year);
    addAll(diagnostics, policy?.apply(file.diagnostics) ?? file.diagnostics);
    if (!file.value || !schema || !policy) continue;
    files.push(file.value);
    const checked = templates
      ? toDocument(file.value, schema, templates, year, policy)
      : toFigures(file.value, schema, year, policy);
    addAll(diagnostics, checked.diagnostics);
    if (checked.value && "blocks" in checked.value && word.value) {
      addAll(
        diagnostics,
        policy.apply(render(checked.value, ["docx"], { name, bytes: word.value }).diagnostics),
      );
    }
    if (checked.value) addAll(diagnostics, await compared(host, workspace, file.value, year, schema, policy));
  }
  // What a broken input kept from being checked may be what an ignore is for.
  return hasErrors(diagnostics) || !policy ? diagnostics : [...diagnostics, ...policy.leftOver(files)];
}

/** Where last year's file is there. */
async function compared(
  host: Host,
  workspace: Workspace,
  file: SourceFile,
  year: number,
  schema: YearSchema,
  policy: Policy,
): Promise<readonly Diagnostic[]> {
  if (!(await listYears(host, workspace)).includes(year - 1)) return [];
  const before = await loadYear(host, workspace, year - 1);
  const now = toFigures(file, schema, year, policy);
  if (!now.value || !before.value) return [];
  return besideLastYear(now.value, toFigures(before.value, schema, year - 1, policy), policy);
}
