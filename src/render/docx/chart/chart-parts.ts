import type { Document } from "../../../document/document.ts";
import type { Edit } from "../../../package/edit.ts";
import { addRelationships, relationshipsPart, setContentType } from "../../../package/opc.ts";
import { xmlHead } from "../../../package/xml-text.ts";
import type { Chart } from "../../../template/chart.ts";
import { type Cell, workbook, workbookType } from "../../../word/workbook.ts";
import type { Template } from "../../../word-template/package.ts";
import { chartXml } from "./chart-xml.ts";

const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const chartOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";
const packageOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package";

export interface ChartParts {
  readonly parts: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** What announces them in the content types. */
  readonly types: readonly Edit[];
  /** What is added to the relationships of the document. */
  readonly linkEdits: readonly Edit[];
  /** The id of each chart's relationship, in the order of the document. */
  readonly links: readonly string[];
}

/** The charts of a document as parts beside its text, each with its numbers in a workbook of its own. */
export function chartParts({ blocks }: Document, template: Template): ChartParts {
  const charts = blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
  if (charts.length === 0) return { parts: [], types: [], linkEdits: [], links: [] };
  const { document, documentRelationships: links, contentTypes } = template;
  const folder = document.name.slice(0, document.name.lastIndexOf("/") + 1);
  const first = firstFree(template, folder);
  const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);
  const made = charts.map((chart, index) => {
    const number = first + index;
    const [name, data] = [chartName(folder, number), workbookName(folder, number)];
    const link =
      `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${packageOf}" Target="../${data.slice(folder.length)}"/></Relationships>`;
    const parts = [
      [name, encode(chartXml(chart, "rId1"))],
      [relationshipsPart(name), encode(link)],
      [data, workbook(cellsOf(chart))],
    ] as const;
    const types = [
      setContentType(contentTypes.root, name, chartType),
      setContentType(contentTypes.root, data, workbookType),
    ];
    return { name, parts, types };
  });
  const added = addRelationships(
    links.root,
    chartOf,
    made.map(({ name }) => name.slice(folder.length)),
  );
  return {
    parts: made.flatMap(({ parts }) => parts),
    types: made.flatMap(({ types }) => types.flatMap((edit) => edit ?? [])),
    linkEdits: [added.edit],
    links: added.ids,
  };
}

function chartName(folder: string, number: number): string {
  return `${folder}charts/chart${number}.xml`;
}

function workbookName(folder: string, number: number): string {
  return `${folder}embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
}

/** A template may hold charts of its own. */
function firstFree({ parts }: Template, folder: string): number {
  const numbers = [...parts.keys()].flatMap((name) => {
    const inside = name.toLowerCase().startsWith(folder.toLowerCase()) ? name.slice(folder.length) : "";
    return Number(/^(?:charts\/chart|embeddings\/Microsoft_Excel_Sheet)(\d{1,6})\./i.exec(inside)?.[1] ?? 0);
  });
  return Math.max(0, ...numbers) + 1;
}

/** The years below one another, a column an indicator: what Word shows under "edit data". */
function cellsOf({ years, series }: Chart): readonly (readonly Cell[])[] {
  const header = [null, ...series.map(({ label }) => ({ text: label }))];
  const rows = years.map((year, index): readonly Cell[] => [
    { text: `${year}年` },
    ...series.map(({ points }) => {
      const point = points[index];
      return point ? { number: point.value } : null;
    }),
  ]);
  return [header, ...rows];
}
