import type { Words } from "./words.ts";

export interface SourceFacts {
  "workspace-missing": { readonly folder: string };
  "year-file-missing": {
    readonly path: string;
    readonly years: readonly string[];
    readonly misnamed: Misnamed | null;
  };
  "no-years": { readonly folder: string; readonly misnamed: Misnamed | null };
  "year-file-misnamed": Misnamed & { readonly folder: string };
  /** `years` as ranges: 2015..2017, 2020. */
  "range-years-missing": { readonly range: string; readonly years: readonly string[] };
  "range-without-years": { readonly range: string; readonly years: readonly string[] };
  "file-unreadable": {
    readonly path: string;
    readonly reason: "denied" | "broken-link" | "not-a-file" | "outside" | "other";
  };
  "file-too-large": { readonly path: string; readonly limit: number; readonly isText: boolean };
  "file-encoding": { readonly looksLike: "GB18030" | "UTF-16" | null };
  "file-empty": { readonly path: string };
  "byte-order-mark": Record<never, never>;
  "line-endings-mixed": { readonly lf: number; readonly crlf: number };
  "character-forbidden": { readonly character: string };
}

/** A file that seems to be meant as that of a year. */
interface Misnamed {
  readonly year: number;
  readonly name: string;
}

const rename = {
  zh: ({ year, name }: Misnamed): string =>
    `data 里有“${name}”，如果就是它，请把文件名改为 ${year}.yaml。在 Windows 里先打开“文件扩展名”的显示。`,
  en: ({ year, name }: Misnamed): string =>
    `data/ holds "${name}": if that is it, rename it to ${year}.yaml. In Windows, let file name extensions be shown first.`,
} as const;

const yearsAtHand = {
  zh: (years: readonly string[]): string =>
    years.length > 0 ? `现有年度：${years.join("、")}。` : "data 文件夹里还没有年度数据文件。",
  en: (years: readonly string[]): string =>
    years.length > 0 ? `Years at hand: ${years.join(", ")}.` : "There is no year's file in data/ yet.",
} as const;

const fillEmpty = {
  zh: {
    data: "删去它，用 report new 从上一年生成；或者从上一年的数据文件复制一份再改。",
    schema: "请恢复它原来的内容。",
    template: "模板要有内容；不用的，连同引用它的地方一起删去。",
  },
  en: {
    data: "Delete it and let report new make it from last year's; or start from a copy of last year's file.",
    schema: "Put back what was in it.",
    template:
      "A template has words; take one that is not needed away, and with it the places that refer to it.",
  },
} as const;

function kindOf(path: string): keyof typeof fillEmpty.zh {
  return path.endsWith(".hbs") ? "template" : path.endsWith(".json") ? "schema" : "data";
}

const unreadable = {
  zh: {
    denied: "没有读取权限",
    "broken-link": "它是链接，所指的文件不在了",
    "not-a-file": "它不是普通文件",
    outside: "它在工作区之外",
    other: "系统未能打开它",
  },
  en: {
    denied: "permission denied",
    "broken-link": "it is a link to a file that is not there",
    "not-a-file": "it is not a regular file",
    outside: "it lies outside the workspace",
    other: "the system could not open it",
  },
} as const;

function sizeOf(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes % 1024 === 0 ? `${kilobytes / 1024} MB` : `${kilobytes} KB`;
}

