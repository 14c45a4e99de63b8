import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../package/edit.ts";
import { zip } from "../../package/zip.ts";
import { bodyXml } from "./body.ts";
import { holdsForbidden } from "./characters.ts";
import { ChartMarks } from "./chart/chart-marks.ts";
import { chartParts } from "./chart/chart-parts.ts";
import { propertyParts } from "./core-properties.ts";
import { refused, type TemplateFault } from "./fault.ts";
import { Marks } from "./marks.ts";
import { findPlace, type Place } from "./place.ts";
import { type ResolvedStyles, resolveStyles } from "./styles.ts";
import { openTemplate, type Template } from "./template.ts";

export type DocxResult =
  | {
      readonly ok: true;
      /** Made when they are asked for: a check does without. */
      readonly bytes: Uint8Array;
      readonly missingStyles: readonly string[];
    }
  | { readonly ok: false; readonly reason: TemplateFault };

/** Fills a Word template: its paragraph `{{body}}` becomes the document. Same input, same bytes. */
export function renderDocx(document: Document, template: Uint8Array): DocxResult {
  if (holdsForbidden(document)) return refused("forbidden-character");
  const opened = openTemplate(template);
  if (!opened.ok) return opened;
  const { document: main, styles } = opened.value;
  const place = findPlace(main);
  if (!place.ok) return place;
  const resolved = resolveStyles(styles);
  return {
    ok: true,
    get bytes() {
      return write(document, opened.value, place.value, resolved);
    },
    missingStyles: resolved.missing,
  };
}

function write(
  document: Document,
  template: Template,
  { paragraph, keep, textWidth }: Place,
  { ids, text }: ResolvedStyles,
): Uint8Array {
  const { parts, document: main, styles } = template;
  const charts = chartParts(document, template);
  const body = bodyXml(document, {
    styles: ids,
    marks: new Marks(main.root),
    charts: new ChartMarks(main.root, charts.links),
    textWidth,
  });
  const written = new Map(parts);
  const filled = applyEdits(main.text, [{ start: paragraph.start, end: paragraph.end, xml: keep + body }]);
  written.set(main.name, new TextEncoder().encode(filled));
  const others = [[styles.name, text] as const, ...propertyParts(document, template, charts.types)];
  for (const [name, xml] of others) written.set(name, bytesOf(template, name, xml));
  for (const [name, bytes] of charts.parts) written.set(name, bytes);
  return zip(written);
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
