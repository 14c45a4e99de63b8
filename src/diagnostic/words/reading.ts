import { type PackagingFault, packagingFault } from "./word-template-fault.ts";
import { didYouMean, type Words } from "./words.ts";

/** What goes wrong when a Word file is read, or a figure is followed. */
export interface ReadingFacts {
  "file-missing": { readonly path: string };
  "trace-unknown": {
    readonly wanted: string;
    readonly year: number;
    readonly suggestions: readonly string[];
  };
  "word-file-unreadable": { readonly path: string; readonly fault: PackagingFault | "old-format" };
}

const oldFormat = [
  "它是旧格式（.doc）或加了密码的文件",
  "it is of the old format (.doc), or protected by a password",
] as const;

export function wordFileFault(found: PackagingFault | "old-format"): readonly [string, string] {
  return found === "old-format" ? oldFormat : packagingFault(found);
}

export const readingWords: Words<ReadingFacts> = {
  "file-missing": {
    severity: "error",
    zh: ({ path }) => `没有文件 ${path}`,
    en: ({ path }) => `there is no file ${path}`,
  },
  "word-file-unreadable": {
    severity: "error",
    zh: (facts) => `读不了 ${facts.path}：${wordFileFault(facts.fault)[0]}`,
    en: (facts) => `cannot read ${facts.path}: ${wordFileFault(facts.fault)[1]}`,
    hint: {
      zh: ({ fault }) =>
        fault === "incomplete"
          ? "请从原处重新复制或下载一次。"
          : "请在 Word 或 WPS 中打开它，另存为不加密的 .docx。",
      en: ({ fault }) =>
        fault === "incomplete"
          ? "Copy or download it again from where it came."
          : "Open it in Word or WPS and save it as a .docx without a password.",
    },
  },
  "trace-unknown": {
    severity: "error",
    zh: ({ wanted, year }) => `${year} 年没有“${wanted}”这项指标，也没有印成这样的数`,
    en: ({ wanted, year }) => `${year} has no indicator "${wanted}", and no figure that is printed so`,
    hint: {
      zh: ({ suggestions }) => didYouMean.zh(...suggestions),
      en: ({ suggestions }) => didYouMean.en(...suggestions),
    },
  },
};
