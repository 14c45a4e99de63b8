import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { child, descendants, elements, type XmlElement } from "../../src/package/xml.ts";
import { charactersALine } from "../../src/word/gbt9704.ts";
import { hanziDocument, largeDocument, type SampleBlock, sampleDocument } from "../support/docx-sample.ts";
import { extractText, partRoot } from "../support/docx-text.ts";
import { area, gridLine, type Line, millimetre, type Page, pagesOf, pitch, width } from "./measure.ts";
import { has, output, realReport, toPdf, write } from "./tools.ts";

const ready = has.office && has.poppler && has.fonts;
const linesAPage = 22;

interface Rendered {
  readonly docx: Uint8Array;
  readonly pdf: string;
  readonly odt: string;
  readonly pages: readonly Page[];
}

function render(path: string): Rendered {
  const { pdf, odt } = toPdf(path);
  return { docx: readFileSync(path), pdf, odt, pages: pagesOf(pdf) };
}

const empty = { title: "题", office: "办事处", date: null } as const;
const nothing: Rendered = { docx: new Uint8Array(), pdf: "", odt: "", pages: [] };
let hanzi = nothing;
let sample = nothing;
let report = nothing;

beforeAll(() => {
  if (!ready) return;
  hanzi = render(write(hanziDocument(linesAPage * charactersALine * 3 - 2)));
  sample = render(write(largeDocument()));
  report = render(realReport());
});

const isBody = ({ lines }: Page): boolean => !/^附件\d*$/.test(lines[0]?.text ?? "");

/** The pages of the text, without those of the annex. */
function bodyPages({ pages }: Rendered): readonly Page[] {
  const annex = pages.findIndex((page) => !isBody(page));
  return annex < 0 ? pages : pages.slice(0, annex);
}

function paragraphs({ docx }: Rendered, style: RegExp): readonly string[] {
  const body = child(partRoot(docx, "word/document.xml"), "w:body");
  const styled = (body ? elements(body) : []).filter((each) =>
    style.test(child(child(each, "w:pPr") ?? each, "w:pStyle")?.attributes.get("w:val") ?? ""),
  );
  return styled.map(wordsOf);
}

function wordsOf(element: XmlElement): string {
  return element.children.map((inside) => (typeof inside === "string" ? inside : wordsOf(inside))).join("");
}

/** All that the pages show, without their numbers and without white space. */
function wordsShown({ pdf }: Rendered): string {
  const pages = output("pdftotext", "-raw", pdf, "-").split("\f");
  return pages.map((page) => page.replace(/\s/g, "").replace(/—\d+—$/, "")).join("");
}

/** How many lines at a page's top belong to headings. */
function headingLinesAtTop({ lines }: Page, headings: readonly string[]): number {
  let count = 0;
  let rest: string | undefined;
  for (const { text } of lines) {
    rest = rest ? rest : headings.find((heading) => heading.startsWith(text));
    if (!rest?.startsWith(text)) break;
    rest = rest.slice(text.length);
    count++;
  }
  return count;
}

describe.skipIf(!ready)("a page of nothing but Hanzi, as LibreOffice sets it", () => {
  it("has 22 lines of 28 characters", () => {
    expect(hanzi.pages.map(({ lines }) => lines.length)).toEqual([22, 22, 22]);
    const counts = hanzi.pages.flatMap(({ lines }) => lines.map(({ text }) => [...text].length));
    expect(counts).toEqual([charactersALine - 2, ...Array.from({ length: 65 }, () => charactersALine)]);
  });

  it("has a type area of 156 × 225 mm, 37 mm from above and 28 mm from the left, within 1 mm", () => {
    for (const { lines } of hanzi.pages) {
      const full = lines.filter(({ text }) => text.length === charactersALine);
      const left = Math.min(...full.map((line) => line.left)) / millimetre;
      const right = Math.max(...full.map((line) => line.right)) / millimetre;
      expect(Math.abs(left - 28)).toBeLessThan(1);
      expect(Math.abs(right - 184)).toBeLessThan(1);
      expect(Math.abs(right - left - 156)).toBeLessThan(1);
      const [first, last] = [lines[0], lines.at(-1)];
      const step = ((last?.bottom ?? 0) - (first?.bottom ?? 0)) / (linesAPage - 1);
      expect(Math.abs((step * linesAPage) / millimetre - 225)).toBeLessThan(1);
      expect((first?.top ?? 0) / millimetre).toBeGreaterThan(36);
      expect((first?.bottom ?? 0) / millimetre).toBeLessThan(37 + step / millimetre + 1);
      expect((last?.bottom ?? 0) / millimetre).toBeLessThan(263);
    }
  });
});

