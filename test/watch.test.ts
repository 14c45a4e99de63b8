import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Host, Watch } from "../src/host.ts";
import { main } from "../src/main.ts";
import { baseFiles, casesFolder } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const program = join(root, "dist", "report.cjs");
const folder = temporaryFolders();
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A workspace that the real program watches, and what it has printed since it was last asked. */
class Watched {
  readonly workspace: string = folder();
  private readonly child: ChildProcess;
  private printed = "";
  readonly ended: Promise<number | null>;

  constructor(...args: string[]) {
    cpSync(join(casesFolder, "base"), this.workspace, { recursive: true });
    cpSync(join(root, "templates", "standard.docx"), join(this.workspace, "templates", "standard.docx"));
    // Through one pipe, so that what it prints comes in the order in which it was printed.
    const command = ["-c", 'exec "$0" "$@" 2>&1', process.execPath, program, ...args, "--lang", "en"];
    this.child = spawn("/bin/sh", command, { cwd: this.workspace });
    running.push(this.child);
    this.child.stdout?.setEncoding("utf8");
    this.child.stdout?.on("data", (text: string) => {
      this.printed += text;
    });
    this.ended = new Promise((resolve) => this.child.on("close", resolve));
  }

  /** All that was printed up to the next time that it waits. */
  async run(): Promise<string> {
    const waiting = "waiting for a save (Ctrl-C ends)\n";
    while (!this.printed.includes(waiting)) await new Promise((resolve) => setTimeout(resolve, 10));
    const at = this.printed.indexOf(waiting) + waiting.length;
    const text = this.printed.slice(0, at);
    this.printed = this.printed.slice(at);
    return text;
  }

  /** Runs until one prints what is wanted: of a save in two steps, the first may be seen by itself. */
  async until(wanted: RegExp | string): Promise<void> {
    for (;;) {
      const text = await this.run();
      if (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)) return;
    }
  }

  path(name: string): string {
    return join(this.workspace, name);
  }

  async edit(name: string, from: string, to: string): Promise<void> {
    const text = await readFile(this.path(name), "utf8");
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    writeFileSync(this.path(name), text.replace(from, to));
  }

  stop(): void {
    this.child.kill("SIGINT");
  }
}

describe("report check --watch", () => {
  it("checks again on each save, however an editor saves, and ends with Ctrl-C", async () => {
    const watched = new Watched("check", "2022", "--watch");
    await watched.until("no problems: 2022");

    await watched.edit("data/2022.yaml", "patrols: 180", "patrols: 很多");
    await watched.until(/data\/2022\.yaml saved[\s\S]*error figure-unreadable/);

    // Written beside it and renamed over it.
    const good = (await readFile(watched.path("data/2022.yaml"), "utf8")).replace("很多", "180");
    writeFileSync(watched.path("data/.2022.yaml.swp"), "x");
    writeFileSync(watched.path("data/2022.yaml.new"), good);
    renameSync(watched.path("data/2022.yaml.new"), watched.path("data/2022.yaml"));
    await watched.until(/data\/2022\.yaml saved[\s\S]*no problems: 2022/);

    // Deleted and made anew.
    rmSync(watched.path("data/2022.yaml"));
    await watched.until(/data\/2022\.yaml removed[\s\S]*year-file-missing/);
    writeFileSync(watched.path("data/2022.yaml"), good);
    await watched.until(/data\/2022\.yaml added[\s\S]*no problems: 2022/);

    await watched.edit("templates/partials/demolition.hbs", "demolition.total", "demolition.totl");
    await watched.until(/demolition\.hbs saved[\s\S]*error template-unknown-name/);

    watched.stop();
    expect(await watched.ended).toBe(1);
  });

  it("sees a new year, a configuration that comes, and a folder that comes back", async () => {
    const watched = new Watched("check", "--watch");
    await watched.run();
    const year = (await readFile(watched.path("data/2022.yaml"), "utf8")).replace("year: 2022", "year: 2023");
    writeFileSync(watched.path("data/2023.yaml"), year.replaceAll("2022-H2", "2023-H2"));
    await watched.until(/data\/2023\.yaml added[\s\S]*last-year-unchanged/);

    writeFileSync(watched.path(".report.yaml"), "rules:\n  last-year-unchanged: off\n");
    await watched.until(/\.report\.yaml added[\s\S]*no problems: 2022, 2023/);

    const partials = watched.path("templates/partials");
    const files = new Map([["demolition.hbs", await readFile(join(partials, "demolition.hbs"))]]);
    rmSync(partials, { recursive: true });
    await watched.until("error ");
    mkdirSync(partials);
    for (const [name, bytes] of files) writeFileSync(join(partials, name), bytes);
    let text = await watched.run();
    while (!text.includes("no problems")) text = await watched.run();
    watched.stop();
    expect(await watched.ended).toBe(0);
  });
});

