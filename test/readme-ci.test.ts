import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();

function blocks(readme: string, language: string): readonly string[] {
  const text = readFileSync(join(root, readme), "utf8");
  const all = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return all.filter(([, name]) => name === language).map(([, , body = ""]) => body);
}

interface Workflow {
  readonly on: readonly string[];
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}
interface Job {
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}
interface HookConfig {
  readonly repos: readonly { readonly hooks: readonly { readonly id: string; readonly args: string[] }[] }[];
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const find = (sign: string): string =>
  blocks("README.md", "yaml").find((block) => block.includes(sign)) ?? "";
const workflow = parse(find("runs-on:")) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const lines = steps.flatMap(({ run }) => run ?? []);
const job = (parse(find("artifacts:")) as { report: Job }).report;
const hookConfig = parse(find("repos:")) as HookConfig;
const [hook] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

/** This repository as CI has it after `npm ci`, which `.ci/run` really runs; its data wrong if so asked. */
function clone(wrong: boolean): string {
  const folder = newFolder();
  for (const name of ["data", "schemas", "templates", "package.json", "dist/report.cjs", "dist/program.cjs"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  if (!wrong) return folder;
  const path = join(folder, "data/2022.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("hazardsFound: 近1200", "hazardsFound: 近1200余"));
  return folder;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
}

/** npx would take a second to find what stands beside it, and keep a link to the folder: `.ci/run` uses it. */
function run(line: string, cwd: string): Ran {
  const command = line.replace("npx report", `"${process.execPath}" dist/report.cjs`);
  const { status, stdout } = spawnSync(command, { cwd, shell: true, encoding: "utf8" });
  return { status, stdout };
}

/** The shells of the runners are not that of Windows. */
const isWindows = process.platform === "win32";

describe("what the READMEs give for CI", { timeout: 60_000 }, () => {
  it("is the same in both languages", () => {
    const ci = (readme: string): readonly string[] =>
      blocks(readme, "yaml").filter((block) => /runs-on:|artifacts:|repos:/.test(block));
    expect(ci("README.md").length).toBe(3);
    expect(ci("README.zh-CN.md")).toEqual(ci("README.md"));
  });

  it("has the steps in their order", () => {
    expect(workflow.on).toEqual(["push", "pull_request"]);
    expect(lines[0]).toBe("npm ci");
    expect(job.script[0]).toBe("npm ci");
    expect(
      steps.filter(({ uses }) => uses).every(({ uses }) => /^[\w-]+\/[\w/-]+@v\d+$/.test(uses ?? "")),
    ).toBe(true);
  });

  it.skipIf(isWindows)("passes good data", () => {
    const folder = clone(false);
    for (const line of [...lines, ...job.script].filter((each) => each !== "npm ci"))
      expect({ line, status: run(line, folder).status }).toEqual({ line, status: 0 });
    for (const name of Object.values(job.artifacts.reports))
      expect(readFileSync(join(folder, name), "utf8")).not.toBe("");
    const report: unknown = JSON.parse(readFileSync(join(folder, "gl-code-quality-report.json"), "utf8"));
    expect(report).toMatchObject([{ check_name: "hand-in-limit", severity: "info" }]);
  });

  it.skipIf(isWindows)("refuses bad data, and leaves whole reports of it", () => {
    const folder = clone(true);
    const [, check = "", sarif = ""] = lines;
    const annotated = run(check, folder);
    expect(annotated.status).toBe(1);
    expect(annotated.stdout).toMatch(/^::error file=data\/2022\.yaml,line=48,.*title=figure-unreadable::/m);
    expect(run(sarif, folder).status).toBe(0);
    expect(readFileSync(join(folder, "report.sarif"), "utf8")).toContain('"figure-unreadable"');
    const results = job.script.slice(1).map((line) => run(line, folder).status);
    expect(results).toEqual([0, 0, 1]);
    const { codequality = "", junit = "" } = job.artifacts.reports;
    const issues: unknown = JSON.parse(readFileSync(join(folder, codequality), "utf8"));
    expect(issues).toMatchObject([
      { check_name: "figure-unreadable", location: { path: "data/2022.yaml", lines: { begin: 48 } } },
    ]);
    expect(readFileSync(join(folder, junit), "utf8")).toContain('failures="1"');
  });
});

describe("the pre-commit hook", { timeout: 60_000 }, () => {
  it("is the one that the READMEs name, and needs no file names", () => {
    const named = hookConfig.repos.flatMap(({ hooks }) => hooks);
    expect(named.map(({ id }) => id)).toEqual([hook?.id]);
    expect(hook).toMatchObject({ language: "node", pass_filenames: false });
  });

  it("looks at what a report is made from, in any folder", () => {
    const files = new RegExp(hook?.files ?? "$^");
    for (const path of [
      "data/2022.yaml",
      "office/data/2023.yaml",
      "schemas/year.schema.json",
      "templates/report.hbs",
      "templates/partials/safety.hbs",
      "templates/standard.docx",
      ".report.yaml",
    ])
      expect([path, files.test(path)]).toEqual([path, true]);
    for (const path of ["README.md", "src/main.ts", "data/notes.yaml", "olddata/2022.yaml", "out/2022.docx"])
      expect([path, files.test(path)]).toEqual([path, false]);
  });

  it.skipIf(isWindows)("runs as pre-commit runs it", () => {
    const args = hookConfig.repos[0]?.hooks[0]?.args ?? [];
    const command = `npx ${hook?.entry} ${args.join(" ")}`;
    expect(run(command, clone(false)).status).toBe(0);
    expect(run(command, clone(true)).status).toBe(1);
  });
});
