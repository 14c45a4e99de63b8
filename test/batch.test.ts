import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../src/commands/context.ts";
import { Delivery } from "../src/commands/delivery.ts";
import { Progress, progressLine } from "../src/commands/progress.ts";
import { runsOf } from "../src/commands/years.ts";
import { displayWidth } from "../src/diagnostic/display-width.ts";
import type { Host, Thread } from "../src/host.ts";
import { main, work } from "../src/main.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { writeOffice, yearsOfBase } from "./support/many-years.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { buildProgram, program } from "./support/program.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled program; `seen` is called with its output so far. */
async function run(
  args: readonly string[],
  seen: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ran> {
  const { NO_COLOR, FORCE_COLOR, LC_ALL, LC_MESSAGES, LANG, ...env } = process.env;
  const child = spawn(process.execPath, [program, ...args], { env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => {
    stdout += bytes.toString();
    seen(stdout, (signal) => child.kill(signal));
  });
  child.stderr.on("data", (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, stdout, stderr };
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

/** Threads of this very program, which get and give copies, as real ones do. */
function copyingThreads(host: () => Host, dieAfter: number = Number.POSITIVE_INFINITY): Host["threads"] {
  return (count, task) =>
    Array.from({ length: count }, (): Thread => {
      const ready = work(host(), structuredClone(task));
      let given = 0;
      return {
        run: async (job, take) => {
          const does = await ready;
          await does(structuredClone(job), (part) => {
            if (given++ < dieAfter) take(structuredClone(part));
          });
          return given <= dieAfter;
        },
        end: async () => undefined,
      };
    });
}

/** Twelve years; one cannot be read, in one the text is wrong, and the templates deserve a warning. */
function twelveYears(): Map<string, Uint8Array> {
  const files = yearsOfBase(2011, 2022);
  const change = (path: string, from: string, to: string): void => {
    const text = new TextDecoder().decode(files.get(path));
    expect(text).toContain(from);
    files.set(path, new TextEncoder().encode(text.replace(from, to)));
  };
  change("/work/data/2014.yaml", "480余", "四百余");
  change("/work/data/2017.yaml", "加强学习，", "加强学习,");
  files.set("/work/templates/partials/idle.hbs", new TextEncoder().encode("多余的一段。\n"));
  return files;
}

async function buildIn(host: MemoryHost, jobs: number): Promise<object> {
  const args = ["build", "--all", "--format", "docx,md,txt", "--jobs", String(jobs)];
  const exitCode = await main(args, host);
  const files = [...host.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
  return { exitCode, files: new Map(files.map(([path = "", text]) => [path, text])), out: host.out };
}

describe("a batch", () => {
  beforeAll(buildProgram, 60_000);

  it("gives the bytes of one build a year, in threads and without", async () => {
    const folder = newFolder();
    writeOffice(folder, 2017, 2022);
    const build = (out: string, ...more: readonly string[]): Promise<Ran> =>
      run(["-C", folder, "build", "--format", "docx,txt", "--out", join(folder, out), ...more]);
    const single = await Promise.all(
      Array.from({ length: 6 }, (_, index) => build("single", String(2017 + index), "--lang", "en")),
    );
    expect(single.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: 6 }, () => 0));
    const here = await build("here", "2017..2022", "--jobs", "1");
    const threads = await build("threads", "--all", "--jobs", "2");
    const whole = filesIn(join(folder, "single"));
    expect(whole.size).toBe(12);
    expect(filesIn(join(folder, "here"))).toEqual(whole);
    expect(filesIn(join(folder, "threads"))).toEqual(whole);
    expect(here).toEqual({
      exitCode: 0,
      stdout: single
        .map(({ stdout }) => stdout)
        .join("")
        .replaceAll(`single`, "here"),
      stderr: "共 6 份：6 份已生成\n",
    });
    expect(threads).toEqual({ ...here, stdout: here.stdout.replaceAll("here", "threads") });
  }, 60_000);

  it("says the same in threads as without, what is wrong included", async () => {
    const files = twelveYears();
    const alone = await buildIn(memoryHost({ files }), 1);
    const threads = copyingThreads(() => memoryHost({ files }));
    expect(await buildIn(memoryHost({ files, threads }), 3)).toEqual(alone);
    expect(alone).toMatchObject({
      exitCode: 1,
      out: { stderr: expect.stringMatching(/共 12 份：11 份已生成，1 份有错误（2014）\n$/) },
    });
  });

  it("does here what threads that end early have left", async () => {
    const files = twelveYears();
    const alone = await buildIn(memoryHost({ files }), 1);
    for (const dieAfter of [0, 1, 4]) {
      const threads = copyingThreads(() => memoryHost({ files }), dieAfter);
      expect(await buildIn(memoryHost({ files, threads }), 2)).toEqual(alone);
    }
  });

  it("starts no threads for few years, nor from sources", async () => {
    expect(nodeHost().threads(2, null)).toEqual([]);
    let started = 0;
    const threads: Host["threads"] = () => {
      started++;
      return [];
    };
    const files = yearsOfBase(2011, 2022);
    const host = { ...memoryHost({ files, threads }), processors: 8 };
    expect(await main(["build", "--all"], host)).toBe(0);
    expect(started).toBe(0);
    const many = yearsOfBase(1950, 2049);
    expect(await main(["build", "--all"], { ...memoryHost({ files: many, threads }), processors: 8 })).toBe(
      0,
    );
    expect(started).toBe(1);
  });

  it.skipIf(process.platform === "win32")(
    "leaves only whole reports when it is stopped, and says how far it came",
    async () => {
      const folder = newFolder();
      writeOffice(folder, 1950, 2199);
      for (const jobs of ["1", "2"]) {
        const out = join(folder, `out-${jobs}`);
        let told = false;
        const stopped = await run(
          ["-C", folder, "build", "--all", "--jobs", jobs, "--out", out],
          (stdout, kill) => {
            if (told || !stdout.includes("1953年")) return;
            told = true;
            // As npx does, which passes on what the terminal has sent to us as well.
            kill("SIGINT");
            kill("SIGINT");
          },
        );
        expect(stopped.exitCode).toBe(130);
        expect(stopped.stderr).toMatch(/^已中断。共 250 份：\d+ 份已生成，\d+ 份没有做（.*2199）\n$/);
        const names = readdirSync(out);
        expect(stopped.stdout.trimEnd().split("\n").toSorted()).toEqual(
          names.map((name) => join(out, name)).toSorted(),
        );
        expect(names.length).toBeGreaterThan(3);
        expect(names.length).toBeLessThan(250);
        const ends = names.map((name) => readFileSync(join(out, name)).subarray(-22, -18).toString("hex"));
        expect(new Set(ends)).toEqual(new Set(["504b0506"]));
      }
    },
    60_000,
  );

  it("goes on when one report cannot be written", async () => {
    const folder = newFolder();
    writeOffice(folder, 2019, 2022);
    mkdirSync(join(folder, "out", "示例街道2020年度工作报告.txt", "x"), { recursive: true });
    writeFileSync(join(folder, "out", "示例街道2021年度工作报告.txt"), "旧");
    const ran = await run(["-C", folder, "build", "--all", "--format", "txt"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain("output-unwritable");
    expect(ran.stderr).toMatch(/共 4 份：3 份已生成，1 份有错误（2020）\n$/);
    expect(readFileSync(join(folder, "out", "示例街道2021年度工作报告.txt"), "utf8")).toContain("2021年");
  });
});

describe("where reports go", () => {
  const context = (): Context => ({
    host: memoryHost({ files: new Map() }),
    options: { folder: null, lang: "zh", color: "never" },
    version: "0",
  });
  const bytes = new Uint8Array();

  async function deliver(names: ReadonlyMap<number, string>, order: readonly number[]): Promise<Delivery> {
    const years = [...names.keys()];
    const here = context();
    const written = new Set<string>();
    const delivery = new Delivery(here, years, new Progress(here, years.length), async (files) => {
      for (const { path } of files) expect(written.has(path)).toBe(false);
      for (const { path } of files) written.add(path);
      return { value: files.map(({ path }) => path), diagnostics: [] };
    });
    for (const year of order) {
      const files = [{ path: `/out/${names.get(year)}.docx`, bytes }];
      await delivery.take(year, { value: files, diagnostics: [] });
    }
    await delivery.finish();
    return delivery;
  }

  const name = fc.constantFrom(
    "报告",
    "2020年报告",
    "2021年报告",
    "2022年报告",
    "2021年、2022年",
    "甲2020",
    "A",
    "a",
  );

  it("writes no path twice and refuses no report whose name is its own, in whatever order they come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(name, name, name, name),
        fc.shuffledSubarray([2019, 2020, 2021, 2022], { minLength: 4 }),
        async ([a, b, c, d], order) => {
          const names = new Map([
            [2019, a],
            [2020, b],
            [2021, c],
            [2022, d],
          ]);
          const { built, faulty, undone } = await deliver(names, order);
          const key = (year: number): string => names.get(year)?.toLowerCase() ?? "";
          const rivals = (year: number): number[] =>
            [...names.keys()].filter((each) => each !== year && key(each) === key(year));
          const isOwn = (year: number): boolean =>
            [...names.keys()].every((each) => key(year).includes(String(each)) === (each === year));
          const right = [...names.keys()].filter((year) => rivals(year).length === 0 || isOwn(year));
          expect(built).toEqual(right);
          expect(faulty).toEqual([...names.keys()].filter((year) => !right.includes(year)));
          expect(undone).toEqual([]);
        },
      ),
    );
  });

  it("names every year that claims a path", async () => {
    const { diagnostics } = await deliver(
      new Map([
        [2020, "2021年报告"],
        [2021, "2021年报告"],
      ]),
      [2020, 2021],
    );
    expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
      ["output-collision", { path: "../out/2021年报告.docx", years: [2020, 2021] }],
    ]);
  });
});

