import type { Words } from "./words.ts";

interface Change {
  readonly label: string;
  readonly text: string;
  readonly lastText: string;
  readonly lastYear: number;
}

/** A change of the unit or of the definition between the two years. */
interface Redefined extends Change {
  readonly unit: string;
  readonly lastUnit: string;
  /** What it is computed from, where that is what changed. */
  readonly part: string | null;
  readonly reason: string | null;
  /** Last year's amount, as this year's file states it. */
  readonly stated: string | null;
}

interface Stated {
  readonly label: string;
  readonly stated: string;
  readonly lastText: string;
  readonly lastYear: number;
}

/** What is remarkable about a year beside the one before. */
export interface CompareFacts {
  "last-year-new": { readonly id: string; readonly label: string; readonly lastYear: number };
  "last-year-vanished": {
    readonly id: string;
    readonly label: string;
    readonly lastYear: number;
    readonly text: string;
  };
  "last-year-unchanged": Change;
  "last-year-jump": Change & { readonly factor: string };
  "last-year-unit-changed": Redefined;
  "last-year-definition-changed": Redefined;
  "last-year-differs": Stated;
  "last-year-worded-differently": Stated;
}

const redefinedHint = {
  zh: ({ stated, lastYear }: Redefined): string =>
    stated === null
      ? "报告里不要写同比增减；部门按新口径算出上年数的，填在 lastYear。"
      : `所填的上年数（${stated}）视为按新口径算出，没有与${lastYear}年的文件核对。`,
  en: ({ stated, lastYear }: Redefined): string =>
    stated === null
      ? "Do not report a change from last year; where last year's amount was restated in the new terms, give it as lastYear."
      : `The lastYear that is stated (${stated}) is taken to be in the new terms and was not held against the file of ${lastYear}.`,
};

function why({ part, reason }: Redefined, lang: "zh" | "en"): string {
  if (reason === null) return "";
  if (lang === "en") return part === null ? ` (${reason})` : ` ("${part}": ${reason})`;
  return part === null ? `（${reason}）` : `（“${part}”：${reason}）`;
}

export const compareWords: Words<CompareFacts> = {
  "last-year-new": {
    severity: "warning",
    zh: ({ label, id, lastYear }) => `“${label}”（${id}）${lastYear}年没有`,
    en: ({ label, id, lastYear }) => `"${label}" (${id}) was not given for ${lastYear}`,
    hint: {
      zh: () => "若是新增的统计，不必改；若上年漏填，请补到上年的文件。",
      en: () => "Nothing to do if it is counted for the first time; otherwise give it in last year's file.",
    },
  },
  "last-year-vanished": {
    severity: "warning",
    zh: ({ label, id, lastYear, text }) => `${lastYear}年有“${label}”（${id}，${text}），这一年没有`,
    en: ({ label, id, lastYear, text }) =>
      `"${label}" (${id}) was ${text} in ${lastYear}, but is not given for this year`,
    hint: {
      zh: () => "没有发生的填 0；不再统计的，不必改。",
      en: () => "Give 0 if there was none; nothing to do if it is no longer counted.",
    },
  },
  "last-year-unchanged": {
    severity: "warning",
    zh: ({ label, text, lastYear }) => `“${label}”与${lastYear}年完全一样：${text}`,
    en: ({ label, text, lastYear }) => `"${label}" is the same as in ${lastYear}: ${text}`,
    hint: {
      zh: () => "请核对是不是忘了改。",
      en: () => "Check that it was not left over from last year.",
    },
  },
  "last-year-jump": {
    severity: "warning",
    zh: ({ label, text, lastText, lastYear, factor }) =>
      `“${label}”由${lastYear}年的${lastText}变为${text}，相差超过 ${factor} 倍`,
    en: ({ label, text, lastText, lastYear, factor }) =>
      `"${label}" went from ${lastText} in ${lastYear} to ${text}, by more than a factor of ${factor}`,
    hint: {
      zh: () => "请核对有没有多写或少写一位。",
      en: () => "Check that no digit was added or lost.",
    },
  },
  "last-year-unit-changed": {
    severity: "warning",
    zh: (f) =>
      `“${f.label}”的单位由${f.lastYear}年的“${f.lastUnit}”改为“${f.unit}”${why(f, "zh")}，${f.lastText}与${f.text}不能直接比较`,
    en: (f) =>
      `"${f.label}" was counted in ${f.lastUnit} in ${f.lastYear} and is now counted in ${f.unit}${why(f, "en")}: ${f.lastText} and ${f.text} cannot be compared`,
    hint: redefinedHint,
  },
  "last-year-definition-changed": {
    severity: "warning",
    zh: (f) =>
      `“${f.label}”的统计口径与${f.lastYear}年不同${why(f, "zh")}，${f.lastText}与${f.text}不能直接比较`,
    en: (f) =>
      `the definition of "${f.label}" is not that of ${f.lastYear}${why(f, "en")}: ${f.lastText} and ${f.text} cannot be compared`,
    hint: redefinedHint,
  },
  "last-year-differs": {
    severity: "error",
    zh: ({ label, stated, lastText, lastYear }) =>
      `“${label}”的上年数填的是${stated}，${lastYear}年的数据是${lastText}，两者不可能相等`,
    en: ({ label, stated, lastText, lastYear }) =>
      `"${label}" states ${stated} for last year, but the data of ${lastYear} has ${lastText}: they cannot be equal`,
    hint: {
      zh: () => "请核对两处；上年数确经调整的，在这一行注明“# report-ignore last-year-differs: 理由”。",
      en: () =>
        'Check both; where last year\'s amount was revised, write "# report-ignore last-year-differs: reason" on this line.',
    },
  },
  "last-year-worded-differently": {
    severity: "warning",
    zh: ({ label, stated, lastText, lastYear }) =>
      `“${label}”的上年数填的是${stated}，${lastYear}年的数据是${lastText}，可能相等，但说法不一`,
    en: ({ label, stated, lastText, lastYear }) =>
      `"${label}" states ${stated} for last year, and the data of ${lastYear} has ${lastText}: they may be equal, but do not say the same`,
    hint: {
      zh: ({ lastYear }) => `请照${lastYear}年的写法填写。`,
      en: ({ lastYear }) => `Write it as it was written for ${lastYear}.`,
    },
  },
};