describe.skipIf(!ready)("a heading that would end a page, as LibreOffice sets it", () => {
  it("goes to the next page with its paragraph, other text does not", () => {
    const words = "汉字".repeat((21 * charactersALine - 2) / 2);
    const heading = { heading: ["保持与下段同页"], level: 2, number: "（一）" } as const;
    const made = (last: SampleBlock): readonly Page[] =>
      pagesOf(
        toPdf(
          write(
            sampleDocument({ ...empty, blocks: [{ paragraph: [words] }, last, { paragraph: ["下段"] }] }),
          ),
        ).pdf,
      );
    expect(made(heading).map(({ lines }) => lines.length)).toEqual([21, 2]);
    expect(made({ paragraph: ["中段"] }).map(({ lines }) => lines.length)).toEqual([22, 1]);
  });
});

describe.skipIf(!ready)("every document, as LibreOffice sets it", () => {
  const all = (): readonly Page[] => [hanzi, sample, report].flatMap(({ pages }) => pages);

  it("is on A4", () => {
    expect(output("pdfinfo", report.pdf)).toMatch(/Page size: .*\(A4\)/);
    for (const page of all()) {
      expect(Math.abs(page.width / millimetre - 210)).toBeLessThan(0.5);
      expect(Math.abs(page.height / millimetre - 297)).toBeLessThan(0.5);
    }
  });

  it("keeps within the type area", () => {
    for (const { lines } of all())
      for (const line of lines) {
        expect(line.left).toBeGreaterThan(area.left - millimetre);
        expect(line.right).toBeLessThan(area.right + millimetre);
        expect(line.top).toBeGreaterThan(area.top - millimetre);
      }
  });

  it("has page numbers between dashes, right on odd pages and left on even ones, one character in", () => {
    for (const { pages } of [hanzi, sample, report])
      for (const [index, { footer }] of pages.entries()) {
        const number = index + 1;
        expect(footer?.text).toBe(`—${number}—`);
        const inset = number % 2 === 1 ? area.right - (footer?.right ?? 0) : (footer?.left ?? 0) - area.left;
        expect(Math.abs(inset - 14)).toBeLessThan(1);
      }
  });

  it("has the dash of the page number 7 mm below the type area", () => {
    for (const { footer } of all()) {
      const dash = ((footer?.top ?? 0) + (footer?.bottom ?? 0)) / 2;
      expect(Math.abs((dash - area.bottom) / millimetre - 7)).toBeLessThan(1);
    }
  });
});

