import { descendants, elements, type XmlElement } from "../../src/package/xml.ts";

/** The order of children that the transitional schema prescribes, for the elements that we write (wml.xsd). */
const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs " +
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd " +
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment " +
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish " +
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang " +
    "eastAsianLayout specVanish oMath",
  "w:sdt": "sdtPr sdtEndPr sdtContent",
  "w:sdtPr":
    "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex richText text",
  "w:tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd " +
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:tblBorders": "top left start bottom right end insideH insideV",
  "w:tblCellMar": "top left start bottom right end",
  "w:tr": "tblPrEx trPr tc",
  "w:tc": "tcPr p",
  "w:tcPr":
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols " +
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal " +
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:styles": "docDefaults latentStyles style",
  "w:settings":
    "writeProtection view zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr " +
    "endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
};

/** Elements that are not listed are passed over: a letterhead may have others. */
export function outOfOrder(root: XmlElement): readonly string[] {
  return [...descendants(root)].flatMap((parent) => {
    const order = orders[parent.name]?.split(" ");
    if (!order) return [];
    const rank = ({ name }: XmlElement): number => order.indexOf(name.replace(/^w:/, ""));
    const listed = elements(parent).filter((each) => rank(each) >= 0);
    const wrong = listed.find((each, index) => index > 0 && rank(each) < rank(listed[index - 1] ?? each));
    return wrong ? [`${wrong.name} stands out of order in ${parent.name}`] : [];
  });
}
