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
  const known = keys.map((key) => [key, byName.get(nameKey(standardStyles[key]))] as const);
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
