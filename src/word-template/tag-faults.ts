import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { elements, type XmlElement } from "../package/xml.ts";
import type { Parts } from "../package/zip.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parseTemplate } from "../template/parse-template.ts";
import { isReadThrough } from "./atoms.ts";
import type { SpanOf } from "./match-blocks.ts";
import type { Segment } from "./source-builder.ts";
import type { Surveyed, SurveyedPart } from "./survey.ts";

/** Each tag by itself: what the parser would stumble over, all of it at once. */
export function tagFaults(
  segments: readonly Segment[],
  spanOf: SpanOf,
): { readonly wrong: ReadonlySet<Segment>; readonly diagnostics: readonly Diagnostic[] } {
  const wrong = new Set<Segment>();
  const diagnostics: Diagnostic[] = [];
  for (const segment of segments) {
    if (segment.kind !== "tag") continue;
    const { kind, name, source } = segment.place.tag;
    const text =
      kind === "open" ? `${source}{{/${name}}}` : kind === "else" ? `{{#if x}}${source}{{/if}}` : source;
    if (kind === "close") continue;
    const span = spanOf(segment.place);
    if (kind === "print" && /^\{+~?&?\s*chart\b/.test(source))
      diagnostics.push(diagnostic("word-chart", span, {}));
    const parsed = parseTemplate("tag", { path: span.file.path, text }, () => span);
    if (!parsed.value) wrong.add(segment);
    diagnostics.push(...parsed.diagnostics);
  }
  return { wrong, diagnostics };
}

/** Braces that are no tag and look like one. */
export function braceFaults({ paragraphs }: SurveyedPart, file: SourceFile): readonly Diagnostic[] {
  const all = [...paragraphs.values()];
  const excused = new Set<Surveyed>();
  return all.flatMap((paragraph, index) =>
    (paragraph.tagged?.faults ?? []).flatMap(({ kind, start, end }, at) => {
      const span = { file, start: paragraph.at + start, end: paragraph.at + end };
      if (kind === "unopened" && at === 0 && excused.has(paragraph)) return [];
      if (kind === "raw") return [diagnostic("template-unsupported", span, { what: "{{{{" })];
      const next = kind === "unclosed" ? goesOnIn(paragraph, all[index + 1]) : null;
      if (next) excused.add(next);
      return [diagnostic("word-tag-broken", span, { kind: next ? "split" : kind })];
    }),
  );
}

/** Whether the tag that is open at a paragraph's end is closed in the next one. */
function goesOnIn({ text, parent }: Surveyed, next: Surveyed | undefined): Surveyed | null {
  if (!next || next.parent !== parent || text.lastIndexOf("{{") < text.lastIndexOf("}}")) return null;
  const close = next.text.indexOf("}}");
  const open = next.text.indexOf("{{");
  return close >= 0 && (open < 0 || close < open) ? next : null;
}

/** Tags where nobody would fill them: in fields, deleted text, drawings. */
export function unreachableTags(
  surveyed: readonly SurveyedPart[],
  parts: Parts,
  file: SourceFile,
): readonly Diagnostic[] {
  const read = new Set(surveyed.map(({ part }) => part.name));
  const others = [...parts].filter(
    ([name]) => /^word\/(?:charts|diagrams|drawings)\/[^/]+\.xml$/.test(name) && !read.has(name),
  );
  return [
    ...surveyed.flatMap((part) => inStory(part, file)),
    ...others.flatMap(([name, bytes]) => tagInPart(name, bytes, file)),
  ];
}

function inStory({ part, paragraphs }: SurveyedPart, file: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (element: XmlElement, paragraph: Surveyed | null, isRead: boolean): void => {
    const around = paragraphs.get(element) ?? paragraph;
    const text = element.children.filter((each) => typeof each === "string").join("");
    if (text.includes("{{") && !(element.name === "w:t" && isRead)) {
      const facts = { text: text.trim().slice(0, 60), where: whereOf[element.name] ?? ("drawing" as const) };
      found.push(diagnostic("word-tag-unreachable", around && lineOf(around, file), facts));
    }
    const goesOn = element.name === "w:p" || (isRead && isReadThrough(element.name));
    for (const each of elements(element)) visit(each, around, goesOn);
  };
  visit(part.root, null, false);
  return found;
}

const whereOf: Readonly<Record<string, "field" | "deleted">> = {
  "w:instrText": "field",
  "w:delText": "deleted",
  "w:delInstrText": "deleted",
  "w:t": "deleted",
};

function lineOf({ at, text }: Surveyed, file: SourceFile): Span {
  return { file, start: at, end: at + text.length };
}

function tagInPart(name: string, bytes: Uint8Array, { path }: SourceFile): readonly Diagnostic[] {
  const text = />([^<]*\{\{[^<]*)</.exec(new TextDecoder().decode(bytes))?.[1];
  if (text === undefined) return [];
  return [
    diagnostic("word-tag-unreachable", null, {
      text: `${path} ${name}: ${text.slice(0, 60)}`,
      where: "drawing",
    }),
  ];
}
