import { dateWords } from "../../period/period.ts";
import { chineseNumber } from "../../quantity/chinese-number.ts";
import { enList, type Words, zhList } from "./words.ts";

interface PartFacts {
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
}

/** What is prescribed for the report as a whole: its parts, their years, the day to hand it in. */
export interface OutlineFacts {
  "outline-part-missing": PartFacts & {
    readonly about: readonly string[];
    /** The heading that it should stand after or before. */
    readonly after: string | null;
    readonly before: string | null;
  };
  "outline-part-order": PartFacts & {
    readonly heading: string;
    readonly neighbour: string;
    readonly side: "before" | "after";
  };
  "outline-part-twice": PartFacts & { readonly heading: string; readonly first: string };
  "outline-year-wrong": PartFacts & {
    readonly found: string;
    readonly wanted: number;
    /** How a template says it. */
    readonly name: string;
  };
  "outline-year-missing": PartFacts & { readonly wanted: number };
  "hand-in-late": { readonly date: string; readonly limit: string };
  "hand-in-limit": { readonly year: number; readonly limit: string };
}

function zhPart({ number, title }: PartFacts): string {
  return `第${chineseNumber(number)}部分（${title}）`;
}

function enPart({ number, title }: PartFacts): string {
  return `part ${number} (${title})`;
}

export const outlineWords: Words<OutlineFacts> = {
  "outline-part-missing": {
    severity: "warning",
    zh: ({ after, before, ...part }) =>
      `缺少规定的${zhPart(part)}${after ? `，应在“${after}”之后` : before ? `，应在“${before}”之前` : ""}`,
    en: ({ after, before, ...part }) =>
      `the prescribed ${enPart(part)} is missing${after ? `; it belongs after "${after}"` : before ? `; it belongs before "${before}"` : ""}`,
    hint: {
      zh: ({ about }) => `一级小标题里有${zhList(about)}${about.length > 1 ? "之一" : ""}，就认作这一部分。`,
      en: ({ about }) =>
        `It is known by a level-1 heading with ${about.length > 1 ? "one of " : ""}${enList(about)}.`,
    },
  },
  "outline-part-order": {
    severity: "warning",
    zh: ({ heading, neighbour, side, ...part }) =>
      `“${heading}”是规定的${zhPart(part)}，应在“${neighbour}”${side === "before" ? "之前" : "之后"}`,
    en: ({ heading, neighbour, side, ...part }) =>
      `"${heading}" is the prescribed ${enPart(part)} and belongs ${side} "${neighbour}"`,
  },
  "outline-part-twice": {
    severity: "warning",
    zh: ({ heading, first, ...part }) => `“${heading}”与“${first}”都是规定的${zhPart(part)}`,
    en: ({ heading, first, ...part }) =>
      `"${heading}" and "${first}" are both the prescribed ${enPart(part)}`,
    hint: {
      zh: () => "并为一个部分，或改其中一个小标题，使它不再像这一部分。",
      en: () => "Make them one, or change one of the headings so that it no longer reads like that part.",
    },
  },
  "outline-year-wrong": {
    severity: "warning",
    zh: ({ found, wanted, ...part }) => `${zhPart(part)}应写${wanted}年，实为“${found}年”`,
    en: ({ found, wanted, ...part }) => `${enPart(part)} is about ${wanted}, but speaks of ${found}`,
    hint: {
      zh: ({ name }) => `模板和文字里写作 {{${name}}}年，以后各年都不会错。`,
      en: ({ name }) => `Write {{${name}}}年 in the template or text, and it will be right every year.`,
    },
  },
  "outline-year-missing": {
    severity: "warning",
    zh: ({ wanted, ...part }) => `${zhPart(part)}没有写明年份，应为${wanted}年`,
    en: ({ wanted, ...part }) => `${enPart(part)} does not name the year ${wanted}`,
    hint: {
      zh: () => "小标题里写上 {{nextYear}}年。",
      en: () => "Write {{nextYear}}年 in the heading.",
    },
  },
  "hand-in-late": {
    severity: "warning",
    zh: ({ date, limit }) => `成文日期${dateWords(date)}已过报送期限：报告应在${dateWords(limit)}前报送`,
    en: ({ date, limit }) =>
      `issued on ${date}, which is too late: the report is to be handed in before ${limit}`,
  },
  "hand-in-limit": {
    severity: "info",
    zh: ({ year, limit }) => `${year}年度的报告应在${dateWords(limit)}前报送，尚未填写成文日期`,
    en: ({ year, limit }) =>
      `the report for ${year} is to be handed in before ${limit}; it has no date of issue yet`,
  },
};
