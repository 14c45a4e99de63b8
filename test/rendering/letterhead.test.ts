import { beforeAll, describe, expect, it } from "vitest";
import { baseData } from "../support/fill-word.ts";
import { fullLetterhead, issued, withLetterhead } from "../support/letterhead.ts";
import {
  area,
  gridLine,
  type Line,
  millimetre,
  type Page,
  pagesOf,
  pitch,
  redInk,
  type Stroke,
  strokesOf,
} from "./measure.ts";
import { has, save, toPdf } from "./tools.ts";

const ready = has.office && has.poppler && has.fonts;

interface Rendered {
  readonly pdf: string;
  readonly pages: readonly Page[];
}

function render(data: string, lines: number = 0): Rendered {
  const { pdf } = toPdf(save(withLetterhead(data, lines), "report.docx"));
  return { pdf, pages: pagesOf(pdf) };
}

const nothing: Rendered = { pdf: "", pages: [] };
let full = nothing;
let bare = nothing;

beforeAll(() => {
  if (!ready) return;
  full = render(fullLetterhead);
  bare = render(baseData);
});

const character = 15.79;
const small = 14;

/** The words of a page that begin with these. */
function words({ pages }: Rendered, page: number, start: string): Line {
  const found = pages.at(page)?.lines.find(({ text }) => text.startsWith(start));
  if (!found) throw new Error(`no line ${start}`);
  return found;
}

function redLine({ pdf }: Rendered): Stroke | undefined {
  return strokesOf(pdf, 1).find(({ isRed }) => isRed);
}

/** The lines of the imprint: as wide as the type area, below all tables. */
function imprintLines({ pdf, pages }: Rendered): readonly Stroke[] {
  const wide = strokesOf(pdf, pages.length).filter(
    ({ left, right }) => right - left > area.right - area.left - 2,
  );
  const thick = wide.filter(({ thickness }) => thickness > 0.6);
  return thick.toSorted((a, b) => a.top - b.top);
}

const centre = ({ left, right }: Pick<Line, "left" | "right">): number => (left + right) / 2;
const middle = (area.left + area.right) / 2;
const millimetres = (length: number): number => length / millimetre;

describe.skipIf(!ready)("the head of a report under the letterhead, as LibreOffice sets it", () => {
  it("has the office's name in red, centred, 35 mm below the type area's top", () => {
    const ink = redInk(full.pdf);
    expect(words(full, 0, "示例街道办事处文件").text).toBe("示例街道办事处文件");
    expect(Math.abs(millimetres(ink.top - area.top) - 35)).toBeLessThan(1);
    expect(Math.abs(centre(ink) - middle)).toBeLessThan(3);
    expect(ink.right - ink.left).toBeLessThan(area.right - area.left);
  });

  it("has the name at the same place when nothing stands above it", () => {
    expect(Math.abs(redInk(bare.pdf).top - redInk(full.pdf).top)).toBeLessThan(1);
  });

  it("has 份号, 密级 and 紧急程度 above it, from the left edge, a line each", () => {
    for (const [index, start] of ["000001", "秘密★1年", "加急"].entries()) {
      const line = words(full, 0, start);
      expect([start, gridLine(line), Math.abs(line.left - area.left) < 2]).toEqual([start, index, true]);
    }
  });

  it("has number and signer on one line, two lines below the name, one character in", () => {
    const line = words(full, 0, "示政报");
    expect(line.text).toBe("示政报〔2023〕6号签发人：张某某");
    expect(Math.abs(line.left - area.left - character)).toBeLessThan(2);
    expect(Math.abs(area.right - line.right - character)).toBeLessThan(2);
    const lines = ((line.top + line.bottom) / 2 - redInk(full.pdf).bottom) / pitch;
    expect(Math.abs(lines - 2.5)).toBeLessThan(0.25);
  });

  it("has a red line as wide as the type area, 4 mm below the number", () => {
    const line = redLine(full);
    expect(Math.abs(millimetres((line?.right ?? 0) - (line?.left ?? 0)) - 156)).toBeLessThan(1);
    expect(Math.abs((line?.left ?? 0) - area.left)).toBeLessThan(1);
    // The letters fill 16 of the 20.8 points of their font's line.
    const { top, bottom } = words(full, 0, "示政报");
    const foot = (top + bottom) / 2 + 8;
    expect(Math.abs(millimetres((line?.top ?? 0) - foot) - 4)).toBeLessThan(0.7);
  });

  it("keeps the place of the red line when there is no number", () => {
    expect(Math.abs((redLine(bare)?.top ?? 0) - (redLine(full)?.top ?? 0))).toBeLessThan(1);
  });

  it.each([
    ["with all elements", (): Rendered => full],
    ["with none", (): Rendered => bare],
  ])("has the title two lines below the red line, %s", (_, rendered) => {
    const title = words(rendered(), 0, "示例街道2022年度工作报告");
    const lines = ((title.top + title.bottom) / 2 - (redLine(rendered())?.bottom ?? 0)) / pitch;
    expect(Math.abs(lines - 2.5)).toBeLessThan(0.15);
  });

  it("has the addressee from the edge, below a blank line", () => {
    const [title, to] = [words(full, 0, "示例街道2022年度"), words(full, 0, "示例区人民政府：")];
    expect(Math.abs(to.left - area.left)).toBeLessThan(2);
    expect(Math.round(((to.top + to.bottom - title.top - title.bottom) / 2 / pitch) * 10) / 10).toBe(2);
  });

  it("has a number without a signer in the middle", () => {
    const line = words(render(issued("number: 示政发〔2023〕12号")), 0, "示政发");
    expect(line.text).toBe("示政发〔2023〕12号");
    expect(Math.abs(centre(line) - middle)).toBeLessThan(3);
  });

  it.each([8, 9, 13, 14, 18])("has a name of %d characters on one line", (count) => {
    const name = "示例".repeat(9).slice(0, count);
    const rendered = render(baseData.replace("示例街道办事处", name));
    expect(words(rendered, 0, "示例示例").text).toBe(`${name}文件`);
    const ink = redInk(rendered.pdf);
    expect(ink.left).toBeGreaterThan(area.left - 1);
    expect(ink.right).toBeLessThan(area.right + 1);
    expect(ink.right - ink.left).toBeGreaterThan((area.right - area.left) * 0.6);
  });
});

