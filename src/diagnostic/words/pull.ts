import type { Words } from "./words.ts";

/** What keeps an edited Word file from coming home. */
export interface PullFacts {
  "pull-year-unknown": { readonly path: string };
  "pull-other-report": { readonly path: string; readonly year: number };
  "pull-tracked": { readonly path: string };
  "pull-unsafe": { readonly path: string };
}

export const pullWords: Words<PullFacts> = {
  "pull-year-unknown": {
    severity: "error",
    zh: ({ path }) => `看不出 ${path} 是哪一年的报告`,
    en: ({ path }) => `cannot tell which year ${path} reports on`,
    hint: {
      zh: () => "用 --year 写明年份，例如 --year 2022。",
      en: () => "Name the year: --year 2022, for example.",
    },
  },
  "pull-other-report": {
    severity: "error",
    zh: ({ path, year }) => `${path} 不像是 ${year} 年的这份报告：绝大部分段落对不上`,
    en: ({ path, year }) =>
      `${path} does not look like this report of ${year}: hardly a paragraph is the same`,
    hint: {
      zh: () =>
        "请核对文件和年份；要比较的应是由本程序生成、后来改过的报告。生成以后模板大改过的，先换回当时的模板。",
      en: () =>
        "Look at the file and the year: it should be a report that this program built and people edited. Where the templates were rewritten since, put those of that time back first.",
    },
  },
  "pull-tracked": {
    severity: "error",
    zh: ({ path }) => `${path} 里有未处理的修订`,
    en: ({ path }) => `${path} has tracked changes that nobody has decided on`,
    hint: {
      zh: () =>
        "在 Word 或 WPS 里接受或拒绝以后再运行，或者加 --accept-all（全部接受）、--reject-all（全部拒绝）。",
      en: () => "Accept or reject them in Word first, or say --accept-all or --reject-all.",
    },
  },
  "pull-unsafe": {
    severity: "error",
    zh: ({ path }) => `没有写回：按改动写进 ${path} 以后，数据就通不过检查`,
    en: ({ path }) => `nothing was written: with these changes ${path} would no longer pass`,
    hint: {
      zh: () => "问题列在上面，行号是改动以后的；请先在 Word 里或数据里改正。",
      en: () =>
        "The faults are listed, with the lines as they would be; mend them in Word or in the data first.",
    },
  },
};
