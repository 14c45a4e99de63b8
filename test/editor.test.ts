import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withHovers } from "../src/catalogue/hover.ts";
import { locate, nodeAt } from "../src/parse/data-node.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import { compileSchema } from "../src/validate/compile-schema.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";
import { YamlEditor } from "./support/yaml-editor.ts";

const newFolder = temporaryFolders();
const settings: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(root, ".vscode/settings.json"), "utf8"),
);
const data = readFileSync(join(root, "data/2022.yaml"), "utf8");
const withoutModeline = data.slice(data.indexOf("\n") + 1);

const opened: YamlEditor[] = [];
afterAll(() => {
  for (const editor of opened) editor.close();
});

/** `data/2022.yaml` in an editor, in a workspace with the repository's schema at a place. */
async function openWith(schema: string, own: Readonly<Record<string, unknown>>): Promise<YamlEditor> {
  const folder = newFolder();
  mkdirSync(dirname(join(folder, schema)), { recursive: true });
  cpSync(join(root, "schemas/year.schema.json"), join(folder, schema));
  const editor = await YamlEditor.open(folder, "data/2022.yaml", own);
  opened.push(editor);
  return editor;
}

describe("data/2022.yaml in VS Code", { timeout: 60_000 }, () => {
  let editor: YamlEditor;
  beforeAll(async () => {
    editor = await openWith("schemas/year.schema.json", settings);
  }, 60_000);

  it("finds nothing to underline in it", async () => {
    expect(await editor.show(data)).toEqual([]);
    expect(await editor.show(withoutModeline)).toEqual([]);
  });

  it("shows label, unit and meaning on an indicator, whatever form its amount has", async () => {
    await editor.show(data);
    expect(await editor.hover("hazardsFound:")).toMatch(
      /^#### 检查出安全隐患\n\n检查出安全隐患（单位：项）\n\n全年安全生产检查中检查出的各类安全隐患/,
    );
    expect(await editor.hover("hazardsFixed:")).toMatch(
      /^#### 整改完毕安全隐患\n\n整改完毕安全隐患（单位：项）/,
    );
    expect(await editor.hover("participants:")).toContain("参与执法行动人员（单位：人次）");
    expect(await editor.hover(data.indexOf("inspections:"))).toContain(
      "（单位：次；部门：综合执法大队、公共管理办公室、各社区居委会）",
    );
    expect(await editor.hover("safety:")).toMatch(/^#### 安全生产\n\n安全生产责任落实/);
    expect(await editor.hover("short:")).toMatch(/^#### 简称\n\n用于报告标题的简称/);
  });

  it("shows it on every indicator of the year, with the department where there is one", async () => {
    await editor.show(data);
    const text = readFileSync(join(root, "schemas/year.schema.json"), "utf8");
    const { value: schema } = compileSchema({ path: "schemas/year.schema.json", text });
    const { value: source } = parseYaml({ path: "data/2022.yaml", text: data });
    const wrong: string[] = [];
    let count = 0;
    for (const { id, label, unit, department } of schema?.catalogues.current.indicators.values() ?? []) {
      const pointer = `/indicators/${id.replace(".", "/")}`;
      if (!source || !nodeAt(source.root, pointer)) continue;
      const { start } = locate(source.root, pointer, "key");
      const hover = await editor.hover(start);
      const who = department === null ? "" : `；部门：${department}`;
      if (!hover?.includes(`${label}（单位：${unit}${who}）`)) wrong.push(`${id}: ${hover}`);
      count += 1;
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(30);
  });

  it("offers the indicators of a group that are not there yet, with their labels", async () => {
    const before = data.slice(0, data.indexOf("    hazardsFound:"));
    await editor.show(`${before}    ${data.slice(data.indexOf("\n  # 老旧小区改造"))}`);
    const offered = await editor.complete(`${before}    `);
    expect(offered.get("hazardsFound")?.documentation).toMatchObject({
      value: expect.stringContaining("检查出安全隐患（单位：项）"),
    });
    expect(offered.get("hazardsFixed")?.documentation).toMatchObject({
      value: expect.stringContaining("整改完毕安全隐患（单位：项）"),
    });
    expect(offered.has("premises")).toBe(false);
    expect(offered.has("smallAds")).toBe(false);
  });

  it("underlines a wrong key and wrong values at their place", async () => {
    const wrong = data
      .replace("hazardsFound: 近1200", "hazardFound: 近1200")
      .replace("year: 2022", "year: 二〇二二")
      .replace("smallAds: 600余", "smallAds: [600]");
    const found = await editor.show(wrong);
    expect(found.map(({ text, line }) => `${line} ${text}`)).toEqual([
      "4 二〇二二",
      "43 safety",
      "48 hazardFound",
      `${lineOf(wrong, "smallAds:")} 600`,
    ]);
    expect(found[1]?.message).toContain("hazardsFound");
  });

  it("finds the schema by .vscode/settings.json where the file does not name one", async () => {
    await editor.show(withoutModeline);
    expect(await editor.hover("hazardsFound:")).toContain("（单位：项）");
  });

  it.each(["node_modules/report/schemas/year.schema.json", ".vscode/year.schema.json"])(
    "finds the shipped schema from a workspace that has none: %s",
    async (place) => {
      const own = { ...settings, "yaml.schemas": { [`./${place}`]: "data/*.yaml" } };
      const other = await openWith(place, own);
      expect(await other.show(withoutModeline)).toEqual([]);
      expect(await other.hover("hazardsFound:")).toContain("（单位：项）");
      expect(await other.show(data.replace("../schemas/year.schema.json", `../${place}`))).toEqual([]);
      expect(await other.hover("hazardsFound:")).toContain("（单位：项）");
    },
  );
});

it("the shipped schema has the hover text of every indicator: `report schema --write` after a change", () => {
  const text = readFileSync(join(root, "schemas/year.schema.json"), "utf8");
  const { value } = compileSchema({ path: "schemas/year.schema.json", text });
  expect(value && withHovers(value.source, value.catalogues.current)).toBe(text);
});

function lineOf(text: string, found: string): number {
  return text.slice(0, text.indexOf(found)).split("\n").length;
}
