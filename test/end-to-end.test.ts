import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it } from "vitest";
import { buildProgram, program } from "./support/program.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();
const isWindows = process.platform === "win32";

beforeAll(buildProgram, 60_000);

interface Result {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `check` says of the shipped year: nothing is wrong; it is published without a date. */
const sound: Result = {
  exitCode: 0,
  stdout: "检查通过：2022\n",
  stderr: "data/2022.yaml:4:7 信息 hand-in-limit: 2022年度的报告应在2023年3月1日前报送，尚未填写成文日期\n",
};

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly script?: string;
}

/** Runs the program as a clerk would, with no colour and no locale unless the test sets them. */
function report(
  args: readonly string[],
  { cwd = root, env = {}, script = program }: Options = {},
): Promise<Result> {
  const { NO_COLOR, FORCE_COLOR, LC_ALL, LC_MESSAGES, LANG, ...rest } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd, env: { ...rest, LANG: "C", ...env }, encoding: "utf8" },
      (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      },
    );
  });
}

/** A workspace of its own, with what is named of the repository's. */
function workspace(...names: readonly string[]): string {
  const folder = newFolder();
  for (const name of names) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

const title = "江都路街2022年度法治政府建设情况报告";

async function textOfDocx(path: string): Promise<string> {
  return (await mammoth.extractRawText({ path })).value;
}

describe("report build 2022", () => {
  let built = "";
  let result: Result | null = null;
  beforeAll(async () => {
    built = workspace("data", "schemas", "templates");
    result = await report(["build", "2022", "--format", "docx,txt"], { cwd: built });
  });

  it("writes the report, and prints its paths and nothing else", () => {
    const names = [`${title}.docx`, `${title}.txt`];
    const stdout = names.map((name) => `${join("out", name)}\n`).join("");
    expect(result).toEqual({ exitCode: 0, stdout, stderr: "" });
    expect(readdirSync(join(built, "out"))).toEqual(names);
  });

  it("states every figure of the year in the sentence where it belongs", async () => {
    const text = await textOfDocx(join(built, "out", `${title}.docx`));
    const body = text.slice(0, text.indexOf("主要指标一览表")).split(/\n+/);
    const [, ...rows] = readFileSync(join(root, "test/end-to-end/2022-figures.tsv"), "utf8")
      .trimEnd()
      .split("\n");
    expect(rows.length).toBe(36);
    const missing = rows.filter((row) => {
      const [what = "", quantity = "", unit = ""] = row.split("\t");
      const amount = new RegExp(`(?<![\\d.近约])${quantity}${unit}`);
      return !body.some((paragraph) => paragraph.includes(what) && amount.test(paragraph));
    });
    expect(missing).toEqual([]);
  });

  it("has the four parts and their sections in order, and no trace of what was not there", async () => {
    const text = await textOfDocx(join(built, "out", `${title}.docx`));
    const headings = text
      .split(/\n+/)
      .filter((line) => /^(?:[一二三四五六]、|（[一二三四五六]）)/.test(line));
    expect(headings.filter((line) => line.includes("、2"))).toEqual([
      "一、2022年推进法治政府建设主要举措和成效",
      "三、2022年党政主要负责人履行推进法治政府建设第一责任人职责的有关情况",
      "四、2023年推进法治政府建设的主要安排",
    ]);
    expect(headings.map((line) => line.split(/[、）]/, 1)[0])).toEqual([
      "一",
      "（一",
      "（二",
      "（三",
      "（四",
      "二",
      "（一",
      "（二",
      "（三",
      "三",
      "（一",
      "（二",
      "（三",
      "四",
    ]);
    expect(headings[5]).toBe("二、存在的不足和原因");
    expect(text).not.toMatch(/undefined|\[object|\{\{|\}\}|NaN|null/);
    const plain = readFileSync(join(built, "out", `${title}.txt`), "utf8");
    expect(text.replace(/\s/g, "")).toBe(plain.replace(/\s/g, ""));
    expect([...plain.slice(0, plain.indexOf("附件：")).replace(/\s/g, "")].length).toBeGreaterThan(4500);
  });

  it("gives the same bytes at another time, in another place and another locale", async () => {
    const folders = [workspace("data", "schemas", "templates"), workspace("data", "schemas", "templates")];
    const formats = ["build", "2022", "--format", "docx,md,txt"];
    await report(formats, {
      cwd: folders[0] ?? "",
      env: { TZ: "Pacific/Kiritimati", LC_ALL: "zh_CN.UTF-8" },
    });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await report(formats, {
      cwd: folders[1] ?? "",
      env: { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8" },
    });
    const [first, second] = folders.map((folder) =>
      readdirSync(join(folder, "out")).map((name) => [
        name,
        readFileSync(join(folder, "out", name)).toString("hex"),
      ]),
    );
    expect(first?.map(([name]) => name)).toEqual([`${title}.docx`, `${title}.md`, `${title}.txt`]);
    expect(second).toEqual(first);
  });

  it("works on a workspace elsewhere, and from a folder inside one", async () => {
    const folder = workspace("data", "schemas", "templates");
    const away = newFolder();
    const named = await report(["-C", folder, "build", "2022", "--format", "txt"], { cwd: away });
    expect(named).toEqual({
      exitCode: 0,
      stdout: `${join("..", basename(folder), "out", `${title}.txt`)}\n`,
      stderr: "",
    });
    const inside = await report(["build", "--format", "txt"], { cwd: join(folder, "data") });
    expect(inside.stdout).toBe(`${join("..", "out", `${title}.txt`)}\n`);
    expect(readdirSync(away)).toEqual([]);
  });

  it("uses the shipped schemas and templates where a workspace has only data", async () => {
    const [whole, bare] = [workspace("data", "schemas", "templates"), workspace("data")];
    await Promise.all([whole, bare].map((cwd) => report(["build", "2022"], { cwd })));
    const [one, other] = [whole, bare].map((folder) => readFileSync(join(folder, "out", `${title}.docx`)));
    expect(other && one?.equals(other)).toBe(true);
  });

  it.skipIf(isWindows)("runs through a link, as npm installs it", async () => {
    const bin = join(newFolder(), "report");
    symlinkSync(program, bin);
    chmodSync(program, 0o755);
    const folder = workspace("data");
    expect(await report(["check", "2022"], { cwd: folder, script: bin })).toEqual(sound);
  });

  it.skipIf(isWindows)("tells what it can in a folder that was deleted under it", async () => {
    const gone = join(newFolder(), "gone");
    mkdirSync(gone);
    const script = 'cd "$0" && rmdir "$0" && "$@" check --lang en; exec "$@" check -C "$OLDPWD" --lang en';
    const child = spawn("/bin/sh", ["-c", script, gone, process.execPath, program], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(stdout).toBe("no problems: 2022\n");
    expect(stderr).toContain(`error workspace-missing: no workspace found from "${gone}" upwards`);
    expect(stderr).not.toContain("    at ");
  });

  it("leaves yesterday's report as it was when today's data is wrong", async () => {
    const folder = workspace("data");
    const path = join(folder, "out", `${title}.docx`);
    mkdirSync(join(folder, "out"));
    writeFileSync(path, "yesterday");
    breakData(folder);
    const result = await report(["build", "2022"], { cwd: folder });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toBe("");
    expect(readFileSync(path, "utf8")).toBe("yesterday");
    expect(readdirSync(join(folder, "out"))).toEqual([`${title}.docx`]);
  });

  it("says so where the folder of the output is a file", async () => {
    const folder = workspace("data");
    writeFileSync(join(folder, "out"), "a file");
    const result = await report(["build", "2022", "--lang", "en"], { cwd: folder });
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("error output-unwritable: cannot write ");
    expect(result.stderr).toContain("a part of its path is no folder");
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file");
  });
});

/** 近1200 becomes 六千三百余, which nobody can read; gives the line and column where it stands. */
function breakData(folder: string): string {
  const path = join(folder, "data", "2022.yaml");
  const text = readFileSync(path, "utf8");
  const at = text.indexOf("近1200", text.indexOf("hazardsFound"));
  writeFileSync(path, text.replace(/(hazardsFound: +)近1200/, "$1六千三百余"));
  const before = text.slice(0, at).split("\n");
  return `data/2022.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe("the program", () => {
  it("exits with 0, 1 and 2, and keeps results and problems apart", async () => {
    const good = workspace("data");
    const bad = workspace("data");
    const place = breakData(bad);
    const [checked, listed, faulty, wrong, none] = await Promise.all([
      report(["check", "2022"], { cwd: good }),
      report(["figures", "2022", "--format", "json"], { cwd: good }),
      report(["figures", "2022", "--format", "json"], { cwd: bad }),
      report(["chek"], { cwd: good }),
      report(["check"], { cwd: newFolder() }),
    ]);
    expect(checked).toEqual(sound);
    expect(listed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(listed.stdout)).toMatchObject({ year: 2022 });
    expect(faulty).toMatchObject({ exitCode: 1, stdout: "" });
    expect(faulty.stderr).toContain(`${place} 错误 figure-unreadable: `);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: "" });
    expect(none).toMatchObject({ exitCode: 1, stdout: "" });
  });

  it("speaks the language of the locale, or the one that is asked for", async () => {
    const cwd = workspace("data");
    const english = { LANG: "en_GB.UTF-8" };
    const spoken = await Promise.all([
      report(["check"], { cwd }),
      report(["check"], { cwd, env: english }),
      report(["check", "--lang", "zh"], { cwd, env: english }),
      report(["check"], { cwd, env: { ...english, LC_ALL: "zh_CN.UTF-8" } }),
    ]);
    expect(spoken.map(({ stdout }) => stdout)).toEqual([
      "检查通过：2022\n",
      "no problems: 2022\n",
      "检查通过：2022\n",
      "检查通过：2022\n",
    ]);
  });

  it("colours only where it is asked to, or where a person sees it", async () => {
    const cwd = workspace("data");
    breakData(cwd);
    const [piped, always, never, no, asked] = await Promise.all([
      report(["check"], { cwd }),
      report(["check", "--color", "always"], { cwd }),
      report(["check", "--color", "never"], { cwd }),
      report(["check"], { cwd, env: { NO_COLOR: "1", FORCE_COLOR: "1" } }),
      report(["check", "--color", "always"], { cwd, env: { NO_COLOR: "1" } }),
    ]);
    const hasColor = (result: Result): boolean => result.stderr.includes("\u001b[31m错误\u001b[39m");
    expect([piped, always, never, no, asked].map(hasColor)).toEqual([false, true, false, false, true]);
    expect(always.stderr.replace(/\u001b\[\d+m/g, "")).toBe(piped.stderr);
  });

  it("is quiet where nobody reads its output to the end", async () => {
    for (const stream of ["stdout", "stderr"] as const) {
      const args = stream === "stdout" ? ["figures", "2022", "--format", "json"] : ["frobnicate"];
      const child = spawn(process.execPath, [program, ...args], {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
      });
      child[stream].destroy();
      let other = "";
      child[stream === "stdout" ? "stderr" : "stdout"].on("data", (chunk: Buffer) => {
        other += chunk;
      });
      const [exitCode] = await once(child, "close");
      expect([stream, exitCode, other]).toEqual([stream, stream === "stdout" ? 0 : 2, ""]);
    }
  });
});
