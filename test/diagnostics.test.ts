import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/diagnostic/catalogue.ts";
import type { Entry } from "../src/diagnostic/words/words.ts";
import type { Host, ReadReason } from "../src/host.ts";
import { main } from "../src/main.ts";
import { baseFiles, caseFolders, casesFolder } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";

/** Codes that no file can bring about: they come from the system, and have tests of their own below. */
const fromTheSystem: ReadonlySet<string> = new Set([
  "output-unwritable",
  // diff.test.ts has real repositories.
  "git-no-repository",
  "git-revision-unknown",
]);

/** A workspace may give a rule another severity; these cases show codes with one that is not the catalogue's. */
const ownSeverities = ["policy/levels", "outline/levels", "outline/hand-in-as-warning"];

const expected = caseFolders()
  .filter((folder) => !ownSeverities.includes(folder.replaceAll("\\", "/")))
  .map((folder) => readFileSync(join(casesFolder, folder, "expected.txt"), "utf8"));

/** The codes that a case shows, by severity word: `错误 key-unknown: …`. */
function shown(severityWord: string): ReadonlySet<string> {
  const form = new RegExp(`(?:^|:\\d+ )${severityWord} ([a-z0-9-]+): `, "gm");
  return new Set(expected.flatMap((text) => [...text.matchAll(form)].map((match) => match[1] ?? "")));
}

const shownAs = {
  error: { zh: shown("错误"), en: shown("error") },
  warning: { zh: shown("警告"), en: shown("warning") },
  info: { zh: shown("信息"), en: shown("info") },
} as const;

const entries: readonly (readonly [string, Entry<never>])[] = Object.entries(catalogue);

describe("the catalogue of diagnostics", () => {
  it("has codes in kebab case", () => {
    expect(
      entries.map(([code]) => code).filter((code) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code)),
    ).toEqual([]);
  });

  for (const lang of ["zh", "en"] as const) {
    it(`is shown whole by the cases in ${lang}, each code with its severity`, () => {
      const missing = entries.filter(
        ([code, { severity }]) => !fromTheSystem.has(code) && !shownAs[severity][lang].has(code),
      );
      expect(missing.map(([code]) => code)).toEqual([]);
    });

    it(`knows every code that the cases show in ${lang}`, () => {
      const known = new Set(entries.map(([code, { severity }]) => `${severity} ${code}`));
      const unknown = (["error", "warning", "info"] as const).flatMap((severity) =>
        [...shownAs[severity][lang]].map((code) => `${severity} ${code}`).filter((each) => !known.has(each)),
      );
      expect(unknown).toEqual([]);
    });
  }

  it("lists nothing as of the system that a case shows", () => {
    expect([...fromTheSystem].filter((code) => shownAs.error.zh.has(code))).toEqual([]);
  });
});

describe("the cases", () => {
  it("hold no trace of a value that was not there", () => {
    const traces = /(?<!rate-)undefined|\[object |\bNaN\b|\bInfinity\b|internal error/;
    expect(caseFolders().filter((_, index) => traces.test(expected[index] ?? ""))).toEqual([]);
  });

  it("that compose a report end with one, so that a new rule does not empty them of what they show", () => {
    const failed = caseFolders().filter(
      (folder, index) => folder.startsWith("compose") && /^\[exit\] [^0]/m.test(expected[index] ?? ""),
    );
    expect(failed).toEqual([]);
  });

  it("word every hint in the language of its message", () => {
    const blocks = expected.flatMap((text) => text.split(/^\$ /m));
    const mixed = blocks.filter(
      (each) => /--lang en/.test(each.split("\n", 1)[0] ?? "") && /提示|错误|警告|信息 [a-z-]+:/.test(each),
    );
    expect(mixed).toEqual([]);
  });
});

async function run(
  host: Host & { readonly out: { readonly stderr: string } },
  ...argv: string[]
): Promise<string> {
  expect(await main(argv, host)).toBe(1);
  return host.out.stderr;
}

describe("what the system refuses", () => {
  const reasons: readonly (readonly [ReadReason, string, string])[] = [
    ["denied", "没有读取权限", "permission denied"],
    ["not-a-file", "它不是普通文件", "it is not a regular file"],
    ["outside", "它在工作区之外", "it lies outside the workspace"],
    ["other", "系统未能打开它", "the system could not open it"],
  ];
  for (const [reason, zh, en] of reasons) {
    it(`file-unreadable: ${reason}`, async () => {
      const refusing = (): ReturnType<typeof memoryHost> => {
        const host = memoryHost({ files: baseFiles() });
        const readBytes: Host["readBytes"] = async (path, limits) =>
          path.endsWith(".yaml") ? { ok: false, reason } : host.readBytes(path, limits);
        return { ...host, readBytes };
      };
      expect(await run(refusing(), "check", "2022")).toBe(
        `错误 file-unreadable: 无法读取 data/2022.yaml：${zh}\n`,
      );
      expect(await run(refusing(), "check", "2022", "--lang", "en")).toBe(
        `error file-unreadable: cannot read data/2022.yaml: ${en}\n`,
      );
    });
  }

  const writes = [
    ["denied", "没有写入权限", "permission denied"],
    ["full", "磁盘已满", "the disk is full"],
    ["locked", "文件正被其他程序打开", "the file is open in another program"],
    ["not-a-folder", "上级不是文件夹", "a part of its path is no folder"],
    ["too-long", "文件名或路径太长", "its name or path is too long"],
    ["other", "系统未能写入", "the system could not write it (EIO)"],
  ] as const;
  for (const [reason, zh, en] of writes) {
    it(`output-unwritable: ${reason}`, async () => {
      const writeFailure = { path: "/work/out/报告.txt", reason, detail: "EIO" };
      const failing = (): ReturnType<typeof memoryHost> => memoryHost({ files: baseFiles(), writeFailure });
      const inChinese = await run(failing(), "build", "2022", "--format", "txt");
      expect(inChinese).toContain(`错误 output-unwritable: 无法写入 out/报告.txt：${zh}\n  提示: `);
      const inEnglish = await run(failing(), "build", "2022", "--format", "txt", "--lang", "en");
      expect(inEnglish).toContain(`error output-unwritable: cannot write out/报告.txt: ${en}\n  hint: `);
    });
  }

  it("prints no path where nothing was written", async () => {
    const writeFailure = { path: "/work/out/x.txt", reason: "full", detail: "ENOSPC" } as const;
    const host = memoryHost({ files: baseFiles(), writeFailure });
    await run(host, "build", "2022", "--format", "txt");
    expect(host.out.stdout).toBe("");
  });

  it("says that it is a bug where the host throws", async () => {
    const host = memoryHost({ files: baseFiles() });
    const list: Host["list"] = async () => {
      throw new TypeError("x is \u001b[31mnot a function");
    };
    expect(await main(["check", "2022"], { ...host, list })).toBe(3);
    expect(host.out.stderr).toContain(
      "internal error, a bug of ours: TypeError: x is \\u{1B}[31mnot a function",
    );
    expect(host.out.stderr).toContain("程序内部出错，不是您的错");
  });
});
