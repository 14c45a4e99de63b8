import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectedOf, summaryOf, workspaces } from "./support/corpus.ts";
import { recipes } from "./support/corpus-recipes.ts";
import { root } from "./support/root.ts";
import { runBundle } from "./support/run-bundle.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();
const corpus = join(root, "test", "corpus");

/** Where a file of each folder of the corpus stands in a workspace that is valid but for it. */
const areas: Readonly<Record<string, string>> = {
  data: "data/2022.yaml",
  schema: "schemas/year.schema.json",
  template: "templates/report.hbs",
  config: ".report.yaml",
};

describe.concurrent("a file that means no good", () => {
  for (const [area, target] of Object.entries(areas)) {
    it(`in place of ${target} has an exit code, codes and places, and nothing else`, {
      timeout: 120_000,
    }, async () => {
      const folder = newFolder();
      const workspace = workspaces(folder);
      const names = readdirSync(join(corpus, area)).filter((name) => name !== "expected.txt");
      const jobs = names.map((name) => {
        const own = new Map([[target, readFileSync(join(corpus, area, name))]]);
        return { name, folder: workspace(own), args: ["check", "2022"] };
      });
      const actual = (await runBundle(jobs, folder)).map((each) => summaryOf(each, target)).join("");
      expect(actual).toBe(expectedOf(join(corpus, area, "expected.txt"), actual));
      expect(actual).not.toMatch(/WRONG|KILLED/);
    });
  }

  it("is refused by its size, depth and number too, in bounded time and memory", {
    timeout: 120_000,
  }, async () => {
    const folder = newFolder();
    const workspace = workspaces(folder);
    const jobs = Object.entries(recipes).map(([name, { target, make, config }]) => {
      const valid = readFileSync(
        join(folder, "base", target === ".report.yaml" ? "data/2022.yaml" : target),
        "utf8",
      );
      const made = make(valid);
      const own = new Map([[target, typeof made === "string" ? Buffer.from(made) : made]]);
      if (config !== undefined) own.set(".report.yaml", Buffer.from(config));
      return { name, folder: workspace(own), args: ["check", "2022"] };
    });
    const actual = (await runBundle(jobs, folder)).map((each) => summaryOf(each)).join("");
    expect(actual).toBe(expectedOf(join(corpus, "made.txt"), actual));
    expect(actual).not.toMatch(/WRONG|KILLED/);
  });

  it.skipIf(process.platform === "win32")(
    "is no file at all, or lies elsewhere",
    { timeout: 120_000 },
    async () => {
      const folder = newFolder();
      const workspace = workspaces(folder);
      const elsewhere = newFolder();
      writeFileSync(join(elsewhere, "secret.yaml"), "year: 2022\nsecret: 42\n");
      const instead: Readonly<Record<string, (path: string) => void>> = {
        "a folder": (path) => void mkdirSync(path),
        "a pipe": (path) => void execFileSync("mkfifo", [path]),
        "a broken link": (path) => symlinkSync("nothing", path),
        "a link to itself": (path) => symlinkSync(path, path),
        "a link out of the workspace": (path) => symlinkSync(join(elsewhere, "secret.yaml"), path),
        "a link to a device": (path) => symlinkSync("/dev/zero", path),
        "a link to a terminal": (path) => symlinkSync("/dev/tty", path),
        "a link to the processes": (path) => symlinkSync("/proc/self/environ", path),
      };
      const targets = [
        ...Object.values(areas),
        "templates/standard.docx",
        "templates/partials/demolition.hbs",
      ];
      const jobs = targets.flatMap((target) =>
        Object.entries(instead).map(([name, make]) => {
          const path = join(workspace(new Map()), target);
          rmSync(path, { force: true });
          make(path);
          return {
            name: `${target}: ${name}`,
            folder: path.slice(0, -target.length - 1),
            args: ["check", "2022"],
          };
        }),
      );
      const hostileNames = [
        "\u001b[31m.hbs",
        "a\nb.hbs",
        "\u202ea.hbs",
        "__proto__.hbs",
        "constructor.hbs",
        ".hbs",
        "'.hbs",
      ];
      for (const name of hostileNames) {
        const own = new Map([[`templates/partials/${name}`, Buffer.from("甲\u0007乙。{{nope}}")]]);
        jobs.push({
          name: `partial ${JSON.stringify(name)}`,
          folder: workspace(own),
          args: ["check", "2022"],
        });
      }
      const ran = await runBundle(jobs, folder);
      const actual = ran.map((each) => summaryOf(each)).join("");
      expect(JSON.stringify(ran)).not.toContain("secret: 42");
      expect(actual).toBe(expectedOf(join(corpus, "no-file.txt"), actual));
      expect(actual).not.toMatch(/WRONG|KILLED/);
    },
  );

  it.skipIf(!mayChangeUser())("cannot be read", { timeout: 120_000 }, () => {
    for (const target of [...Object.values(areas), "templates/standard.docx"]) {
      const folder = newFolder();
      const workspace = workspaces(folder)(new Map([[".report.yaml", Buffer.from("rules: {}\n")]]));
      chmodSync(folder, 0o755);
      chmodSync(join(workspace, target), 0);
      const command = [process.execPath, join(root, "dist/report.cjs"), "-C", workspace, "check", "2022"];
      const { status, stderr } = spawnSync("setpriv", ["--reuid=65534", "--clear-groups", ...command], {
        encoding: "utf8",
      });
      expect([target, status]).toEqual([target, 1]);
      expect(stderr).toMatch(/错误 file-unreadable: 无法读取 .*：没有读取权限/);
    }
  });

  it("is an argument", { timeout: 120_000 }, async () => {
    const folder = newFolder();
    const workspace = workspaces(folder);
    const years = [
      "../2022",
      "2022.yaml",
      "0",
      "99999",
      "-1",
      "２０２２",
      "٢٠٢٢",
      "𝟐𝟎𝟐𝟐",
      "2022\n",
      " 2022",
      "",
      "1e3",
      "0x7e6",
      "2022 2021",
      "../../etc/passwd",
      "/etc/passwd",
      "__proto__",
      "\u001b[31m2022",
      "\u202e2202",
      "2022;id",
      "$(id)",
      "*",
      "1899",
      "2200",
      "2022\0",
      "9".repeat(100_000),
    ];
    const others = [
      ["build", "2022", "--out", "data/2022.yaml/x"],
      ["build", "2022", "--out", "\0"],
      ["build", "2022", "--out", "\u001b[32m/a"],
      ["build", "2022", "--out", ""],
      ["build", "2022", "--out", "a".repeat(5000)],
      ["build", "2022", "--out", "/dev/null/x"],
      ["build", "2022", "--format", "__proto__"],
      ["build", "2022", "--format", ",,,"],
      ["check", "--max-warnings", "-1"],
      ["check", "--max-warnings", "1e9"],
      ["check", "--max-warnings", "٣"],
      ["check", "--format", "constructor"],
      ["explain", "__proto__"],
      ["explain", "constructor"],
      ["explain", "../../etc/passwd"],
      ["explain", "\u001b[31m"],
      ["figures", "2022", "--format", "toString"],
      ["-C", "nothing", "check"],
      ["-C", "data/2022.yaml", "check"],
      ["-C", "\0", "check"],
      ["-C", "\u001b[31m", "check"],
      ["--lang", "__proto__", "check"],
      ["--color", "\u202e", "check"],
      ["__proto__"],
      ["\u001b]0;x\u0007"],
      ["--\u001b[31m"],
      ["--__proto__=1", "check"],
      ["check", "--", "--fix"],
      ["-"],
      ["--"],
    ];
    const own = workspace(new Map());
    const jobs = [...years.map((each) => ["build", "--format", "txt", "--", each]), ...others].map(
      (args) => ({
        name: args.map((each) => JSON.stringify(each.slice(0, 40))).join(" "),
        folder: own,
        args,
      }),
    );
    const actual = (await runBundle(jobs, folder))
      .map((each) => summaryOf(each).replaceAll(folder, "…"))
      .join("");
    expect(actual).toBe(expectedOf(join(corpus, "arguments.txt"), actual));
    expect(actual).not.toMatch(/WRONG|KILLED/);
    expect(readdirSync(folder).filter((name) => !/^(?:base|w\d+|runner\.cjs|jobs-.*)$/.test(name))).toEqual(
      [],
    );
  });
});

/** Root reads everything, so reading is tried as somebody else. */
function mayChangeUser(): boolean {
  return process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
}
