import { contentType, readRelationships, relationshipsPart } from "../../src/package/opc.ts";
import { descendants, elements, parseXml, type XmlElement } from "../../src/package/xml.ts";
import { partsOf } from "./docx-text.ts";
import { outOfOrder } from "./ooxml-order.ts";

/** What Word stumbles over and validators pass: each fault a line. Empty where there is none. */
export function lintDocx(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  const roots = new Map<string, XmlElement>();
  for (const [name, data] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parsed = parseXml(new TextDecoder().decode(data));
    if (parsed.ok) roots.set(name, parsed.root);
    else faults.push(`${name}: ${parsed.reason}`);
  }
  const stories = [...roots].filter(([, { name }]) =>
    /^w:(document|hdr|ftr|footnotes|endnotes|comments)$/.test(name),
  );
  return [
    ...faults,
    ...contentTypes(roots, parts),
    ...relationships(roots, parts),
    ...styles(roots),
    ...bookmarks(stories),
    ...controls(stories),
    ...stories.flatMap(([name, root]) => [...fields(name, root), ...tables(name, root)]),
    ...[...roots].flatMap(([name, root]) => outOfOrder(root).map((fault) => `${name}: ${fault}`)),
  ];
}

type Roots = ReadonlyMap<string, XmlElement>;
type Story = readonly [string, XmlElement];

function contentTypes(roots: Roots, parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const types = roots.get("[Content_Types].xml");
  if (!types) return ["no content types"];
  const named = elements(types).flatMap(({ attributes }) => attributes.get("PartName")?.slice(1) ?? []);
  const uncovered = [...parts.keys()].filter(
    (part) => part !== "[Content_Types].xml" && contentType(types, part) === null,
  );
  return [
    ...uncovered.map((part) => `no content type for ${part}`),
    ...named.filter((part) => !parts.has(part)).map((part) => `content type for ${part}, which is not there`),
    ...twice(named).map((part) => `two content types for ${part}`),
  ];
}

