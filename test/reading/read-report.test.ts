import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { baseFiles, filesBelow } from "../support/case.ts";
import { withPart } from "../support/docx-template.ts";
import { partsOf } from "../support/docx-text.ts";
import { memoryHost } from "../support/memory-host.ts";
import { read, shownReport } from "../support/read-word.ts";
import { wordTemplate } from "../support/word-parts.ts";

const folder = join(import.meta.dirname, "cases");

/** A case is the XML of an edited file and how it is read; `vitest -u` writes what is expected anew, to be reviewed. */
describe("an edited Word file", () => {
  it.each(readdirSync(folder))("is read: %s", async (name) => {
    const parts = filesBelow(join(folder, name));
    parts.delete("read.txt");
    await expect(shownReport(read(wordTemplate(parts)))).toMatchFileSnapshot(join(folder, name, "read.txt"));
  });
});

async function built(): Promise<Uint8Array> {
  const host = memoryHost({ files: baseFiles() });
  expect(await main(["build", "2022"], host)).toBe(0);
  const [path = ""] = host.out.stdout.split("\n");
  return host.files.get(`/work/${path}`) ?? new Uint8Array();
}

const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const control = (tag: string, words: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${text(words)}</w:sdtContent></w:sdt>`;
const bookmark = (name: string, inside: string): string =>
  `<w:bookmarkStart w:id="900" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="900"/>`;

describe("the figures of a file that knows what was built", () => {
  it.each([
    ["an office's own bookmark", bookmark("fig_1", text("图")), null],
    ["an office's own control", control("审定人", "甲"), null],
    ["a copy's control", control("safety.patrols", "181"), { tag: "safety.patrols", bookmark: null }],
    [
      "a copy's bookmark",
      bookmark("fig_safety_patrols_77", text("181")),
      { tag: null, bookmark: "fig_safety_patrols_77" },
    ],
    [
      "another's bookmark around a control",
      bookmark("fig_safety_premises_1", control("safety.patrols", "181")),
      { tag: "safety.patrols", bookmark: null },
    ],
    [
      "a bookmark that two controls and words have come into",
      bookmark(
        "fig_safety_patrols_78",
        `${control("safety.patrols", "181")}${text("和")}${control("safety.premises", "9")}`,
      ),
      { tag: "safety.patrols", bookmark: "fig_safety_patrols_78" },
    ],
  ])("are those that it has: %s", async (_, xml, figure) => {
    const bytes = withPart(await built(), "word/document.xml", (part) =>
      part.replace("<w:body>", () => `<w:body><w:p>${xml}${text("尾")}</w:p>`),
    );
    const [first] = read(bytes).paragraphs;
    const [run, ...rest] = first?.runs ?? [];
    if (figure) expect(run?.figure).toMatchObject(figure);
    expect(rest.at(-1)?.text ?? run?.text).toMatch(figure ? /^尾$/ : /.尾$/);
    expect(first?.runs.filter((each) => each.figure).length).toBe(
      figure ? (xml.includes('premises"/>') && xml.includes("和") ? 2 : 1) : 0,
    );
  });
});

describe("a file whose XML was written anew", () => {
  it.each([
    [
      "as strict OOXML",
      (xml: string) =>
        xml.replaceAll(
          /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/g,
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    ],
    [
      "with another prefix",
      (xml: string) => xml.replace(/(<\/?|[\s])w:/g, "$1ns0:").replace("xmlns:w=", "xmlns:ns0="),
    ],
    [
      "with no prefix for elements",
      (xml: string) =>
        xml
          .replace(/(<\/?)w:/g, "$1")
          .replace(
            "xmlns:w=",
            'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w=',
          ),
    ],
  ])("says the same: %s", async (_, change) => {
    const bytes = await built();
    const names = [...partsOf(bytes).keys()].filter((name) => /^word\/\w+\.xml$/.test(name));
    const written = names.reduce((all, name) => withPart(all, name, change), bytes);
    expect(written.length).not.toBe(bytes.length);
    expect(shownReport(read(written))).toBe(shownReport(read(bytes)));
  });
});
