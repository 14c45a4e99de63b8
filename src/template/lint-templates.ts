import type { Catalogue } from "../catalogue/catalogue.ts";
import type { SchemaNode } from "../catalogue/schema-node.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { DataNode } from "../parse/data-node.ts";
import { lintProgram } from "./lint.ts";
import { lintNarratives, parseNarratives } from "./narrative.ts";
import { rootScope } from "./scope.ts";
import type { TemplateSet } from "./template-set.ts";
import type { TypedYear, Walk } from "./walk.ts";

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
  const alone = lintAlone(templates, schema, catalogue, year);
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const indicators = new Set(alone.indicators);
  const narratives = data ? parseNarratives(data, report) : new Map();
  for (const each of alone.found) {
    const fault = "code" in each ? each : yearTyped(each, year);
    if (fault) report(fault);
  }
  const walk: Walk = {
    ...walkOf(templates, catalogue, year),
    narratives,
    report,
    use: (what, name) => void (what === "indicator" && indicators.add(name)),
    budget: { left: alone.left },
  };
  lintNarratives(rootScope({ kind: "root", schema, node: undefined }), walk);
  if (walk.budget.left <= 0) {
    report(diagnostic("template-syntax", templates.main.spanOf(0, 0), { kind: "depth", detail: "" }));
  }
  for (const [name, { spanOf }] of templates.partials) {
    if (!alone.partials.has(name) && !templates.usedElsewhere.has(name))
      report(diagnostic("template-partial-unused", spanOf(0, 0), { name }));
  }
  return { diagnostics, indicators, walk };
}

/** What there is to say of templates without data, whatever the year: only a year that they type is wrong in some. */
interface Alone {
  readonly schema: SchemaNode;
  readonly found: readonly (Diagnostic | TypedYear)[];
  readonly indicators: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  /** Of the budget of statements. */
  readonly left: number;
}

const known = new WeakMap<TemplateSet, WeakMap<Catalogue, Alone>>();

/** Linted once for all the years that have the same indicators. */
function lintAlone(templates: TemplateSet, schema: SchemaNode, catalogue: Catalogue, year: number): Alone {
  const ofTemplates = known.get(templates) ?? new WeakMap<Catalogue, Alone>();
  known.set(templates, ofTemplates);
  const before = ofTemplates.get(catalogue);
  if (before?.schema === schema) return before;
  const found: (Diagnostic | TypedYear)[] = [];
  const [indicators, partials] = [new Set<string>(), new Set<string>()];
  const walk: Walk = {
    ...walkOf(templates, catalogue, year),
    report: (each) => void found.push(each),
    typed: (each) => void found.push(each),
    use: (what, name) => void (what === "indicator" ? indicators : partials).add(name),
  };
  const scope = rootScope({ kind: "root", schema, node: undefined });
  lintProgram(templates.main.program, scope, walk);
  for (const template of templates.stories) lintProgram(template.program, scope, { ...walk, template });
  const alone = { schema, found, indicators, partials, left: walk.budget.left };
  ofTemplates.set(catalogue, alone);
  return alone;
}

function walkOf(templates: TemplateSet, catalogue: Catalogue, year: number): Walk {
  return {
    world: { catalogue, year },
    template: templates.main,
    partials: templates.partials,
    open: [],
    calledAt: null,
    narratives: new Map(),
    inNarrative: false,
    report: () => undefined,
    typed: () => undefined,
    use: () => undefined,
    budget: { left: mostStatements },
  };
}

function yearTyped({ year: found, span }: TypedYear, year: number): Diagnostic | null {
  const name = Number(found) === year ? "year" : Number(found) === year + 1 ? "nextYear" : null;
  return name && diagnostic("year-typed", span, { found, name });
}
