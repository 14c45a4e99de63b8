import { describe, expect, it } from "vitest";
import type { Host, ReadReason } from "../src/host.ts";
import { main } from "../src/main.ts";
import { zip } from "../src/package/zip.ts";
import { baseFiles } from "./support/case.ts";
import { standardDocx, withPart } from "./support/docx-template.ts";
import { partsOf } from "./support/docx-text.ts";
import { yearsOfBase } from "./support/many-years.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { rawZip } from "./support/ooxml-zip.ts";

const report = "/work/out/示例街道2022年度工作报告.docx";
const dataFile = "/work/data/2022.yaml";

async function builtHost(files: ReadonlyMap<string, Uint8Array> = baseFiles()): Promise<MemoryHost> {
  const host = memoryHost({ files });
  expect(await main(["build", "--all"], host)).toBe(0);
  return host;
}

interface Again {
  readonly exitCode: number;
  /** Codes, with how an edited file was edited. */
  readonly told: readonly string[];
  readonly isWritten: boolean;
}

const hows = { "its words were edited": "words", "saved anew": "saved", "to be written now": "taken-over" };

async function buildAgain(host: MemoryHost, ...args: readonly string[]): Promise<Again> {
  const before = host.files.get(report);
  host.out.stderr = "";
  const exitCode = await main(["build", "2022", "--lang", "en", ...args], host);
  const told = [...host.out.stderr.matchAll(/^error ([\w-]+): (.*)$/gm)].map(([, code = "", words = ""]) => {
    const how = Object.entries(hows).find(([each]) => words.includes(each))?.[1];
    return how ? `${code} ${how}` : code;
  });
  return { exitCode, told, isWritten: host.files.get(report) !== before };
}

function bytesIn(host: MemoryHost, path: string = report): Uint8Array {
  const bytes = host.files.get(path);
  if (!bytes) throw new Error(`no file ${path}`);
  return bytes;
}

/** As Word would save it with other words. */
function reworded(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return withPart(bytes, "word/document.xml", (xml) => {
    expect(xml).toContain(from);
    return xml.replaceAll(from, to);
  });
}

/** As a program saves it that sets the same words in its own way: runs cut, spaces, parts of its own. */
function savedAnew(bytes: Uint8Array): Uint8Array {
  const cut = withPart(bytes, "word/document.xml", (xml) =>
    xml.replace("认真推进", '认真</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> 推进'),
  );
  return zip(new Map(partsOf(cut)).set("word/webSettings.xml", new TextEncoder().encode("<w/>")));
}

function editData(host: MemoryHost, from: string, to: string): void {
  const text = new TextDecoder().decode(bytesIn(host, dataFile));
  expect(text).toContain(from);
  host.files.set(dataFile, new TextEncoder().encode(text.replace(from, to)));
}

const written = { exitCode: 0, told: [], isWritten: true };
const refused = (...told: readonly string[]): Again => ({ exitCode: 1, told, isWritten: false });