describe.skipIf(!ready)("the imprint of a report under the letterhead, as LibreOffice sets it", () => {
  const check = (rendered: Rendered): void => {
    const lines = imprintLines(rendered);
    expect(lines.map(({ thickness }) => thickness)).toEqual([1, 0.75, 1]);
    for (const { left, right } of lines) {
      expect(Math.abs(millimetres(right - left) - 156)).toBeLessThan(1);
      expect(Math.abs(left - area.left)).toBeLessThan(1);
    }
    const [first, second, last] = lines.map(({ top }) => top);
    expect(Math.abs(millimetres((last ?? 0) - area.bottom))).toBeLessThan(0.5);
    const copies = words(rendered, -1, "抄送：");
    const printed = words(rendered, -1, "示例街道办事处办公室");
    expect([copies.text, printed.text]).toEqual([
      "抄送：示例区人民检察院、示例区人民法院。",
      "示例街道办事处办公室2023年2月21日印发",
    ]);
    expect(
      [first, copies.top, copies.bottom, second].every(
        (each, index, all) => index === 0 || (each ?? 0) > (all[index - 1] ?? 0),
      ),
    ).toBe(true);
    expect(printed.top > (second ?? 0) - 1 && printed.bottom < (last ?? 0) + 1).toBe(true);
    for (const line of [copies, printed]) expect(Math.abs(line.left - area.left - small)).toBeLessThan(1);
    expect(Math.abs(area.right - printed.right - small)).toBeLessThan(1);
    const above = rendered.pages.at(-1)?.lines.filter(({ bottom }) => bottom < copies.bottom - 2) ?? [];
    for (const { bottom } of above) expect(bottom).toBeLessThan((first ?? 0) + 2);
  };

  it("stands at the foot of the last page, between lines of 0.35 and 0.25 mm", () => {
    expect(full.pages.length).toBe(2);
    check(full);
  });

  it("goes to a page of its own where the last one has no room", () => {
    const [fits, goesOn] = [render(fullLetterhead, 8), render(fullLetterhead, 9)];
    expect([fits.pages.length, goesOn.pages.length]).toEqual([2, 3]);
    expect(goesOn.pages[1]?.lines.at(-1)?.text).toBe("行");
    for (const each of [fits, goesOn]) check(each);
  });

  it("has two lines where nobody gets a copy, and is not there without a printing date", () => {
    const printed = render(issued("printed: { office: 示例街道办事处办公室, date: 2023-02-21 }"));
    expect(imprintLines(printed).map(({ thickness }) => thickness)).toEqual([1, 1]);
    expect(Math.abs(millimetres((imprintLines(printed)[1]?.top ?? 0) - area.bottom))).toBeLessThan(0.5);
    expect(imprintLines(bare)).toEqual([]);
    expect(bare.pages.length).toBe(2);
  });

  it("leaves the page numbers where they are", () => {
    for (const [index, { footer }] of full.pages.entries()) {
      expect(footer?.text).toBe(`—${index + 1}—`);
      const inset = index % 2 === 0 ? area.right - (footer?.right ?? 0) : (footer?.left ?? 0) - area.left;
      expect(Math.abs(inset - small)).toBeLessThan(1);
    }
  });
});