describe.skipIf(!ready).each([
  ["the report of 2022", (): Rendered => report],
  ["a made-up report", (): Rendered => sample],
])("%s, as LibreOffice sets it", (_, rendered) => {
  it("has its title on the first line and one blank line after it", () => {
    const [title, first] = rendered().pages[0]?.lines ?? [];
    expect(title?.text).toBe(paragraphs(rendered(), /^Title$/)[0]);
    expect(first && gridLine(first)).toBe(2);
    const centre = ((title?.left ?? 0) + (title?.right ?? 0)) / 2;
    expect(Math.abs(centre - (area.left + area.right) / 2)).toBeLessThan(2);
  });

  it("has 22 lines on each full page, fewer only where a heading stays with its paragraph", () => {
    const headings = paragraphs(rendered(), /^Heading/);
    const pages = bodyPages(rendered());
    for (const [index, page] of pages.slice(0, -1).entries()) {
      const last = page.lines.at(-1);
      const next = pages[index + 1];
      const kept = next ? headingLinesAtTop(next, headings) : 0;
      const missing = linesAPage - 1 - (last ? gridLine(last) : 0);
      expect([page.lines[0]?.text, missing, missing <= kept && missing >= 0]).toEqual([
        page.lines[0]?.text,
        missing,
        true,
      ]);
    }
  });

  it("has 28 characters on each full line", () => {
    const short = shortLines(rendered());
    expect(short).toEqual([]);
  });

  it("begins each paragraph two characters in", () => {
    const starts = paragraphs(rendered(), /^(ReportBody|Heading\d)$/).map((text) => text.slice(0, 12));
    const lines = bodyPages(rendered()).flatMap(({ lines }) => lines);
    for (const start of starts) {
      const line = lines.find(({ text }) => text.startsWith(start));
      expect([start, Math.round(((line?.left ?? 0) - area.left) / 15.79)]).toEqual([start, 2]);
    }
  });

  it("lists its headings as an outline", () => {
    const outline = output("pdftohtml", "-xml", "-i", "-stdout", rendered().pdf);
    const items = [...outline.matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, text]) => text);
    expect(items).toEqual([...paragraphs(rendered(), /^Heading/), ...paragraphs(rendered(), /^AnnexTitle$/)]);
    const levels = [...rendered().odt.matchAll(/<text:h [^>]*text:outline-level="(\d)"/g)].map(
      ([, level]) => level,
    );
    expect(levels.length).toBe(items.length);
  });

  it("shows every word of the docx", () => {
    const shown = wordsShown(rendered());
    for (const line of extractText(rendered().docx).split(/[\n\t]/)) {
      const start = line.replace(/\s/g, "").slice(0, 5);
      expect(shown).toContain(start);
    }
  });

  it("shows every figure", () => {
    const shown = wordsShown(rendered());
    const controls = [...descendants(partRoot(rendered().docx, "word/document.xml"))].filter(
      ({ name }) => name === "w:sdtContent",
    );
    expect(controls.length).toBeGreaterThan(50);
    for (const control of controls) expect(shown).toContain(wordsOf(control));
  });

  it("has its annex on a new page: 附件 on the first line, its title on the third", () => {
    const page = rendered().pages.find((each) => !isBody(each));
    const [label, title, header] = page?.lines ?? [];
    expect(Math.abs((label?.left ?? 0) - area.left)).toBeLessThan(2);
    expect([label && gridLine(label), title && gridLine(title)]).toEqual([0, 2]);
    expect(title?.text).toBe(paragraphs(rendered(), /^AnnexTitle$/)[0]);
    expect(header?.text).toContain("指标");
  });

  it("repeats the table's header on each of its pages", () => {
    const { pages } = rendered();
    const first = pages.findIndex((page) => !isBody(page));
    const header = pages[first]?.lines[2]?.text;
    expect(pages.length).toBeGreaterThan(first + 1);
    for (const page of pages.slice(first + 1)) expect(page.lines[0]?.text).toBe(header);
  });
});

/** Lines that end at the margin, though what follows would still have had room within 28 characters. */
function shortLines(rendered: Rendered): readonly string[] {
  const lines = bodyPages(rendered).flatMap((page) => page.lines);
  const full = (line: Line): boolean => area.right - line.right < 5;
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (!full(line) || !next || Math.abs(line.bottom - line.top - 20.8) > 2) return [];
    const used = width(line.text) + Math.round((line.left - area.left) / 15.79);
    const unit = /^(?:[0-9.]+%?|[“‘《（〔]*.)[，。、；：？！”’》）〕％]*/.exec(next.text)?.[0] ?? "";
    return used <= charactersALine + 1 && used + width(unit) > charactersALine
      ? []
      : [`${used} ${line.text}|${unit}`];
  });
}

describe.skipIf(!ready)("the end of a report, as LibreOffice sets it", () => {
  it("has the office centred over the date, and the date four characters in from the right", () => {
    const lines = bodyPages(sample).at(-1)?.lines ?? [];
    const at = lines.findIndex(({ text }) => text === "2023年1月13日");
    const [office, date] = [lines[at - 1], lines[at]];
    expect(office?.text).toBe("某街道办事处");
    const centre = (line: Line | undefined): number => ((line?.left ?? 0) + (line?.right ?? 0)) / 2;
    expect(Math.abs(centre(office) - centre(date))).toBeLessThan(4);
    expect(Math.abs(area.right - (date?.right ?? 0) - 4 * 15.79)).toBeLessThan(3);
  });

  it("has the annex note one line below the text, two characters in", () => {
    const lines = bodyPages(sample).at(-1)?.lines ?? [];
    const at = lines.findIndex(({ text }) => text.startsWith("附件："));
    const [before, note] = [lines[at - 1], lines[at]];
    expect(Math.round(((note?.bottom ?? 0) - (before?.bottom ?? 0)) / pitch)).toBe(2);
    expect(Math.round(((note?.left ?? 0) - area.left) / 15.79)).toBe(2);
  });
});