export const sourceWords: Words<SourceFacts> = {
  "workspace-missing": {
    severity: "error",
    zh: ({ folder }) =>
      `从“${folder}”往上没有找到工作区：有 data 文件夹、其中有 2022.yaml 这样的年度数据文件的那一层`,
    en: ({ folder }) =>
      `no workspace found from "${folder}" upwards: a folder whose data/ has year files such as 2022.yaml`,
    hint: {
      zh: () => "请进入工作区再运行，或用 -C 文件夹 指明。",
      en: () => "Run the command inside the workspace, or name it with -C DIR.",
    },
  },
  "year-file-missing": {
    severity: "error",
    zh: ({ path }) => `没有这一年的数据文件 ${path}`,
    en: ({ path }) => `there is no data file ${path} for this year`,
    hint: {
      zh: ({ years, misnamed }) => (misnamed ? rename.zh(misnamed) : yearsAtHand.zh(years)),
      en: ({ years, misnamed }) => (misnamed ? rename.en(misnamed) : yearsAtHand.en(years)),
    },
  },
  "no-years": {
    severity: "error",
    zh: ({ folder }) => `${folder} 里没有年度数据文件`,
    en: ({ folder }) => `${folder} holds no year's data file`,
    hint: {
      zh: ({ misnamed }) =>
        misnamed ? rename.zh(misnamed) : "年度数据文件以年份命名，例如 data/2022.yaml。",
      en: ({ misnamed }) =>
        misnamed ? rename.en(misnamed) : "A year's file is named after its year, such as data/2022.yaml.",
    },
  },
  "year-file-misnamed": {
    severity: "warning",
    zh: ({ folder, name, year }) =>
      `${folder} 里的“${name}”没有读取：${year} 年的数据文件应名为 ${year}.yaml`,
    en: ({ folder, name, year }) =>
      `"${name}" in ${folder}/ was not read: the data file of ${year} is ${year}.yaml`,
    hint: {
      zh: () => "如果它就是这一年的数据，请改名（在 Windows 里先打开“文件扩展名”的显示）；不是的，移到别处。",
      en: () =>
        "Rename it if it is that year's data (in Windows, let file name extensions be shown first); move it elsewhere if it is not.",
    },
  },
  "range-years-missing": {
    severity: "warning",
    zh: ({ range, years }) => `${range} 中，${years.join("、")} 没有数据文件，已略过`,
    en: ({ range, years }) => `in ${range}, ${years.join(", ")} left out: no data file`,
  },
  "range-without-years": {
    severity: "error",
    zh: ({ range }) => `${range} 各年都没有数据文件`,
    en: ({ range }) => `no year of ${range} has a data file`,
    hint: {
      zh: ({ years }) => yearsAtHand.zh(years),
      en: ({ years }) => yearsAtHand.en(years),
    },
  },
  "file-unreadable": {
    severity: "error",
    zh: ({ path, reason }) => `无法读取 ${path}：${unreadable.zh[reason]}`,
    en: ({ path, reason }) => `cannot read ${path}: ${unreadable.en[reason]}`,
  },
  "file-too-large": {
    severity: "error",
    zh: ({ path, limit }) => `${path} 超过 ${sizeOf(limit)} 的上限`,
    en: ({ path, limit }) => `${path} exceeds the limit of ${sizeOf(limit)}`,
    hint: {
      zh: ({ isText }) => (isText ? "确实需要时，可在 .report.yaml 中写 limits: { fileSize: 4MB }。" : null),
      en: ({ isText }) => (isText ? "If it must be, write limits: { fileSize: 4MB } in .report.yaml." : null),
    },
  },
  "file-encoding": {
    severity: "error",
    zh: ({ looksLike }) => `文件应为 UTF-8 编码${looksLike ? `，实为 ${looksLike}` : "，此处字节无法识别"}`,
    en: ({ looksLike }) =>
      `expected UTF-8${looksLike ? `, found ${looksLike}` : ", found bytes that are not"}`,
    hint: {
      zh: () => "请在编辑器中“另存为”，编码选 UTF-8。",
      en: () => 'Save the file again with the encoding "UTF-8".',
    },
  },
  "file-empty": {
    severity: "error",
    zh: ({ path }) => `${path} 是空的`,
    en: ({ path }) => `${path} is empty`,
    hint: {
      zh: ({ path }) => fillEmpty.zh[kindOf(path)],
      en: ({ path }) => fillEmpty.en[kindOf(path)],
    },
  },
  "byte-order-mark": {
    severity: "warning",
    zh: () => "文件开头有看不见的字节顺序标记（BOM）",
    en: () => "the file begins with an invisible byte order mark (BOM)",
    hint: {
      zh: () => "不影响生成；另存为“UTF-8（无 BOM）”可去掉它。",
      en: () => 'It does no harm; saving as "UTF-8 without BOM" removes it.',
    },
  },
  "line-endings-mixed": {
    severity: "warning",
    zh: ({ lf, crlf }) => `换行符不一致：${crlf} 行以 CRLF 结尾，${lf} 行以 LF 结尾`,
    en: ({ lf, crlf }) => `mixed line ends: ${crlf} lines end with CRLF, ${lf} with LF`,
    hint: {
      zh: () => "不影响生成；在编辑器中统一换行符，git 比较时更清楚。",
      en: () => "It does no harm; one kind of line end keeps git's comparisons clear.",
    },
  },
  "character-forbidden": {
    severity: "error",
    zh: ({ character }) => `此处有不能写入报告的字符 ${character}`,
    en: ({ character }) => `the character ${character} cannot stand in a report`,
    hint: {
      zh: () => "它通常看不见，多由复制粘贴带入；请删去。",
      en: () => "It is usually invisible and came with a paste; delete it.",
    },
  },
};
