/** What an argument of a helper must be. */
export type ArgumentKind = "figure" | "words" | "text" | "count" | "step" | "numerals";

export interface Helper {
  readonly usage: string;
  readonly params: readonly ArgumentKind[];
  /** Whether the last of the arguments may come more than once. */
  readonly many?: true;
  readonly options: Readonly<Record<string, ArgumentKind>>;
  readonly required: readonly string[];
  /** Whether it answers a question for {{#if}}, or prints. */
  readonly condition: boolean;
}

export type HelperName =
  | "figure"
  | "number"
  | "unit"
  | "rate"
  | "share"
  | "shares"
  | "yoy"
  | "chart"
  | "all"
  | "none"
  | "period"
  | "date"
  | "chinese"
  | "isZero"
  | "isAll"
  | "hasYoy"
  | "longer";

const plain = { options: {}, required: [], condition: false } as const;
const ofWhole = { options: { of: "figure" }, required: ["of"] } as const;

export const helpers: Readonly<Record<HelperName, Helper>> = {
  figure: {
    ...plain,
    usage: "{{figure 组.指标}}",
    params: ["figure"],
    options: { round: "step", numerals: "numerals" },
  },
  number: {
    ...plain,
    usage: "{{number 组.指标}}",
    params: ["figure"],
    options: { round: "step", numerals: "numerals" },
  },
  unit: { ...plain, usage: "{{unit 组.指标}}", params: ["figure"] },
  rate: { ...ofWhole, usage: "{{rate 组.部分 of=组.整体}}", params: ["figure"], condition: false },
  share: { ...ofWhole, usage: "{{share 组.部分 of=组.整体}}", params: ["figure"], condition: false },
  shares: {
    ...ofWhole,
    usage: "{{shares 组.部分 组.部分 of=组.整体}}",
    params: ["figure", "figure"],
    many: true,
    condition: false,
  },
  yoy: { ...plain, usage: "{{yoy 组.指标}}", params: ["figure"] },
  chart: {
    ...plain,
    usage: '{{chart 组.指标 组.指标 title="图题"}}',
    params: ["figure"],
    many: true,
    options: { title: "words" },
  },
  all: { ...ofWhole, usage: "{{all 组.部分 of=组.整体}}", params: ["figure"], condition: false },
  none: { ...plain, usage: '{{none 组.指标 "未发生"}}', params: ["figure", "words"] },
  period: { ...plain, usage: "{{period 组.指标}}", params: ["figure"] },
  date: { ...plain, usage: "{{date issued.date}}", params: ["text"] },
  chinese: { ...plain, usage: "{{chinese @number}}", params: ["count"] },
  isZero: { ...plain, usage: "{{#if (isZero 组.指标)}}", params: ["figure"], condition: true },
  isAll: { ...ofWhole, usage: "{{#if (isAll 组.部分 of=组.整体)}}", params: ["figure"], condition: true },
  hasYoy: { ...plain, usage: "{{#if (hasYoy 组.指标)}}", params: ["figure"], condition: true },
  longer: {
    usage: "{{#if (longer office.name than=8)}}",
    params: ["text"],
    options: { than: "count" },
    required: ["than"],
    condition: true,
  },
};

export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(helpers, name);
}
