import { enList, type Words, zhList } from "./words.ts";

/** Why shares are not listed so that they add up to 100. */
export type NotShares = "twice" | "period" | "approximate" | "sum" | "zero" | "small";

/** What templates say of several years and of shares, and may not. */
export interface TemplateYearsFacts {
  "yoy-impossible": {
    readonly reason: "no-year" | "unit" | "definition" | "period" | "overlap";
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly lastText: string | null;
    readonly lastYear: number;
    /** Why the unit or the definition changed, as the schema says. */
    readonly why: string | null;
    /** Whether the place is in the data, where there are no conditions. */
    readonly inData: boolean;
  };
  "earlier-year-unusable": { readonly path: string; readonly year: number };
  /** `detail`: the two of different units; the most that may be drawn. */
  "chart-invalid": {
    readonly reason: "units" | "series" | "narrative" | "alone";
    readonly detail: readonly string[];
  };
  "chart-left-out": { readonly labels: readonly string[]; readonly year: number };
  "share-not-part": {
    readonly reason: "unit" | "unrelated";
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly whole: string;
    readonly wholeId: string;
    readonly wholeUnit: string;
  };
  "shares-not-whole": {
    readonly reason: NotShares;
    readonly labels: readonly string[];
    readonly texts: readonly string[];
    readonly whole: string;
    readonly wholeText: string;
  };
}

type Yoy = TemplateYearsFacts["yoy-impossible"];

function reasonZh({ reason, text, lastText, lastYear, why }: Yoy): string {
  const because = why === null ? "" : `（${why}）`;
  switch (reason) {
    case "no-year":
      return `没有可用的${lastYear}年数据，也没有填 lastYear`;
    case "unit":
      return `${lastYear}年是${lastText}，今年是${text}，单位不同${because}`;
    case "definition":
      return `统计口径与${lastYear}年不同${because}`;
    case "period":
      return `${lastYear}年的${lastText}与今年的${text}不是同一时段的`;
    case "overlap":
      return `${lastYear}年是${lastText}，今年是${text}，是增是减不能确定`;
  }
}

function reasonEn({ reason, text, lastText, lastYear, why }: Yoy): string {
  const because = why === null ? "" : ` (${why})`;
  switch (reason) {
    case "no-year":
      return `there is no usable data of ${lastYear}, and lastYear is not given`;
    case "unit":
      return `${lastText} in ${lastYear} and ${text} now are in different units${because}`;
    case "definition":
      return `its definition is not that of ${lastYear}${because}`;
    case "period":
      return `${lastText} in ${lastYear} and ${text} now are for different parts of the year`;
    case "overlap":
      return `${lastText} in ${lastYear} and ${text} now do not tell which is more`;
  }
}

const yoyMend = {
  zh: {
    "no-year": "请补上上年的数据文件（有错的先改好），或在这个数上填 lastYear",
    unit: "请按今年的单位填 lastYear",
    definition: "请按今年的口径填 lastYear",
    period: "请填同一时段的 lastYear",
    overlap: "若知道确数，填确数",
  },
  en: {
    "no-year": "Give last year's data file (mended, where it has errors), or lastYear with this amount",
    unit: "Give lastYear in this year's unit",
    definition: "Give lastYear by this year's definition",
    period: "Give lastYear for the same part of the year",
    overlap: "Give the exact amounts if they are known",
  },
} as const;

const sharesZh: Readonly<Record<NotShares, string>> = {
  twice: "有一项列了两次",
  period: "各数不是同一时段的",
  approximate: "其中有约数",
  sum: "各项之和与合计不等",
  zero: "合计是 0",
  small: "有一项小到写不成百分比",
};
const sharesEn: Readonly<Record<NotShares, string>> = {
  twice: "one of them is listed twice",
  period: "they are for different parts of the year",
  approximate: "some are approximate",
  sum: "they do not add up to the whole",
  zero: "the whole is 0",
  small: "one is too small for a percentage",
};

type ChartFault = TemplateYearsFacts["chart-invalid"]["reason"];

