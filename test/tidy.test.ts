import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaRoot } from "../src/catalogue/schema-node.ts";
import { toValue } from "../src/parse/data-node.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import { tidy } from "../src/tidy/tidy.ts";
import { baseFiles } from "./support/case.ts";

const schema = schemaRoot(
  JSON.parse(new TextDecoder().decode(baseFiles().get("/work/schemas/year.schema.json"))),
);

function tidied(text: string): string {
  const { value } = parseYaml({ path: "data/2022.yaml", text });
  if (!value) throw new Error(`not YAML:\n${text}`);
  return tidy(value, schema);
}

const comment = fc.constantFrom("", "", "# 说明", "# 见台账");
const behind = fc.constantFrom("", "", " # 单位见规范", "   # 已核");

/** The lines of a key, with what may stand above and behind it. */
function written(
  name: fc.Arbitrary<string>,
  value: (indent: string) => fc.Arbitrary<string>,
  indent: string,
): fc.Arbitrary<string> {
  return fc
    .tuple(name, value(`${indent}  `), comment, behind, fc.boolean())
    .map(([key, inner, above, after, gap]) => {
      const head = `${gap ? "\n" : ""}${above === "" ? "" : `${indent}${above}\n`}`;
      return inner.startsWith("\n")
        ? `${head}${indent}${key}:${after}${inner}`
        : `${head}${indent}${key}: ${inner}${after}\n`;
    });
}

function map(
  names: readonly string[],
  value: (indent: string) => fc.Arbitrary<string>,
  indent: string,
): fc.Arbitrary<string> {
  return fc
    .shuffledSubarray([...names], { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((name) => written(fc.constant(name), value, indent))))
    .map((entries) => entries.join(""));
}

const amount = (): fc.Arbitrary<string> =>
  fc.constantFrom(
    "190",
    "6300余",
    "{ value: 4, period: 2022-H2 }",
    "1.50",
    '"近1200"',
    "\n      - { period: 2022-07, value: 1 } # 七月\n      - { period: 2022-02, value: 2 }\n",
    "\n      note: 说明\n      value: 9\n",
  );
const group = (names: readonly string[]) => (indent: string) =>
  map(names, amount, indent).map((inner) => `\n${inner}`);
const safety = ["premises", "patrols", "hazardsFound", "accidents", "unknown"];
const text = fc.constantFrom(
  "|-\n    第一段。\n\n    # 不是注释\n    第二段。\n",
  "|+\n    一段。\n\n\n",
  "一句话。",
  "|\n    末尾有空行。\n\n",
);

const file = fc
  .tuple(
    fc.boolean(),
    fc.shuffledSubarray(["year", "office", "indicators", "narrative"], { minLength: 1 }),
    written(fc.constant("year"), () => fc.constant("2022"), ""),
    written(fc.constant("office"), () => fc.constant("{ short: 示例街道, name: 示例街道办事处 }"), ""),
    map(["safety", "demolition"], group(safety), "  "),
    text,
    fc.constantFrom("", "# 完\n", "\n\n"),
  )
  .map(([modeline, order, year, office, indicators, opening, end]) => {
    const parts: Readonly<Record<string, string>> = {
      year,
      office,
      indicators: `indicators:\n${indicators}`,
      narrative: `narrative:\n  opening: ${opening}${opening.endsWith("\n") ? "" : "\n"}`,
    };
    return `${modeline ? "# yaml-language-server: $schema=x\n" : ""}${order.map((name) => parts[name]).join("")}${end}`;
  });

const comments = (source: string): readonly string[] =>
  [...source.matchAll(/(?<=^|\s)#.*$/gm)].map(([found]) => found.trimEnd()).toSorted();
const value = (source: string): unknown => {
  const { value: parsed } = parseYaml({ path: "x.yaml", text: source });
  return parsed && toValue(parsed.root);
};

describe("a tidied file", () => {
  it("is tidy", () => {
    fc.assert(
      fc.property(file, (source) => {
        expect(tidied(tidied(source))).toBe(tidied(source));
      }),
      { numRuns: 400 },
    );
  });

  it("keeps every comment and every amount", () => {
    fc.assert(
      fc.property(file, (source) => {
        const result = tidied(source);
        expect(comments(result)).toEqual(comments(source));
        // toEqual passes over the order of keys; lists of parts of the year are put in order before.
        expect(sorted(value(result))).toEqual(sorted(value(source)));
      }),
      { numRuns: 400 },
    );
  });

  it("has its keys in the order of the schema", () => {
    fc.assert(
      fc.property(file, (source) => {
        // A text that keeps its last lines cannot always be moved to the end of the file.
        fc.pre(!source.includes("|+"));
        const top = [...tidied(source).matchAll(/^(\w+):/gm)].map(([, name]) => name);
        expect(top).toEqual(
          ["year", "office", "indicators", "narrative"].filter((name) => top.includes(name)),
        );
      }),
    );
  });

  it("keeps its line ends", () => {
    expect(tidied("office: { name: 甲, short: 甲 }\r\nyear: 2022\r\n")).toBe(
      "year: 2022\r\noffice: { name: 甲, short: 甲 }\r\n",
    );
  });
});

function sorted(each: unknown): unknown {
  if (Array.isArray(each)) return each.map((item) => JSON.stringify(item)).toSorted();
  if (typeof each !== "object" || each === null) return each;
  return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, sorted(inner)]));
}
