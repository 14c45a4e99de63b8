import type { Figure } from "../../aggregate/figure.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import type { FigureChange } from "../../pull/figure-changes.ts";
import type { TextReason } from "../../pull/text-changes.ts";
import { formatFigure } from "../../quantity/format.ts";
import { positionAt, type Span } from "../../source/source-file.ts";

/** A path as whoever runs the command can open it. */
export type ShowPath = (path: string) => string;

export function spanWords({ file, start }: Span, path: ShowPath): string {
  const { line, column } = positionAt(file, start);
  return `${path(file.path)}:${line}:${column}`;
}

/** What becomes of a changed number, a line each. */
export function fateWords({ fate }: FigureChange, lang: Lang, path: ShowPath): readonly string[] {
  const zh = lang === "zh";
  switch (fate.kind) {
    case "apply":
      return [`${spanWords(fate.span, path)}  ${zh ? "改为" : "becomes"} ${fate.text}`];
    case "done":
      return [zh ? "数据里已经是这个数" : "the data says so already"];
    case "follows":
      return [zh ? `与“${fate.label}”相同，随它一起改` : `the same as "${fate.label}", and changes with it`];
    case "conflict":
      return [
        zh
          ? `数据在生成以后也改过，现为 ${fate.today}；请核对以哪个为准，改数据文件`
          : `the data was changed since as well, to ${fate.today}: decide, and change the data`,
      ];
    case "several":
      return [
        zh
          ? `几处改得不一样：${fate.shown.join("、")}；请先在 Word 里统一`
          : `changed to different amounts: ${fate.shown.join(", ")}; make them one in Word`,
      ];
    case "no-amount":
      return [zh ? `读不出是多少${fate.unit}，写不进数据` : `this is no amount in ${fate.unit}`];
    case "computed":
      return [
        computedWords[lang],
        ...firstOf(
          fate.from.flatMap((figure) => figureWords(figure, path)),
          lang,
        ),
      ];
    case "same-as":
      return [
        zh
          ? `数据里写着与“${fate.figure.indicator.label}”相同；要么改那一项，要么在这里填数`
          : `said to be the same as "${fate.figure.indicator.label}": change that one, or give this one an amount`,
        ...[fate.span, ...fate.figure.sources.slice(0, 1)].map((span) => `  ${spanWords(span, path)}`),
      ];
    case "recorded":
      return [
        recordedWords(fate.from, zh),
        ...firstOf(
          fate.spans.map((span) => `  ${spanWords(span, path)}`),
          lang,
        ),
      ];
    case "unknown":
      return [zh ? "数据里没有这一项了" : "the data no longer has it"];
  }
}

/** A line of data each; one that is the same as another has its own line first. */
function figureWords({ indicator, quantity, sources, sameAs }: Figure, path: ShowPath): readonly string[] {
  const own = sameAs.length > 0 ? sources.slice(0, 1) : sources;
  return own.map(
    (span) => `  ${spanWords(span, path)}  ${indicator.label} ${formatFigure(quantity, indicator.unit)}`,
  );
}

/** A year may be recorded by days. */
const mostListed = 40;

function firstOf(lines: readonly string[], lang: Lang): readonly string[] {
  const left = lines.length - mostListed;
  if (left <= 0) return lines;
  return [...lines.slice(0, mostListed), lang === "zh" ? `  ……另有 ${left} 处` : `  … and ${left} more`];
}

const computedWords = {
  zh: "由程序计算，不能直接改；由这些数得来：",
  en: "computed, so it cannot be changed itself; it comes from:",
} as const;

function recordedWords(from: "parts" | "ledger", zh: boolean): string {
  if (from === "parts")
    return zh
      ? "是分期数之和；请改其中的某一期："
      : "the sum of amounts of parts of the year; change one of them:";
  return zh ? "取自台账；请改台账：" : "taken from a ledger; change that:";
}

export function reasonWords(reason: TextReason, lang: Lang): string {
  return reasons[reason][lang === "zh" ? 0 : 1];
}

const reasons: Readonly<Record<TextReason, readonly [string, string]>> = {
  template: [
    "这是模板里的文字，由维护模板的人改，改法如下",
    "words of a template: whoever keeps it may apply this",
  ],
  "word-template": [
    "这是 Word 模板里的文字，请在 Word 模板里改",
    "words of the Word template: change them there",
  ],
  program: [
    "这是程序写的（编号、附件等），不能在 Word 里改",
    "the program writes this (numbers of headings, the annex)",
  ],
  composed: [
    "这段文字出自几处，或与数据里的写法不一样，请自己改",
    "comes from several places, or is not written as it is printed: change it by hand",
  ],
  "changed-meanwhile": [
    "生成以后数据里也改过这一段，请核对以哪个为准",
    "the data was changed here since it was built: decide by hand",
  ],
  several: [
    "数据里的这段文字印在报告几处，几处改得不一样；请先在 Word 里统一",
    "these words of the data stand in several places, changed in different ways: make them the same in Word",
  ],
  paragraph: ["整段增删，请自己改", "a whole paragraph, to be added or taken out by hand"],
  emptied: [
    "数据里的这一项整个删去了；确实不要的，请自己从数据里删去这一项",
    "nothing is left of this entry of the data: where it is no longer wanted, take the entry out by hand",
  ],
};