describe("a ledger", () => {
  it("is told of when it changes, and only then", async () => {
    const watched = new Watched("check", "2022", "--watch");
    await watched.run();
    cpSync(join(casesFolder, "ledger/csv/ledgers"), watched.path("ledgers"), { recursive: true });
    cpSync(join(casesFolder, "ledger/csv/data/2022.yaml"), watched.path("data/2022.yaml"));
    await watched.until(/^\ndata\/2022\.yaml saved\n/);

    await watched.edit("ledgers/2022.csv", ",面积,", ",大小,");
    await watched.until(/^\nledgers\/2022\.csv saved\n[\s\S]*error ledger-/);
    rmSync(watched.path("ledgers/2022.csv"));
    await watched.until(/^\nledgers\/2022\.csv removed\n[\s\S]*error ledger-missing/);
    watched.stop();
    expect(await watched.ended).toBe(1);
  });
});

describe("report build --watch", () => {
  it("writes again only what has changed", async () => {
    const watched = new Watched("build", "2022", "--watch", "--format", "txt");
    const first = /out\/(.*)\.txt/.exec(await watched.run());
    const report = watched.path(`out/${first?.[1]}.txt`);
    expect(await readFile(report, "utf8")).toContain("近1200项");

    await watched.edit("data/2022.yaml", "hazardsFound: 近1200", "hazardsFound: 近1300");
    await watched.until("out/");
    expect(await readFile(report, "utf8")).toContain("近1300项");

    await watched.edit("data/2022.yaml", "year: 2022", "year: 2022 # 年度");
    await watched.until("the report is unchanged, nothing written");

    await watched.edit("data/2022.yaml", "patrols: 180", "patrols: 很多");
    await watched.until("error figure-unreadable");
    expect(await readFile(report, "utf8")).toContain("近1300项");
    watched.stop();
    expect(await watched.ended).toBe(1);
  });
});

describe("what is watched", () => {
  /** Edits that are made one after the other while the program waits, and what it printed after each. */
  async function session(
    edits: readonly ((files: Map<string, Uint8Array>) => string)[],
  ): Promise<readonly string[]> {
    const host = memoryHost({ files: baseFiles() });
    const printed: string[] = [];
    let next = 0;
    const watch = (): Watch => ({
      next: async () => {
        printed.push(host.out.stdout + host.out.stderr);
        host.out.stdout = "";
        host.out.stderr = "";
        const path = edits[next++]?.(host.files);
        return path === undefined ? null : [path];
      },
      close: () => undefined,
    });
    await main(["check", "2022", "--watch", "--lang", "en"], { ...host, watch } satisfies Host);
    return printed;
  }

  const put = (path: string, from: string, to: string) => (files: Map<string, Uint8Array>) => {
    const text = new TextDecoder().decode(files.get(path));
    files.set(path, new TextEncoder().encode(text.replace(from, to)));
    return path;
  };

  it("gives after each change what a new run gives", async () => {
    const edits = [
      put("/work/data/2022.yaml", "patrols: 180", "patrols: 很多"),
      put("/work/templates/report.hbs", "{{year}}", "{{yaer}}"),
      put("/work/data/2022.yaml", "patrols: 很多", "patrols: 200"),
      put("/work/templates/report.hbs", "{{yaer}}", "{{year}}"),
      put("/work/schemas/year.schema.json", '"unit": "起"', '"unit": "件"'),
    ];
    const printed = await session(edits);
    const files = baseFiles();
    for (const [index, text] of printed.entries()) {
      if (index > 0) edits[index - 1]?.(files);
      const host = memoryHost({ files });
      await main(["check", "2022", "--lang", "en"], host);
      const fresh = host.out.stdout + host.out.stderr;
      const shown = text.replace(/^\n.* saved\n/, "").replace("waiting for a save (Ctrl-C ends)\n", "");
      const sorted = (all: string): readonly string[] => all.split("\n").toSorted();
      expect(sorted(shown.replace(/\n.* saved\n/, ""))).toEqual(sorted(fresh));
    }
    expect(printed).toHaveLength(edits.length + 1);
  });

  it("is nothing that says the same as before, nor what the run does not read", async () => {
    const same = (files: Map<string, Uint8Array>): string => {
      const path = "/work/data/2022.yaml";
      files.set(path, Uint8Array.from(files.get(path) ?? []));
      return path;
    };
    const other = (files: Map<string, Uint8Array>): string => {
      files.set("/work/data/notes.txt", new Uint8Array([1]));
      return "/work/data/notes.txt";
    };
    // Each is looked at, and the program goes on waiting: nothing is printed between.
    const printed = await session([same, other]);
    expect(printed.slice(1)).toEqual(["", ""]);
  });
});
