import { type WordTemplateFault, wordTemplateFault } from "./word-template-fault.ts";
import type { Words } from "./words.ts";

export type WriteReason = "denied" | "full" | "locked" | "not-a-folder" | "too-long" | "other";

export interface OutputFacts {
  "word-template-invalid": { readonly path: string; readonly fault: WordTemplateFault };
  "word-style-missing": { readonly path: string; readonly styles: readonly string[] };
  "output-collision": { readonly path: string; readonly years: readonly number[] };
  "output-unwritable": { readonly path: string; readonly reason: WriteReason; readonly detail: string };
  "out-needs-folder": { readonly out: string };
  "out-other-format": { readonly out: string; readonly formats: readonly string[] };
}

const reasonZh: Readonly<Record<WriteReason, string>> = {
  denied: "没有写入权限",
  full: "磁盘已满",
  locked: "文件正被其他程序打开",
  "not-a-folder": "上级不是文件夹",
  "too-long": "文件名或路径太长",
  other: "系统未能写入",
};
const reasonEn: Readonly<Record<WriteReason, string>> = {
  denied: "permission denied",
  full: "the disk is full",
  locked: "the file is open in another program",
  "not-a-folder": "a part of its path is no folder",
  "too-long": "its name or path is too long",
  other: "the system could not write it",
};

export const outputWords: Words<OutputFacts> = {
  "word-template-invalid": {
    severity: "error",
    zh: ({ path, fault }) => `Word 模板 ${path} 不能用：${wordTemplateFault.zh(fault)}`,
    en: ({ path, fault }) => `the Word template ${path} cannot be used: ${wordTemplateFault.en(fault)}`,
  },
  "word-style-missing": {
    severity: "warning",
    zh: ({ path, styles }) => `Word 模板 ${path} 缺少样式 ${styles.join("、")}，改用标准样式`,
    en: ({ path, styles }) =>
      `the Word template ${path} lacks the styles ${styles.join(", ")}; the standard's are used`,
  },
  "output-collision": {
    severity: "error",
    zh: ({ path, years }) => `${years.join("、")}年的报告都要写入 ${path}`,
    en: ({ path, years }) => `the reports of ${years.join(", ")} would be written to one file, ${path}`,
    hint: {
      zh: () => "文件以标题命名；标题里写上 {{year}}年，就不会重名。",
      en: () => "A file is named after its title: with {{year}} in the title, no two are the same.",
    },
  },
  "output-unwritable": {
    severity: "error",
    zh: ({ path, reason }) => `无法写入 ${path}：${reasonZh[reason]}`,
    en: ({ path, reason, detail }) =>
      `cannot write ${path}: ${reasonEn[reason]}${reason === "other" ? ` (${detail})` : ""}`,
    hint: {
      zh: ({ reason }) =>
        reason === "locked"
          ? "请先在 Word 或 WPS 中关闭它。原有文件没有改动。"
          : "原有文件没有改动；可用 --out 另选位置。",
      en: ({ reason }) =>
        reason === "locked"
          ? "Close it in Word or WPS first. The old file is unchanged."
          : "The old file is unchanged; --out names another place.",
    },
  },
  "out-needs-folder": {
    severity: "error",
    zh: ({ out }) => `--out ${out} 是一个文件，而要写的不止一个；请指明文件夹`,
    en: ({ out }) => `--out ${out} names one file, but there are several to write: name a folder`,
  },
  "out-other-format": {
    severity: "error",
    zh: ({ out, formats }) => `--out ${out} 的扩展名与要写的格式（${formats.join("、")}）不同`,
    en: ({ out, formats }) => `--out ${out} does not end like the format to write (${formats.join(", ")})`,
    hint: {
      zh: () => "请改扩展名，或用 --format 另选格式。",
      en: () => "Change the ending, or choose the format with --format.",
    },
  },
};
