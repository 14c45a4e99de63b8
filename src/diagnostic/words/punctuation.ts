import type { Words } from "./words.ts";

/** Punctuation and layout of a line: GB/T 15834. */
export interface PunctuationFacts {
  "mark-half-width": { readonly found: string; readonly wanted: string };
  "full-width-alphanumeric": { readonly found: string; readonly wanted: string };
  "quote-straight": { readonly found: string; readonly wanted: string; readonly isPaired: boolean };
  "pair-unbalanced": {
    readonly kind: "opened" | "closed" | "crossed";
    readonly mark: string;
    readonly partner: string;
  };
  "pair-nested": { readonly found: string; readonly wanted: string };
  "pair-empty": { readonly found: string };
  /** `wanted`: null where a person has to say which of the marks is meant. */
  "mark-doubled": { readonly found: string; readonly wanted: string | null };
  "mark-stray": { readonly found: string };
  "end-mark-missing": { readonly found: string; readonly isMark: boolean };
  "heading-end-mark": { readonly found: string; readonly kind: "title" | "heading" };
  "title-comma-between": { readonly marks: string };
  "ellipsis-form": { readonly found: string };
  "dash-form": { readonly found: string };
  "space-in-text": { readonly isMixed: boolean };
  "ordinal-form": { readonly found: string; readonly wanted: string | null };
  "ordinal-sequence": { readonly found: string; readonly wanted: string };
}

export const punctuationWords: Words<PunctuationFacts> = {
  "mark-half-width": {
    severity: "warning",
    zh: ({ found, wanted }) => `中文里的标点应为全角“${wanted}”，实为半角“${found}”`,
    en: ({ found, wanted }) => `expected the full-width mark "${wanted}" in Chinese text, found "${found}"`,
  },
  "full-width-alphanumeric": {
    severity: "warning",
    zh: ({ found, wanted }) => `数字和字母应为半角“${wanted}”，实为全角“${found}”`,
    en: ({ found, wanted }) => `expected half-width digits and letters "${wanted}", found "${found}"`,
  },
  "quote-straight": {
    severity: "warning",
    zh: ({ found, wanted }) => `中文里的引号应为 ${wanted} ，实为直引号 ${found}`,
    en: ({ found, wanted }) =>
      `expected the quotation mark ${wanted} in Chinese text, found a straight ${found}`,
  },
  "pair-unbalanced": {
    severity: "warning",
    zh: ({ kind, mark, partner }) => {
      if (kind === "crossed") return `${mark}…${partner} 与另一对标点交叉`;
      return kind === "opened"
        ? `${mark} 后面没有与它成对的 ${partner}`
        : `${mark} 前面没有与它成对的 ${partner}`;
    },
    en: ({ kind, mark, partner }) => {
      if (kind === "crossed") return `${mark}…${partner} crosses another pair of marks`;
      return kind === "opened"
        ? `${mark} is opened, but no ${partner} closes it`
        : `${mark} closes what no ${partner} opens`;
    },
    hint: {
      zh: ({ kind }) => (kind === "crossed" ? "先起的后收，后起的先收。" : null),
      en: ({ kind }) => (kind === "crossed" ? "What opens last closes first." : null),
    },
  },
  "pair-nested": {
    severity: "warning",
    zh: ({ found, wanted }) => `${found} 里面再用时应为 ${wanted}`,
    en: ({ found, wanted }) => `expected ${wanted} within ${found}, found ${found} again`,
  },
  "pair-empty": {
    severity: "error",
    zh: ({ found }) => `${found} 里面是空的`,
    en: ({ found }) => `there is nothing in ${found}`,
  },
  "mark-doubled": {
    severity: "error",
    zh: ({ found }) => `标点重复：“${found}”`,
    en: ({ found }) => `marks follow each other: "${found}"`,
    hint: {
      zh: () => "只留一个；模板的 {{…}} 后面已有标点时，数据末尾不再写。",
      en: () => "Keep one; where the template has a mark after {{…}}, the data ends without one.",
    },
  },
  "mark-stray": {
    severity: "error",
    zh: ({ found }) => `“${found}”前面没有文字`,
    en: ({ found }) => `no words stand before "${found}"`,
    hint: {
      zh: () => "请补上缺少的文字，或删去这个标点。",
      en: () => "Add the words that are missing, or delete the mark.",
    },
  },
  "end-mark-missing": {
    severity: "warning",
    zh: ({ found, isMark }) => (isMark ? `段末应为句号，实为“${found}”` : `段末“${found}”后面没有标点`),
    en: ({ found, isMark }) =>
      isMark
        ? `a paragraph ends in a full stop, not in "${found}"`
        : `no mark ends the paragraph after "${found}"`,
    hint: {
      zh: ({ isMark }) => (isMark ? null : "一段的末尾一般用句号。"),
      en: ({ isMark }) => (isMark ? null : "A paragraph usually ends in 。"),
    },
  },
  "heading-end-mark": {
    severity: "warning",
    zh: ({ found, kind }) => `${kind === "title" ? "标题" : "小标题"}末尾不用标点，实为“${found}”`,
    en: ({ found, kind }) => `a ${kind} does not end in a mark, found "${found}"`,
  },
  "title-comma-between": {
    severity: "warning",
    zh: ({ marks }) => `并列的 ${marks} 之间不用顿号`,
    en: ({ marks }) => `no 、 stands between ${marks}`,
  },
  "ellipsis-form": {
    severity: "warning",
    zh: ({ found }) => `省略号应为“……”，实为“${found}”`,
    en: ({ found }) => `expected the ellipsis "……", found "${found}"`,
  },
  "dash-form": {
    severity: "warning",
    zh: ({ found }) => `破折号应为“——”，实为“${found}”`,
    en: ({ found }) => `expected the dash "——", found "${found}"`,
  },
  "space-in-text": {
    severity: "warning",
    zh: ({ isMixed }) => (isMixed ? "汉字与数字、字母之间不空格" : "汉字之间不空格"),
    en: ({ isMixed }) =>
      isMixed
        ? "no space stands between Chinese and numbers or letters"
        : "no space stands between Chinese characters",
  },
  "ordinal-form": {
    severity: "warning",
    zh: ({ found, wanted }) =>
      wanted === null ? `小标题的序号由程序编写，不用再写“${found}”` : `序号应为“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) =>
      wanted === null
        ? `the program numbers headings, "${found}" is one number too many`
        : `expected the number "${wanted}", found "${found}"`,
    hint: {
      zh: ({ wanted }) => (wanted === null ? null : "层次序数依次为“一、”“（一）”“1.”“（1）”。"),
      en: ({ wanted }) => (wanted === null ? null : "The levels are 一、 （一） 1. （1）."),
    },
  },
  "ordinal-sequence": {
    severity: "warning",
    zh: ({ found, wanted }) => `此处应为“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected "${wanted}" here, found "${found}"`,
    hint: {
      zh: () => "一是、二是、三是要连续，不与首先、第一混用。",
      en: () => "一是, 二是, 三是 follow one another, and do not mix with 首先 or 第一.",
    },
  },
};
