import { appendTo, applyEdits } from "../../package/edit.ts";
import { child, elements, type XmlElement } from "../../package/xml.ts";
import { baseLook, type StyleKey, standardStyles } from "../../word/standard-styles.ts";
import { type StandardStyle, styleXml } from "../../word/style-markup.ts";
import type { XmlPart } from "../../word-template/package.ts";

/** The id that each style of a report has in a template. */
export type StyleIds = Readonly<Record<StyleKey, string>>;

export interface ResolvedStyles {
  readonly ids: StyleIds;
  /** The styles part, with those styles of the standard that it lacked. */
  readonly text: string;
  /** Names of the styles that it lacked. */
  readonly missing: readonly string[];
}

const keys = Object.keys(standardStyles) as readonly StyleKey[];

/** What styles that a template lacks stand on: the standard's Normal, whatever the template's own is. */
const base: StandardStyle = {
  name: "公文基准",
  id: "ReportBase",
  type: "paragraph",
  builtIn: false,
  properties: baseLook,
  next: null,
};

/** Looks the styles up by name, as ids change; a style that is not there is the standard's. */
export function resolveStyles(styles: XmlPart): ResolvedStyles {
  const byName = idsByName(styles.root);
  const taken = new Set(elements(styles.root).map(({ attributes }) => attributes.get("w:styleId") ?? ""));
  const known = keys.map((key) => [key, ownStyle(key, byName, styles.root)] as const);
  const ids = Object.fromEntries(
    known.map(([key, id]) => [key, id ?? freeId(standardStyles[key].id, taken)]),
  ) as StyleIds;
  const missing = known.filter(([, id]) => id === undefined).map(([key]) => standardStyles[key]);
  return {
    ids,
    text: withStyles(styles, missing, byName, ids, taken),
    missing: missing.map(({ name }) => name),
  };
}

/** The template's own style: by the standard's name, or by one that offices give it. */
function ownStyle(
  key: StyleKey,
  byName: ReadonlyMap<string, string>,
  styles: XmlElement,
): string | undefined {
  const { type, name } = standardStyles[key];
  const names = [name, ...(usualNames[key] ?? [])];
  const own = names.flatMap((each) => byName.get(nameKey({ type, name: each })) ?? [])[0];
  return own ?? (key === "body" ? indentedText(byName, styles) : undefined);
}

/** 正文 is the text of a report where an office has given it the indent of one; otherwise it is what all styles stand on. */
function indentedText(byName: ReadonlyMap<string, string>, styles: XmlElement): string | undefined {
  const names = ["正文文本", "正文文字", "Body Text", "Normal", "正文"];
  return names
    .flatMap((name) => byName.get(nameKey({ type: "paragraph", name })) ?? [])
    .find((id) => {
      const style = elements(styles).find(({ attributes }) => attributes.get("w:styleId") === id);
      const indent = child(child(style, "w:pPr"), "w:ind")?.attributes;
      return Number(indent?.get("w:firstLineChars")) > 0 || Number(indent?.get("w:firstLine")) > 0;
    });
}

/** Word and WPS write a built-in style's name in English or, converted, in Chinese; offices name their own. */
const usualNames: Readonly<Partial<Record<StyleKey, readonly string[]>>> = {
  title: ["标题", "公文标题", "文章标题", "大标题"],
  heading1: ["标题 1", "标题1", "一级标题", "公文一级标题"],
  heading2: ["标题 2", "标题2", "二级标题", "公文二级标题"],
  heading3: ["标题 3", "标题3", "三级标题", "公文三级标题"],
  heading4: ["标题 4", "标题4", "四级标题", "公文四级标题"],
  body: ["正文首行缩进", "Body Text First Indent", "正文缩进", "Normal Indent"],
  annexNote: ["公文附件说明"],
  annexLabel: ["公文附件"],
  annexTitle: ["公文附件标题"],
  signature: ["落款", "公文署名", "发文机关署名"],
  date: ["公文日期"],
  tableHeader: ["表格标题", "表格表头"],
  tableText: ["表格文字", "表格内容", "表内文字"],
};

function withStyles(
  { text, root }: XmlPart,
  missing: readonly StandardStyle[],
  byName: ReadonlyMap<string, string>,
  ids: StyleIds,
  taken: ReadonlySet<string>,
): string {
  if (missing.length === 0) return text;
  const idOf = new Map(keys.map((key) => [standardStyles[key].id, ids[key]]));
  const baseId = byName.get(nameKey(base)) ?? freeId(base.id, taken);
  const stands = byName.has(nameKey(base)) ? "" : styleXml({ ...base, id: baseId }, null);
  const plainTable = byName.get("table/normal table") ?? null;
  const added = missing.map((style) =>
    styleXml(
      { ...style, id: idOf.get(style.id) ?? style.id, next: style.next && (idOf.get(style.next) ?? null) },
      style.type === "table" ? plainTable : baseId,
    ),
  );
  return applyEdits(text, [appendTo(root, stands + added.join(""))]);
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 1; taken.has(id); number++) id = `${wanted}${number}`;
  return id;
}

/** Word's own names differ in case between programs: `heading 1`, `Heading 1`. */
function nameKey({ type, name }: Pick<StandardStyle, "name"> & { readonly type: string }): string {
  return `${type}/${name.toLowerCase()}`;
}

function idsByName(root: XmlElement): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const style of elements(root)) {
    const id = style.attributes.get("w:styleId");
    const type = style.attributes.get("w:type") ?? "paragraph";
    if (style.name !== "w:style" || id === undefined) continue;
    for (const name of namesOf(style))
      if (!ids.has(nameKey({ type, name }))) ids.set(nameKey({ type, name }), id);
  }
  return ids;
}

function namesOf(style: XmlElement): readonly string[] {
  const name = child(style, "w:name")?.attributes.get("w:val") ?? "";
  const aliases = child(style, "w:aliases")?.attributes.get("w:val") ?? "";
  return [name, ...aliases.split(",")].map((each) => each.trim()).filter((each) => each !== "");
}
