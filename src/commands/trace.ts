import { diagnostic } from "../diagnostic/diagnostic.ts";
import { toDocument, toFigures } from "../pipeline.ts";
import { traceJson } from "../render/trace/json.ts";
import { traceText } from "../render/trace/text.ts";
import { findFigures, suggestFigures, trace as traceOf } from "../trace/trace.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { type Context, report, styleOf, workspaceOf } from "./context.ts";
import { earlierYears } from "./earlier-years.ts";
import { readInputs, readWord, withStories } from "./inputs.ts";

/** `report trace <year> <figure>`: what a figure rests on, and every place of the report that shows it. */
export async function trace(
  context: Context,
  year: number,
  wanted: string,
  format: "text" | "json",
): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { host, options } = context;
  const inputs = await readInputs(host, workspace);
  const { schema, policy } = inputs;
  const word = await readWord(host, workspace);
  const templates = withStories(workspace, inputs.templates, word);
  const diagnostics = [...inputs.diagnostics, ...word.diagnostics];
  const file = await loadYear(host, workspace, year);
  const made =
    file.value && schema && policy
      ? await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace))
      : null;
  if (!made?.value || !schema || !policy) {
    report(context, workspace, [...diagnostics, ...file.diagnostics, ...(made?.diagnostics ?? [])]);
    return 1;
  }
  const earlier = await earlierYears(host, workspace, year, { schema, policy, templates });
  const document = templates && toDocument(made, schema, templates, year, policy, earlier);
  // What is only remarkable is told by `check`.
  const faults = [...diagnostics, ...(document?.diagnostics ?? [])].filter(
    ({ severity }) => severity === "error",
  );
  const figures = made.value;
  const found = findFigures(figures, document?.value ?? null, wanted.trim());
  if (found.length === 0) {
    const suggestions = suggestFigures(figures, wanted.trim());
    report(context, workspace, [...faults, diagnostic("trace-unknown", null, { wanted, year, suggestions })]);
    return 1;
  }
  const traces = found.map((figure) => traceOf(figure, figures, document?.value ?? null));
  host.stdout(
    format === "json" ? traceJson(traces) : traceText(traces, options.lang, styleOf(context, workspace).path),
  );
  return report(context, workspace, faults) ? 1 : 0;
}
