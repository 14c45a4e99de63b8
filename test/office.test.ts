import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { filesBelow, root } from "./support/case.ts";
import { extractText } from "./support/docx-text.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";

/** An invented office with three years: observations by quarter, month and department; ledgers in CSV, GB18030 and XLSX. */
function office(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of filesBelow(join(root, "test", "office"))) files.set(`/work/${path}`, bytes);
  files.set("/work/templates/standard.docx", readFileSync(join(root, "templates", "standard.docx")));
  for (const [path, bytes] of filesBelow(join(root, "docs"))) files.set(`/shipped/docs/${path}`, bytes);
  return files;
}

async function run(host: MemoryHost, ...argv: string[]): Promise<string> {
  host.out.stdout = "";
  host.out.stderr = "";
  expect({ argv, exit: await main(argv, host), stderr: host.out.stderr }).toMatchObject({ exit: 0 });
  return host.out.stdout;
}

interface Change {
  readonly id: string;
  readonly text: string;
}

interface Sliced {
  readonly id: string;
  readonly text: string;
  readonly byMonth: readonly { readonly period: string }[];
}

describe("the second office", () => {
  it("has no error, and nothing that is not meant", async () => {
    const host = memoryHost({ files: office() });
    const found: readonly { readonly code: string }[] = JSON.parse(
      await run(host, "check", "--format", "json"),
    );
    expect(found.map(({ code }) => code).toSorted()).toEqual([
      "chart-left-out",
      "last-year-new",
      "ledger-total-differs",
    ]);
    await run(host, "fmt", "--check");
  });

  it("has the sums of its months and ledgers", async () => {
    const host = memoryHost({ files: office() });
    const { figures }: { readonly figures: readonly Sliced[] } = JSON.parse(
      await run(host, "figures", "2021", "--by", "month", "--format", "json"),
    );
    const byId = new Map(figures.map((each) => [each.id, each]));
    expect(byId.get("safety.patrols")?.text).toBe("160次");
    expect(byId.get("safety.premises")?.text).toBe("340余家");
    for (const id of ["safety.patrols", "demolition.illegal", "demolition.total"])
      expect(byId.get(id)?.byMonth.map(({ period }) => period)).toEqual(
        Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, "0")}`),
      );
  });

  it("compares its years", async () => {
    const host = memoryHost({ files: office() });
    const changes: readonly Change[] = JSON.parse(
      await run(host, "diff", "2020", "2021", "--format", "json"),
    );
    const said = new Map(changes.map(({ id, text }) => [id, text]));
    expect(said.get("safety.patrols")).toBe("增长6.7%");
    expect(said.get("safety.accidents")).toBe("下降100%");
    expect(said.get("safety.hazardsFixed")).toBe("增长14.5%");
    expect(said.get("demolition.rubbish")).toBe("新增");
  });

  it("builds the same reports again, with a chart and last year beside", async () => {
    const built = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
      const host = memoryHost({ files: office() });
      await run(host, "build", "2020", "2021", "2022", "--format", "docx,txt");
      return new Map([...host.files].filter(([path]) => path.startsWith("/work/out/")));
    };
    const [one, other] = [await built(), await built()];
    expect(one.size).toBe(6);
    for (const [path, bytes] of one)
      expect(Buffer.compare(bytes, other.get(path) ?? new Uint8Array())).toBe(0);
    const word = extractText(one.get("/work/out/示例街道2022年度工作报告.docx") ?? new Uint8Array());
    expect(word).toContain("全年巡查220次，同比增长37.5%");
    expect(word).toMatch(/图1.*历年巡查次数/);
    const text = new TextDecoder().decode(one.get("/work/out/示例街道2021年度工作报告.txt"));
    expect(text).toContain("全年巡查160次，同比增长6.7%");
    expect(text).toContain("上年");
  });

  it("begins its next year", async () => {
    const host = memoryHost({ files: office() });
    expect(await run(host, "new", "2023")).toBe("data/2023.yaml\n");
    await run(host, "fmt", "2023", "--check");
    expect(new TextDecoder().decode(host.files.get("/work/data/2023.yaml"))).toContain("2022年1410余吨");
  });
});
