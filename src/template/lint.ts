import { diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { isAlwaysGiven } from "./always-given.ts";
import { blockName, conditionOf, eachScopes, openPartial, withScope } from "./blocks.ts";
import { helpers } from "./helpers.ts";
import { offsetOf, type Program, placeOf } from "./parse-template.ts";
import { lintChart } from "./print-chart.ts";
import { blankQuoted } from "./quoted.ts";
import type { Ref } from "./ref.ts";
import type { Scope } from "./scope.ts";
import { callOf, helperOf, refOf, type Walk } from "./walk.ts";

type Statement = hbs.AST.Statement;
type Block = hbs.AST.BlockStatement;

/** Every fault of a template that shows without data: all branches are gone through, taken or not. */
export function lintProgram(program: Program | undefined, scope: Scope, walk: Walk): void {
  for (const statement of program?.body ?? []) {
    if (walk.budget.left-- <= 0) return;
    lintStatement(statement, scope, walk);
  }
}

function lintStatement(statement: Statement, scope: Scope, walk: Walk): void {
  const { type } = statement;
  if (type === "CommentStatement") return;
  if (type === "ContentStatement") {
    if (!walk.inNarrative) lintContent(statement as hbs.AST.ContentStatement, walk);
    return;
  }
  if (type === "MustacheStatement") lintPrint(statement as hbs.AST.MustacheStatement, scope, walk);
  else if (type === "BlockStatement" && !walk.inNarrative) lintBlock(statement as Block, scope, walk);
  else if (type === "PartialStatement" && !walk.inNarrative) {
    lintPartial(statement as hbs.AST.PartialStatement, scope, walk);
  } else refuse(statement, walk);
}

function refuse(statement: Statement, walk: Walk): void {
  const span = placeOf(walk.template, statement.loc);
  const written = span.file.text.slice(span.start, span.end).split("}}", 1)[0] ?? "";
  const found = `${written.slice(0, 40)}}}`;
  walk.report(
    walk.inNarrative
      ? diagnostic("narrative-tag", span, { found })
      : diagnostic("template-unsupported", span, { what: found }),
  );
}

function lintPrint(node: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void {
  const helper = helperOf(node, walk);
  const span = (): Span => placeOf(walk.template, node.loc);
  if (helper) {
    const call = callOf(node, helper, scope, walk);
    if (call?.name === "chart")
      for (const each of lintChart(call, span(), walk.inNarrative)) walk.report(each);
    if (helpers[helper].condition)
      walk.report(diagnostic("template-not-text", span(), { name: helper, found: "condition" }));
    return;
  }
  if (node.params.length > 0 || node.hash) return;
  const ref = refOf(node.path, scope, walk);
  const found = ref && unprintable(ref);
  const name = (node.path as hbs.AST.PathExpression).original;
  if (found) walk.report(diagnostic("template-not-text", span(), { name: String(name), found }));
}

function unprintable(ref: Ref): "list" | "mapping" | "figure" | null {
  if (ref.kind === "list") return "list";
  if (ref.kind === "indicator") return "figure";
  return ref.kind === "record" || ref.kind === "group" || ref.kind === "root" ? "mapping" : null;
}

function lintBlock(block: Block, scope: Scope, walk: Walk): void {
  switch (blockName(block, walk)) {
    case "if":
    case "unless":
      lintCondition(block, scope, walk);
      lintProgram(block.program, scope, walk);
      break;
    case "each":
      for (const inner of eachScopes(block, scope, walk, true) ?? []) lintProgram(block.program, inner, walk);
      break;
    case "with": {
      const inner = withScope(block, scope, walk);
      if (inner) lintProgram(block.program, inner.scope, walk);
      break;
    }
    case null:
      return;
  }
  lintProgram(block.inverse, scope, walk);
}

function lintCondition(block: Block, scope: Scope, walk: Walk): void {
  const condition = conditionOf(block, scope, walk);
  const [root] = scope.contexts;
  if (condition?.kind !== "given" || root?.kind !== "root" || !isAlwaysGiven(condition.ref, root.schema))
    return;
  const [only] = block.params;
  if (!only) return;
  const name = String((only as hbs.AST.PathExpression).original);
  walk.report(
    diagnostic("condition-always", placeOf(walk.template, only.loc), {
      name,
      isFigure: condition.ref.kind === "indicator",
    }),
  );
}

/** A year that the template types is wrong next year; titles and quotations may name one. */
function lintContent({ original, loc }: hbs.AST.ContentStatement, walk: Walk): void {
  const text = blankQuoted(String(original));
  for (const { 0: found, index } of text.matchAll(/(?<!\d)(?:19|20)\d\d(?=年)/g)) {
    const start = offsetOf(walk.template, loc.start) + index;
    walk.typed({ year: found, span: walk.template.spanOf(start, start + 4) });
  }
}

function lintPartial(partial: hbs.AST.PartialStatement, scope: Scope, walk: Walk): void {
  const opened = openPartial(partial, scope, walk);
  if (opened) lintProgram(opened.template.program, opened.scope, opened.walk);
}
