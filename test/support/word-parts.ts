import { zip } from "../../src/package/zip.ts";
import { standardDocx } from "./docx-template.ts";
import { partsOf } from "./docx-text.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/** The declarations of those prefixes that XML uses, and of `r`. */
function namesIn(xml: string): string {
  return others
    .split(/ (?=xmlns:)/)
    .filter((each) => /^xmlns:r=/.test(each) || xml.includes(`${/^xmlns:(\w+)/.exec(each)?.[1]}:`))
    .join(" ");
}

const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const stories = {
  "header.xml": { root: "w:hdr", type: "header" },
  "footnotes.xml": { root: "w:footnotes", type: "footnotes" },
  "endnotes.xml": { root: "w:endnotes", type: "endnotes" },
  "comments.xml": { root: "w:comments", type: "comments" },
  "commentsExtended.xml": { root: "w15:commentsEx", type: "commentsExtended" },
  "numbering.xml": { root: "w:numbering", type: "numbering" },
} as const;

/**
 * The standard template with other content. `body.xml`, `header.xml`, `footnotes.xml` and the like hold what stands
 * in those elements, without the element; a body without {{body}} is given one at its end. Other names are parts
 * that are laid over the template's as they are.
 */
export function wordTemplate(given: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const parts = new Map(partsOf(standardDocx));
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const put = (name: string, xml: string): void => void parts.set(name, new TextEncoder().encode(xml));
  const inside = (xml: string | Uint8Array): string =>
    (typeof xml === "string" ? xml : new TextDecoder().decode(xml))
      .replace(/\n\s*/g, "")
      .replace(/<!--[\s\S]*?-->/g, "");
  for (const [name, content] of given) {
    const story = Object.entries(stories).find(([key]) => key === name)?.[1];
    if (name === "body.xml") {
      put(
        "word/document.xml",
        text("word/document.xml")
          .replace(/<w:p>.*<\/w:p>/, () => inside(content))
          .replace(/ xmlns:r="[^"]*"/, () => ` ${namesIn(inside(content))}`),
      );
    } else if (story) {
      const { root, type } = story;
      put(
        `word/${name}`,
        `<?xml version="1.0" encoding="UTF-8"?><${root} ${w} ${namesIn(inside(content))}>${inside(content)}</${root}>`,
      );
      const link = `<Relationship Id="rIdNew${type}" Type="${officeDocument}/${type}" Target="${name}"/>`;
      put(
        "word/_rels/document.xml.rels",
        text("word/_rels/document.xml.rels").replace("</Relationships>", () => `${link}</Relationships>`),
      );
      const override = `<Override PartName="/word/${name}" ContentType="${mainType}.${type}+xml"/>`;
      put(
        "[Content_Types].xml",
        text("[Content_Types].xml").replace("</Types>", () => `${override}</Types>`),
      );
      if (type === "header")
        put(
          "word/document.xml",
          text("word/document.xml").replace(
            "<w:sectPr>",
            () => '<w:sectPr><w:headerReference w:type="default" r:id="rIdNewheader"/>',
          ),
        );
    } else parts.set(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return zip(parts);
}

export const bodyParagraph = "<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>";

/** A template of these paragraphs, and {{body}} behind them. */
export function templateOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return wordTemplate(new Map([["body.xml", body + bodyParagraph], ...Object.entries(more)]));
}
