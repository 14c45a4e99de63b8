import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BuiltReport, recordOf, type WrittenInline } from "../../src/document/record.ts";
import { main } from "../../src/main.ts";
import { escapeText } from "../../src/package/xml-text.ts";
import { openWord } from "../../src/reading/open-word.ts";
import { linesOf } from "../../src/reading/plain-text.ts";
import { type PlainInline, type ReadReport, viewOf } from "../../src/reading/read-report.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { builtReport } from "../support/built-report.ts";
import { baseFiles } from "../support/case.ts";
import { type SampleInline, sampleDocument } from "../support/docx-sample.ts";
import { standardDocx } from "../support/docx-template.ts";
import { yearsOfBase } from "../support/many-years.ts";
import { memoryHost } from "../support/memory-host.ts";
import { read } from "../support/read-word.ts";
import { templateOf, wordTemplate } from "../support/word-parts.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

async function built(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const host = memoryHost({ files });
  expect(await main(["build", "2022"], host)).toBe(0);
  const [path = ""] = host.out.stdout.split("\n");
  return host.files.get(`/work/${path}`) ?? new Uint8Array();
}

/** A text with its figures, so that one that is taken for another shows. */
function line(inlines: readonly (PlainInline | WrittenInline)[]): string {
  return inlines
    .map((each) => {
      if (each.kind === "text") return each.text;
      const [bookmark, tag] =
        "figure" in each ? [each.figure.bookmark, each.figure.tag] : [each.bookmark, each.indicator];
      return `⟦${tag} ${bookmark} ${each.shown}⟧`;
    })
    .join("");
}

function recorded({ paragraphs }: BuiltReport): readonly string[] {
  return paragraphs.map(({ story, content }) => `${story} ${line(content)}`);
}

function viewed(report: ReadReport, view: "final" | "original"): readonly string[] {
  return viewOf(report, view)
    .filter(({ inlines }) => inlines.length > 0)
    .map(({ place, inlines }) => `${place.story} ${line(inlines)}`);
}

const letter = fc.constantFrom(..."甲乙丙１2近余，。“” \n\t&<>　😀");
const words = fc.array(letter, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));
const figure = fc.record({ figure: fc.constantFrom("a.b", "a.c", "长.名"), label: words, shown: words });
const inlines: fc.Arbitrary<readonly SampleInline[]> = fc.array(fc.oneof(words, figure), {
  minLength: 1,
  maxLength: 5,
});
const columns = [
  { header: "甲", width: 50, align: "left" },
  { header: "乙", width: 50, align: "right" },
] as const;
const block = fc.oneof(
  fc.record({ paragraph: inlines }),
  fc.record({
    heading: inlines,
    level: fc.constantFrom(1 as const, 2 as const),
    number: fc.constant("一、"),
  }),
  fc.array(fc.tuple(inlines, inlines), { minLength: 1, maxLength: 3 }).map((table) => ({ table, columns })),
);
const document = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => sampleDocument({ title: "甲", office: "乙", date: null, blocks }));