describe("report build over a file that is there", () => {
  it("writes what was built before, also where the data has changed since", async () => {
    const host = await builtHost();
    expect(await buildAgain(host)).toEqual(written);
    editData(host, "480余", "490余");
    const old = bytesIn(host);
    expect(await buildAgain(host)).toEqual(written);
    expect(bytesIn(host)).not.toEqual(old);
  });

  it("writes what was only zipped anew, and what is empty", async () => {
    const host = await builtHost();
    host.files.set(
      report,
      rawZip([...partsOf(bytesIn(host))].map(([name, data]) => ({ name, data, method: 0 }))),
    );
    expect(await buildAgain(host)).toEqual(written);
    host.files.set(report, new Uint8Array());
    expect(await buildAgain(host)).toEqual(written);
  });

  it("does not write over other words, tracked ones included; --force does", async () => {
    for (const [from, to] of [
      ["近1200项", "近1300项"],
      ["压实责任", "落实责任"],
      [
        "提高认识。",
        '提高认识。</w:t></w:r><w:ins w:id="1" w:author="甲"><w:r><w:t>要快。</w:t></w:r></w:ins><w:r><w:t>',
      ],
    ] as const) {
      const host = await builtHost();
      host.files.set(report, reworded(bytesIn(host), from, to));
      expect(await buildAgain(host)).toEqual(refused("output-edited words"));
      expect(await buildAgain(host, "--force")).toEqual(written);
      expect(await buildAgain(host)).toEqual(written);
    }
  });

  it("tells apart what was saved anew with the same words", async () => {
    const host = await builtHost();
    host.files.set(report, savedAnew(bytesIn(host)));
    editData(host, "480余", "490余");
    expect(await buildAgain(host)).toEqual(refused("output-edited saved"));
  });

  it("tells apart what already says what the data says now, as after its edits were taken home", async () => {
    const host = await builtHost();
    const next = memoryHost({ files: host.files });
    editData(next, "480余", "490余");
    expect(await main(["build", "2022", "--out", "/next"], next)).toBe(0);
    const parts = new Map(partsOf(bytesIn(next, report.replace("/work/out", "/next"))));
    parts.set("customXml/item1.xml", partsOf(bytesIn(host)).get("customXml/item1.xml") ?? new Uint8Array());
    host.files.set(report, zip(parts));
    expect(await buildAgain(host)).toEqual(refused("output-edited words"));
    editData(host, "480余", "490余");
    expect(await buildAgain(host)).toEqual(refused("output-edited taken-over"));
  });

  it("sees a word in a footer, but no page number", async () => {
    const host = await builtHost();
    const footer = (from: string, to: string): Uint8Array =>
      withPart(savedAnew(bytesIn(host)), "word/footer1.xml", (xml) => xml.replace(from, to));
    const old = bytesIn(host);
    host.files.set(report, footer(">1<", ">7<"));
    expect(await buildAgain(host)).toEqual(refused("output-edited saved"));
    host.files.set(report, old);
    host.files.set(report, footer("— </w:t>", "第 </w:t>"));
    expect(await buildAgain(host)).toEqual(refused("output-edited words"));
  });

  it("does not write over what it did not build, or cannot read", async () => {
    const host = await builtHost();
    host.files.set(report, standardDocx);
    expect(await buildAgain(host)).toEqual(refused("output-not-built"));
    const encrypted = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    for (const bytes of [Buffer.from("不是"), Buffer.from(encrypted), standardDocx.subarray(0, 900)]) {
      host.files.set(report, bytes);
      expect(await buildAgain(host)).toEqual(refused("output-unreadable"));
    }
    expect(await buildAgain(host, "--force")).toEqual(written);
  });

  it.each([
    ["denied", ["output-unreadable"]],
    ["too-large", ["output-unreadable"]],
    // Such as one that Word on Windows holds.
    ["other", ["output-unreadable"]],
    // A link is replaced, and what it leads to stays.
    ["outside", []],
    ["not-a-file", []],
  ] as const)("knows what to do when reading it gives %s", async (reason: ReadReason, told) => {
    const host = await builtHost();
    const readBytes: Host["readBytes"] = async (path, limits) =>
      path === report ? { ok: false, reason } : host.readBytes(path, limits);
    const again = await buildAgain(Object.assign(Object.create(host), { readBytes }) as MemoryHost);
    expect(again).toEqual(told.length > 0 ? refused(...told) : written);
  });

  it("leaves it to the writing to tell of a name that cannot be", async () => {
    const host = memoryHost({ files: baseFiles() });
    const readBytes: Host["readBytes"] = async (path, limits) =>
      path.endsWith(".docx") && path.startsWith("/work/out")
        ? { ok: false, reason: "other" }
        : host.readBytes(path, limits);
    const again = await buildAgain(Object.assign(Object.create(host), { readBytes }) as MemoryHost);
    expect(again).toEqual(written);
  });

  it("writes none of a report's files where it refuses one, and does not look at Markdown and texts", async () => {
    const host = await builtHost();
    const texts = ["md", "txt"].map((format) => report.replace("docx", format));
    for (const path of texts) host.files.set(path, Buffer.from("改过"));
    host.files.set(report, reworded(bytesIn(host), "近1200项", "近1300项"));
    expect(await buildAgain(host, "--format", "docx,md,txt")).toEqual(refused("output-edited words"));
    for (const path of texts) expect(bytesIn(host, path)).toEqual(Buffer.from("改过"));
    host.files.delete(report);
    expect(await buildAgain(host, "--format", "docx,md,txt")).toEqual(written);
    for (const path of texts) expect(bytesIn(host, path)).not.toEqual(Buffer.from("改过"));
  });

  it("refuses one report of a batch, and writes the others", async () => {
    const host = await builtHost(yearsOfBase(2020, 2022));
    const other = report.replace("2022", "2021");
    host.files.set(other, reworded(bytesIn(host, other), "压实责任", "落实责任"));
    const edited = bytesIn(host, other);
    host.out.stdout = "";
    host.out.stderr = "";
    expect(await main(["build", "--all", "--lang", "en"], host)).toBe(1);
    expect(host.out.stdout).toBe("out/示例街道2020年度工作报告.docx\nout/示例街道2022年度工作报告.docx\n");
    expect(host.out.stderr).toContain("error output-edited: out/示例街道2021年度工作报告.docx");
    expect(host.out.stderr).toContain("3 reports: 2 built, 1 with errors (2021)\n");
    expect(bytesIn(host, other)).toBe(edited);
  });

  it("tells whoever watches, and builds again once the file is out of the way", async () => {
    const host = memoryHost({ files: baseFiles() });
    let turn = 0;
    const steps = [
      () => host.files.set(report, reworded(bytesIn(host), "近1200项", "近1300项")),
      () => host.files.delete(report),
    ];
    const told: string[] = [];
    const next = async (): Promise<readonly string[] | null> => {
      told.push(host.out.stderr + host.out.stdout);
      host.out.stderr = "";
      host.out.stdout = "";
      const step = steps[turn++];
      if (!step) return null;
      step();
      editData(host, `${470 + turn * 10}余`, `${480 + turn * 10}余`);
      return [dataFile];
    };
    const watch: Host["watch"] = () => ({ next, close: () => undefined });
    expect(await main(["build", "2022", "--watch", "--lang", "en"], Object.assign(host, { watch }))).toBe(0);
    expect(told.map((text) => /error output-edited|out\/.*docx$/m.exec(text)?.[0])).toEqual([
      "out/示例街道2022年度工作报告.docx",
      "error output-edited",
      "out/示例街道2022年度工作报告.docx",
    ]);
  });
});
