import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aggregate } from "../../src/aggregate/aggregate.ts";
import { andThen, type Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { compose } from "../../src/document/compose.ts";
import type { BuiltReport } from "../../src/document/record.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import type { SourceFile } from "../../src/source/source-file.ts";
import { parseTemplates } from "../../src/template/template-set.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { validate } from "../../src/validate/validate.ts";
import { readWordTemplate } from "../../src/word-template/read-word-template.ts";
import { casesFolder } from "./case.ts";

const base = join(casesFolder, "base");
const read = (path: string): SourceFile => ({ path, text: readFileSync(join(base, path), "utf8") });
const schema = compileSchema(read("schemas/year.schema.json")).value;
const templates = parseTemplates({
  main: { path: "templates/report.hbs", text: "# {{office.short}}{{year}}年度工作报告\n内容。\n" },
  partials: new Map([["demolition", read("templates/partials/demolition.hbs")]]),
}).value;
export const baseData: string = read("data/2022.yaml").text;

export interface Filled {
  readonly bytes: Uint8Array | null;
  /** Its words. */
  readonly report: BuiltReport | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A Word template filled with the invented office's year, or another text of its data. */
export function fill(template: Uint8Array, text: string = baseData): Filled {
  if (!schema || !templates) throw new Error("the base workspace has faults");
  const word = readWordTemplate("t.docx", template);
  const figures = andThen(
    andThen(parseYaml({ path: "data/2022.yaml", text }), (source) => validate(source, schema, 2022)),
    aggregate,
  );
  const document = andThen(figures, (year) => compose(year, { ...templates, stories: word.stories }, []));
  const diagnostics = [...word.diagnostics, ...document.diagnostics];
  const rendered = word.template && document.value && renderDocx(document.value, template, "t.docx");
  const filled = rendered?.ok ? rendered : null;
  return { bytes: filled?.bytes ?? null, report: filled?.report ?? null, diagnostics };
}
