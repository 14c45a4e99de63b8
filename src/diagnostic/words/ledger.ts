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
import { didYouMean, enList, type Words, zhList } from "./words.ts";

/** What is wrong in a ledger, and where. */
export interface LedgerFacts {
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
  "ledger-no-rows": LedgerTable;
  "ledger-rows-blank": LedgerTable & { readonly columns: readonly string[]; readonly rows: LedgerRows };
  "ledger-rows-hidden": LedgerTable & { readonly rows: LedgerRows };
  "ledger-total-differs": LedgerCell & { readonly found: string; readonly sum: string };
}

export const ledgerWords: Words<LedgerFacts> = {
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
  "ledger-no-rows": {
    severity: "warning",
    zh: (table) => `${tableZh(table)}只有表头，没有一行数据，按 0 计`,
    en: (table) => `${tableEn(table)} has a header and no rows: taken as 0`,
    hint: {
      zh: () => "若确实没有发生，可以不管；若是空表，请换成填好的台账。",
      en: () => "If nothing happened, nothing is needed; if this is a blank form, name the filled one.",
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
