import { describe, expect, it } from "vitest";
import type { Host, Thread, Watch } from "../../src/host.ts";
import { main, work } from "../../src/main.ts";
import { zip } from "../../src/package/zip.ts";
import { baseFiles } from "../support/case.ts";
import { standardDocx } from "../support/docx-template.ts";
import { extractText, partsOf } from "../support/docx-text.ts";
import { memoryHost } from "../support/memory-host.ts";
import { templateOf } from "../support/word-parts.ts";

const letterhead = "/work/templates/letterhead.docx";
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function filesWith(template: Uint8Array): Map<string, Uint8Array> {
  const files = baseFiles();
  files.set("/work/.report.yaml", new TextEncoder().encode("template: templates/letterhead.docx\n"));
  files.set(letterhead, template);
  return files;
}

describe("the Word template that the workspace names", () => {
  it("is filled in threads as without", async () => {
    const files = filesWith(templateOf(p("{{year}}年{{office.name}}")));
    const data = new TextDecoder().decode(files.get("/work/data/2022.yaml"));
    files.set("/work/data/2021.yaml", new TextEncoder().encode(data.replaceAll("2022", "2021")));
    const threads: Host["threads"] = (count, task) =>
      Array.from({ length: count }, (): Thread => {
        const ready = work(memoryHost({ files }), structuredClone(task));
        return {
          run: async (job, take) => {
            await (await ready)(structuredClone(job), (part) => take(structuredClone(part)));
            return true;
          },
          end: async () => undefined,
        };
      });
    for (const host of [memoryHost({ files, threads }), memoryHost({ files })]) {
      expect(await main(["build", "--all", "--jobs", "2"], host)).toBe(0);
      const first = [2021, 2022].map((year) => {
        const bytes = host.files.get(`/work/out/示例街道${year}年度工作报告.docx`);
        return bytes && extractText(bytes).split("\n")[0];
      });
      expect(first).toEqual(["2021年示例街道办事处", "2022年示例街道办事处"]);
    }
  });

  it("is filled again when it is saved, and its faults are told", async () => {
    const saved = [
      templateOf(p("{{office.short}}")),
      templateOf(p("{{office.shrt}}")),
      templateOf(p("{{office.name}}")),
    ];
    const host = memoryHost({ files: filesWith(templateOf(p("甲"))) });
    const printed: string[] = [];
    const first: (string | undefined)[] = [];
    const watch = (): Watch => ({
      next: async () => {
        printed.push(host.out.stderr);
        host.out.stderr = "";
        const bytes = host.files.get("/work/out/示例街道2022年度工作报告.docx");
        first.push(bytes && extractText(bytes).split("\n")[0]);
        const next = saved.shift();
        if (next) host.files.set(letterhead, next);
        return next ? [letterhead] : null;
      },
      close: () => undefined,
    });
    expect(await main(["build", "2022", "--watch"], { ...host, watch })).toBe(0);
    expect(first).toEqual(["甲", "示例街道", "示例街道", "示例街道办事处"]);
    expect(printed[2]).toContain("是不是想写“office.short”？");
  });
});

/** A zip that says of an entry what the writer would not. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

describe("a Word template that means no good", () => {
  const standard = partsOf(standardDocx);
  const more = (name: string, data: Uint8Array): Uint8Array => zip(new Map([...standard, [name, data]]));
  const many = new Map(Array.from({ length: 2001 }, (_, index) => [`a/${index}.bin`, new Uint8Array(1)]));
  it.each<[string, Uint8Array, string]>([
    ["that unpacks to too much for its size", more("word/a.bin", new Uint8Array(4_000_000)), "压缩比异常"],
    ["with too many parts", zip(new Map([...standard, ...many])), "部件过多"],
    [
      "with a part outside",
      renamed(more("word/ab.bin", new Uint8Array(3)), "word/ab.bin", "../../ab.bi"),
      "越出文件夹",
    ],
    ["with an entity", more("word/b.xml", Buffer.from("<!DOCTYPE b><b/>")), "DOCTYPE"],
    ["with a part in UTF-16", more("word/b.xml", Buffer.from("\ufeff<b/>", "utf16le")), "不是 UTF-8"],
    ["with macros", more("word/vbaProject.bin", new Uint8Array(3)), "含有宏"],
  ])("is refused: one %s", async (_, template, words) => {
    const host = memoryHost({ files: filesWith(template) });
    expect(await main(["template", "check", "templates/letterhead.docx"], host)).toBe(1);
    expect(host.out.stderr).toContain("word-template-invalid: Word 模板 templates/letterhead.docx 不能用");
    expect(host.out.stderr).toContain(words);
  });
});
