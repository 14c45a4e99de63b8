import type { Catalogue } from "../catalogue/catalogue.ts";
import type { SchemaNode } from "../catalogue/schema-node.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { DataNode } from "../parse/data-node.ts";
import { lintProgram } from "./lint.ts";
import { lintNarratives, parseNarratives } from "./narrative.ts";
import { rootScope } from "./scope.ts";
import type { TemplateSet } from "./template-set.ts";
import type { Walk } from "./walk.ts";

/** More statements than any report has: partials that open partials could go on for ever. */
export const mostStatements = 100_000;

export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  /** The indicators that templates and narratives name. */
  readonly indicators: ReadonlySet<string>;
  readonly walk: Walk;
}

/** Every fault of the templates that shows without data, and of the tags in the data's own texts where there are any. */
export function lintTemplates(
  templates: TemplateSet,
  schema: SchemaNode,
  catalogue: Catalogue,
  year: number,
  data: DataNode | null,
): Linted {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const indicators = new Set<string>();
  const partials = new Set<string>();
  const walk: Walk = {
    world: { catalogue, year },
    template: templates.main,
    partials: templates.partials,
    open: [],
    calledAt: null,
    narratives: data ? parseNarratives(data, report) : new Map(),
    inNarrative: false,
    report,
    use: (what, name) => void (what === "indicator" ? indicators : partials).add(name),
    budget: { left: mostStatements },
  };
  const scope = rootScope({ kind: "root", schema, node: undefined });
  lintProgram(templates.main.program, scope, walk);
  for (const template of templates.stories) lintProgram(template.program, scope, { ...walk, template });
  lintNarratives(scope, walk);
  if (walk.budget.left <= 0) {
    report(diagnostic("template-syntax", templates.main.spanOf(0, 0), { kind: "depth", detail: "" }));
  }
  for (const [name, { spanOf }] of templates.partials) {
    if (!partials.has(name) && !templates.usedElsewhere.has(name))
      report(diagnostic("template-partial-unused", spanOf(0, 0), { name }));
  }
  return { diagnostics, indicators, walk };
}
