import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftMark, draftMarks, textsOf } from "../src/drafting/draft-mark.ts";
import { main } from "../src/main.ts";
import { child, type DataNode } from "../src/parse/data-node.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import { baseFiles } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";
import { root } from "./support/root.ts";

function parsed(text: string): DataNode {
  const { value, diagnostics } = parseYaml({ path: "data/x.yaml", text });
  if (!value) throw new Error(`${JSON.stringify(diagnostics.map(({ code }) => code))}\n${text}`);
  return value.root;
}

const decoder = new TextDecoder();

async function made(data: string, files = baseFiles()): Promise<string> {
  files.set("/work/data/2022.yaml", new TextEncoder().encode(data));
  const host = memoryHost({ files });
  expect(await main(["new", "2023"], host)).toBe(0);
  expect(await main(["fmt", "2023", "--check"], host)).toBe(0);
  return decoder.decode(host.files.get("/work/data/2023.yaml"));
}

const texts = (node: DataNode | undefined): readonly string[] =>
  node?.kind === "map"
    ? [...node.entries.values()].flatMap((entry) => texts(entry.node))
    : node?.kind === "list"
      ? node.items.flatMap(texts)
      : typeof node?.value === "string"
        ? [node.value]
        : [];

describe("a new year", () => {
  it("carries over every text, marked, and every other line of the office", async () => {
    const words = fc
      .string({
        unit: fc.constantFrom("街", "道", "2022", " ", "#", ":", "'", '"', "{", "}", "-", "\\", "\n"),
      })
      .filter((text) => text.trim() !== "" && !/^\s|\s$/.test(text));
    await fc.assert(
      fc.asyncProperty(words, words, fc.boolean(), async (opening, lead, block) => {
        const scalar = JSON.stringify(opening);
        const body = block && !opening.includes("\n") ? `|-\n    ${opening}` : scalar;
        const data = `year: 2022\noffice: { name: 示例街道办事处, short: 示例街道 } # 单位\nindicators:\n  safety:\n    hazardsFound: 9\nnarrative:\n  opening: ${body}\n  plans:\n    - lead: ${JSON.stringify(lead)}\n      text: 加强学习。\n`;
        const before = texts(child(parsed(data), "narrative"));
        const after = parsed(await made(data));
        expect(texts(child(after, "narrative"))).toEqual(before.map((text) => draftMark + text));
        expect(texts(child(after, "office"))).toEqual(["示例街道办事处", "示例街道"]);
      }),
      { numRuns: 60 },
    );
  });

  it("of our own report has every indicator and every text of the last", async () => {
    const files = new Map<string, Uint8Array>();
    for (const [path, bytes] of baseFiles()) if (path.startsWith("/shipped/")) files.set(path, bytes);
    const data = readFileSync(join(root, "data", "2022.yaml"), "utf8");
    const text = await made(data, files);
    const [before, after] = [parsed(data), parsed(text)];
    const stripped = texts(child(after, "narrative")).map((each) => each.replace(draftMark, ""));
    expect(stripped).toEqual(texts(child(before, "narrative")));
    expect(draftMarks(after).length).toBeGreaterThanOrEqual(
      textsOf(child(before, "narrative") ?? before).length,
    );
    const schema = JSON.parse(decoder.decode(files.get("/shipped/schemas/year.schema.json")));
    for (const [group, { properties }] of Object.entries<{ properties: object }>(
      schema.properties.indicators.properties,
    ))
      for (const [name, { totalOf, rateOf }] of Object.entries(properties))
        expect(child(child(child(after, "indicators"), group), name) !== undefined).toBe(
          !(totalOf || rateOf),
        );
  });

  it("is refused by check until it is filled in, with one fault a value", async () => {
    const files = baseFiles();
    const host = memoryHost({ files });
    await main(["new", "2023"], host);
    host.out.stderr = "";
    expect(await main(["check", "2023"], host)).toBe(1);
    expect(host.out.stderr).toContain("错误 figure-missing-value");
    expect(host.out.stderr).not.toContain("schema");
  });
});
