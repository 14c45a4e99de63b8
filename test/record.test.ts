import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BuildRecord,
  type BuiltReport,
  markOf,
  pageless,
  type RecordedInline,
  type RecordedSource,
  recordOf,
  type WrittenInline,
} from "../src/document/record.ts";
import { main } from "../src/main.ts";
import { zip } from "../src/package/zip.ts";
import { isAsBuilt } from "../src/reading/as-built.ts";
import { openWord } from "../src/reading/open-word.ts";
import { linesOf } from "../src/reading/plain-text.ts";
import { readRecord } from "../src/reading/record.ts";
import { renderDocx } from "../src/render/docx/render-docx.ts";
import { lineText } from "../src/source/source-file.ts";
import { builtReport } from "./support/built-report.ts";
import { baseFiles } from "./support/case.ts";
import { chartBlock, largeDocument, sampleDocument } from "./support/docx-sample.ts";
import { standardDocx, withPart } from "./support/docx-template.ts";
import { partsOf, partText } from "./support/docx-text.ts";
import { baseData, fill } from "./support/fill-word.ts";
import { yearsOfBase } from "./support/many-years.ts";
import { memoryHost } from "./support/memory-host.ts";
import { rawZip } from "./support/ooxml-zip.ts";
import { bodyParagraph, templateOf } from "./support/word-parts.ts";

const recordPart = "customXml/item1.xml";

function recordIn(bytes: Uint8Array): BuildRecord {
  const record = readRecord(partsOf(bytes));
  if (!record) throw new Error("there is no record");
  return record;
}

async function built(
  files: ReadonlyMap<string, Uint8Array> = baseFiles(),
  cwd: string = "/work",
): Promise<Uint8Array> {
  const host = memoryHost({ files, cwd });
  expect(await main(["build", "2022"], host)).toBe(0);
  const [path = ""] = host.out.stdout.split("\n");
  return host.files.get(`${cwd}/${path}`) ?? new Uint8Array();
}

function wordsOf(content: readonly WrittenInline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : inline.shown)).join("");
}

function linesIn({ paragraphs }: BuiltReport, story: string = "body"): readonly string[] {
  return paragraphs.filter((each) => each.story === story).map(({ content }) => wordsOf(content));
}

function inlinesOf({ paragraphs }: BuiltReport): readonly WrittenInline[] {
  return paragraphs.flatMap(({ content }) => content);
}

function recordedIn(record: BuildRecord | null): readonly RecordedInline[] {
  return (record?.paragraphs ?? []).flatMap(({ content }) => content);
}

function sourcesIn(record: BuildRecord | null): readonly RecordedSource[] {
  return recordedIn(record).flatMap((each) => (each.kind === "text" ? each.sources : (each.source ?? [])));
}

