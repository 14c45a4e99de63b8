import { redHead, textWidth } from "../word/gbt9704.ts";
import { letterheadIds as styles } from "./letterhead-styles.ts";

/**
 * The body of `templates/letterhead.docx`, from above. A line is a paragraph of the Word file: its style, and its words
 * with their tags. What the year's data does not have leaves no trace.
 */
export function letterheadBody(): string {
  return [
    aboveTheHead([
      [styles.copyNumber, "{{#if issued.copyNumber}}"],
      [styles.copyNumber, "{{issued.copyNumber}}"],
      [styles.copyNumber, "{{/if}}"],
      [styles.marking, "{{#if issued.secrecy}}"],
      [styles.marking, "{{issued.secrecy}}"],
      [styles.marking, "{{/if}}"],
      [styles.marking, "{{#if issued.urgency}}"],
      [styles.marking, "{{issued.urgency}}"],
      [styles.marking, "{{/if}}"],
    ]),
    paragraph(styles.small, "{{#if (longer office.name than=13)}}"),
    paragraph(styles.small, "{{office.name}}文件"),
    paragraph(styles.narrow, "{{else if (longer office.name than=8)}}"),
    paragraph(styles.narrow, "{{office.name}}文件"),
    paragraph(styles.mark, "{{else}}"),
    paragraph(styles.mark, "{{office.name}}文件"),
    paragraph(styles.mark, "{{/if}}"),
    paragraph(styles.numberAndSigner, "{{#if issued.signer}}"),
    paragraph(
      styles.numberAndSigner,
      "{{#if issued.number}}{{issued.number}}{{/if}}",
      tab,
      "签发人：",
      signer("{{issued.signer}}"),
    ),
    paragraph(styles.number, "{{else}}"),
    paragraph(styles.number, "{{#if issued.number}}{{issued.number}}{{/if}}"),
    paragraph(styles.number, "{{/if}}"),
    paragraph(styles.redLine),
    paragraph(null, "{{body}}"),
    paragraph(styles.anchor, "{{#if issued.copiesTo}}"),
    atTheFoot(1, [
      [styles.thickLine],
      [styles.copies, "抄送：{{issued.copiesTo}}。"],
      [styles.thinLine, "{{#if issued.printed}}"],
      [styles.thinLine],
      [styles.printing, "{{issued.printed.office}}", tab, "{{date issued.printed.date}}印发"],
      [styles.thinLine, "{{/if}}"],
      [styles.thickLine],
    ]),
    paragraph(styles.anchor, "{{else if issued.printed}}"),
    atTheFoot(2, [
      [styles.thickLine],
      [styles.printing, "{{issued.printed.office}}", tab, "{{date issued.printed.date}}印发"],
      [styles.thickLine],
    ]),
    paragraph(styles.anchor, "{{/if}}"),
  ].join("");
}

type Line = readonly [style: string, ...words: readonly string[]];
const tab = "<w:r><w:tab/></w:r>";

function run(words: string, rPr = ""): string {
  return `<w:r>${rPr}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** §7.2.6: the name in 楷体. */
function signer(words: string): string {
  return run(words, `<w:rPr><w:rStyle w:val="${styles.signer}"/></w:rPr>`);
}

function paragraph(style: string | null, ...words: readonly string[]): string {
  const look = style === null ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${look}${words.map((each) => (each.startsWith("<") ? each : run(each))).join("")}</w:p>`;
}

const noSpace = ["top", "left", "bottom", "right"]
  .map((side) => `<w:${side} w:w="0" w:type="dxa"/>`)
  .join("");

/** A row of fixed height keeps the place of the head, whatever stands above it. */
function aboveTheHead(lines: readonly Line[]): string {
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>${noSpace}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${textWidth}"/></w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${redHead.markFromTop}" w:hRule="exact"/></w:trPr>` +
    `<w:tc><w:tcPr><w:tcW w:w="${textWidth}" w:type="dxa"/></w:tcPr>` +
    `${lines.map((each) => paragraph(...each)).join("")}${paragraph(styles.anchor)}</w:tc></w:tr></w:tbl>`
  );
}

/** In points. The height is that of one line, and grows with the words: LibreOffice never makes it less. */
const box = { width: textWidth / 20, height: 23 } as const;

/**
 * §7.4: the lines of the imprint in a text box whose lower edge is that of the type area, on the page where the report
 * ends. VML, since one form of it is read by all programs; LibreOffice does not float a table as wide as the text.
 */
function atTheFoot(id: number, imprint: readonly Line[]): string {
  const style = [
    `position:absolute;margin-left:0;margin-top:0;width:${box.width}pt;height:${box.height}pt;z-index:${id}`,
    ...["left", "top", "right", "bottom"].map((side) => `mso-wrap-distance-${side}:0`),
    "mso-position-horizontal:left;mso-position-horizontal-relative:margin",
    "mso-position-vertical:bottom;mso-position-vertical-relative:margin",
  ].join(";");
  return (
    `<w:p><w:pPr><w:pStyle w:val="${styles.anchor}"/></w:pPr><w:r><w:pict ` +
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w10="urn:schemas-microsoft-com:office:word">' +
    `<v:rect id="Imprint${id}" style="${style}" filled="f" stroked="f">` +
    '<v:textbox style="mso-fit-shape-to-text:t" inset="0,0,0,0"><w:txbxContent>' +
    imprint.map((each) => paragraph(...each)).join("") +
    '</w:txbxContent></v:textbox><w10:wrap type="topAndBottom" anchorx="margin" anchory="margin"/>' +
    "</v:rect></w:pict></w:r></w:p>"
  );
}
