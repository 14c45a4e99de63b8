import { suggest } from "../catalogue/suggest.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { helpers } from "./helpers.ts";
import { placeOf, type Template } from "./parse-template.ts";
import { itemsOf, type Ref } from "./ref.ts";
import { inContext, loopScope, type Scope, withLocals } from "./scope.ts";
import { type Call, callOf, helperOf, isCall, refOf, type Walk } from "./walk.ts";

export type BlockName = "if" | "unless" | "each" | "with";

export function blockName(block: hbs.AST.BlockStatement, walk: Walk): BlockName | null {
  const name = (block.path as hbs.AST.PathExpression).original;
  if (/^(if|unless|each|with)$/.test(name)) return name as BlockName;
  const facts = { name: `#${name}`, suggestion: suggest(name, ["if", "unless", "each", "with"]) };
  walk.report(diagnostic("template-unknown-helper", placeOf(walk.template, block.path.loc), facts));
  return null;
}

/** The one argument of a block; `usage` is how the block goes on behind its name. */
function onlyExpression(block: hbs.AST.BlockStatement, walk: Walk, usage: string): hbs.AST.Expression | null {
  const [only, ...more] = block.params;
  if (only && more.length === 0 && !block.hash?.pairs.length) return only;
  const helper = (block.path as hbs.AST.PathExpression).original;
  const facts = { helper, usage: `{{#${helper} ${usage}{{/${helper}}}` };
  walk.report(diagnostic("template-arguments", placeOf(walk.template, block.path.loc), facts));
  return null;
}

function onlyParam(block: hbs.AST.BlockStatement, scope: Scope, walk: Walk): Ref | null {
  const only = onlyExpression(block, walk, "…}}…");
  return only && refOf(only, scope, walk);
}

/** A condition is a name that may be given, or a helper that answers. */
export type Condition =
  | { readonly kind: "given"; readonly ref: Ref }
  | { readonly kind: "asked"; readonly call: Call };

export function conditionOf(block: hbs.AST.BlockStatement, scope: Scope, walk: Walk): Condition | null {
  const only = onlyExpression(block, walk, "组.指标}}…{{else}}…");
  if (!only) return null;
  if (!isCall(only)) {
    const ref = refOf(only, scope, walk);
    return ref && { kind: "given", ref };
  }
  const name = helperOf(only, walk);
  const call = name && callOf(only, name, scope, walk);
  if (!call) return null;
  if (helpers[call.name].condition) return { kind: "asked", call };
  const usage = "{{#if (isZero 组.指标)}}";
  walk.report(
    diagnostic("template-arguments", placeOf(walk.template, only.loc), { helper: call.name, usage }),
  );
  return null;
}

/** The scopes in which the body of an `{{#each}}` runs: one an item, or one for all when linting. */
export function eachScopes(
  block: hbs.AST.BlockStatement,
  scope: Scope,
  walk: Walk,
  linting: boolean,
): readonly Scope[] | null {
  const list = onlyParam(block, scope, walk);
  if (!list) return null;
  if (list.kind !== "list") {
    const name = (block.params[0] as hbs.AST.PathExpression).original;
    walk.report(
      diagnostic("template-not-list", placeOf(walk.template, block.path.loc), { name: String(name) }),
    );
    return null;
  }
  const items = itemsOf(list, linting);
  const [itemName, indexName] = block.program.blockParams ?? [];
  return items.map((item, index) => {
    const inner = loopScope(scope, item, index, items.length);
    const names: [string, Ref][] = itemName ? [[itemName, item]] : [];
    if (indexName) names.push([indexName, { kind: "value", value: index }]);
    return withLocals(inner, names);
  });
}

/** The subject of a `{{#with}}` and the scope inside it. */
export function withScope(
  block: hbs.AST.BlockStatement,
  scope: Scope,
  walk: Walk,
): { readonly ref: Ref; readonly scope: Scope } | null {
  const ref = onlyParam(block, scope, walk);
  if (!ref) return null;
  const [name] = block.program.blockParams ?? [];
  return { ref, scope: withLocals(inContext(scope, ref), name ? [[name, ref]] : []) };
}

/** The partial that a tag opens, the scope that it sees and the walk that goes on in it. */
export function openPartial(
  partial: hbs.AST.PartialStatement,
  scope: Scope,
  walk: Walk,
): { readonly template: Template; readonly scope: Scope; readonly walk: Walk } | null {
  const span = placeOf(walk.template, partial.loc);
  if (partial.name.type !== "PathExpression") {
    walk.report(diagnostic("template-unsupported", span, { what: "{{> (…)}}" }));
    return null;
  }
  const name = partial.name.original;
  const template = walk.partials.get(name);
  if (!template) {
    const suggestion = suggest(name, [...walk.partials.keys()]);
    walk.report(diagnostic("template-unknown-partial", span, { name, suggestion }));
    return null;
  }
  walk.use("partial", name);
  if (walk.open.includes(name)) {
    walk.report(diagnostic("template-partial-recursion", span, { name }));
    return null;
  }
  const [contextParam] = partial.params;
  const context = contextParam ? refOf(contextParam, scope, walk) : null;
  const pairs = (partial.hash?.pairs ?? []).map(
    (pair) => [pair.key, refOf(pair.value, scope, walk)] as const,
  );
  if ((contextParam && !context) || pairs.some(([, ref]) => !ref)) return null;
  const named = pairs.flatMap(([key, ref]) => (ref ? [[key, ref] as const] : []));
  const inner = withLocals(context ? inContext(scope, context) : scope, named);
  return { template, scope: inner, walk: { ...walk, template, open: [...walk.open, name], calledAt: span } };
}