function relationships(roots: Roots, parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  return ["", ...parts.keys()].flatMap((source) => {
    const links = roots.get(relationshipsPart(source));
    const all = links ? readRelationships(links, source) : [];
    const ids = all.map(({ id }) => id);
    const root = roots.get(source);
    const used = root ? [...descendants(root)].flatMap(({ attributes }) => linkIds(attributes)) : [];
    return [
      ...all
        .filter(({ part }) => part !== null && !parts.has(part))
        .map(({ part }) => `${source}: link to ${part}, which is not there`),
      ...twice(ids).map((id) => `${source}: two links ${id}`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${source}: no link ${id}`),
    ];
  });
}

function linkIds(attributes: ReadonlyMap<string, string>): readonly string[] {
  return [...attributes].filter(([name]) => /^r:(id|embed|link)$/.test(name)).map(([, value]) => value);
}

const styleUses: Readonly<Record<string, string>> = {
  "w:pStyle": "paragraph",
  "w:rStyle": "character",
  "w:tblStyle": "table",
};

function styles(roots: Roots): readonly string[] {
  const part = roots.get("word/styles.xml");
  const defined = part ? elements(part).filter(({ name }) => name === "w:style") : [];
  const ids = defined.map(({ attributes }) => attributes.get("w:styleId") ?? "");
  const types = new Map(
    defined.map(({ attributes }) => [attributes.get("w:styleId"), attributes.get("w:type")]),
  );
  const faults = twice(ids).map((id) => `two styles ${id}`);
  for (const [part, root] of roots)
    for (const { name, attributes } of descendants(root)) {
      const id = attributes.get("w:val") ?? "";
      const type = styleUses[name];
      if (type && types.get(id) !== type) faults.push(`${part}: no ${type} style ${id}`);
      if (/^w:(basedOn|next|link)$/.test(name) && !types.has(id)) faults.push(`${part}: no style ${id}`);
    }
  return faults;
}

function bookmarks(stories: readonly Story[]): readonly string[] {
  const all = stories.flatMap(([part, root]) => [...descendants(root)].map((element) => ({ part, element })));
  const value = (name: string, attribute: string): readonly string[] =>
    all
      .filter(({ element }) => element.name === name)
      .map(({ element }) => element.attributes.get(attribute) ?? "");
  const [starts, ends] = [value("w:bookmarkStart", "w:id"), value("w:bookmarkEnd", "w:id")];
  const names = value("w:bookmarkStart", "w:name");
  return [
    ...twice(starts).map((id) => `two bookmarks ${id}`),
    ...twice(ends).map((id) => `bookmark ${id} ends twice`),
    ...starts.filter((id) => !ends.includes(id)).map((id) => `bookmark ${id} has no end`),
    ...ends.filter((id) => !starts.includes(id)).map((id) => `bookmark ${id} has no start`),
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `two bookmarks ${name}`),
    ...names
      .filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name))
      .map((name) => `bookmark name ${name}`),
    ...stories.flatMap(([, root]) => endsBeforeStart(root)),
  ];
}

function endsBeforeStart(root: XmlElement): readonly string[] {
  const open = new Set<string>();
  const faults: string[] = [];
  for (const { name, attributes } of descendants(root)) {
    const id = attributes.get("w:id") ?? "";
    if (name === "w:bookmarkStart") open.add(id);
    if (name === "w:bookmarkEnd" && !open.has(id)) faults.push(`bookmark ${id} ends before it starts`);
  }
  return faults;
}

function controls(stories: readonly Story[]): readonly string[] {
  const all = stories.flatMap(([, root]) => [...descendants(root)].filter(({ name }) => name === "w:sdt"));
  const property = (control: XmlElement, name: string): string | undefined =>
    [...descendants(control)].find((each) => each.name === name)?.attributes.get("w:val");
  const ids = all.map((control) => property(control, "w:id") ?? "none");
  const empty = all.filter((control) => ![...descendants(control)].some(({ name }) => name === "w:t"));
  const long = all.flatMap((control) =>
    ["w:tag", "w:alias"].filter((name) => (property(control, name) ?? "").length > 64),
  );
  return [
    ...twice(ids).map((id) => `two controls ${id}`),
    ...ids.filter((id) => !/^-?\d{1,10}$/.test(id)).map((id) => `control id ${id}`),
    ...empty.map((control) => `control ${property(control, "w:id")} is empty`),
    ...long.map((name) => `${name} is longer than 64`),
  ];
}

/** begin, separate, end; nested in order; none left open at the end of a story (ECMA-376 part 1 §17.16.18). */
function fields(part: string, root: XmlElement): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { name, attributes } of descendants(root)) {
    if (name !== "w:fldChar") continue;
    const type = attributes.get("w:fldCharType") ?? "";
    if (type === "begin") open.push(type);
    else if (type === "separate" && open.at(-1) === "begin") open[open.length - 1] = type;
    else if (type === "end" && open.length > 0) open.pop();
    else faults.push(`${part}: field ${type} out of place`);
  }
  return open.length > 0 ? [...faults, `${part}: field without end`] : faults;
}

/** A cell ends with a paragraph, and a table is followed by one (ECMA-376 part 1 §17.4.65, §17.4.37). */
function tables(part: string, root: XmlElement): readonly string[] {
  return [...descendants(root)].flatMap((parent) => {
    const blocks = elements(parent).filter(({ name }) => name !== "w:sectPr" && name !== "w:tcPr");
    const bare = parent.name === "w:tc" && blocks.at(-1)?.name !== "w:p";
    const followed = blocks.every(({ name }, index) => name !== "w:tbl" || blocks[index + 1]?.name === "w:p");
    return [
      ...(bare ? [`${part}: a cell without a paragraph`] : []),
      ...(followed ? [] : [`${part}: a table without a paragraph after it`]),
    ];
  });
}

function twice(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
