import { catalogueOf } from "../catalogue/catalogue.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { lintTemplates } from "../template/lint-templates.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Inputs, type WordInputs, withStories } from "./inputs.ts";

/** The indicators as they are now, where no year is known. */
export const latest = 2199;

/** What is wrong with its tags, and with what partials say at its tags; the report's own words are for `check`. */
export function lintWord(
  workspace: Workspace,
  { schema, templates: texts }: Pick<Inputs, "schema" | "templates">,
  word: WordInputs,
  year: number,
): readonly Diagnostic[] {
  const templates = withStories(workspace, texts, word);
  if (!schema || !templates) return [];
  const catalogue = catalogueOf(schema.catalogues, year);
  const own = new Set(word.stories.map(({ spanOf }) => spanOf(0, 0).file));
  return lintTemplates(templates, schema.source.root, catalogue, year, null).diagnostics.filter(
    ({ span, related }) =>
      [span, ...related.map((each) => each.span)].some((each) => each && own.has(each.file)),
  );
}
