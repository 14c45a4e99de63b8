import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { footer, headerDistance, linePitch, margins, page } from "../word/gbt9704.ts";
import { stylesPart } from "./styles-part.ts";

/** The standard template as docx writes it: page, grid, footers, relationships and content types. */
export async function docxPackage(): Promise<Uint8Array> {
  const document = new Document({
    externalStyles: stylesPart(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: page,
            margin: { ...margins, header: headerDistance, footer: footer.distance, gutter: 0 },
          },
          grid: { type: "lines", linePitch },
        },
        footers: { default: pageNumber("OddPageNumber"), even: pageNumber("EvenPageNumber") },
        children: [new Paragraph("{{body}}")],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** §7.5: the number between two dashes. */
function pageNumber(style: string): Footer {
  const line = new TextRun({ font: { hint: "eastAsia" }, children: ["— ", PageNumber.CURRENT, " —"] });
  return new Footer({ children: [new Paragraph({ style, children: [line] })] });
}
