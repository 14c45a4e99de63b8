import type { QuantityFault } from "../../quantity/read.ts";
import {
  cellEn,
  cellZh,
  type LedgerCell,
  type LedgerRows,
  type LedgerTable,
  rowsEn,
  rowsZh,
  tableEn,
  tableZh,
} from "./ledger-place.ts";
import { faultEn, faultZh } from "./quantity-fault.ts";
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

export interface LedgerFacts {
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
  "ledger-column-missing": LedgerTable & {
    readonly column: string;
    readonly columns: readonly string[];
    readonly suggestion: string | null;
  };
  "ledger-column-repeated": LedgerTable & { readonly column: string; readonly letters: readonly string[] };
  "ledger-unit-differs": LedgerTable & {
    readonly column: string;
    readonly found: string;
    readonly unit: string;
  };
  "ledger-amount-unreadable": LedgerCell & {
    readonly found: string;
    readonly fault: QuantityFault;
    readonly unit: string;
  };
  "ledger-date-unreadable": LedgerCell & { readonly found: string };
  "ledger-cell-empty": LedgerCell & { readonly wanted: "amount" | "date" };
  /** A formula that failed, or that was never computed (null). */
  "ledger-formula-failed": LedgerCell & { readonly found: string | null };
  "ledger-cell-merged": LedgerCell & { readonly last: number };
  "ledger-row-too-long": LedgerTable & {
    readonly row: number;
    readonly cells: number;
    readonly columns: number;
  };
  "ledger-outside-year": LedgerTable & {
    readonly column: string;
    readonly year: number;
    readonly rows: LedgerRows;
  };
  "ledger-faults-more": { readonly path: string; readonly count: number };
  "ledger-value-unknown": LedgerTable & {
    readonly column: string;
    readonly value: string;
    readonly found: readonly string[];
    readonly suggestion: string | null;
  };
  "ledger-rows-blank": LedgerTable & { readonly columns: readonly string[]; readonly rows: LedgerRows };
  "ledger-rows-hidden": LedgerTable & { readonly rows: LedgerRows };
  "ledger-total-differs": LedgerCell & { readonly found: string; readonly sum: string };
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

export const ledgerWords: Words<LedgerFacts> = {
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
  "ledger-column-missing": {
    severity: "error",
    zh: (facts) => `${tableZh(facts)}没有“${facts.column}”列`,
    en: (facts) => `${tableEn(facts)} has no column "${facts.column}"`,
    hint: {
      zh: ({ suggestion, columns }) =>
        didYouMean.zh(suggestion) ?? (columns.length > 0 ? `现有的列：${zhList(columns)}。` : null),
      en: ({ suggestion, columns }) =>
        didYouMean.en(suggestion) ?? (columns.length > 0 ? `Its columns: ${enList(columns)}.` : null),
    },
  },
  "ledger-column-repeated": {
    severity: "error",
    zh: (facts) =>
      `${tableZh(facts)}有 ${facts.letters.length} 列都叫“${facts.column}”：${facts.letters.join("、")} 列`,
    en: (facts) =>
      `${tableEn(facts)} has ${facts.letters.length} columns "${facts.column}": ${facts.letters.join(", ")}`,
    hint: {
      zh: () => "请在台账里改名，使要用的一列只有一个。",
      en: () => "Rename them in the ledger, so that the wanted one is the only one.",
    },
  },
  "ledger-unit-differs": {
    severity: "error",
    zh: (facts) => `${tableZh(facts)}“${facts.column}”的单位是“${facts.found}”，本项以“${facts.unit}”计`,
    en: (facts) =>
      `"${facts.column}" in ${tableEn(facts)} is in ${facts.found}, this indicator in ${facts.unit}`,
    hint: {
      zh: () => "请在台账里另加一列，换算成本项的单位。",
      en: () => "Add a column to the ledger that gives it in this indicator's unit.",
    },
  },
  "ledger-amount-unreadable": {
    severity: "error",
    zh: (facts) =>
      facts.fault.kind === "unreadable" || facts.fault.kind === "chinese-numerals"
        ? `${cellZh(facts)}应为数字，实为“${facts.found}”`
        : `${cellZh(facts)}：${faultZh(facts.fault, facts.found, facts.unit)}`,
    en: (facts) =>
      facts.fault.kind === "unreadable" || facts.fault.kind === "chinese-numerals"
        ? `${cellEn(facts)}: expected a number, found "${facts.found}"`
        : `${cellEn(facts)}: ${faultEn(facts.fault, facts.found, facts.unit)}`,
  },
  "ledger-date-unreadable": {
    severity: "error",
    zh: (facts) => `${cellZh(facts)}应为日期，实为“${facts.found}”`,
    en: (facts) => `${cellEn(facts)}: expected a date, found "${facts.found}"`,
    hint: {
      zh: () => "写作 2022-03-05、2022年3月5日、2022年3月或 3月5日；表格里的日期请设为日期格式。",
      en: () =>
        "Write 2022-03-05, 2022年3月5日, 2022年3月 or 3月5日; give a spreadsheet's dates the format of a date.",
    },
  },
  "ledger-cell-empty": {
    severity: "error",
    zh: (facts) => `${cellZh(facts)}是空白`,
    en: (facts) => `${cellEn(facts)} is empty`,
    hint: {
      zh: ({ wanted }) => (wanted === "amount" ? "没有发生的填 0。" : null),
      en: ({ wanted }) => (wanted === "amount" ? "Write 0 for none." : null),
    },
  },
  "ledger-formula-failed": {
    severity: "error",
    zh: (facts) =>
      facts.found === null
        ? `${cellZh(facts)}的公式还没有算出结果`
        : `${cellZh(facts)}的公式出错：${facts.found}`,
    en: (facts) =>
      facts.found === null
        ? `${cellEn(facts)}: the formula has not been computed`
        : `${cellEn(facts)}: the formula failed with ${facts.found}`,
    hint: {
      zh: ({ found }) =>
        found === null ? "请在 Excel 或 WPS 中打开台账，再保存一次。" : "请在台账里改正公式。",
      en: ({ found }) =>
        found === null
          ? "Open the ledger in Excel or WPS and save it again."
          : "Correct the formula in the ledger.",
    },
  },
  "ledger-cell-merged": {
    severity: "error",
    zh: (facts) =>
      `${cellZh(facts)}与下面直到第 ${facts.last} 行合并为一格，但这些行不是都计入同一个月的同一项`,
    en: (facts) =>
      `${cellEn(facts)} is merged down to row ${facts.last}, but not all of these rows count for the same month`,
    hint: {
      zh: () => "请在台账里取消合并，逐行填写。",
      en: () => "Unmerge the cell in the ledger and give each row its own amount.",
    },
  },
  "ledger-row-too-long": {
    severity: "error",
    zh: (facts) =>
      `第 ${facts.row} 行有 ${facts.cells} 格，表头只有 ${facts.columns} 列：从某一格起可能错位了`,
    en: (facts) =>
      `row ${facts.row} has ${facts.cells} cells, the header ${facts.columns}: its cells may have shifted`,
    hint: {
      zh: () => "含有逗号的一格（如 1,200）要加双引号。",
      en: () => "A cell that holds the separator, such as 1,200, wants double quotes.",
    },
  },
  "ledger-outside-year": {
    severity: "error",
    zh: (facts) => `${tableZh(facts)}${rowsZh(facts.rows)}的“${facts.column}”不在 ${facts.year} 年内`,
    en: (facts) => `${tableEn(facts)}, ${rowsEn(facts.rows)}: "${facts.column}" is not within ${facts.year}`,
    hint: {
      zh: () => "请核对日期；别的年度的行，请移到那一年的台账里。",
      en: () => "Check the dates; rows of another year belong into that year's ledger.",
    },
  },
  "ledger-faults-more": {
    severity: "error",
    zh: ({ path, count }) => `台账 ${path} 另有 ${count} 处这样的错误没有列出`,
    en: ({ path, count }) => `${path} has ${count} more such faults, which are not listed`,
  },
  "ledger-value-unknown": {
    severity: "warning",
    zh: (facts) => `${tableZh(facts)}没有一行的“${facts.column}”是“${facts.value}”`,
    en: (facts) => `no row of ${tableEn(facts)} has "${facts.value}" as "${facts.column}"`,
    hint: {
      zh: ({ suggestion, found }) =>
        didYouMean.zh(suggestion) ?? (found.length > 0 ? `台账里有：${zhList(found)}。` : null),
      en: ({ suggestion, found }) =>
        didYouMean.en(suggestion) ?? (found.length > 0 ? `The ledger has: ${enList(found)}.` : null),
    },
  },
  "ledger-rows-blank": {
    severity: "warning",
    zh: (facts) => `${tableZh(facts)}${rowsZh(facts.rows)}的${zhList(facts.columns)}是空白，没有计入`,
    en: (facts) => `${tableEn(facts)}, ${rowsEn(facts.rows)}: ${enList(facts.columns)} empty, not counted`,
    hint: {
      zh: () => "若是说明文字，可以不管；若是漏填，请补上。",
      en: () => "Notes need nothing; what was forgotten, fill in.",
    },
  },
  "ledger-rows-hidden": {
    severity: "warning",
    zh: (facts) => `${tableZh(facts)}${rowsZh(facts.rows)}是隐藏的，也计入了`,
    en: (facts) => `${tableEn(facts)}, ${rowsEn(facts.rows)}: hidden, and counted all the same`,
    hint: {
      zh: () => "不应计入的行，请删去；只是筛选或折叠的，可以不管。",
      en: () => "Delete rows that should not count; what is only filtered or folded needs nothing.",
    },
  },
  "ledger-total-differs": {
    severity: "warning",
    zh: (facts) => `${cellZh(facts)}的合计是${facts.found}，各行相加是${facts.sum}`,
    en: (facts) => `${cellEn(facts)}: the total is ${facts.found}, but the rows add up to ${facts.sum}`,
    hint: {
      zh: () => "合计行不计入，以各行为准；请核对台账。",
      en: () => "The line of totals is not counted, the rows are. Check the ledger.",
    },
  },
};
