import type { Diagnostic, Outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { parseTemplates, type TemplateSet } from "../template/template-set.ts";
import { compileSchema, type YearSchema } from "../validate/compile-schema.ts";
import { loadSchemas, loadTemplates } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";

export async function readSchema(host: Host, workspace: Workspace): Promise<Outcome<YearSchema>> {
  const files = await loadSchemas(host, workspace);
  if (!files.value) return { value: null, diagnostics: files.diagnostics };
  const compiled = compileSchema(files.value.main, files.value.others);
  return { value: compiled.value, diagnostics: [...files.diagnostics, ...compiled.diagnostics] };
}

export async function readTemplates(host: Host, workspace: Workspace): Promise<Outcome<TemplateSet>> {
  const files = await loadTemplates(host, workspace);
  if (!files.value) return { value: null, diagnostics: files.diagnostics };
  const parsed = parseTemplates(files.value);
  return { value: parsed.value, diagnostics: [...files.diagnostics, ...parsed.diagnostics] };
}

/** Schema and templates are read side by side, so that the faults of both are told at once. */
export async function readInputs(
  host: Host,
  workspace: Workspace,
): Promise<{ schema: YearSchema | null; templates: TemplateSet | null; diagnostics: readonly Diagnostic[] }> {
  const schema = await readSchema(host, workspace);
  const templates = await readTemplates(host, workspace);
  return {
    schema: schema.value,
    templates: templates.value,
    diagnostics: [...schema.diagnostics, ...templates.diagnostics],
  };
}
