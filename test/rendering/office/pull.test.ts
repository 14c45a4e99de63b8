import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { baseFiles } from "../../support/case.ts";
import { yearsOfBase } from "../../support/many-years.ts";
import { type MemoryHost, memoryHost } from "../../support/memory-host.ts";
import { withoutMarks } from "../../support/word-edits.ts";
import { has, program, realReport, root } from "../tools.ts";
import { editWithLibreOffice, type OfficeEdit } from "./libreoffice.ts";

const dataPath = "/work/data/2022.yaml";
const unchanged = "unchanged: words and figures are those of the data\n";

async function built(files: ReadonlyMap<string, Uint8Array> = baseFiles()): Promise<Uint8Array> {
  const host = memoryHost({ files });
  expect(await main(["build", "2022"], host)).toBe(0);
  return host.files.get(`/work/${host.out.stdout.trimEnd()}`) ?? new Uint8Array();
}

interface Pulled {
  readonly exitCode: number;
  readonly host: MemoryHost;
}

async function pull(docx: Uint8Array, ...args: readonly string[]): Promise<Pulled> {
  const host = memoryHost({ files: new Map(baseFiles()).set("/work/edited.docx", docx) });
  return { exitCode: await main(["pull", "edited.docx", "--lang", "en", ...args], host), host };
}

/** The words of the report that the data now gives. */
async function textAfter({ files }: MemoryHost): Promise<string> {
  const host = memoryHost({ files });
  expect(await main(["build", "2022", "--format", "txt"], host)).toBe(0);
  return new TextDecoder().decode(host.files.get(`/work/${host.out.stdout.trimEnd()}`));
}

function dataIn({ files }: MemoryHost): string {
  return new TextDecoder().decode(files.get(dataPath));
}

const edits: readonly OfficeEdit[] = [
  { kind: "replace", find: "近1200", words: "近1300" },
  { kind: "replace", find: "认真推进", words: "扎实推进" },
  { kind: "insert", find: "加强学习", words: "和交流" },
  { kind: "delete", find: "，压实责任" },
  { kind: "replace", find: "4400余", words: "约4500" },
  { kind: "bold", find: "巩固成效" },
  { kind: "comment", find: "完善考核", words: "请核对" },
];

const told = [
  "检查出安全隐患: 近1200项 → 近1300项",
  "data/2022.yaml:9:19  becomes 近1300",
  "拆除圈占: 4400余平方米 → 约4500平方米",
  "data/2022.yaml:14:15  becomes 约4500",
  "示例街道【-认真-】【+扎实+】推进各项工作",
  "加强学习【+和交流+】，巩固成效",
  "完善考核【-，压实责任-】。",
  "5 changes written to data/2022.yaml",
];

describe.skipIf(!has.office)("a report edited in LibreOffice", () => {
  it("has no change where it was opened and saved", async () => {
    const saved = editWithLibreOffice(await built(), [], { tracked: false });
    for (const args of [[], ["--check"], ["--apply"]]) {
      const { exitCode, host } = await pull(saved, ...args);
      expect([exitCode, host.out.stdout, host.out.stderr]).toEqual([0, unchanged, ""]);
    }
  });

  it("has no change beside last year either, with its annex and comparisons", async () => {
    const files = yearsOfBase(2021, 2022);
    const saved = editWithLibreOffice(await built(files), [], { tracked: false });
    const host = memoryHost({ files: new Map(files).set("/work/edited.docx", saved) });
    const exitCode = await main(["pull", "edited.docx", "--lang", "en"], host);
    expect([exitCode, host.out.stdout, host.out.stderr]).toEqual([0, unchanged, ""]);
  });

  it("has no change in the project's own report of 2022", () => {
    const path = realReport();
    writeFileSync(path, editWithLibreOffice(readFileSync(path), [], { tracked: false }));
    const run = spawnSync(process.execPath, [program, "pull", path, "--lang", "en"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, unchanged, ""]);
  });

  it.each([false, true])("comes home, tracked: %s", async (tracked) => {
    const saved = editWithLibreOffice(await built(), edits, { tracked });
    const { host } = await pull(saved, "--apply", ...(tracked ? ["--accept-all"] : []));
    for (const words of told) expect(host.out.stdout).toContain(words);
    expect(host.out.stdout).toMatch(/comments \(1\)\n +王五 \d{4}-\d\d-\d\d “完善考核”: 请核对/);
    expect(host.out.stderr).toBe("");
    const text = await textAfter(host);
    for (const words of [
      "示例街道扎实推进各项工作，查出隐患近1300项。",
      "圈占约4500平方米",
      "一是提高认识。加强学习和交流，巩固成效。",
      "二是注重实效。完善考核。",
    ])
      expect(text).toContain(words);
  });

  it("is asked about where nobody has decided on tracked changes, and unchanged where they are rejected", async () => {
    const saved = editWithLibreOffice(await built(), edits, { tracked: true });
    const asked = await pull(saved, "--apply");
    expect(asked.exitCode).toBe(1);
    expect(asked.host.out.stderr).toContain("error pull-tracked");
    expect(dataIn(asked.host)).toBe(new TextDecoder().decode(baseFiles().get(dataPath)));
    const rejected = await pull(saved, "--reject-all");
    expect(rejected.exitCode).toBe(0);
    expect(rejected.host.out.stdout.startsWith(unchanged)).toBe(true);
    expect(rejected.host.out.stdout).toContain("王五");
  });

  it.each(["controls", "all"] as const)("comes home where a program has lost its marks: %s", async (lost) => {
    const saved = editWithLibreOffice(withoutMarks(await built(), lost), edits, { tracked: false });
    const { host } = await pull(saved, "--apply");
    for (const words of told) expect(host.out.stdout).toContain(words);
    expect(host.out.stdout.includes("its mark is gone")).toBe(lost === "all");
    expect(await textAfter(host)).toContain("查出隐患近1300项。");
  });

  it.each([false, true])("tells paragraphs that were split and taken out, tracked: %s", async (tracked) => {
    const saved = editWithLibreOffice(
      await built(),
      [
        { kind: "insert", find: "认真推进各项工作", words: "。成效明显" },
        { kind: "split", find: "认真推进各项工作。" },
        { kind: "delete-paragraph", find: "二是注重实效" },
      ],
      { tracked },
    );
    const { exitCode, host } = await pull(saved, "--apply", ...(tracked ? ["--accept-all"] : []));
    expect(exitCode).toBe(1);
    expect(host.out.stdout).toContain("二是注重实效。完善考核，压实责任。");
    expect(await textAfter(host)).toContain("示例街道认真推进各项工作。\n成效明显，查出隐患近1200项。");
  });
});