/** A body as a reader meets it, a text a cell. */
function bodyOf(bytes: Uint8Array): readonly string[] {
  const opened = openWord(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  const lines = linesOf(opened.file).body.flatMap((line) => line.split(/[\t\n]/));
  return lines.filter((line) => line !== "");
}

function filledWith(
  body: string,
  more: Readonly<Record<string, string>> = {},
): readonly [Uint8Array, BuiltReport] {
  const { bytes, report: words, diagnostics } = fill(templateOf(body, more));
  if (!bytes || !words) throw new Error(diagnostics.map(({ code }) => code).join(" "));
  return [bytes, words];
}

/** The first line, from 1, that has these words. */
function lineOf(text: string, words: string): number {
  return text.split("\n").findIndex((line) => line.includes(words)) + 1;
}

const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe("the record of a built file", () => {
  it.each([
    ["a report", async () => [await built(), await builtReport(baseFiles())] as const],
    [
      "a report with the year before beside it",
      async () => [await built(yearsOfBase(2021, 2022)), await builtReport(yearsOfBase(2021, 2022))] as const,
    ],
    ["a large document", async () => filledBoth(largeDocument())],
    [
      "a document with a chart",
      async () => filledBoth({ ...sampleDocument(empty), blocks: [chartBlock(1), chartBlock(2)] }),
    ],
  ])("is that of the words of %s, in their order", async (_, make) => {
    const [bytes, words] = await make();
    expect(words.year).toBe(2022);
    expect(linesIn(words)).toEqual(bodyOf(bytes));
    expect(linesIn(words, "footer")).toEqual(["— 1 —", "— 2 —"]);
    const record = recordIn(bytes);
    expect(record).toEqual(recordOf(words));
    expect(record.paragraphs.map(({ whole }) => whole)).toEqual(
      words.paragraphs.map(({ story, content }) => markOf(pageless(wordsOf(content), story))),
    );
  });

  it("says none of the words: what is cut in Word is gone", async () => {
    const xml = partText(await built(), recordPart);
    expect(xml).toContain('i="safety.hazardsFound"');
    expect(xml.replace(/\b[ib]="[^"]*"|path="[^"]*"/g, "")).not.toMatch(/[\p{Script=Han}]|1200/u);
  });

  it("names the bookmark of every figure", async () => {
    const years = yearsOfBase(2021, 2022);
    for (const [bytes, words] of [
      [await built(years), await builtReport(years)] as const,
      filledBoth(largeDocument()),
    ]) {
      const xml = partText(bytes, "word/document.xml");
      const figures = inlinesOf(words).flatMap((each) => (each.kind === "figure" ? [each] : []));
      expect(figures.length).toBeGreaterThan(10);
      expect(new Set(figures.map(({ bookmark }) => bookmark)).size).toBe(figures.length);
      for (const { bookmark, shown, indicator } of figures) {
        const [, inside = ""] = xml.split(`w:name="${bookmark}"/>`);
        const [control = ""] = inside.split("<w:bookmarkEnd");
        expect(control).toContain(`<w:tag w:val="${indicator}"/>`);
        expect(control).toContain(`>${shown}</w:t>`);
      }
      expect(xml.match(/w:name="fig_/g)?.length).toBe(figures.length);
    }
  });

  it("says where each word is written: there it stands, or what gives it", async () => {
    const files = yearsOfBase(2021, 2022);
    const record = await builtReport(files);
    const textAt = ({ path, line, column }: RecordedSource): string => {
      const text = new TextDecoder().decode(files.get(`/work/${path}`));
      expect(text).not.toBe("");
      return lineText({ path, text }, line).slice(column - 1);
    };
    let places = 0;
    for (const inline of inlinesOf(record)) {
      if (inline.kind === "figure") {
        // In the annex the amount itself, or the indicator that it is said to equal.
        expect(inline.source && textAt(inline.source)).toMatch(/^(\{\{|[\d近超]|hazardsFound \})/);
        continue;
      }
      for (const source of inline.sources.filter(({ path }) => !path.endsWith(".docx"))) {
        const there = textAt(source);
        expect(there.startsWith("{{") || there[0] === inline.text[source.at]).toBe(true);
        places++;
      }
    }
    expect(places).toBeGreaterThan(30);
    expect(new Set(sourcesIn(recordOf(record)).map(({ path }) => path))).toEqual(
      new Set([
        "data/2021.yaml",
        "data/2022.yaml",
        "templates/partials/demolition.hbs",
        "templates/report.hbs",
        "templates/standard.docx",
      ]),
    );
  });

  it("has a source for all but what the program adds", async () => {
    const record = await builtReport(baseFiles());
    const bare = record.paragraphs
      .filter(({ kind }) => kind !== "cell" && kind !== "annex")
      .flatMap(({ content }) => content.filter((each) => each.kind === "text" && each.sources.length === 0));
    expect(bare.map((each) => (each.kind === "text" ? each.text : ""))).toEqual([
      "一、",
      "（一）",
      "（二）",
      "二、",
    ]);
  });

  it("knows where the office and the date of a signature are written", async () => {
    const files = baseFiles();
    const text = `${baseData}issued: { date: 2023-01-13 }\n`;
    files.set("/work/data/2022.yaml", new TextEncoder().encode(text));
    const signed = (await builtReport(files)).paragraphs.filter(({ kind }) => kind === "signature");
    expect(signed.map(({ content }) => content)).toMatchObject([
      [{ text: "示例街道办事处", sources: [{ path: "data/2022.yaml", line: lineOf(text, "name: ") }] }],
      [{ text: "2023年1月13日", sources: [{ path: "data/2022.yaml", line: lineOf(text, "issued: ") }] }],
    ]);
  });

  it("is the same wherever the workspace and its templates lie", async () => {
    const moved = new Map(
      [...baseFiles()].map(([path, bytes]) => [path.replace("/work/", "/home/张三/街道/"), bytes] as const),
    );
    const here = await built();
    expect(Buffer.from(await built(moved, "/home/张三/街道")).equals(here)).toBe(true);
    const files = baseFiles();
    files.delete("/work/templates/standard.docx");
    for (const path of files.keys()) if (path.startsWith("/work/templates/")) files.delete(path);
    for (const [path, bytes] of baseFiles())
      if (path.startsWith("/work/templates/") && path.endsWith(".hbs"))
        files.set(path.replace("/work/", "/shipped/"), bytes);
    const shipped = await built(files);
    expect(Buffer.from(shipped).equals(here)).toBe(true);
    expect(partText(shipped, recordPart)).toContain('<file path="templates/report.hbs"/>');
  });

  it("has the Word template's own paragraphs, boxes behind theirs, and what old programs show but once", () => {
    const box = (content: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const [bytes, record] = filledWith(
      p("文头") +
        `<w:p><w:r><w:t>前{{year}}</w:t></w:r><w:r>${box(p("框{{figure safety.patrols}}"))}</w:r><w:r><w:tab/><w:t>后</w:t></w:r></w:p>` +
        `<w:p><w:r><w:t>静</w:t></w:r><w:r>${box(p("静框"))}</w:r></w:p>` +
        p("{{#each narrative.plans}}") +
        p("计划") +
        p("{{lead}}：{{figure @root.safety.patrols}}") +
        p("{{/each}}") +
        "<w:p/>",
      {
        "header.xml": p("{{office.short}}"),
        "footnotes.xml": `<w:footnote w:id="2">${p("注")}</w:footnote>`,
      },
    );
    expect(recordIn(bytes)).toEqual(recordOf(record));
    expect(linesIn(record).slice(0, 10)).toEqual([
      "文头",
      "前2022\t后",
      "框180次",
      "静",
      "静框",
      "计划",
      "提高认识：180次",
      "计划",
      "注重实效：180次",
      "示例街道2022年度工作报告",
    ]);
    expect(record.paragraphs.slice(0, 9).every(({ kind }) => kind === "story")).toBe(true);
    expect(linesIn(record, "header")).toEqual(["示例街道"]);
    expect(linesIn(record, "footnote")).toEqual(["注"]);
    const xml = partText(bytes, "word/document.xml");
    const names = inlinesOf(record).flatMap((each) =>
      each.kind === "figure" && each.indicator === "safety.patrols" ? [each.bookmark] : [],
    );
    // The box is written twice, and its figure has two names, of which the first counts.
    expect(names.slice(0, 3)).toEqual([1, 3, 4].map((number) => `fig_safety_patrols_${number}`));
    for (const name of names) expect(xml).toContain(`w:name="${name}"`);
  });

  it("does not name a file that lies elsewhere", () => {
    const filled = renderDocx(largeDocument(), standardDocx, "/home/张三/模板.docx", "/usr/lib/report");
    if (!filled.ok) throw new Error("not filled");
    expect(linesIn(filled.report, "footer")).toEqual(["— 1 —", "— 2 —"]);
    expect(sourcesIn(recordIn(filled.bytes))).toEqual([]);
    expect(partText(filled.bytes, recordPart)).not.toContain("张三");
  });

  it("takes the place of the record of a template that was built itself", async () => {
    const first = rendered(largeDocument());
    const template = withPart(first, "word/document.xml", (xml) =>
      xml.replace(/(<w:body>).*(<w:sectPr)/s, (_, from, to) => `${from}${bodyParagraph}${to}`),
    );
    const second = renderDocx(sampleDocument({ ...empty, blocks: [{ paragraph: ["新的。"] }] }), template);
    if (!second.ok) throw new Error("not filled");
    expect([...partsOf(second.bytes).keys()].filter((name) => name.startsWith("customXml/item"))).toEqual([
      recordPart,
      "customXml/itemProps1.xml",
    ]);
    expect(linesIn(second.report)).toEqual(["新的。"]);
    expect(recordIn(second.bytes)).toEqual(recordOf(second.report));
    expect(isAsBuilt(second.bytes)).toBe(true);
  });

  it("stands beside what a template already keeps so", () => {
    const own = new Map(partsOf(standardDocx)).set(recordPart, new TextEncoder().encode("<own/>"));
    const filled = renderDocx(largeDocument(), zip(own));
    if (!filled.ok) throw new Error("not filled");
    expect(partText(filled.bytes, recordPart)).toBe("<own/>");
    expect(partText(filled.bytes, "customXml/item2.xml")).toContain("urn:report:record:1");
    expect(isAsBuilt(filled.bytes)).toBe(true);
    expect(recordIn(filled.bytes).paragraphs.length).toBeGreaterThan(100);
  });
});

const empty = { title: "题", office: "某街道", date: null, blocks: [] };

function filledBoth(document: Parameters<typeof renderDocx>[0]): readonly [Uint8Array, BuiltReport] {
  const result = renderDocx(document, standardDocx, "templates/standard.docx");
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return [result.bytes, result.report];
}

function rendered(document: Parameters<typeof renderDocx>[0]): Uint8Array {
  return filledBoth(document)[0];
}

describe("whether a file is as it was built", () => {
  const bytes = rendered(sampleDocument({ ...empty, blocks: [{ paragraph: ["共检查", "12次。"] }] }));
  const parts = partsOf(bytes);

  it("is seen whatever way it is zipped", () => {
    expect(isAsBuilt(bytes)).toBe(true);
    const entries = [...parts].map(([name, data]) => ({ name, data, method: 0 })).toReversed();
    expect(isAsBuilt(rawZip([...entries, { name: "word/", data: new Uint8Array(), method: 0 }]))).toBe(true);
  });

  it.each([...parts.keys()])("is no longer so when %s changes", (name) => {
    const text = new TextDecoder().decode(parts.get(name));
    const at = text.lastIndexOf("<");
    const changed = new TextEncoder().encode(`${text.slice(0, at)} ${text.slice(at)}`);
    expect(isAsBuilt(zip(new Map(parts).set(name, changed)))).toBe(false);
  });

  it("is no longer so when a part comes or goes", () => {
    expect(isAsBuilt(zip(new Map(parts).set("word/comments.xml", new Uint8Array(1))))).toBe(false);
    for (const name of parts.keys()) {
      const left = new Map(parts);
      left.delete(name);
      expect(isAsBuilt(zip(left))).toBe(false);
    }
  });

  it("is not so of anything that was not built, however it is broken", () => {
    expect(isAsBuilt(standardDocx)).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (noise) => !isAsBuilt(noise)),
      { numRuns: 50 },
    );
    const cut = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(cut, (length) => !isAsBuilt(bytes.subarray(0, length))),
      { numRuns: 50 },
    );
  });
});

describe("a record from outside", () => {
  const read = (xml: string): BuildRecord | null =>
    readRecord(new Map([["customXml/item7.xml", new TextEncoder().encode(xml)]]));
  const ns = 'xmlns="urn:report:record:1"';

  it("is read whatever its elements' prefix and the part's number", () => {
    const plain = `<record ${ns} year="2022"><file path="data/2022.yaml"/><p kind="paragraph" w="3-1x" a="5-2y"><t s="0 0 3 1 2 0 4 5"/><n w="2-abc" i="a.b" b="fig_a_b_1"/></p></record>`;
    const expected: BuildRecord = {
      year: 2022,
      template: null,
      paragraphs: [
        {
          kind: "paragraph",
          story: "body",
          words: "3-1x",
          whole: "5-2y",
          content: [
            {
              kind: "text",
              sources: [
                { at: 0, path: "data/2022.yaml", line: 3, column: 1 },
                { at: 2, path: "data/2022.yaml", line: 4, column: 5 },
              ],
            },
            { kind: "figure", shown: "2-abc", indicator: "a.b", bookmark: "fig_a_b_1", source: null },
          ],
        },
      ],
    };
    expect(read(plain)).toEqual(expected);
    const prefixed = plain.replace(/<(\/?)(\w)/g, "<$1ns0:$2").replace("xmlns=", "xmlns:ns0=");
    expect(read(prefixed)).toEqual(expected);
  });

  it.each([
    ["another namespace", '<record xmlns="urn:report:record:2" year="2022"/>'],
    ["another root", `<other ${ns} year="2022"/>`],
    ["no year", `<record ${ns}/>`],
    ["a year that is none", `<record ${ns} year="20220"/>`],
    ["XML that is broken", `<record ${ns} year="2022">`],
    ["a DOCTYPE", `<!DOCTYPE a><record ${ns} year="2022"/>`],
  ])("is none with %s", (_, xml) => {
    expect(read(xml)).toBeNull();
  });

  it.each([
    "../秘密",
    "data/../../秘密",
    "/etc/passwd",
    "C:/x",
    "a\\b",
    "a//b",
    "./a",
    "a/.",
    "",
    "a&#10;b",
    "x".repeat(1001),
  ])("leads nowhere with the path %s", (path) => {
    const xml = `<record ${ns} year="2022" template="${path}"><file path="${path}"/><file path="data/a b.yaml"/><p kind="title" w="1-a"><t s="0 0 1 1 0 1 1 1"/></p></record>`;
    expect(recordedIn(read(xml))).toMatchObject([{ sources: [{ path: "data/a b.yaml" }] }]);
    expect(read(xml)?.template).toBeNull();
  });

  it.each(["0 0 0 1", "0 0 1 0", "0 5 1 1", "-1 0 1 1", "0 0 1e9 1", "0 0 99999999 1", "x", "0 0 1", "  "])(
    "has no source where its numbers are %s",
    (numbers) => {
      const xml = `<record ${ns} year="2022"><file path="a"/><p kind="title" w="1-a"><t s="${numbers}"/></p></record>`;
      expect(recordedIn(read(xml))).toEqual([{ kind: "text", sources: [] }]);
    },
  );

  it("passes over what it does not know", () => {
    const good = '<p kind="title" w="1-a"><b w="1-a"/><n w="1-a"/><n i="a.b" w="余"/><t s="0 0 1 1"/></p>';
    const xml = `<record ${ns} year="2022"><file path="a"/><more/><p kind="poem" w="1-a"/><p kind="title" in="margin" w="1-a"/><p kind="title"/><p kind="title" w="甲"/>${good}</record>`;
    expect(read(xml)?.paragraphs).toMatchObject([{ kind: "title", content: [{ kind: "text" }] }]);
  });

  it("never makes it fail, nor lead out of the workspace", () => {
    const real = partText(rendered(largeDocument()), recordPart);
    const edit = fc.tuple(fc.nat({ max: real.length }), fc.nat({ max: 20 }), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let xml = real;
        for (const [at, length, text] of edits) xml = xml.slice(0, at) + text + xml.slice(at + length);
        for (const { path } of sourcesIn(read(xml))) expect(path).not.toMatch(/^\/|(^|\/)\.\.(\/|$)/);
      }),
      { numRuns: 30 },
    );
  });
});

it("a file that was not built has no record", () => {
  expect(readRecord(partsOf(standardDocx))).toBeNull();
});
