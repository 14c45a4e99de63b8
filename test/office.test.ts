import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { filesBelow } from "./support/case.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { root } from "./support/root.ts";

const office = new Map(
  [...filesBelow(join(root, "test/offices/示例街道"))].map(([path, bytes]) => [`/work/${path}`, bytes]),
);

interface Ran {
  readonly exitCode: number;
  readonly host: MemoryHost;
  readonly stdout: string;
  readonly stderr: string;
}

async function report(
  args: readonly string[],
  files: ReadonlyMap<string, Uint8Array> = office,
): Promise<Ran> {
  const host = memoryHost({ files });
  const exitCode = await main(args, host);
  return { exitCode, host, ...host.out };
}

interface Shown {
  readonly id: string;
  readonly text: string;
  readonly lower: string;
}

async function figuresOf(year: number): Promise<ReadonlyMap<string, Shown>> {
  const { stdout } = await report(["figures", String(year), "--format", "json"]);
  const { figures }: { readonly figures: readonly Shown[] } = JSON.parse(stdout);
  return new Map(figures.map((each) => [each.id, each]));
}

describe("the second office", () => {
  it("has three years that pass, with a word on what is not as it was", async () => {
    const { exitCode, stderr } = await report(["check"]);
    expect(exitCode).toBe(0);
    const codes = [...stderr.matchAll(/^\S+ (?:错误|警告|信息) ([a-z-]+):/gm)].map(([, code]) => code);
    expect(codes).toEqual(["last-year-new", "last-year-new", "last-year-unit-changed"]);
    expect((await report(["fmt", "--check"])).stdout).toBe("");
  });

  it("adds up its ledgers, of three kinds", async () => {
    const csv = new TextDecoder("gb18030").decode(office.get("/work/ledgers/2021-拆除.csv"));
    const rows = csv.trimEnd().split("\r\n").slice(1);
    const tenths = (kind: string): number =>
      rows
        .map((row) => row.split(","))
        .filter((cells) => cells[1] === kind)
        .reduce((sum, cells) => sum + Math.round(Number(cells[3]) * 10), 0);
    const past = await figuresOf(2021);
    expect(past.get("cityscape.illegal")?.text).toBe(`${tenths("违建") / 10}平方米`);
    expect(past.get("cityscape.enclosed")?.text).toBe(`${tenths("圈占") / 10}平方米`);
    const listed = new TextDecoder()
      .decode(office.get("/work/ledgers/2022-占路.csv"))
      .trimEnd()
      .split("\r\n");
    const now = await figuresOf(2022);
    expect(now.get("cityscape.stalls")?.text).toBe(`${listed.length - 1}处`);
    // Added up when the workbook was made.
    expect(now.get("cityscape.illegal")?.text).toBe("1677.47平方米");
    expect(now.get("cityscape.total")?.text).toBe("3940.6平方米");
  });

  it("has months that add up to their year, whether they are typed or come from a ledger", async () => {
    const { stdout } = await report(["figures", "2022", "--by", "month", "--format", "csv"]);
    const rows = stdout
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const years = await figuresOf(2022);
    for (const id of ["service.requests", "cityscape.stalls", "cityscape.illegal", "safety.premises"]) {
      const months = rows.filter((cells) => cells[1] === id && /^2022年\d+月$/.test(cells.at(-1) ?? ""));
      const sum = months.reduce(
        (before, cells) => before + Math.round(Number.parseFloat(cells[4] ?? "") * 100),
        0,
      );
      expect([id, months.length, sum / 100]).toEqual([id, 12, Number(years.get(id)?.lower)]);
    }
  });

  it("is compared with the year before, where that says anything", async () => {
    const { exitCode, stdout } = await report(["diff", "2021", "2022", "--format", "json", "--exit-code"]);
    const entries: readonly { readonly id: string; readonly text: string; readonly percent: unknown }[] =
      JSON.parse(stdout);
    const byId = new Map(entries.map((each) => [each.id, each]));
    expect(exitCode).toBe(1);
    expect(byId.get("community.lectures")?.text).toBe("增长25%");
    expect(byId.get("safety.patrols")?.text).toBe("增长至少10.7%");
    expect(byId.get("safety.premises")).toMatchObject({ percent: null, text: "无法比较：单位变了" });
    expect(byId.get("safety.inspections")).toMatchObject({ percent: null, text: "无法比较：口径变了" });
    expect(byId.get("litigation.lost")).toMatchObject({ percent: null, text: "无法比较：原为0" });
    const gained = await report(["diff", "2020", "2021", "--only", "community.settled", "--format", "json"]);
    expect(JSON.parse(gained.stdout)).toMatchObject([{ id: "community.settled", from: null }]);
  });

  it("gives the same bytes twice, with last year beside this one", async () => {
    const args = ["build", "2020", "2021", "2022", "--format", "docx,txt"];
    const [one, other] = [await report(args), await report(args)];
    const built = ({ host }: Ran): readonly (readonly [string, string])[] =>
      [...host.files]
        .filter(([path]) => path.startsWith("/work/out/"))
        .map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
    expect(one.exitCode).toBe(0);
    expect(built(one).map(([path]) => path)).toEqual(
      [2020, 2021, 2022].flatMap((year) =>
        ["docx", "txt"].map((format) => `/work/out/示例街道${year}年度工作报告.${format}`),
      ),
    );
    expect(built(other)).toEqual(built(one));
    const text = new TextDecoder().decode(one.host.files.get("/work/out/示例街道2022年度工作报告.txt"));
    expect(text).toContain("开展法治宣讲15场，参加人员800余人次。行政败诉案件1件。");
    expect(text).toContain("单位改变的：检查企业（由家改为家次，2022年起按家次统计）。");
    expect(text).not.toMatch(/undefined|\{\{|NaN/);
  });

  it("goes on to the next year: begun, refused, filled in, built", async () => {
    const begun = await report(["new", "2023"]);
    expect(begun.exitCode).toBe(0);
    const refused = await report(["build", "2023"], begun.host.files);
    expect(refused.exitCode).toBe(1);
    const path = "/work/data/2023.yaml";
    const draft = new TextDecoder().decode(begun.host.files.get(path));
    const with2023 = (text: string): ReadonlyMap<string, Uint8Array> =>
      new Map(begun.host.files).set(path, new TextEncoder().encode(text));
    const filled = draft.replace(/^( {4}[a-zA-Z]+:)(?= +#)/gm, "$1 10");
    const counted = await report(["figures", "2023"], with2023(filled));
    expect(counted.exitCode).toBe(0);
    const unfinished = await report(["check", "2023"], with2023(filled));
    expect(unfinished.exitCode).toBe(1);
    expect(new Set([...unfinished.stderr.matchAll(/ 错误 ([a-z-]+):/g)].map(([, code]) => code))).toEqual(
      new Set(["draft-left"]),
    );
    const finished = filled
      .replaceAll("【草稿】《示例区2022年", "《示例区2023年")
      .replaceAll("【草稿】示办〔2022〕", "示办〔2023〕");
    const built = await report(
      ["build", "2023", "--format", "txt"],
      with2023(finished.replaceAll("【草稿】", "")),
    );
    expect(built).toMatchObject({ exitCode: 0, stdout: "out/示例街道2023年度工作报告.txt\n" });
  });
});
