import { descendants, type XmlElement } from "../../../package/xml.ts";

/** Gives the charts of one document, in order, their relationships and the ids of their drawings. */
export class ChartMarks {
  private readonly links: readonly string[];
  private id: number;
  private used = 0;

  constructor(template: XmlElement, links: readonly string[]) {
    this.links = links;
    const ids = [...descendants(template)]
      .filter(({ name }) => name === "wp:docPr")
      .map(({ attributes }) => Number(attributes.get("id")))
      .filter((id) => Number.isInteger(id) && id < 1_000_000_000);
    this.id = ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  }

  next(): { readonly link: string; readonly id: number } {
    return { link: this.links[this.used++] ?? "", id: this.id++ };
  }
}
