import type { Words } from "./words.ts";

interface Change {
  readonly label: string;
  readonly text: string;
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
};
