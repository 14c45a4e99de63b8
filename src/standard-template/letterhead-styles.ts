import { characters, fonts, imprint, linePitch, redHead, size, textWidth } from "../word/gbt9704.ts";
import { standardStyles } from "../word/standard-styles.ts";
import {
  align,
  blankLines,
  font,
  letters,
  lines,
  offGrid,
  properties,
  type StandardStyle,
  styleXml,
} from "../word/style-markup.ts";

/** The styles of a letterhead beside those of the report. */
export const letterheadIds = {
  copyNumber: "CopyNumber",
  marking: "Marking",
  mark: "IssuerMark",
  narrow: "IssuerMarkNarrow",
  small: "IssuerMarkSmall",
  number: "DocumentNumber",
  numberAndSigner: "NumberAndSigner",
  signer: "Signer",
  redLine: "RedLine",
  copies: "Copies",
  printing: "Printing",
  thickLine: "ThickLine",
  thinLine: "ThinLine",
  anchor: "Anchor",
} as const;

interface MarkLook {
  readonly size: number;
  readonly line: number;
  readonly width?: number;
}

/** §7.2.4: red 小标宋, centred. */
function issuerMark({ size: halfPoints, line, width }: MarkLook): string {
  const narrow = width === undefined ? "" : `<w:w w:val="${width}"/>`;
  return properties(
    `${offGrid}${lines(line)}${align("center")}`,
    `${font(fonts.xiaoBiaoSong)}<w:color w:val="${redHead.color}"/><w:spacing w:val="0"/>${narrow}` +
      `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
  );
}

/** A line no higher than its letters, so that the red line stands below the letters (§7.2.5 to §7.2.7). */
const letterLine = size.sanHao * 10;
const beforeNumber = redHead.blankLinesBeforeNumber * linePitch + Math.round((linePitch - letterLine) / 2);
const numberLine = offGrid + lines(letterLine, beforeNumber);
const rightTab = `<w:tabs><w:tab w:val="right" w:pos="${textWidth - characters(1)}"/></w:tabs>`;

/** A line of nothing that carries a border or a table. */
const nothing = 20;
const redLine =
  `<w:pBdr><w:bottom w:val="single" w:sz="${redHead.line}" w:space="0" w:color="${redHead.color}"/></w:pBdr>` +
  `${offGrid}${lines(nothing, redHead.lineFromNumber - nothing)}`;

/** §7.4.2, §7.4.3: one character in on both sides; further lines begin below the first letter after 抄送：. */
const character = size.siHao * 10;
const copies = `${offGrid}${lines(imprint.line)}<w:ind w:left="${4 * character}" w:right="${character}" w:hanging="${3 * character}"/>`;
const printing =
  `<w:tabs><w:tab w:val="right" w:pos="${textWidth - character}"/></w:tabs>` +
  `${offGrid}${lines(imprint.line)}<w:ind w:left="${character}"/>${align("left")}`;
const imprintLetters = letters(fonts.fangSong, size.siHao);

/** §7.4.1 */
function line(thickness: number): string {
  const border = `<w:pBdr><w:bottom w:val="single" w:sz="${thickness}" w:space="0" w:color="auto"/></w:pBdr>`;
  return properties(border + offGrid + lines(nothing));
}

function style(name: string, id: string, look: string): StandardStyle {
  return { name, id, type: "paragraph", builtIn: false, properties: look, next: null };
}

const ids = letterheadIds;

const paragraphStyles: readonly StandardStyle[] = [
  style("份号", ids.copyNumber, properties("")),
  style("密级和紧急程度", ids.marking, properties("", font(fonts.hei))),
  style("发文机关标志", ids.mark, issuerMark(redHead.mark)),
  style("发文机关标志（窄）", ids.narrow, issuerMark(redHead.narrow)),
  style("发文机关标志（小）", ids.small, issuerMark(redHead.small)),
  style("发文字号", ids.number, properties(numberLine + align("center"))),
  style(
    "发文字号和签发人",
    ids.numberAndSigner,
    properties(
      `${rightTab}${numberLine}<w:ind w:firstLineChars="100" w:firstLine="${characters(1)}"/>${align("left")}`,
    ),
  ),
  style("版头分隔线", ids.redLine, properties(redLine)),
  style("抄送机关", ids.copies, properties(copies, imprintLetters)),
  style("印发机关和印发日期", ids.printing, properties(printing, imprintLetters)),
  style("版记分隔线", ids.thickLine, line(imprint.thick)),
  style("版记中间分隔线", ids.thinLine, line(imprint.thin)),
  style("版记位置", ids.anchor, properties(offGrid + lines(nothing))),
];

const signer =
  `<w:style w:type="character" w:customStyle="1" w:styleId="${ids.signer}"><w:name w:val="签发人姓名"/>` +
  `<w:qFormat/>${properties("", font(fonts.kai))}</w:style>`;

export const letterheadStyles: readonly string[] = [
  ...paragraphStyles.map((each) => styleXml(each, "Normal")),
  signer,
];

/** §7.3.1: two lines below the red line. */
export const letterheadTitle: StandardStyle = {
  ...standardStyles.title,
  properties: standardStyles.title.properties.replace(
    blankLines(0, 1),
    blankLines(redHead.blankLinesBeforeTitle, 1),
  ),
};
