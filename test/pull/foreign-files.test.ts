import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zip } from "../../src/package/zip.ts";
import { withPart } from "../support/docx-template.ts";
import { partsOf } from "../support/docx-text.ts";
import { rawZip } from "../support/ooxml-zip.ts";
import { buildFrom, built, data, dataIn, pull, withData } from "../support/pulled-report.ts";
import { WordEdits, withoutMarks } from "../support/word-edits.ts";
import { templateOf } from "../support/word-parts.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

describe("a Word file that is no longer sound", () => {
  const mutations = fc.array(
    fc.record({ part: fc.nat(), at: fc.nat(), length: fc.nat(40), put: fc.string({ maxLength: 8 }) }),
    { minLength: 1, maxLength: 3 },
  );

  it("is told, or read as far as it goes, whatever has become of its parts", async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (all) => {
        const parts = new Map(partsOf(built.docx));
        const names = [...parts.keys()].filter((name) => /^(?:word|customXml)\//.test(name));
        for (const { part, at, length, put } of all) {
          const name = names[part % names.length] ?? "";
          const xml = new TextDecoder().decode(parts.get(name));
          const from = at % Math.max(1, xml.length);
          parts.set(name, new TextEncoder().encode(xml.slice(0, from) + put + xml.slice(from + length)));
        }
        await expectTold(zip(parts));
      }),
      { numRuns: 40 * longer },
    );
  });

  it("is told where its bytes were cut or changed", async () => {
    const bytes = fc.tuple(fc.nat(built.docx.length), fc.uint8Array({ maxLength: 6 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(bytes, async ([at, put, isCut]) => {
        const changed = Uint8Array.from(built.docx);
        changed.set(put.slice(0, Math.max(0, changed.length - at)), at);
        await expectTold(isCut ? changed.slice(0, at) : changed);
      }),
      { numRuns: 40 * longer },
    );
  });

  /** C0 but for the line feed, DEL, C1, and what turns the direction of a line. */
  const raw = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

  async function expectTold(docx: Uint8Array): Promise<void> {
    const { exitCode, host } = await pull(docx, ["--accept-all"]);
    expect([0, 1]).toContain(exitCode);
    expect(host.out.stdout + host.out.stderr).not.toMatch(raw);
    expect(exitCode === 0 || host.out.stderr !== "").toBe(true);
    expect(dataIn(host)).toBe(data);
  }
});

describe("a report that another program has saved", () => {
  const cut = (docx: Uint8Array): Uint8Array => {
    const edits = new WordEdits(docx, false);
    edits.replaceAll(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>([^<&]{2,})<\/w:t><\/w:r>/g,
      '<w:r w:rsidR="00AB12CD">$1<w:t xml:space="preserve">$2</w:t></w:r><w:proofErr w:type="gramEnd"/>',
    );
    edits.replaceAll(
      /<w:r w:rsidR="00AB12CD">((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<&]\S)([^<&]+)<\/w:t><\/w:r>/gu,
      '<w:r>$1<w:t xml:space="preserve">$2</w:t></w:r><w:bookmarkStart w:id="7001" w:name="_GoBack"/><w:bookmarkEnd w:id="7001"/><w:r>$1<w:rPr/><w:t>$3</w:t></w:r>',
    );
    return edits.bytes();
  };
  const stored = (docx: Uint8Array): Uint8Array =>
    rawZip([...partsOf(docx)].toReversed().map(([name, bytes]) => ({ name, data: bytes, method: 0 })));
  const saved: Readonly<Record<string, (docx: Uint8Array) => Uint8Array>> = {
    "as it is": (docx) => docx,
    "zipped anew": (docx) => zip(new Map([...partsOf(docx)].toReversed())),
    "zipped without compression": stored,
    "its runs cut": cut,
    "without controls": (docx) => withoutMarks(docx, "controls"),
    "without controls and bookmarks": (docx) => withoutMarks(docx, "all"),
    "without its record": (docx) =>
      zip(new Map([...partsOf(docx)].filter(([name]) => !name.startsWith("customXml/")))),
  };

  it.each(Object.keys(saved))("has no change: %s", async (name) => {
    for (const args of [[], ["--check"], ["--apply"]]) {
      const { exitCode, host } = await pull(saved[name]?.(built.docx) ?? new Uint8Array(), args);
      expect([exitCode, host.out.stderr, host.out.stdout]).toEqual([
        0,
        "",
        "unchanged: words and figures are those of the data\n",
      ]);
      expect(dataIn(host)).toBe(data);
    }
  });
});

describe("the report of another office", () => {
  const words = `# {{year}}年度安全情况通报
全年检出隐患{{figure safety.hazardsFound}}，安排巡查{{figure safety.patrols}}。
## 拆违
拆除面积{{figure demolition.total}}。
## 会议
{{period duties.briefings}}开会{{figure duties.briefings}}。
`;

  it("is refused, though its figures have the same names and its annex the same rows", async () => {
    const files = new Map(withData(data.replace("patrols: 180 ", "patrols: 910 ")));
    files.set("/work/templates/report.hbs", new TextEncoder().encode(words));
    const { docx } = await buildFrom(files);
    const { exitCode, host } = await pull(docx, ["--apply"]);
    expect([exitCode, host.out.stdout]).toEqual([1, ""]);
    expect(host.out.stderr).toContain("error pull-other-report");
    expect(dataIn(host)).toBe(data);
  });
});

describe("a report built with an office's own Word template", () => {
  const path = "/work/templates/红头.docx";
  const template = templateOf("<w:p><w:r><w:t>示例街道用笺</w:t></w:r></w:p>");

  it("is held against that, which its record names, as long as it is there", async () => {
    const files = new Map(withData(data)).set(path, template);
    const { docx } = await buildFrom(files, "--template", "templates/红头.docx");
    const edited = withPart(docx, "word/document.xml", (xml) => xml.replace("用笺", "笺"));
    const there = await pull(edited, [], { ...built, files });
    expect(there.host.out.stdout).toContain("templates/红头.docx:1:5");
    const gone = await pull(edited, []);
    expect([gone.exitCode, gone.host.out.stderr]).toEqual([0, ""]);
    expect(gone.host.out.stdout).toContain("added: 示例街道笺");
  });
});
