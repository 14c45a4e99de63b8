import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { isAsBuilt } from "../../../src/reading/as-built.ts";
import { stateOf } from "../../../src/reading/edited.ts";
import { openWord } from "../../../src/reading/open-word.ts";
import { plainText } from "../../../src/reading/plain-text.ts";
import { readRecord } from "../../../src/reading/record.ts";
import { baseFiles } from "../../support/case.ts";
import { chartBlock, largeDocument, sampleDocument } from "../../support/docx-sample.ts";
import { partsOf, partText } from "../../support/docx-text.ts";
import { fill } from "../../support/fill-word.ts";
import { memoryHost } from "../../support/memory-host.ts";
import { templateOf } from "../../support/word-parts.ts";
import { has, program, realReport, root, write } from "../tools.ts";
import { editWithLibreOffice, type OfficeEdit } from "./libreoffice.ts";

const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Tags in the body, a table, a text box, a header and a footnote, and paragraphs without any. */
function taggedReport(): Uint8Array {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
  const table =
    '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    `<w:tr>${cell("{{#each narrative.plans}}{{lead}}")}${cell("{{figure @root.safety.patrols}}{{/each}}")}</w:tr></w:tbl>`;
  const shape =
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>';
  const content = p("框内隐患{{figure safety.hazardsFound}}");
  const box =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    '<wp:extent cx="1800000" cy="720000"/><wp:docPr id="7" name="框"/><a:graphic>' +
    `<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>${shape}<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  const { bytes } = fill(
    templateOf(
      p("送审稿") +
        `<w:p><w:r><w:t>{{office.name}}</w:t></w:r>${box}<w:r><w:t>（框外）</w:t></w:r></w:p>` +
        table +
        '<w:p><w:r><w:t>注</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
      {
        "header.xml": p("{{year}}年{{figure safety.patrols}}"),
        "footnotes.xml": `<w:footnote w:id="2">${p("{{year}}年的注")}</w:footnote>`,
      },
    ),
  );
  if (!bytes) throw new Error("the template is not filled");
  return bytes;
}

const empty = { title: "题", office: "某街道", date: null, blocks: [] };
const reports: Readonly<Record<string, () => Uint8Array>> = {
  "the report of 2022": () => readFileSync(realReport()),
  "a made-up report": () => readFileSync(write(largeDocument())),
  "a report with charts": () =>
    readFileSync(write({ ...sampleDocument(empty), blocks: [chartBlock(1), chartBlock(2)] })),
  "a report in a template with tags": taggedReport,
};

/** The invented office's report. */
async function reportOfBase(): Promise<Uint8Array> {
  const host = memoryHost({ files: baseFiles() });
  await main(["build", "2022"], host);
  return host.files.get(`/work/${host.out.stdout.trimEnd()}`) ?? new Uint8Array();
}

function bookmarksIn(bytes: Uint8Array): readonly string[] {
  const parts = [...partsOf(bytes)].filter(([name]) => /^word\/[^/]+\.xml$/.test(name));
  const all = parts.map(([, xml]) => new TextDecoder().decode(xml)).join("");
  return [...all.matchAll(/w:name="(fig_\w+)"/g)].map(([, name = ""]) => name).toSorted();
}

function textOf(bytes: Uint8Array): string {
  const opened = openWord(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return plainText(opened.file);
}

describe.skipIf(!has.office)("LibreOffice, opening a report and saving it", () => {
  it.each(Object.keys(reports))("keeps the record, the bookmarks and the words of %s", (name) => {
    const built = reports[name]?.() ?? new Uint8Array();
    const saved = editWithLibreOffice(built, [], { tracked: false });
    expect(readRecord(partsOf(saved))).toEqual(readRecord(partsOf(built)));
    expect(readRecord(partsOf(saved))?.paragraphs.length).toBeGreaterThan(3);
    expect(new Set(bookmarksIn(saved))).toEqual(new Set(bookmarksIn(built)));
    expect(isAsBuilt(built)).toBe(true);
    expect(isAsBuilt(saved)).toBe(false);
    expect(stateOf(saved, built)).toEqual({ kind: "edited", how: "saved" });
  });

  const edits: readonly OfficeEdit[] = [
    { kind: "replace", find: "近1200", words: "近1300" },
    { kind: "insert", find: "加强学习", words: "和交流" },
    { kind: "delete", find: "巩固成效" },
    { kind: "comment", find: "压实责任", words: "请核对" },
  ];

  it.each([true, false])("keeps them beside edits, tracked: %s", async (tracked) => {
    const built = await reportOfBase();
    const saved = editWithLibreOffice(built, edits, { tracked });
    expect(readRecord(partsOf(saved))).toEqual(readRecord(partsOf(built)));
    expect(new Set(bookmarksIn(saved))).toEqual(new Set(bookmarksIn(built)));
    expect(textOf(saved)).toContain("查出隐患近1300项。");
    expect(textOf(saved)).toContain("加强学习和交流，。");
    expect(partText(saved, "word/document.xml").includes("<w:del ")).toBe(tracked);
    expect(partText(saved, "word/comments.xml")).toContain("请核对");
    expect(stateOf(saved, built)).toEqual({ kind: "edited", how: "words" });
  });

  it("splits, sets bold and takes away as it is told, and says what it does not find", async () => {
    const built = await reportOfBase();
    const saved = editWithLibreOffice(
      built,
      [
        { kind: "split", find: "提高认识。" },
        { kind: "bold", find: "巩固成效" },
        { kind: "delete-paragraph", find: "二是注重实效" },
      ],
      { tracked: false },
    );
    expect(textOf(saved)).toContain("一是提高认识。\n加强学习，巩固成效。\n附件：");
    expect(partText(saved, "word/document.xml")).toMatch(/<w:b\/>(?:(?!<w:t>).)*<w:t>巩固成效<\/w:t>/);
    const unknown: OfficeEdit = { kind: "delete", find: "没有的话" };
    expect(() => editWithLibreOffice(built, [unknown], { tracked: false })).toThrow("not found: 没有的话");
  });

  it("is seen by report build, which leaves the file alone", () => {
    const path = realReport();
    const saved = editWithLibreOffice(readFileSync(path), [], { tracked: false });
    writeFileSync(path, saved);
    const build = (...more: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(
        process.execPath,
        [program, "build", "2022", "--out", dirname(path), "--lang", "en", ...more],
        {
          cwd: root,
          encoding: "utf8",
        },
      );
    const refused = build();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`${basename(path)} is not overwritten: it was saved anew`);
    expect(readFileSync(path).equals(saved)).toBe(true);
    expect(build("--force").status).toBe(0);
    expect(isAsBuilt(readFileSync(path))).toBe(true);
  });
});
