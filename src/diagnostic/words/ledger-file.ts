import { type LedgerTable, tableEn, tableZh } from "./ledger-place.ts";
import { type PackagingFault, packagingFault } from "./word-template-fault.ts";
import { didYouMean, enList, type Words, zhList } from "./words.ts";

/** Why a ledger cannot be read at all. */
export type LedgerFault =
  | PackagingFault
  | "old-format"
  | "web-page"
  | "binary"
  | "encoding"
  | "quote-open"
  | "row-too-long"
  | "not-a-workbook"
  | "row-order"
  | "too-many-strings";

export type LedgerFormFault = "both" | "neither" | "column-wanted" | "no-ledger";

/** A ledger as a whole: how it is asked for, found and opened. */
export interface LedgerFileFacts {
  "ledger-form": { readonly fault: LedgerFormFault; readonly key: string };
  "ledger-missing": { readonly path: string };
  "ledger-unreadable": { readonly path: string; readonly fault: LedgerFault };
  "ledger-empty": LedgerTable;
  "ledger-sheet-unknown": {
    readonly path: string;
    readonly sheet: string;
    readonly sheets: readonly string[];
    readonly suggestion: string | null;
  };
  /** Several sheets, or none, have the columns. */
  "ledger-sheet-unclear": {
    readonly path: string;
    readonly columns: readonly string[];
    readonly fitting: readonly string[];
    readonly sheets: readonly string[];
  };
}

const own: Readonly<Partial<Record<LedgerFault, readonly [string, string]>>> = {
  "old-format": [
    "它是旧格式（.xls、.et）或加了密码的文件",
    "it is of an old format (.xls, .et), or protected by a password",
  ],
  "web-page": [
    "它其实是网页或 XML 文件，只是名为表格",
    "it is a web page or XML that is only named like a spreadsheet",
  ],
  binary: ["它不是表格，也不是文本", "it is neither a workbook nor text"],
  encoding: ["文字编码不是 UTF-8、GB18030 或 UTF-16", "its text is neither UTF-8 nor GB18030 nor UTF-16"],
  "quote-open": [
    "有一个引号没有配对，其后的行都被它吞掉了",
    "a quotation mark has no partner and swallows all rows behind it",
  ],
  "row-too-long": ["有一行过长，不像表格", "a line is too long for a table"],
  "not-a-zip": ["它不是 Excel 工作簿，或已损坏", "it is not an Excel workbook, or is damaged"],
  "not-a-workbook": ["它不是 Excel 工作簿", "it is not an Excel workbook"],
  "row-order": ["行号混乱或超过 1048576", "its row numbers are out of order or beyond 1048576"],
  "too-many-strings": ["文字过多", "it holds too much text"],
};

function fault(found: LedgerFault): readonly [string, string] {
  return own[found] ?? packagingFault(found as PackagingFault);
}

const asText: readonly LedgerFault[] = ["encoding", "quote-open", "row-too-long"];

const formZh: Readonly<Record<LedgerFormFault, (key: string) => string>> = {
  both: () => "sum 与 count 只能写一个",
  neither: () => "要写明 sum（合计哪一列），或 count: true（数行数）",
  "column-wanted": () => "数行数时，要用 where 或 period 写明至少一列，才认得出表头",
  "no-ledger": (key) => `${key} 只与 ledger（台账）同用`,
};

const formEn: Readonly<Record<LedgerFormFault, (key: string) => string>> = {
  both: () => "sum and count exclude each other",
  neither: () => "expected sum (the column to add up) or count: true (rows are counted)",
  "column-wanted": () => "to count rows, name a column in where or period, by which the header is known",
  "no-ledger": (key) => `${key} goes with a ledger only`,
};

export const ledgerFileWords: Words<LedgerFileFacts> = {
  "ledger-form": {
    severity: "error",
    zh: ({ fault: found, key }) => formZh[found](key),
    en: ({ fault: found, key }) => formEn[found](key),
    hint: {
      zh: () => "写作 { ledger: ledgers/2022.xlsx, sum: 面积, where: { 类型: 违建 }, period: 日期 } 的样子。",
      en: () =>
        "Write it like { ledger: ledgers/2022.xlsx, sum: 面积, where: { 类型: 违建 }, period: 日期 }.",
    },
  },
  "ledger-missing": {
    severity: "error",
    zh: ({ path }) => `没有台账 ${path}`,
    en: ({ path }) => `there is no ledger ${path}`,
    hint: {
      zh: () => "路径从工作区（含 data 的文件夹）算起，例如 ledgers/2022.xlsx。",
      en: () => "The path starts at the workspace, the folder with data/: such as ledgers/2022.xlsx.",
    },
  },
  "ledger-unreadable": {
    severity: "error",
    zh: (facts) => `读不了台账 ${facts.path}：${fault(facts.fault)[0]}`,
    en: (facts) => `cannot read the ledger ${facts.path}: ${fault(facts.fault)[1]}`,
    hint: {
      zh: (facts) =>
        asText.includes(facts.fault)
          ? "请在 Excel 或 WPS 中打开核对，另存为 .xlsx 或“CSV UTF-8”。"
          : "请在 Excel 或 WPS 中打开它，另存为不加密的 .xlsx。",
      en: (facts) =>
        asText.includes(facts.fault)
          ? 'Open it in Excel or WPS, check it, and save it as .xlsx or "CSV UTF-8".'
          : "Open it in Excel or WPS and save it as .xlsx without a password.",
    },
  },
  "ledger-empty": {
    severity: "error",
    zh: (table) => `${tableZh(table)}是空的`,
    en: (table) => `${tableEn(table)} is empty`,
  },
  "ledger-sheet-unknown": {
    severity: "error",
    zh: ({ path, sheet }) => `${path} 里没有“${sheet}”表`,
    en: ({ path, sheet }) => `${path} has no sheet "${sheet}"`,
    hint: {
      zh: ({ suggestion, sheets }) => didYouMean.zh(suggestion) ?? `现有的表：${zhList(sheets)}。`,
      en: ({ suggestion, sheets }) => didYouMean.en(suggestion) ?? `Its sheets: ${enList(sheets)}.`,
    },
  },
  "ledger-sheet-unclear": {
    severity: "error",
    zh: ({ path, columns, fitting }) =>
      fitting.length > 0
        ? `${path} 里有 ${fitting.length} 张表都有${zhList(columns)}列：${zhList(fitting)}`
        : `${path} 里没有一张表有${zhList(columns)}列`,
    en: ({ path, columns, fitting }) =>
      fitting.length > 0
        ? `${fitting.length} sheets of ${path} have ${enList(columns)}: ${enList(fitting)}`
        : `no sheet of ${path} has ${enList(columns)}`,
    hint: {
      zh: ({ sheets }) => `请用 sheet 写明一张表，或用列表写明几张；现有的表：${zhList(sheets)}。`,
      en: ({ sheets }) => `Name one as sheet, or several as a list. Its sheets: ${enList(sheets)}.`,
    },
  },
};
