import { isZero } from "../aggregate/figure.ts";
import type { ScalarNode } from "../parse/data-node.ts";
import { sourceOffset } from "../parse/source-offset.ts";
import type { Span } from "../source/source-file.ts";
import { blockName, type Condition, conditionOf, eachScopes, openPartial, withScope } from "./blocks.ts";
import type { Evaluation } from "./evaluation.ts";
import { unfold, unfoldBetween } from "./narrative.ts";
import { offsetOf, type Program, placeOf, type Template } from "./parse-template.ts";
import type { Piece } from "./piece.ts";
import { print, reportMissing } from "./print.ts";
import { hasYoy } from "./print-yoy.ts";
import { figureOf, literalOf, type Printed } from "./printed.ts";
import type { Ref, TextRef } from "./ref.ts";
import { rootScope, type Scope } from "./scope.ts";
import { type Call, callOf, helperOf, refOf, type Walk } from "./walk.ts";

export interface EvaluationWalk extends Walk {
  readonly evaluation: Evaluation;
  readonly emit: (piece: Piece) => void;
}

/** Goes through a linted template with the data and emits what it gives; all that is missing is reported. */
export function evaluate(program: Program | undefined, scope: Scope, walk: EvaluationWalk): void {
  for (const statement of program?.body ?? []) {
    if (walk.budget.left-- <= 0) return;
    evaluateStatement(statement, scope, walk);
  }
}

function evaluateStatement(statement: hbs.AST.Statement, scope: Scope, walk: EvaluationWalk): void {
  if (statement.type === "ContentStatement") emitContent(statement as hbs.AST.ContentStatement, walk);
  else if (statement.type === "MustacheStatement")
    evaluatePrint(statement as hbs.AST.MustacheStatement, scope, walk);
  else if (statement.type === "BlockStatement")
    evaluateBlock(statement as hbs.AST.BlockStatement, scope, walk);
  else if (statement.type === "PartialStatement")
    evaluatePartial(statement as hbs.AST.PartialStatement, scope, walk);
}

/** The parser trims white space off `value`; `original` says where what is left began. */
function emitContent({ value, original, loc }: hbs.AST.ContentStatement, walk: EvaluationWalk): void {
  const leading = (text: string): number => text.length - text.trimStart().length;
  const trimmed = value.trim() === "" ? 0 : leading(String(original)) - leading(value);
  const start = offsetOf(walk.template, loc.start) + trimmed;
  const from = walk.inNarrative ? "data" : "template";
  emitLines(value, from, walk, (at, end) => walk.template.spanOf(start + at, start + end));
}

function emitLines(
  text: string,
  from: "template" | "data",
  walk: EvaluationWalk,
  spanOf: (start: number, end: number) => Span,
): void {
  if (text !== "" && !/[\r\n]/.test(text)) {
    walk.emit({ kind: "text", text, from, span: spanOf(0, text.length) });
    return;
  }
  for (const match of text.matchAll(/\r\n|\r|\n|[^\r\n]+/g)) {
    const [part] = match;
    const span = spanOf(match.index, match.index + part.length);
    walk.emit(
      /^[\r\n]/.test(part) ? { kind: "line-end", from, span } : { kind: "text", text: part, from, span },
    );
  }
}

function evaluatePrint(node: hbs.AST.MustacheStatement, scope: Scope, walk: EvaluationWalk): void {
  const span = placeOf(walk.template, node.loc);
  const helper = helperOf(node, walk);
  if (helper) {
    const call = callOf(node, helper, scope, walk);
    const printed = call && print(call, span, walk.evaluation);
    for (const piece of printed ? piecesOf(printed, span) : [gap(span)]) walk.emit(piece);
    return;
  }
  const ref = refOf(node.path, scope, walk);
  if (ref?.kind === "value") walk.emit({ kind: "text", text: String(ref.value), from: "data", span });
  else if (ref?.kind === "text" || ref?.kind === "narrative") emitText(ref, span, walk);
}

function piecesOf(printed: Printed, span: Span): readonly Piece[] {
  if (printed.kind === "several") return printed.parts.flatMap((part) => piecesOf(part, span));
  return printed.kind === "words"
    ? [{ kind: "text", text: printed.text, from: "data", span }]
    : [{ ...printed, span }];
}

