import type { Document } from "../../document/document.ts";
import { type BuiltReport, recordOf } from "../../document/record.ts";
import type { FilledStory } from "../../document/story.ts";
import { applyEdits } from "../../package/edit.ts";
import { packQuickly, zip } from "../../package/zip.ts";
import { detachedParts } from "../../word-template/content.ts";
import { refused, type TemplateFault } from "../../word-template/fault.ts";
import type { Template } from "../../word-template/package.ts";
import { readWordTemplate, type Story, type WordTemplate } from "../../word-template/read-word-template.ts";
import type { Writing } from "./body.ts";
import { holdsForbidden } from "./characters.ts";
import { ChartMarks } from "./chart/chart-marks.ts";
import { chartParts } from "./chart/chart-parts.ts";
import { propertyParts } from "./core-properties.ts";
import { fillStory, plainContent } from "./fill-story.ts";
import { Marks } from "./marks.ts";
import { recordPlace, recordXml } from "./record-part.ts";
import { Recorder } from "./recorder.ts";
import { repair } from "./repair.ts";
import { type ResolvedStyles, resolveStyles } from "./styles.ts";

export type DocxResult =
  | {
      readonly ok: true;
      /** Made when they are asked for: a check does without. */
      readonly bytes: Uint8Array;
      /** The words that they hold, each with its source. */
      readonly report: BuiltReport;
      readonly missingStyles: readonly string[];
    }
  | { readonly ok: false; readonly reason: TemplateFault };

/**
 * Fills a Word template: its tags, and its paragraph `{{body}}` with the document's blocks. Same input, same bytes.
 * `shipped`: the folder of the files that are shipped with the program.
 */
export function renderDocx(
  document: Document,
  bytes: Uint8Array,
  path: string = "",
  shipped: string | null = null,
): DocxResult {
  if (holdsForbidden(document)) return refused("forbidden-character");
  const { template, fault } = readWordTemplate(path, bytes);
  if (!template) return fault ? { ok: false, reason: fault } : refused("unknown-tag");
  const given = new Map(document.stories.map(({ part, content }) => [part, content]));
  if (template.stories.some(({ part, tags }) => tags.length > 0 && !given.has(part.name)))
    return refused("unknown-tag");
  const resolved = resolveStyles(template.opened.styles);
  return {
    ok: true,
    get bytes() {
      return write(document, template, given, resolved, shipped).bytes;
    },
    get report() {
      return write(document, template, given, resolved, shipped).report;
    },
    missingStyles: resolved.missing,
  };
}

type Given = ReadonlyMap<string, FilledStory["content"]>;

function write(
  document: Document,
  template: WordTemplate,
  given: Given,
  { ids, text }: ResolvedStyles,
  shipped: string | null,
): { readonly bytes: Uint8Array; readonly report: BuiltReport } {
  const { opened, body } = template;
  const { document: main, styles } = opened;
  const charts = chartParts(document, opened);
  const place = recordPlace(opened);
  const marks = new Marks(template.parts.map(({ part }) => part.root));
  const recorder = new Recorder(template.file, marks.bookmarks, shipped);
  const writing: Writing = {
    styles: ids,
    marks,
    recorder,
    charts: new ChartMarks(main.root, charts.links),
    textWidth: body.textWidth,
  };
  const written = new Map(opened.parts);
  const put = (name: string, xml: string): void => void written.set(name, bytesOf(opened, name, xml));
  const detached = detachedParts(opened);
  for (const [name, edits] of detached)
    put(name, applyEdits(new TextDecoder().decode(opened.parts.get(name)), edits));
  for (const { part, story: kind, notes } of template.parts) {
    recorder.part(kind);
    const story = template.stories.find((each) => each.part === part);
    if (!story) recorder.notes(notes);
    else put(part.name, filled(story, given.get(part.name) ?? plainContent(story), document, writing));
  }
  put(styles.name, text);
  const { documentRelationships: links } = opened;
  put(
    links.name,
    applyEdits(links.text, [...(detached.get(links.name) ?? []), ...charts.linkEdits, ...place.links]),
  );
  for (const [name, xml] of place.parts) put(name, xml);
  for (const [name, xml] of propertyParts(document, opened, [...charts.types, ...place.types]))
    put(name, xml);
  for (const [name, part] of charts.parts) written.set(name, part);
  const report = { year: document.year, template: recorder.template, paragraphs: recorder.paragraphs };
  const own = bytesOf(opened, place.name, recordXml(recordOf(report), written, place.name));
  packQuickly(own);
  written.set(place.name, own);
  return { bytes: zip(written), report };
}

interface LastWritten {
  readonly xml: string;
  readonly bytes: Uint8Array;
}

const lastWritten = new WeakMap<Template, Map<string, LastWritten>>();

/** The bytes of a part, the very same as those of the last report where that has the same. */
function bytesOf(template: Template, name: string, xml: string): Uint8Array {
  const parts = lastWritten.get(template) ?? new Map<string, LastWritten>();
  lastWritten.set(template, parts);
  const last = parts.get(name);
  if (last?.xml === xml) return last.bytes;
  const bytes = new TextEncoder().encode(xml);
  parts.set(name, { xml, bytes });
  return bytes;
}

function filled(
  story: Story,
  content: Parameters<typeof fillStory>[1],
  document: Document,
  writing: Writing,
): string {
  const xml = fillStory(story, content, document, writing);
  return story.tags.length > 0 ? repair(xml, writing.marks) : xml;
}