describe("the progress bar", () => {
  const files = yearsOfBase(2019, 2022);
  const build = async (
    env: Readonly<Record<string, string>>,
    ...years: readonly string[]
  ): Promise<string> => {
    const host = memoryHost({ files, env, terminal: { columns: 60 } });
    expect(await main(["build", ...years, "--format", "txt", "--color", "never"], host)).toBe(0);
    return host.out.stderr;
  };

  it("fits every terminal, and grows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom("zh" as const, "en" as const),
        (columns, total, done, lang) => {
          const now = Math.min(done, total);
          const line = progressLine(now, total, columns, lang);
          expect(displayWidth(line)).toBeLessThan(columns);
          const [, bar = ""] = /\[(.*)\]/.exec(line) ?? [];
          expect(bar === "" || (bar.includes("-") === now < total && bar.length >= 10)).toBe(true);
        },
      ),
    );
  });

  it("is drawn on a terminal, and taken away before anything else is printed there", async () => {
    const drawn = await build({}, "2019..2022");
    expect(drawn).toContain("\r正在生成 [");
    expect(drawn).toContain("] 4/4\u001b[K");
    expect(drawn).toMatch(/\r\u001b\[K共 4 份：4 份已生成\n$/);
    expect(await build({}, "2019..2022", "--lang", "en")).toContain("\rbuilding [");
  });

  it("is not drawn in CI, on a dumb terminal, nor for one report", async () => {
    expect(await build({ CI: "true" }, "2019..2022")).toBe("共 4 份：4 份已生成\n");
    expect(await build({ TERM: "dumb" }, "2019..2022")).toBe("共 4 份：4 份已生成\n");
    expect(await build({}, "2022")).toBe("");
  });
});

describe("years as ranges", () => {
  it("names each year once, and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1995, max: 2020 })), (years) => {
        const named = runsOf(years).flatMap((run) => {
          const [from = 0, to = from] = run.split("..").map(Number);
          return Array.from({ length: to - from + 1 }, (_, index) => from + index);
        });
        expect(named).toEqual(years.toSorted((a, b) => a - b));
      }),
    );
  });
});
