import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { chineseNumber } from "../quantity/chinese-number.ts";
import type { Piece } from "../template/piece.ts";
import { type Block, type HeadingLevel, inlineText } from "./document.ts";
import { cutLines, type Line } from "./lines.ts";

type Report = (diagnostic: Diagnostic) => void;

/** Composed text as blocks: titles, headings with their numbers, paragraphs. */
export function toBlocks(pieces: readonly Piece[], report: Report): readonly Block[] {
  const counters = [0, 0, 0, 0];
  let titles = 0;
  let charts = 0;
  return cutLines(pieces).flatMap((line): readonly Block[] => {
    if (line.chart)
      return isAlone(line, report)
        ? [{ kind: "chart", number: ++charts, chart: line.chart, origin: line.origin }]
        : [];
    if (!hasWords(line)) return refuseEmpty(line, report);
    if (line.marks === "") return [{ kind: "paragraph", content: line.content, origin: line.origin }];
    if (line.brokenByData) report(diagnostic("template-heading-broken", line.origin, {}));
    if (line.marks.length > 1) return heading(line, counters, report);
    if (titles++ > 0) report(diagnostic("template-second-title", line.origin, {}));
    return [{ kind: "title", content: line.content, origin: line.origin }];
  });
}

function isAlone({ content, marks, origin }: Line, report: Report): boolean {
  const alone = content.length === 0 && marks === "";
  if (!alone) report(diagnostic("chart-invalid", origin, { reason: "alone", detail: [] }));
  return alone;
}

/** A paragraph of punctuation alone is what is left when its words are missing. */
function hasWords(line: Line): boolean {
  return /[\p{L}\p{N}]/u.test(inlineText(line.content));
}

function refuseEmpty(line: Line, report: Report): readonly Block[] {
  report(diagnostic("text-empty", line.origin, { text: inlineText(line.content) }));
  return [];
}

function heading(line: Line, counters: number[], report: Report): readonly Block[] {
  const level = line.marks.length - 1;
  if (!isLevel(level)) {
    report(diagnostic("template-too-deep-level", line.origin, { marks: line.marks }));
    return [];
  }
  if (level > 1 && counters[level - 2] === 0)
    report(diagnostic("template-level-skipped", line.origin, { level }));
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  counters.fill(0, level);
  const number = headingNumber(level, counters[level - 1] ?? 1);
  return [{ kind: "heading", level, number, content: line.content, origin: line.origin }];
}

function isLevel(level: number): level is HeadingLevel {
  return level >= 1 && level <= 4;
}

/** Beyond what Chinese numerals are written for, digits. */
function ordinal(count: number): string {
  return count > 9999 ? String(count) : chineseNumber(count);
}

/** 一、 （一） 1. （1） (GB/T 9704 §7.3.3) */
export function headingNumber(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `${ordinal(count)}、`;
    case 2:
      return `（${ordinal(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
  }
}