describe("a report that nobody edited", () => {
  it.each([
    ["of the office", baseFiles()],
    ["with the year before beside it", yearsOfBase(2021, 2022)],
  ])("is read as it was built: %s", async (_, files) => {
    const report = read(await built(files));
    const words = await builtReport(files);
    expect(report.record).toEqual(recordOf(words));
    const pages = (all: readonly string[]): readonly string[] =>
      all.map((each) => (each.startsWith("footer") ? each.replace(/[#\d]/, "#") : each));
    expect(pages(viewed(report, "final"))).toEqual(pages(recorded(words)));
    expect(viewOf(report, "original")).toEqual(viewOf(report, "final"));
    expect(report.isTracked).toBe(false);
    expect(report.comments).toEqual([]);
    const numbers = report.paragraphs.flatMap(({ runs }) =>
      runs.flatMap((run) => run.figure?.appearance ?? []),
    );
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  it("is read word for word and figure for figure, whatever it says", () => {
    fc.assert(
      fc.property(document, (made) => {
        const rendered = renderDocx(made, standardDocx);
        if (!rendered.ok) throw new Error("not rendered");
        const report = read(rendered.bytes);
        const body = (all: readonly string[]): readonly string[] =>
          all.filter((each) => each.startsWith("body"));
        expect(body(viewed(report, "final"))).toEqual(body(recorded(rendered.report)));
      }),
      { numRuns: 25 * longer },
    );
  });
});

/** What one of a tracked file's pieces is in both views. */
interface Piece {
  readonly xml: string;
  readonly original: string;
  readonly final: string;
}

const by = 'w:id="1" w:author="甲"';
const run = (text: string, name: string = "w:t"): string =>
  `<w:r><${name} xml:space="preserve">${escapeText(text)}</${name}></w:r>`;
const tracked: Readonly<Record<string, (text: string) => Piece>> = {
  kept: (text) => ({ xml: run(text), original: text, final: text }),
  inserted: (text) => ({ xml: `<w:ins ${by}>${run(text)}</w:ins>`, original: "", final: text }),
  deleted: (text) => ({ xml: `<w:del ${by}>${run(text, "w:delText")}</w:del>`, original: text, final: "" }),
  undone: (text) => ({
    xml: `<w:ins ${by}><w:del ${by}>${run(text, "w:delText")}</w:del></w:ins>`,
    original: "",
    final: "",
  }),
  away: (text) => ({ xml: `<w:moveFrom ${by}>${run(text)}</w:moveFrom>`, original: text, final: "" }),
  here: (text) => ({ xml: `<w:moveTo ${by}>${run(text)}</w:moveTo>`, original: "", final: text }),
};
const plain = fc
  .array(fc.constantFrom(..."甲乙丙3，&<"), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(""));
const piece = fc
  .tuple(fc.constantFrom(...Object.keys(tracked)), plain)
  .map(([kind, text]) => tracked[kind]?.(text) ?? { xml: "", original: "", final: "" });
const wrapped = fc.tuple(piece, fc.nat(3)).map(([each, how]) => {
  const around = [
    each.xml,
    `<w:sdt><w:sdtPr/><w:sdtContent>${each.xml}</w:sdtContent></w:sdt>`,
    `<w:hyperlink>${each.xml}</w:hyperlink>`,
    `<w:proofErr w:type="spellStart"/>${each.xml}<w:bookmarkStart w:id="7" w:name="甲"/><w:bookmarkEnd w:id="7"/>`,
  ];
  return { ...each, xml: around[how] ?? each.xml };
});
const ends = ["kept", "ins", "del", "both"] as const;
const paragraph = fc.record({ pieces: fc.array(wrapped, { maxLength: 5 }), end: fc.constantFrom(...ends) });
type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never;

function paragraphXml({ pieces, end }: Paragraph): string {
  const mark = {
    kept: "",
    ins: `<w:ins ${by}/>`,
    del: `<w:del ${by}/>`,
    both: `<w:ins ${by}/><w:del ${by}/>`,
  }[end];
  return `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${pieces.map(({ xml }) => xml).join("")}</w:p>`;
}

/** By the simplest means: the words one after the other, cut where a paragraph ends in the view. */
function expected(paragraphs: readonly Paragraph[], view: "final" | "original"): readonly string[] {
  const lines = [""];
  for (const { pieces, end } of paragraphs) {
    lines.push(`${lines.pop() ?? ""}${pieces.map((each) => each[view]).join("")}`);
    if (end === "kept" || end === (view === "final" ? "ins" : "del")) lines.push("");
  }
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ""}{{body}}`];
}

function bodyLines(report: ReadReport, view: "final" | "original"): readonly string[] {
  return viewOf(report, view)
    .filter(({ place }) => place.story === "body")
    .map((each) => line(each.inlines));
}

describe("a tracked file", () => {
  it("has in each view the words that are there when all is accepted, or rejected", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const bytes = templateOf(paragraphs.map(paragraphXml).join(""));
        const report = read(bytes);
        for (const view of ["final", "original"] as const)
          expect(bodyLines(report, view)).toEqual(expected(paragraphs, view));
        expect(bodyOf(bytes)).toEqual(expected(paragraphs, "final"));
      }),
      { numRuns: 60 * longer },
    );
  });

  it("is in the final view what another is without tracking", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
        const accepted = expected(paragraphs, "final").map(
          (text) => `<w:p>${text === "" ? "" : run(text)}</w:p>`,
        );
        const plainReport = read(wordTemplate(new Map([["body.xml", accepted.join("")]])));
        const trackedReport = read(templateOf(paragraphs.map(paragraphXml).join("")));
        expect(bodyLines(trackedReport, "final")).toEqual(bodyLines(plainReport, "original"));
      }),
      { numRuns: 15 * longer },
    );
  });
});

/** `report text` gives the same words. */
function bodyOf(bytes: Uint8Array): readonly string[] {
  const opened = openWord(bytes);
  return opened.ok ? linesOf(opened.file).body : [];
}
