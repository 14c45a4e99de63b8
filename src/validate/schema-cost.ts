import { isObject, type JsonObject, text } from "../catalogue/schema-node.ts";
import type { SchemaSource } from "../catalogue/schema-source.ts";
import { deepest } from "../parse/bounds.ts";
import { pointerPart } from "../parse/data-node.ts";
import { decoded, type PlacedFault, valueAt } from "./schema-faults.ts";

/** More ways to check one value need minutes for a large file. */
const mostWays = 1000;
/** An `enum` is compared item by item. */
const enumItemsOfAWay = 10;

type Found = [SchemaSource, PlacedFault];

export interface Cost {
  readonly fault: Found | null;
  /**
   * References of unknown cost, since what they lead to was not found. The library finds more, such as what every
   * object inherits (`#/constructor`) or the resources inside a file.
   */
  readonly lost: readonly Found[];
}

/**
 * What checking costs is bounded by the schema alone: branches and references multiply (`allOf` of two references
 * to an `allOf` of two references …), and a reference may lead back to where it stands.
 */
export function costOf(main: SchemaSource, sources: readonly SchemaSource[]): Cost {
  const costs = new Costs(sources);
  try {
    costs.ways({ value: main.root.value, pointer: "", source: main }, deepest);
    return { fault: null, lost: [...costs.lost.values()] };
  } catch (error) {
    if (error instanceof CostFound) return { fault: error.placed, lost: [] };
    if (!(error instanceof RangeError)) throw error;
    return { fault: [main, { fault: { kind: "depth" }, pointer: "", which: "value" }], lost: [] };
  }
}

class CostFound extends Error {
  readonly placed: Found;

  constructor(kind: "endless" | "cost", source: SchemaSource, pointer: string) {
    super(kind);
    this.placed = [source, { fault: { kind }, pointer, which: "key" }];
  }
}

const branches = ["allOf", "anyOf", "oneOf"];
const alternatives = ["not", "if", "then", "else"];
const references = ["$ref", "$dynamicRef", "$recursiveRef"];

interface Place {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly source: SchemaSource;
}

class Costs {
  readonly lost = new Map<string, Found>();
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
      sum(references, (name) => this.follow(place, name, depth)) +
      this.deeper(place, depth - 1);
    this.open.delete(key);
    if (count > mostWays) throw new CostFound("cost", source, pointer);
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
    if (reference === null) return 0;
    const target = this.target(reference, from.source);
    if (!target) {
      const pointer = `${from.pointer}/${name}`;
      const fault: PlacedFault["fault"] = { kind: "reference", found: reference };
      this.lost.set(`${from.source.file.path}#${pointer}`, [from.source, { fault, pointer, which: "key" }]);
      return 0;
    }
    if (this.open.has(this.keyOf(target.value, depth)))
      throw new CostFound("endless", from.source, `${from.pointer}/${name}`);
    return this.ways(target, depth);
  }

  private target(reference: string, source: SchemaSource): Place | null {
    const [file = "", encoded = ""] = reference.split("#", 2);
    const fragment = decoded(encoded);
    const names = [file, absolute(file, source)];
    const holder =
      file === "" ? source : this.sources.find((each) => namesOf(each).some((name) => names.includes(name)));
    if (!holder) return null;
    const pointer =
      fragment === "" || fragment.startsWith("/") ? fragment : anchorIn(holder.root.value, fragment);
    const value = pointer === null ? null : valueAt(holder.root.value, pointer);
    const schema = typeof value === "boolean" ? anything : value;
    return pointer !== null && isObject(schema) ? { value: schema, pointer, source: holder } : null;
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

/** A file's name beside the one that refers to it, where that one says its own. */
function absolute(file: string, { root }: SchemaSource): string {
  const base = text(root.value.$id) ?? "";
  return URL.canParse(file, base) ? new URL(file, base).href : file;
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
    ...children(place, "dependencies"),
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
