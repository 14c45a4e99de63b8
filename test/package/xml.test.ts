import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "../../src/package/xml.ts";
import { escapeAttribute, escapeText, hasForbidden } from "../../src/package/xml-text.ts";

function fault(text: string): string {
  const parsed = parseXml(text);
  return parsed.ok ? "read" : parsed.reason;
}

describe("parseXml", () => {
  it("keeps places, so that a part can be changed", () => {
    const text =
      '\ufeff<?xml version="1.0"?>\n<!-- a --><w:a  x="1" y=\'&lt;2&#x4e2d;\'>b<c/>&amp;<![CDATA[<d>]]></w:a>\n';
    const parsed = parseXml(text);
    const root = parsed.ok ? parsed.root : null;
    expect(root?.attributes.get("y")).toBe("<2中");
    expect(root?.children.map((each) => (typeof each === "string" ? each : each.name))).toEqual([
      "b",
      "c",
      "&",
      "<d>",
    ]);
    expect(text.slice(root?.contentEnd, root?.end)).toBe("</w:a>");
    expect(text.slice(root?.start).startsWith("<w:a ")).toBe(true);
  });

  it.each([
    ["", "xml-malformed"],
    ["words", "xml-malformed"],
    ["<a>", "xml-malformed"],
    ["<a></b>", "xml-malformed"],
    ["<a/><b/>", "xml-malformed"],
    ["<a/>words", "xml-malformed"],
    ["</a>", "xml-malformed"],
    ["<a b=1/>", "xml-malformed"],
    ['<a b="1" b="2"/>', "xml-malformed"],
    ['<a b="<"/>', "xml-malformed"],
    ['<a b="1"c="2"/>', "xml-malformed"],
    ["<a>&nbsp;</a>", "xml-malformed"],
    ["<a>&#0;</a>", "xml-malformed"],
    ["<a>&#x110000;</a>", "xml-malformed"],
    ["<a>& </a>", "xml-malformed"],
    ["<a>\u0001</a>", "xml-malformed"],
    ["<a><!-- </a>", "xml-malformed"],
    ["<a><![CDATA[ </a>", "xml-malformed"],
    ["<a <b/></a>", "xml-malformed"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml-doctype"],
  ])("refuses %j", (text, reason) => {
    expect(fault(text)).toBe(reason);
  });

  it("refuses what is too deep", () => {
    expect(fault(`${"<a>".repeat(300)}${"</a>".repeat(300)}`)).toBe("xml-too-deep");
  });

  it("takes time in proportion to the length", () => {
    const hostile = [
      `<a>${"<b/>".repeat(200_000)}</a>`,
      `<a ${'b="" '.repeat(1)}${" ".repeat(300_000)}`,
      `<a>${"&".repeat(300_000)}</a>`,
      "<".repeat(300_000),
      `<${"a".repeat(300_000)}`,
      `<a>${"<!--".repeat(100_000)}`,
    ];
    for (const text of hostile) parseXml(text);
  });

  it("reads back every text that it may hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parsed = parseXml(`<a b="${escapeAttribute(text)}">${escapeText(text)}</a>`);
        const read = parsed.ok ? [parsed.root.attributes.get("b"), parsed.root.children.join("")] : null;
        expect(read).toEqual(hasForbidden(text) ? null : [text, text]);
      }),
    );
  });
});
