import { applyEdits, type Edit } from "../../package/edit.ts";
import { child, descendants, elements, parseXml, type XmlElement } from "../../package/xml.ts";
import { escapeAttribute } from "../../package/xml-text.ts";
import type { Marks } from "./marks.ts";

/**
 * Makes a filled part sound again: what was repeated has ids of its own, and what lost its paragraphs or rows is what
 * the format allows.
 */
export function repair(xml: string, marks: Marks): string {
  const whole = renumbered(xml, marks);
  return applyEdits(whole, shapeEdits(rootOf(whole)));
}

function rootOf(xml: string): XmlElement {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(`a filled part is ${parsed.reason}`);
  return parsed.root;
}

function renumbered(xml: string, marks: Marks): string {
  const all = [...descendants(rootOf(xml))];
  return applyEdits(xml, [
    ...bookmarkEdits(all, xml, marks),
    ...controlEdits(all, xml, marks),
    ...drawingEdits(all, xml),
    ...commentEdits(all),
    ...paragraphIdEdits(all, xml),
  ]);
}

/** The start tag of an element with one of its attributes changed. */
function withAttribute(
  xml: string,
  { start, end }: XmlElement,
  values: Readonly<Record<string, string>>,
): Edit {
  const tagEnd = start + (/^<(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(xml.slice(start, end))?.[0].length ?? 0);
  const tag = Object.entries(values).reduce(
    (text, [name, value]) =>
      text.replace(
        new RegExp(`\\s${name}=(?:"[^"]*"|'[^']*')`),
        () => ` ${name}="${escapeAttribute(value)}"`,
      ),
    xml.slice(start, tagEnd),
  );
  return { start, end: tagEnd, xml: tag };
}

function gone({ start, end }: XmlElement): Edit {
  return { start, end, xml: "" };
}

function named(all: readonly XmlElement[], name: string): readonly XmlElement[] {
  return all.filter((each) => each.name === name);
}

interface Pair {
  readonly start: XmlElement;
  readonly end: XmlElement;
}

/** The second pair of one id or name is a bookmark of its own; half a pair is none. */
function bookmarkEdits(all: readonly XmlElement[], xml: string, marks: Marks): readonly Edit[] {
  const { pairs, halves } = bookmarkPairs(all);
  const taken = new Set<string>();
  const repeated = pairs.filter(({ start: { attributes } }) => {
    const own = [`id ${attributes.get("w:id")}`, `name ${attributes.get("w:name")?.toLowerCase()}`];
    const isAgain = own.some((each) => taken.has(each));
    for (const each of own) taken.add(each);
    return isAgain;
  });
  const renamed = repeated.flatMap(({ start, end }) => {
    const { bookmarkId, bookmarkName } = marks.again(start.attributes.get("w:name") ?? "");
    const id = { "w:id": String(bookmarkId) };
    return [withAttribute(xml, start, { ...id, "w:name": bookmarkName }), withAttribute(xml, end, id)];
  });
  return [...renamed, ...halves.map(gone)];
}

function bookmarkPairs(all: readonly XmlElement[]): {
  readonly pairs: readonly Pair[];
  readonly halves: readonly XmlElement[];
} {
  const open = new Map<string, XmlElement>();
  const [pairs, halves]: [Pair[], XmlElement[]] = [[], []];
  for (const each of all) {
    const id = each.attributes.get("w:id") ?? "";
    const start = open.get(id);
    if (each.name === "w:bookmarkStart") {
      if (start) halves.push(start);
      open.set(id, each);
    } else if (each.name === "w:bookmarkEnd") {
      if (start) pairs.push({ start, end: each });
      else halves.push(each);
      open.delete(id);
    }
  }
  return {
    pairs: pairs.toSorted((a, b) => a.start.start - b.start.start),
    halves: [...halves, ...open.values()],
  };
}

function controlEdits(all: readonly XmlElement[], xml: string, marks: Marks): readonly Edit[] {
  const ids = named(all, "w:sdtPr").flatMap((each) => child(each, "w:id") ?? []);
  return again(ids, "w:val").map((each) =>
    withAttribute(xml, each, { "w:val": String(marks.again("control").controlId) }),
  );
}

function drawingEdits(all: readonly XmlElement[], xml: string): readonly Edit[] {
  const drawings = named(all, "wp:docPr");
  let id = drawings
    .map(({ attributes }) => Number(attributes.get("id")))
    .reduce((highest, each) => (each < 1e9 && each > highest ? each : highest), 0);
  return again(drawings, "id").map((each) => withAttribute(xml, each, { id: String(++id) }));
}

/** A comment is about one place (ECMA-376 part 1 §17.13.4.5): what is repeated goes without. */
function commentEdits(all: readonly XmlElement[]): readonly Edit[] {
  const referred = new Set(named(all, "w:commentReference").map(({ attributes }) => attributes.get("w:id")));
  return ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"].flatMap((name) => {
    const marks = named(all, name);
    const extra = new Set(again(marks, "w:id"));
    return marks.filter((each) => extra.has(each) || !referred.has(each.attributes.get("w:id"))).map(gone);
  });
}

function paragraphIdEdits(all: readonly XmlElement[], xml: string): readonly Edit[] {
  const withIds = all.filter(
    ({ name, attributes }) => (name === "w:p" || name === "w:tr") && attributes.has("w14:paraId"),
  );
  return again(withIds, "w14:paraId").map((each) => {
    const edit = withAttribute(xml, each, {});
    return { ...edit, xml: edit.xml.replace(/\sw14:(?:paraId|textId)=(?:"[^"]*"|'[^']*')/g, "") };
  });
}

/** Those whose attribute has a value that one before has. */
function again(all: readonly XmlElement[], attribute: string): readonly XmlElement[] {
  const seen = new Set<string>();
  return all.filter(({ attributes }) => {
    const value = attributes.get(attribute) ?? "";
    return seen.has(value) || !seen.add(value);
  });
}

const small =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';
const needParagraph: ReadonlySet<string> = new Set([
  "w:tc",
  "w:hdr",
  "w:ftr",
  "w:txbxContent",
  "w:footnote",
  "w:endnote",
]);
const blocks: ReadonlySet<string> = new Set(["w:p", "w:tbl", "w:sdt", "w:customXml"]);

/** No table without rows, none right before another or at the end of a cell, no cell and no header without a paragraph. */
function shapeEdits(root: XmlElement): readonly Edit[] {
  return [...descendants(root)].flatMap((parent): readonly Edit[] => {
    const inside = elements(parent);
    const edits = inside.flatMap((each, index): readonly Edit[] => {
      if (each.name !== "w:tbl") return [];
      if (![...descendants(each)].some(({ name }) => name === "w:tr")) return [gone(each)];
      const next = inside.slice(index + 1).find(({ name }) => blocks.has(name));
      return next?.name === "w:tbl" || (!next && needParagraph.has(parent.name))
        ? [{ start: each.end, end: each.end, xml: small }]
        : [];
    });
    const isBare =
      needParagraph.has(parent.name) &&
      !inside.some(({ name }) => name === "w:p" || name === "w:tbl" || name === "w:sdt");
    return isBare ? [...edits, { start: parent.contentEnd, end: parent.contentEnd, xml: "<w:p/>" }] : edits;
  });
}
