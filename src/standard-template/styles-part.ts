import { xmlHead } from "../package/xml-text.ts";
import { fonts, footer, size } from "../word/gbt9704.ts";
import { baseLook, standardStyles } from "../word/standard-styles.ts";
import {
  align,
  font,
  letters,
  lines,
  offGrid,
  properties,
  type StandardStyle,
  styleXml,
} from "../word/style-markup.ts";

/** §7.5: odd pages right, even pages left, one character of the page number in. */
const character = size.siHao * 10;
const pageNumber = `${offGrid}${lines(footer.line)}`;

function paragraphStyle(name: string, id: string, builtIn: boolean, look: string): StandardStyle {
  return { name, id, type: "paragraph", builtIn, properties: look, next: null };
}

const footerLook = properties(pageNumber, letters(fonts.song, size.siHao));
const odd = properties(`<w:ind w:right="${character}"/>${align("right")}`);
const even = properties(`<w:ind w:left="${character}"/>${align("left")}`);

/** What a template has of its own: how far its title stands from what is above it, and styles beside the report's. */
export interface OwnStyles {
  readonly title: StandardStyle;
  /** As XML. */
  readonly styles: readonly string[];
}

/** Written by hand: docx's typed styles lack kinsoku, autoSpaceDE, snapToGrid and indents in characters. */
export function stylesPart(
  { title, styles }: OwnStyles = { title: standardStyles.title, styles: [] },
): string {
  const look =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>';
  const plainTable =
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>';
  return [
    `${xmlHead}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${font(fonts.fangSong)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `${look}${baseLook}</w:style>`,
    hidden("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
    hidden("table", "TableNormal", "Normal Table", plainTable),
    hidden("numbering", "NoList", "No List", ""),
    ...Object.values({ ...standardStyles, title }).map((style) =>
      styleXml(style, style.type === "table" ? "TableNormal" : "Normal"),
    ),
    styleXml(paragraphStyle("footer", "Footer", true, footerLook), "Normal"),
    styleXml(paragraphStyle("单页码", "OddPageNumber", false, odd), "Footer"),
    styleXml(paragraphStyle("双页码", "EvenPageNumber", false, even), "Footer"),
    ...styles,
    "</w:styles>",
  ].join("\n");
}

/** The defaults of their kinds, which Word expects to find (ECMA-376 part 1 §17.7.4.17). */
function hidden(type: string, id: string, name: string, look: string): string {
  return (
    `<w:style w:type="${type}" w:default="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>${look}</w:style>`
  );
}
