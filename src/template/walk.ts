import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { type HelperName, helpers, isHelper } from "./helpers.ts";
import { placeOf, type Template } from "./parse-template.ts";
import { namesOf, type Ref, type World } from "./ref.ts";
import { lookUp, type Scope } from "./scope.ts";

/** What linting and evaluating share while they go through a template. */
export interface Walk {
  readonly world: World;
  readonly template: Template;
  readonly partials: ReadonlyMap<string, Template>;
  /** The partials that are open, so that none opens itself. */
  readonly open: readonly string[];
  /** Where the partial that is open is called, if one is. */
  readonly calledAt: Span | null;
  readonly narratives: ReadonlyMap<object, Template>;
  /** Text in data may refer to figures, but holds no blocks and no partials. */
  readonly inNarrative: boolean;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Is told of every year that a template types: whether that is wrong depends on the year of the report. */
  readonly typed: (typed: TypedYear) => void;
  /** Is told of every indicator that a tag names and of every partial that is opened. */
  readonly use: (what: "indicator" | "partial", name: string) => void;
  /** Counts statements: partials that open partials could go on without end. */
  readonly budget: { left: number };
}

export interface TypedYear {
  readonly year: string;
  readonly span: Span;
}

type Expression = hbs.AST.Expression;

export function isPath(expression: Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

export function isCall(expression: Expression): expression is hbs.AST.SubExpression {
  return expression.type === "SubExpression";
}

/** A literal's value; null for anything else. */
function literal(expression: Expression): string | number | boolean | null {
  const { type } = expression;
  if (type !== "StringLiteral" && type !== "NumberLiteral" && type !== "BooleanLiteral") return null;
  return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value;
}

/** What an expression stands for; an unknown name is reported, with the nearest known one. */
export function refOf(expression: Expression, scope: Scope, walk: Walk): Ref | null {
  const value = literal(expression);
  if (value !== null) return { kind: "value", value };
  if (!isPath(expression)) {
    const span = placeOf(walk.template, expression.loc);
    walk.report(diagnostic("template-unsupported", span, { what: expression.type }));
    return null;
  }
  const looked = lookUp(expression, scope, walk.world);
  if (looked.found) {
    if (looked.ref.kind === "indicator") walk.use("indicator", looked.ref.indicator.id);
    return looked.ref;
  }
  const span = placeOf(walk.template, expression.loc);
  const near = suggest(looked.name, namesNear(looked, scope, walk.world));
  const fromRoot =
    scope.contexts.length > 1 && namesOf(scope.contexts[0] ?? looked.known, walk.world).includes(looked.name);
  const replaced = near && replaceStep(expression.original, looked.name, near);
  const whole = replaced === expression.original ? near : replaced;
  const suggestion = whole ?? (fromRoot ? `@root.${expression.original}` : null);
  const related = walk.calledAt ? [{ span: walk.calledAt, note: "template" as const }] : [];
  walk.report(diagnostic("template-unknown-name", span, { name: expression.original, suggestion }, related));
  return null;
}

function namesNear(
  { known, name }: { known: Ref; name: string },
  scope: Scope,
  world: World,
): readonly string[] {
  if (name.startsWith("@")) return ["root", ...scope.loop.keys()].map((each) => `@${each}`);
  return [...namesOf(known, world), ...scope.locals.keys()];
}

/** A path with one of its steps put right: safety.patrol as safety.patrols. */
function replaceStep(path: string, step: string, by: string): string {
  let done = false;
  return path
    .split(/([./])/)
    .map((each) => {
      if (done || each !== step) return each;
      done = true;
      return by;
    })
    .join("");
}

/** A helper with its arguments, all of them of the kind that it wants. */
export interface Call {
  readonly name: HelperName;
  readonly params: readonly Ref[];
  readonly options: ReadonlyMap<string, Ref>;
}

interface Callable {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}

export function callOf(node: Callable, name: HelperName, scope: Scope, walk: Walk): Call | null {
  const helper = helpers[name];
  const pairs = node.hash?.pairs ?? [];
  const params = node.params.map((each) => refOf(each, scope, walk));
  const options = pairs.map((pair) => [pair.key, refOf(pair.value, scope, walk)] as const);
  if (params.includes(null) || options.some(([, ref]) => ref === null)) return null;
  const given = new Map(options.flatMap(([key, ref]) => (ref ? [[key, ref] as const] : [])));
  const known = params.flatMap((ref) => ref ?? []);
  const fits =
    (known.length === helper.params.length || (helper.many && known.length > helper.params.length)) &&
    known.every((ref, index) => isOfKind(ref, helper.params[index] ?? helper.params.at(-1))) &&
    [...given].every(([key, ref]) => isOfKind(ref, helper.options[key])) &&
    helper.required.every((key) => given.has(key));
  if (fits) return { name, params: known, options: given };
  walk.report(
    diagnostic("template-arguments", placeOf(walk.template, node.loc), { helper: name, usage: helper.usage }),
  );
  return null;
}

function isOfKind(ref: Ref, kind: string | undefined): boolean {
  switch (kind) {
    case "figure":
      return ref.kind === "indicator";
    case "text":
      return ref.kind === "text";
    case "words":
      return ref.kind === "value" && typeof ref.value === "string" && ref.value.trim() !== "";
    case "count":
      return (
        ref.kind === "value" &&
        typeof ref.value === "number" &&
        Number.isInteger(ref.value) &&
        ref.value >= 1 &&
        ref.value <= 9999
      );
    case "step":
      return ref.kind === "value" && typeof ref.value === "number" && ref.value > 0;
    case "numerals":
      return ref.kind === "value" && ref.value === "chinese";
    default:
      return false;
  }
}

/** The helper that a tag calls; a name with arguments that is no helper is reported. */
export function helperOf(node: Callable, walk: Walk): HelperName | null {
  const name = isPath(node.path) ? node.path.original : "";
  if (isHelper(name)) return name;
  if (node.params.length > 0 || node.hash) {
    const suggestion = suggest(name, Object.keys(helpers));
    walk.report(
      diagnostic("template-unknown-helper", placeOf(walk.template, node.path.loc), { name, suggestion }),
    );
  }
  return null;
}
