import { type Diagnostic, keyOf } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { type BuildTask, buildYear, readAll } from "./build.ts";
import type { KnownFigures } from "./earlier-years.ts";

/** Does in a thread what `report build` does for some years; all that it gives is plain data. */
export async function work(
  host: Host,
  task: unknown,
): Promise<(job: unknown, give: (part: unknown) => void) => Promise<void>> {
  const { workspace, formats } = task as BuildTask; // What `build` starts its threads with.
  const { value: inputs } = await readAll(host, workspace, formats);
  if (!inputs) throw new Error("the schema or the templates changed while reports were built");
  const known: KnownFigures = new Map();
  const isNew = firstOnly();
  return async (job, give) => {
    for (const year of job as readonly number[]) {
      const { value, diagnostics } = await buildYear(host, workspace, year, inputs, formats, known);
      give({ year, made: { value, diagnostics: diagnostics.filter(isNew) } });
    }
  };
}

/** What is wrong with a template is found every year, and would be copied every time. */
function firstOnly(): (diagnostic: Diagnostic) => boolean {
  const seen = new Set<string>();
  return (each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key) !== null;
  };
}
