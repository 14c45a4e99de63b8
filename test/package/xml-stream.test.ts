import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, type XmlElement } from "../../src/package/xml.ts";
import { attributeOf, XmlStream } from "../../src/package/xml-stream.ts";

/** What a stream says of a text that comes in pieces, as one line each; a fault ends it. */
function said(pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") lines.push(`"${text}"`);
    text = "";
  };
  const stream = new XmlStream({
    open: (name, attributes) => {
      flush();
      lines.push(`<${name}${attributes.trim() === "" ? "" : ` a=${attributeOf(attributes, "a")}`}`);
    },
    text: (more) => {
      text += more;
    },
    close: (name) => {
      flush();
      lines.push(`${name}>`);
    },
  });
  for (const piece of pieces) {
    const fault = stream.push(piece);
    if (fault) return [fault];
  }
  const fault = stream.end();
  return fault ? [fault] : lines;
}

function saidByTree(element: XmlElement): readonly string[] {
  const name = element.name.replace(/^.*:/, "");
  const attributes = element.attributes.size === 0 ? "" : ` a=${element.attributes.get("a") ?? null}`;
  const lines = [`<${name}${attributes}`];
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") text += child;
    else {
      if (text !== "") lines.push(`"${text}"`);
      text = "";
      lines.push(...saidByTree(child));
    }
  }
  if (text !== "") lines.push(`"${text}"`);
  return [...lines, `${name}>`];
}

function saidWhole(text: string): readonly string[] {
  const read = parseXml(text);
  return read.ok ? saidByTree(read.root) : [read.reason];
}

function cut(text: string, places: readonly number[]): readonly string[] {
  const at = [...places.map((place) => place % (text.length + 1)), 0, text.length].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

const token = fc.constantFrom(
  "<x>",
  "</x>",
  '<x:y a="1">',
  "</x:y>",
  "<z a='>' b=\"'\"/>",
  "<z/>",
  "字",
  "&lt;",
  "&#x5b57;",
  "<!-- > -->",
  "<![CDATA[<a>]]>",
  "<?p > ?>",
  " ",
  "<!",
  "<",
  '"',
  "<!DOCTYPE x>",
  "<!x>",
);

describe("the stream of XML", () => {
  it("says what the tree says, however the text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (tokens, places) => {
          const text = `<r>${tokens.join("")}</r>`;
          expect(said(cut(text, places))).toEqual(saidWhole(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads attributes behind a prefix, and none inside a value", () => {
    expect(attributeOf(' r:id="rId1" name="a id=&quot;2&quot;"', "id")).toBe("rId1");
    expect(attributeOf(" name='x id=\"2\"'", "id")).toBeNull();
    expect(attributeOf(' name="&amp;"', "name")).toBe("&");
  });

  it("refuses what is too deep, too long or has a DOCTYPE", () => {
    expect(said(["<a>".repeat(300)])).toEqual(["xml-too-deep"]);
    expect(said([`<a b="`, "x".repeat(5_000_000)])).toEqual(["xml-malformed"]);
    expect(said(["<!DOCTYPE a><a/>"])).toEqual(["xml-doctype"]);
    expect(said([""])).toEqual(["xml-malformed"]);
  });

  it("takes time in proportion to the length, whatever stands in a tag", () => {
    const attributes = Array.from({ length: 150_000 }, (_, index) => ` b${index}=">"`).join("");
    expect(said([`<a${attributes}/>`])).toHaveLength(2);
    expect(attributeOf(` c="${" a='".repeat(500_000)}"`, "a")).toBeNull();
  });
});
