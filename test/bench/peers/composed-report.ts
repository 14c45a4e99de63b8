/** A report whose text is ready: what every peer fills its template with. */
export interface ComposedReport {
  readonly title: string;
  readonly opening: readonly Text[];
  readonly chapters: readonly Chapter[];
  /** 附件：… below the body. */
  readonly annexNote: string;
  readonly annexLabel: string;
  readonly annexTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly AnnexRow[];
}

export interface Text {
  readonly text: string;
}

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly Text[];
}

export interface Chapter extends Section {
  readonly sections: readonly Section[];
}

export const cells = ["number", "area", "indicator", "unit", "value", "department"] as const;

export type AnnexRow = Readonly<Record<(typeof cells)[number], string>>;

const text = { type: "string", minLength: 1 };
const texts = { type: "array", items: object({ text }) };

/** What a sensible script would have its data checked with. */
export const composedSchema: object = object({
  title: text,
  opening: texts,
  chapters: {
    type: "array",
    minItems: 1,
    items: object({
      heading: text,
      paragraphs: texts,
      sections: { type: "array", items: object({ heading: text, paragraphs: texts }) },
    }),
  },
  annexNote: text,
  annexLabel: text,
  annexTitle: text,
  columns: { type: "array", items: text, minItems: cells.length, maxItems: cells.length },
  rows: { type: "array", items: object(Object.fromEntries(cells.map((cell) => [cell, text]))) },
});

function object(properties: Readonly<Record<string, unknown>>): object {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}
