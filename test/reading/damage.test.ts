import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descendants, parseXml } from "../../src/package/xml.ts";
import { isIn } from "../../src/reading/changes.ts";
import { openWord } from "../../src/reading/open-word.ts";
import { plainText } from "../../src/reading/plain-text.ts";
import { readReport, viewOf } from "../../src/reading/read-report.ts";
import { filesBelow } from "../support/case.ts";
import { withPart } from "../support/docx-template.ts";
import { bodyParagraph, wordTemplate } from "../support/word-parts.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

/** A tag with what it holds, or a text; no two of them need match. */
const tags = [
  ...[
    "w:p",
    "w:r",
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:sdt",
    "w:sdtContent",
    "w:sdtPr",
    "w:tbl",
    "w:tr",
  ],
  ...[
    "w:tc",
    "w:trPr",
    "w:tcPr",
    "w:pPr",
    "w:rPr",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "w:ruby",
  ],
  ...["w:hyperlink", "w:fldSimple", "w:smartTag", "w:drawing", "constructor", "__proto__", "w:toString"],
];
const leaves = [
  "<w:t>甲</w:t>",
  "<w:delText>乙</w:delText>",
  "<w:tab/><w:br/>",
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  "<w:instrText>PAGE</w:instrText>",
  '<w:tag w:val="a.b"/><w:showingPlcHdr/>',
  ...["fig_a_b_1", "fig_a_b_2", "甲"].map((name, id) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`),
  ...[0, 1, 2].map((id) => `<w:bookmarkEnd w:id="${id}"/>`),
  '<w:commentRangeStart w:id="0"/>',
  '<w:commentRangeEnd w:id="0"/><w:commentReference w:id="0"/>',
  '<w:footnoteReference w:id="2"/>',
  "<w:rPr><w:ins/></w:rPr>",
];
const { soup } = fc.letrec<{ soup: string }>((tie) => ({
  soup: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc
      .tuple(fc.constantFrom(...tags), fc.array(tie("soup"), { maxLength: 4 }))
      .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
  ),
}));

/** What holds of any report that was read. */
function expectSound(bytes: Uint8Array): void {
  const opened = openWord(bytes);
  if (!opened.ok) return;
  const report = readReport(opened.file);
  const { paragraphs, comments } = report;
  for (const { paragraph: at } of comments) expect(paragraphs[at]).toBeDefined();
  for (const view of ["final", "original"] as const) {
    const plainParagraphs = viewOf(report, view);
    const from = plainParagraphs.flatMap((each) => each.from);
    expect(new Set(from).size).toBe(from.length);
    const shown = plainParagraphs.flatMap((each) =>
      each.inlines.map((one) => ("text" in one ? one.text : one.shown)),
    );
    const runs = paragraphs.flatMap((each) => each.runs.filter(({ change }) => isIn(change, view)));
    const letters = (all: readonly string[]): string => all.join("").split("").sort().join("");
    expect(letters(shown)).toBe(letters(runs.map(({ text }) => text)));
  }
  if (!report.isTracked) expect(viewOf(report, "original")).toEqual(viewOf(report, "final"));
  expect(plainText(opened.file)).not.toMatch(/native code|\[object /);
}

describe("a damaged or odd Word file", () => {
  const text = (name: string, part: string): string =>
    new TextDecoder().decode(filesBelow(join(import.meta.dirname, "cases", name)).get(part));
  const names = ["word-tracked", "controls", "comments", "bookmarks", "word-tables", "marks"];
  const sound = wordTemplate(
    new Map([
      ["body.xml", names.map((name) => text(name, "body.xml")).join("")],
      ...["comments.xml", "commentsExtended.xml"].map((part) => [part, text("comments", part)] as const),
      ...["header.xml", "footnotes.xml"].map((part) => [part, text("marks", part)] as const),
    ]),
  );

  it("is read without loss, whatever elements stand in what others", () => {
    fc.assert(
      fc.property(fc.array(soup, { maxLength: 6 }), (blocks) => {
        expectSound(
          wordTemplate(
            new Map([
              ["body.xml", `${blocks.join("")}${bodyParagraph}`],
              ["comments.xml", comment],
            ]),
          ),
        );
      }),
      { numRuns: 80 * longer },
    );
  });

  it("is read or refused where its bytes end or change", () => {
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255), isCut: fc.boolean() });
    fc.assert(
      fc.property(change, ({ at, byte, isCut }) => {
        const damaged = isCut ? sound.slice(0, at) : Uint8Array.from(sound);
        if (!isCut) damaged[at] = byte;
        expectSound(damaged);
      }),
      { numRuns: 40 * longer },
    );
  });

  it("is read or refused where pieces of its XML are lost, doubled or moved", () => {
    const change = fc.record({
      from: fc.nat(),
      to: fc.nat(),
      length: fc.nat(200),
      how: fc.constantFrom("lost", "doubled", "moved"),
    });
    const named = fc.constantFrom(
      "word/document.xml",
      "word/comments.xml",
      "word/styles.xml",
      "word/_rels/document.xml.rels",
    );
    fc.assert(
      fc.property(named, fc.array(change, { minLength: 1, maxLength: 3 }), (name, changes) => {
        expectSound(withPart(sound, name, (xml) => changes.reduce(mutated, xml)));
      }),
      { numRuns: 50 * longer },
    );
  });

  it("is read where whole elements are lost, doubled or change places, and attributes others'", () => {
    const change = fc.record({
      one: fc.nat(),
      other: fc.nat(),
      how: fc.constantFrom("lost", "doubled", "swapped", "attributes"),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        expectSound(withPart(sound, "word/document.xml", (xml) => changes.reduce(rearranged, xml)));
      }),
      { numRuns: 80 * longer },
    );
  });
});

const comment = `<w:comment w:id="0"><w:p><w:r><w:t>批</w:t></w:r></w:p></w:comment>`;

function mutated(
  xml: string,
  { from, to, length, how }: { from: number; to: number; length: number; how: string },
): string {
  const places = [...xml.matchAll(/<|>/g)].map(({ index }) => index);
  const [start, target] = [places[from % places.length] ?? 0, places[to % places.length] ?? 0];
  const part = xml.slice(start, start + length);
  const rest = xml.slice(0, start) + xml.slice(start + length);
  if (how === "lost") return rest;
  return how === "doubled"
    ? xml.slice(0, start) + part + xml.slice(start)
    : rest.slice(0, target) + part + rest.slice(target);
}

/** The XML stays well-formed, but for attributes that are doubled. */
function rearranged(xml: string, { one, other, how }: { one: number; other: number; how: string }): string {
  const parsed = parseXml(xml);
  if (!parsed.ok) return xml;
  const all = [...descendants(parsed.root)].slice(1);
  const [a, b] = [all[one % all.length], all[other % all.length]].toSorted(
    (x, y) => (x?.start ?? 0) - (y?.start ?? 0),
  );
  if (!a || !b || a === b) return xml;
  const [textA, textB] = [xml.slice(a.start, a.end), xml.slice(b.start, b.end)];
  if (how === "lost") return xml.slice(0, a.start) + xml.slice(a.end);
  if (how === "doubled") return xml.slice(0, b.start) + textA + xml.slice(b.start);
  if (how === "attributes") {
    const attributes = (text: string): string => /^<[^\s/>]+([^>]*?)\/?>/.exec(text)?.[1] ?? "";
    return (
      xml.slice(0, a.start) + textA.replace(attributes(textA), () => attributes(textB)) + xml.slice(a.end)
    );
  }
  if (b.start < a.end) return xml;
  return xml.slice(0, a.start) + textB + xml.slice(a.end, b.start) + textA + xml.slice(b.end);
}