const chartZh: Readonly<Record<ChartFault, (detail: readonly string[]) => string>> = {
  units: (detail) => `一张图里的指标须是同一单位，这里有${detail.join("和")}`,
  series: ([most]) => `一张图最多画 ${most} 项指标，每项一次`,
  narrative: () => "数据里的文字不能画图，请把 {{chart …}} 写在模板里",
  alone: () => "{{chart …}} 须独占一行，前后不能有别的文字",
};
const chartEn: Readonly<Record<ChartFault, (detail: readonly string[]) => string>> = {
  units: (detail) => `the indicators of a chart have one unit, found ${detail.join(" and ")}`,
  series: ([most]) => `a chart shows at most ${most} indicators, each once`,
  narrative: () => "text in data cannot draw a chart; {{chart …}} belongs in the template",
  alone: () => "{{chart …}} stands alone on its line",
};

export const templateYearsWords: Words<TemplateYearsFacts> = {
  "yoy-impossible": {
    severity: "error",
    zh: (facts) => `“${facts.label}”的同比说不出来：${reasonZh(facts)}`,
    en: (facts) => `"${facts.label}" cannot be compared with last year: ${reasonEn(facts)}`,
    hint: {
      zh: ({ reason, id, inData }) =>
        `${yoyMend.zh[reason]}${inData ? "" : `；或在模板中用 {{#if (hasYoy ${id})}}…{{/if}} 让这句话可有可无`}。`,
      en: ({ reason, id, inData }) =>
        `${yoyMend.en[reason]}${inData ? "" : `; or make the sentence optional with {{#if (hasYoy ${id})}}…{{/if}}`}.`,
    },
  },
  "earlier-year-unusable": {
    severity: "warning",
    zh: ({ path, year }) => `${path} 有错，报告里没有${year}年的数`,
    en: ({ path, year }) => `${path} has errors, so the report has no figures of ${year}`,
    hint: {
      zh: ({ year }) => `用 report check ${year} 看有哪些错；改好后重新生成。`,
      en: ({ year }) => `report check ${year} lists the errors; build again once they are mended.`,
    },
  },
  "chart-invalid": {
    severity: "error",
    zh: ({ reason, detail }) => chartZh[reason](detail),
    en: ({ reason, detail }) => chartEn[reason](detail),
    hint: {
      zh: ({ reason }) => (reason === "units" ? "单位不同的，请分作几张图。" : null),
      en: ({ reason }) => (reason === "units" ? "Draw those of one unit in a chart of their own." : null),
    },
  },
  "chart-left-out": {
    severity: "info",
    zh: ({ labels, year }) => `${zhList(labels)}可画的只有${year}年的数，没有画图`,
    en: ({ labels, year }) => `${enList(labels)}: only ${year} can be drawn, so there is no chart`,
    hint: {
      zh: () => "有了以前年度同一口径的数，图就会画出来。",
      en: () => "The chart is drawn once there are figures of earlier years that can be compared.",
    },
  },
  "share-not-part": {
    severity: "error",
    zh: ({ reason, label, unit, whole, wholeUnit }) =>
      reason === "unit"
        ? `“${label}”以“${unit}”计，“${whole}”以“${wholeUnit}”计，说不出占比`
        : `数据规范和数据都没有说“${label}”是“${whole}”的一部分，不能说占比`,
    en: ({ reason, label, unit, whole, wholeUnit }) =>
      reason === "unit"
        ? `"${label}" is counted in ${unit}, "${whole}" in ${wholeUnit}: there is no share`
        : `neither schema nor data says that "${label}" is a part of "${whole}", so it has no share in it`,
    hint: {
      zh: ({ reason, wholeId }) =>
        reason === "unit"
          ? null
          : `确是其中一部分的，请在数据规范里写明 partOf、atMost（${wholeId}）或 totalOf；只是两数之比的，用 rate。`,
      en: ({ reason, wholeId }) =>
        reason === "unit"
          ? null
          : `Where it is a part, declare partOf or atMost (${wholeId}), or totalOf; for the ratio of two numbers use rate.`,
    },
  },
  "shares-not-whole": {
    severity: "error",
    zh: ({ reason, labels, texts, whole, wholeText }) =>
      `${zhList(labels)}（${texts.join("、")}）在“${whole}”（${wholeText}）中的占比凑不成 100%：${sharesZh[reason]}`,
    en: ({ reason, labels, texts, whole, wholeText }) =>
      `the shares of ${enList(labels)} (${texts.join(", ")}) in "${whole}" (${wholeText}) do not make 100%: ${sharesEn[reason]}`,
    hint: {
      zh: () => "shares 只用于相加恰等于合计的确数；其他情形请分别用 share 或 rate。",
      en: () => "shares is for exact numbers that add up to the whole; otherwise use share or rate for each.",
    },
  },
};
