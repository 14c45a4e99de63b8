import { characters, charactersALine, dateFromRight } from "../../word/gbt9704.ts";
import { annexNoteLines } from "../annex-note.ts";
import { paragraphXml, type Writing } from "./body.ts";
import { runXml, widthOf } from "./inlines.ts";

/** §7.3.4: in by two characters; a name that runs on goes on below its own beginning. */
export function annexNoteXml(titles: readonly string[], { styles }: Writing): string {
  return annexNoteLines(titles)
    .map((line, index) => {
      const number = titles.length > 1 ? widthOf(`${index + 1}. `) : 0;
      const label = index === 0 ? widthOf("附件：") : 0;
      const left = 2 + widthOf("附件：") + number;
      const gap = index === 0 ? "" : '<w:spacing w:before="0"/>';
      const indent = `<w:ind w:left="${characters(left)}" w:hanging="${characters(label + number)}"/>`;
      return paragraphXml(styles.annexNote, gap + indent, runXml(line));
    })
    .join("");
}

/**
 * §7.3.5.1: the date ends four characters before the right edge, the office is centred over it. Where the office
 * is so wide that it would pass the edge, both move to the left.
 */
export function signatureXml(office: string, date: string, { styles, textWidth }: Writing): string {
  const fromRight = Math.max(dateFromRight, (widthOf(office) - widthOf(date)) / 2);
  const centred = widthOf(date) + 2 * fromRight;
  const left = Math.max(0, textWidth - characters(Math.min(centred, charactersALine)));
  const moved =
    fromRight > dateFromRight ? `<w:ind w:rightChars="0" w:right="${characters(fromRight)}"/>` : "";
  return (
    paragraphXml(styles.signature, `<w:ind w:left="${left}"/>`, runXml(office)) +
    paragraphXml(styles.date, moved, runXml(date))
  );
}