function emitText(ref: TextRef, span: Span, walk: EvaluationWalk): void {
  const { node } = ref;
  if (node?.kind !== "scalar" || node.value === null) {
    reportMissing(ref, span, walk.evaluation);
    walk.emit(gap(span));
    return;
  }
  const template = ref.kind === "narrative" ? walk.narratives.get(node) : undefined;
  if (template) {
    emitNarrative(template, node, walk);
    return;
  }
  const text = unfold(String(node.value), node.folded).trim();
  const before = String(node.value).length - String(node.value).trimStart().length;
  emitLines(text, "data", walk, (start, end) => spanIn(node, before + start, before + end));
}

function spanIn(node: ScalarNode, start: number, end: number): Span {
  return { file: node.span.file, start: sourceOffset(node, start), end: sourceOffset(node, end - 1) + 1 };
}

/** Stands for what was reported as missing, so that its line is not reported as empty too; it is never printed. */
function gap(span: Span): Piece {
  return { kind: "text", text: "缺", from: "data", span };
}

/** A narrative sees the year's data from its root, wherever a template prints it. */
function emitNarrative(template: Template, node: ScalarNode, walk: EvaluationWalk): void {
  const root = walk.evaluation.figures.data;
  const schema = root.schema.source.root;
  const scope = rootScope({ kind: "root", schema, node: root.source.root });
  const pieces: Piece[] = [];
  const emit = (piece: Piece): void => void pieces.push(piece);
  evaluate(template.program, scope, { ...walk, template, inNarrative: true, emit });
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== "text") walk.emit(piece);
    else {
      const text = unfoldBetween(piece.text, node.folded, index > 0, index < pieces.length - 1);
      walk.emit({ ...piece, text, from: "data" });
    }
  }
}

function evaluateBlock(block: hbs.AST.BlockStatement, scope: Scope, walk: EvaluationWalk): void {
  const name = blockName(block, walk);
  if (name === "if" || name === "unless") {
    const condition = conditionOf(block, scope, walk);
    const holds = condition !== null && isTrue(condition, placeOf(walk.template, block.loc), walk);
    evaluate(holds === (name === "if") ? block.program : block.inverse, scope, walk);
    return;
  }
  if (name === "each") {
    const scopes = eachScopes(block, scope, walk, false) ?? [];
    for (const inner of scopes) evaluate(block.program, inner, walk);
    if (scopes.length === 0) evaluate(block.inverse, scope, walk);
  }
  if (name === "with") {
    const inner = withScope(block, scope, walk);
    if (inner && isGiven(inner.ref, walk)) evaluate(block.program, inner.scope, walk);
    else evaluate(block.inverse, scope, walk);
  }
}

function evaluatePartial(partial: hbs.AST.PartialStatement, scope: Scope, walk: EvaluationWalk): void {
  const opened = openPartial(partial, scope, walk);
  if (opened) evaluate(opened.template.program, opened.scope, { ...walk, ...opened.walk });
}

function isTrue(condition: Condition, span: Span, walk: EvaluationWalk): boolean {
  if (condition.kind === "given") return isGiven(condition.ref, walk);
  const { name, params, options } = condition.call;
  if (name === "hasYoy") return hasYoy(condition.call, walk.evaluation);
  if (name === "longer") return isLonger(condition.call);
  const figure = figureOf(params[0], span, walk.evaluation);
  if (!figure) return false;
  if (name === "isZero") return isZero(figure);
  const whole = figureOf(options.get("of"), span, walk.evaluation);
  return whole !== null && walk.evaluation.isAll(figure, whole);
}

/** Whether a text has more characters than a number says, for words that are to fit into a line. */
function isLonger({ params: [ref], options }: Call): boolean {
  const text = ref?.kind === "text" && ref.node?.kind === "scalar" ? String(ref.node.value ?? "") : "";
  return [...text.trim()].length > Number(literalOf(options.get("than")));
}

/** Whether the data gives a thing; a figure that is zero is given. */
function isGiven(ref: Ref, { evaluation, world }: EvaluationWalk): boolean {
  switch (ref.kind) {
    case "indicator":
      return evaluation.figures.figures.has(ref.indicator.id);
    case "group":
      return [...evaluation.figures.figures.keys()].some((id) => id.startsWith(`${ref.name}.`));
    case "value":
      return ref.value !== false && ref.value !== "";
    case "list":
      return ref.node?.kind === "list" && ref.node.items.length > 0;
    case "root":
      return world.year > 0;
    default:
      return ref.node !== undefined;
  }
}
