import { isObject, type JsonObject, text } from "../catalogue/schema-node.ts";
import type { SchemaSource } from "../catalogue/schema-source.ts";
import type { SchemaFault } from "../diagnostic/words/schema-fault.ts";
import { deepest } from "../parse/bounds.ts";
import { pointerPart, pointerParts } from "../parse/data-node.ts";
import { type PlacedFault, valueAt } from "./schema-faults.ts";

/** More ways to check one value need minutes for a large file. */
const mostWays = 1000;
/** An `enum` is compared item by item. */
const enumItemsOfAWay = 10;

/**
 * What checking costs is bounded by the schema alone: branches and references multiply (`allOf` of two references
 * to an `allOf` of two references …), and a reference may lead back to where it stands.
 */
export function costFault(
  main: SchemaSource,
  sources: readonly SchemaSource[],
): [SchemaSource, PlacedFault] | null {
  const costs = new Costs(sources);
  try {
    costs.ways({ value: main.root.value, pointer: "", source: main }, deepest);
    return null;
  } catch (error) {
    if (error instanceof CostFound) return error.placed;
    if (error instanceof RangeError) return [main, { fault: { kind: "depth" }, pointer: "", which: "value" }];
    throw error;
  }
}

class CostFound extends Error {
  readonly placed: [SchemaSource, PlacedFault];

  constructor(fault: SchemaFault, source: SchemaSource, pointer: string) {
    super(fault.kind);
    this.placed = [source, { fault, pointer, which: "key" }];
  }
}

const branches = ["allOf", "anyOf", "oneOf"];
const alternatives = ["not", "if", "then", "else"];

interface Place {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly source: SchemaSource;
}

class Costs {
  private readonly sources: readonly SchemaSource[];
  private readonly known = new Map<JsonObject, number[]>();
  private readonly open = new Set<string>();
  private readonly numbers = new Map<JsonObject, number>();

  constructor(sources: readonly SchemaSource[]) {
    this.sources = sources;
  }

  /** In how many ways the values along one path of the data are checked, for data of at most this depth. */
  ways(place: Place, depth: number): number {
    const { value, pointer, source } = place;
    if (depth <= 0) return 1;
    const before = this.known.get(value)?.[depth];
    if (before !== undefined) return before;
    const key = this.keyOf(value, depth);
    this.open.add(key);
    const count =
      1 +
      (Array.isArray(value.enum) ? Math.floor(value.enum.length / enumItemsOfAWay) : 0) +
      sum(here(place), (each) => this.ways(each, depth)) +
      sum(["$ref", "$dynamicRef"], (name) => this.follow(place, name, depth)) +
      this.deeper(place, depth - 1);
    this.open.delete(key);
    if (count > mostWays) throw new CostFound({ kind: "cost" }, source, pointer);
    const counts = this.known.get(value) ?? [];
    counts[depth] = count;
    this.known.set(value, counts);
    return count;
  }

  /** A value has one name, or one place in a list: the most costly counts, beside all that may hold for any. */
  private deeper(place: Place, depth: number): number {
    const cost = (each: Place): number => this.ways(each, depth);
    const most = (places: readonly Place[]): number =>
      places.reduce((top, each) => Math.max(top, cost(each)), 0);
    const rest = (...names: readonly string[]): readonly Place[] =>
      names.flatMap((name) => child(place, name));
    const ofMapping =
      most([...children(place, "properties"), ...rest("additionalProperties", "unevaluatedProperties")]) +
      sum([...children(place, "patternProperties"), ...rest("propertyNames")], cost);
    const ofList =
      most([...children(place, "prefixItems"), ...rest("items", "unevaluatedItems")]) +
      sum(rest("contains"), cost);
    return Math.max(ofMapping, ofList);
  }

  private follow(from: Place, name: string, depth: number): number {
    const reference = text(from.value[name]);
    const target = reference === null ? null : this.target(reference, from.source);
    const pointer = `${from.pointer}/${name}`;
    if (!target && reference !== null && isInherited(reference))
      throw new CostFound({ kind: "reference", found: reference }, from.source, pointer);
    if (!target) return 0;
    if (this.open.has(this.keyOf(target.value, depth)))
      throw new CostFound({ kind: "endless" }, from.source, pointer);
    return this.ways(target, depth);
  }

  private target(reference: string, source: SchemaSource): Place | null {
    const [file = "", fragment = ""] = reference.split("#", 2);
    const holder = file === "" ? source : this.sources.find((each) => namesOf(each).includes(file));
    if (!holder) return null;
    const pointer =
      fragment === "" || fragment.startsWith("/") ? fragment : anchorIn(holder.root.value, fragment);
    const value = pointer === null ? null : valueAt(holder.root.value, pointer);
    return pointer !== null && isObject(value) ? { value, pointer, source: holder } : null;
  }

  private keyOf(value: JsonObject, depth: number): string {
    return `${this.numberOf(value)} ${depth}`;
  }

  private numberOf(value: JsonObject): number {
    const number = this.numbers.get(value) ?? this.numbers.size;
    this.numbers.set(value, number);
    return number;
  }
}

/** The library finds `#/constructor` in every schema, as what JavaScript's objects inherit. */
function isInherited(reference: string): boolean {
  const [, fragment = ""] = reference.split("#", 2);
  return fragment.startsWith("/") && pointerParts(fragment).some((part) => part in {});
}

/** Where `$anchor` or `$dynamicAnchor` gives a place its name. */
function anchorIn(value: unknown, name: string, pointer: string = ""): string | null {
  if (typeof value !== "object" || value === null) return null;
  if (isObject(value) && (value.$anchor === name || value.$dynamicAnchor === name)) return pointer;
  for (const [key, each] of Object.entries(value)) {
    const found = anchorIn(each, name, pointer + pointerPart(key));
    if (found !== null) return found;
  }
  return null;
}

function namesOf({ file, root }: SchemaSource): readonly string[] {
  return [text(root.value.$id) ?? "", file.path.split("/").at(-1) ?? ""].filter((each) => each !== "");
}

/** What is checked at the same value. */
function here(place: Place): readonly Place[] {
  return [
    ...branches.flatMap((name) => children(place, name)),
    ...alternatives.flatMap((name) => child(place, name)),
    ...children(place, "dependentSchemas"),
  ];
}

function child({ value, pointer, source }: Place, name: string): readonly Place[] {
  const found = value[name];
  return isObject(found) ? [{ value: found, pointer: pointer + pointerPart(name), source }] : [];
}

/** `true` and `false` are schemas too. */
const anything: JsonObject = {};

function children({ value, pointer, source }: Place, name: string): readonly Place[] {
  const found = value[name];
  if (!isObject(found) && !Array.isArray(found)) return [];
  return Object.entries(found).flatMap(([key, each]) =>
    isObject(each) || typeof each === "boolean"
      ? [
          {
            value: isObject(each) ? each : anything,
            pointer: pointer + pointerPart(name) + pointerPart(key),
            source,
          },
        ]
      : [],
  );
}

function sum<T>(items: readonly T[], cost: (item: T) => number): number {
  return items.reduce((total, each) => total + cost(each), 0);
}
