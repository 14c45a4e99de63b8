import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { casesFolder } from "./support/case.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const folder = temporaryFolders();
const machine = nodeHost();

interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function report(cwd: string, ...argv: string[]): Promise<Answer> {
  const out = { stdout: "", stderr: "" };
  const exit = await main(argv, {
    ...machine,
    cwd,
    shipped: root,
    env: {},
    terminal: null,
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
  });
  return { exit, ...out };
}

function git(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A repository with the base workspace in a folder of it, committed. */
function repository(): { readonly top: string; readonly workspace: string } {
  const top = folder();
  const workspace = join(top, "办公室", "报告");
  mkdirSync(workspace, { recursive: true });
  cpSync(join(casesFolder, "base"), workspace, { recursive: true });
  cpSync(join(root, "templates", "standard.docx"), join(workspace, "templates", "standard.docx"));
  git(top, "init", "--quiet");
  commit(top, "first");
  return { top, workspace };
}

function commit(top: string, message: string): void {
  git(top, "add", "--all");
  git(top, "commit", "--quiet", "-m", message);
}

function edit(workspace: string, file: string, from: string, to: string): void {
  const path = join(workspace, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe("report diff --since", () => {
  it("lists what changed in the data since a revision, committed or not", async () => {
    const { top, workspace } = repository();
    edit(workspace, "data/2022.yaml", "patrols: 180", "patrols: 210");
    commit(top, "second");
    edit(workspace, "data/2022.yaml", "accidents: 0", "accidents: 1");
    const since = async (revision: string): Promise<string> =>
      (await report(workspace, "diff", "2022", "--since", revision, "--format", "csv")).stdout;
    expect(await since("HEAD")).toMatch(/^safety\.accidents,/m);
    expect(await since("HEAD")).not.toMatch(/^safety\.patrols,/m);
    expect(await since("HEAD~1")).toMatch(/^safety\.patrols,安全生产,日常巡查,次,180,210,30,30,/m);
    expect((await report(workspace, "diff", "--since", "HEAD~1", "--exit-code")).exit).toBe(1);
  });

  it("lists nothing where nothing changed, and leaves the repository as it was", async () => {
    const { top, workspace } = repository();
    expect(await report(workspace, "diff", "2022", "--since", "HEAD", "--exit-code")).toEqual({
      exit: 0,
      stdout: "HEAD 与 2022 没有差别\n",
      stderr: "",
    });
    expect(git(top, "status", "--porcelain")).toBe("");
  });

  it("reads the schema as it was then, so that a changed unit is seen", async () => {
    const { workspace } = repository();
    edit(
      workspace,
      "schemas/year.schema.json",
      '"title": "生产安全事故", "unit": "起"',
      '"title": "生产安全事故", "unit": "件"',
    );
    const { stdout } = await report(workspace, "diff", "2022", "--since", "HEAD");
    expect(stdout).toContain("起 → 件");
    expect(stdout).toContain("无法比较：单位变了");
  });

  it("says at which revision the data of then is wrong", async () => {
    const { top, workspace } = repository();
    edit(workspace, "data/2022.yaml", "patrols: 180", "patrols: 很多");
    commit(top, "wrong");
    edit(workspace, "data/2022.yaml", "patrols: 很多", "patrols: 180");
    const { exit, stderr } = await report(workspace, "diff", "2022", "--since", "HEAD");
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^HEAD:data\/2022\.yaml:8:14 错误 figure-unreadable/);
  });

  it.each([
    ["zh", "错误 git-revision-unknown: 仓库里没有版本“nothing”"],
    ["en", 'error git-revision-unknown: the repository has no revision "nothing"'],
  ])("knows which revisions there are (%s)", async (lang, words) => {
    const { workspace } = repository();
    const { exit, stderr } = await report(workspace, "diff", "2022", "--since", "nothing", "--lang", lang);
    expect(exit).toBe(1);
    expect(stderr).toContain(words);
  });

  it.each([
    ["zh", /^错误 git-no-repository: .* 不在 git 仓库里/],
    ["en", /^error git-no-repository: .* is in no git repository/],
  ])("needs a repository (%s)", async (lang, words) => {
    const workspace = folder();
    cpSync(join(casesFolder, "base"), workspace, { recursive: true });
    expect((await report(workspace, "diff", "2022", "--since", "HEAD", "--lang", lang)).stderr).toMatch(
      words,
    );
  });

  it("runs nothing that the repository's configuration names", async () => {
    const { top, workspace } = repository();
    const trap = join(top, "trap");
    writeFileSync(join(top, ".gitattributes"), "*.yaml filter=trap diff=trap\n");
    for (const key of [
      "filter.trap.smudge",
      "filter.trap.clean",
      "diff.trap.textconv",
      "core.pager",
      "core.fsmonitor",
    ])
      git(top, "config", key, `touch ${trap}; cat`);
    await report(workspace, "diff", "2022", "--since", "HEAD");
    expect(() => readFileSync(trap)).toThrow();
  });
});

describe("git diff of Word files", () => {
  it("shows their words by report text", async () => {
    const { top, workspace } = repository();
    const program = `${process.execPath} ${join(root, "dist", "report.cjs")} text`;
    git(top, "config", "diff.word.textconv", program);
    writeFileSync(join(top, ".gitattributes"), "*.docx diff=word\n");
    const built = ["build", "2022", "--out", "年报.docx"] as const;
    expect((await report(workspace, ...built)).exit).toBe(0);
    commit(top, "built");
    edit(workspace, "data/2022.yaml", "hazardsFound: 近1200", "hazardsFound: 近1300");
    expect((await report(workspace, ...built)).exit).toBe(0);
    const shown = git(top, "diff");
    expect(shown).toMatch(/^-.*近1200项/m);
    expect(shown).toMatch(/^\+.*近1300项/m);
    expect(shown).not.toContain("Binary files");
  });
});
