import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/package/edit.ts";
import {
  addRelationship,
  contentType,
  readRelationships,
  relationshipsPart,
  setContentType,
} from "../../src/package/opc.ts";
import { parseXml, type XmlElement } from "../../src/package/xml.ts";

function rootOf(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.root;
}

describe("relationships", () => {
  it("stand beside their part", () => {
    expect(["", "word/document.xml", "a.xml"].map(relationshipsPart)).toEqual([
      "_rels/.rels",
      "word/_rels/document.xml.rels",
      "_rels/a.xml.rels",
    ]);
  });

  it.each([
    ["styles.xml", "word/styles.xml"],
    ["./styles.xml", "word/styles.xml"],
    ["../docProps/core.xml", "docProps/core.xml"],
    ["../../../core.xml", "core.xml"],
    ["/word/styles.xml", "word/styles.xml"],
  ])("lead from word/document.xml by %s to %s", (target, part) => {
    const root = rootOf(`<Relationships><Relationship Id="a" Type="t" Target="${target}"/></Relationships>`);
    expect(readRelationships(root, "word/document.xml")).toEqual([{ id: "a", type: "t", part }]);
  });

  it("lead outside to no part", () => {
    const link = '<Relationship Id="a" Type="t" TargetMode="External" Target="https://example.org/"/>';
    expect(readRelationships(rootOf(`<Relationships>${link}</Relationships>`), "")[0]?.part).toBe(null);
  });

  it.each([
    [
      '<Relationships><Relationship Id="rId2"/></Relationships>',
      '<Relationships><Relationship Id="rId2"/>{}</Relationships>',
      "rId3",
    ],
    ["<Relationships/>", "<Relationships>{}</Relationships>", "rId1"],
    ["<r:Relationships></r:Relationships>", "<r:Relationships>{}</r:Relationships>", "rId1"],
  ])("are added to %s", (before, after, id) => {
    const prefix = before.startsWith("<r:") ? "r:" : "";
    const added = `<${prefix}Relationship Id="${id}" Type="t" Target="a.xml"/>`;
    expect(applyEdits(before, [addRelationship(rootOf(before), "t", "a.xml")])).toBe(
      after.replace("{}", added),
    );
  });
});

describe("content types", () => {
  const types =
    '<Types><Default Extension="XML" ContentType="plain"/><Override PartName="/Word/Document.xml" ContentType="main"/></Types>';
  const root = rootOf(types);

  it("are a part's own before its extension's, whatever the case", () => {
    const found = ["word/document.xml", "a.xml", "a.png"].map((part) => contentType(root, part));
    expect(found).toEqual(["main", "plain", null]);
  });

  it("are replaced, added, or left alone", () => {
    const edits = [
      setContentType(root, "word/document.xml", "new"),
      setContentType(root, "docProps/core.xml", "core"),
      setContentType(root, "a.xml", "plain"),
    ].filter((edit) => edit !== null);
    expect(applyEdits(types, edits)).toBe(
      '<Types><Default Extension="XML" ContentType="plain"/><Override PartName="/word/document.xml" ContentType="new"/>' +
        '<Override PartName="/docProps/core.xml" ContentType="core"/></Types>',
    );
  });
});
