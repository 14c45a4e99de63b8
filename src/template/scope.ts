import { type Ref, step, type World } from "./ref.ts";

/** What names mean at a place in a template: the contexts from the outermost in, and names given on the way. */
export interface Scope {
  readonly contexts: readonly Ref[];
  readonly locals: ReadonlyMap<string, Ref>;
  /** `@index`, `@number`, `@first`, `@last` of the innermost loop. */
  readonly loop: ReadonlyMap<string, Ref>;
}

export function rootScope(root: Ref): Scope {
  return { contexts: [root], locals: new Map(), loop: new Map() };
}

export function current(scope: Scope): Ref {
  return scope.contexts.at(-1) ?? { kind: "value", value: "" };
}

export function inContext(scope: Scope, context: Ref): Scope {
  return { ...scope, contexts: [...scope.contexts, context] };
}

export function withLocals(scope: Scope, names: Iterable<readonly [string, Ref]>): Scope {
  return { ...scope, locals: new Map([...scope.locals, ...names]) };
}

export function loopScope(scope: Scope, item: Ref, index: number, count: number): Scope {
  const value = (each: number | boolean): Ref => ({ kind: "value", value: each });
  const loop = new Map([
    ["index", value(index)],
    ["number", value(index + 1)],
    ["first", value(index === 0)],
    ["last", value(index === count - 1)],
  ]);
  return { ...inContext(scope, item), loop };
}

/** A name that leads nowhere: `known` is the last reference that was found on the way, `name` what it lacks. */
export type Lookup =
  | { readonly found: true; readonly ref: Ref }
  | { readonly found: false; readonly known: Ref; readonly name: string };

export function lookUp(path: hbs.AST.PathExpression, scope: Scope, world: World): Lookup {
  const parts = path.parts as readonly string[];
  const [first = "", ...rest] = parts;
  if (path.data)
    return first === "root"
      ? walk(scope.contexts[0] ?? current(scope), rest, world)
      : loopValue(scope, parts);
  const up = scope.contexts.at(-1 - path.depth);
  if (!up) return { found: false, known: current(scope), name: path.original };
  const local =
    path.depth === 0 && !/^this\b|^\.\//.test(path.original) ? scope.locals.get(first) : undefined;
  return local ? walk(local, rest, world) : walk(up, parts, world);
}

function loopValue(scope: Scope, parts: readonly string[]): Lookup {
  const ref = parts.length === 1 ? scope.loop.get(parts[0] ?? "") : undefined;
  return ref ? { found: true, ref } : { found: false, known: current(scope), name: `@${parts.join(".")}` };
}

function walk(from: Ref, parts: readonly string[], world: World): Lookup {
  let ref = from;
  for (const name of parts) {
    const next = step(ref, name, world);
    if (!next) return { found: false, known: ref, name };
    ref = next;
  }
  return { found: true, ref };
}
