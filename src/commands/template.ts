import {
  addAll,
  type Diagnostic,
  diagnostic,
  hasFaults,
  inOrder,
  type Outcome,
} from "../diagnostic/diagnostic.ts";
import { printable } from "../diagnostic/printable.ts";
import type { Document } from "../document/document.ts";
import type { Host } from "../host.ts";
import { toDocument, toFigures } from "../pipeline.ts";
import { resolveStyles } from "../render/docx/styles.ts";
import { tagsJson } from "../render/tags/json.ts";
import { tagsTable } from "../render/tags/table.ts";
import { usesOf } from "../render/tags/uses.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { listYears, openWorkspace, type Workspace, withTemplate } from "../workspace/workspace.ts";
import { type CheckOptions, tell } from "./check.ts";
import { type Context, report, workspaceOf } from "./context.ts";
import { earlierYears } from "./earlier-years.ts";
import { type Inputs, readInputs, readWord, type WordInputs, withStories } from "./inputs.ts";
import { latest, lintWord } from "./lint-word.ts";

async function readOne(host: Host, workspace: Workspace, file: string): Promise<WordInputs> {
  return readWord(host, withTemplate(host, workspace, file));
}

/** `report template check FILE…`: what is wrong with Word templates, whatever the data says. */
export async function checkTemplates(
  context: Context,
  files: readonly string[],
  year: number | null,
  format: CheckOptions["format"],
): Promise<number> {
  const { host, options } = context;
  const opened = await openWorkspace(host, options.folder);
  const workspace = opened.value;
  if (!workspace) return tell(context, null, opened.diagnostics, { format, maxWarnings: null });
  const inputs = await readInputs(host, workspace);
  const of = year ?? (await listYears(host, workspace)).at(-1) ?? latest;
  const found: Diagnostic[] = [...inputs.diagnostics];
  for (const file of files) {
    const word = await readOne(host, workspace, file);
    const all = [...word.diagnostics, ...lintWord(workspace, inputs, word, of), ...missingStyles(word)];
    addAll(found, inputs.policy?.apply(all) ?? all);
  }
  const diagnostics = inOrder(found);
  const exitCode = tell(context, workspace, diagnostics, { format, maxWarnings: null });
  if (format === "pretty" && !hasFaults(diagnostics))
    host.stdout(
      `${options.lang === "zh" ? "检查通过：" : "no problems: "}${files.map(printable).join(options.lang === "zh" ? "、" : ", ")}\n`,
    );
  return exitCode;
}

function missingStyles({ word, template }: WordInputs): readonly Diagnostic[] {
  const styles = template ? resolveStyles(template.opened.styles).missing : [];
  return word && styles.length > 0
    ? [diagnostic("word-style-missing", null, { path: word.name, styles })]
    : [];
}

/** `report template tags FILE`: its tags, and what they give in a year. */
export async function listTags(
  context: Context,
  file: string,
  named: number | null,
  format: "table" | "json",
): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { host, options } = context;
  const inputs = await readInputs(host, workspace);
  const word = await readOne(host, workspace, file);
  const year = named ?? (await listYears(host, workspace)).at(-1) ?? latest;
  const made = await composed(host, workspace, inputs, word, year);
  const found = [...inputs.diagnostics, ...word.diagnostics, ...made.diagnostics];
  const told = inputs.policy?.apply(found) ?? found;
  // What is only remarkable is told by `check`.
  const isFaulty = report(
    context,
    workspace,
    told.filter(({ severity }) => severity === "error"),
  );
  if (!word.template) return 1;
  const uses = usesOf(word.template, made.value?.stories ?? null);
  host.stdout(format === "json" ? tagsJson(uses, year) : tagsTable(uses, year, options.lang));
  return isFaulty ? 1 : 0;
}

async function composed(
  host: Host,
  workspace: Workspace,
  { schema, templates: texts, policy }: Inputs,
  word: WordInputs,
  year: number,
): Promise<Outcome<Document>> {
  const file = await loadYear(host, workspace, year);
  const templates = withStories(workspace, texts, word);
  if (!file.value || !schema || !policy || !templates) return { value: null, diagnostics: file.diagnostics };
  const figures = await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace));
  const earlier = await earlierYears(host, workspace, year, { schema, policy, templates });
  return toDocument(figures, schema, templates, year, policy, earlier);
}
