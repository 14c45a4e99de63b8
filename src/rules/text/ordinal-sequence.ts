import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { chineseNumber } from "../../quantity/chinese-number.ts";
import type { Finding, TextRule } from "../text-rule.ts";

const numbers: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 99 }, (_, index) => [chineseNumber(index + 1), index + 1]),
);

interface Point {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly number: number;
}

const lists = ["是", "要"].map((word) => ({
  word,
  pattern: new RegExp(`(?<=^|[，。；：！？])([一二三四五六七八九十]{1,3})${word}`, "g"),
}));

/** 一是…二是…三是… leave none out and repeat none. The first may go on from an earlier paragraph. */
export const ordinalSequence: TextRule = ({ own }) =>
  (/[一二三四五六七八九十][是要]/.test(own) ? lists : []).flatMap(({ word, pattern }) => {
    const points = pointsOf(own, pattern);
    return [...mixed(own, points), ...gaps(points, word)];
  });

function pointsOf(own: string, pattern: RegExp): readonly Point[] {
  return [...own.matchAll(pattern)].flatMap((match) => {
    const number = numbers.get(match[1] ?? "");
    const { index: start, 0: found } = match;
    return number ? [{ start, end: start + found.length, found, number }] : [];
  });
}

/** A list may stand in a point of another: 一是…（一是…二是…）二是…. */
function gaps(points: readonly Point[], word: string): readonly Finding[] {
  const open: number[] = [];
  return points.flatMap(({ start, end, found, number }, index) => {
    const previous = open.at(-1) ?? 0;
    if (number > 1) while (open.length > 0 && open.at(-1) !== number - 1) open.pop();
    const isNext = number === 1 || open.length > 0 || index === 0;
    if (number > 1) open.pop();
    open.push(number);
    const wanted = chineseNumber(previous + 1) + word;
    return isNext
      ? []
      : [{ start, end, say: (span) => diagnostic("ordinal-sequence", span, { found, wanted }) }];
  });
}

/** 首先…二是…: the first of the list is in other words. 首先，…。一是…二是… is a list in a point. */
function mixed(own: string, points: readonly Point[]): readonly Finding[] {
  const first = points[0];
  if (first?.number !== 2) return [];
  const other = /(?:^|[。；：！？])(首先|第一)[，：]?/.exec(own.slice(0, first.start))?.[1];
  if (other === undefined) return [];
  const { start, end, found } = first;
  const wanted = other === "首先" ? "其次" : "第二";
  return [{ start, end, say: (span) => diagnostic("ordinal-sequence", span, { found, wanted }) }];
}
