import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unzip } from "../../src/package/unzip.ts";
import { zip } from "../../src/package/zip.ts";

const step = fc.stringMatching(/^[a-z\u4e00-\u4eff]{1,8}$/);
const partName = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => `${steps.join("/")}.xml`);
const anyParts = fc
  .uniqueArray(fc.tuple(partName, fc.uint8Array({ maxLength: 2000 })), {
    maxLength: 12,
    selector: ([name]) => name,
  })
  .map((entries) => new Map(entries));

describe("zip", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const read = unzip(zip(parts));
        expect(read.ok && new Map(read.parts)).toEqual(
          new Map([...parts].map(([name, data]) => [name, Buffer.from(data)])),
        );
      }),
    );
  });

  it("gives the same bytes in whatever order the parts come", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(Buffer.compare(zip(parts), zip(new Map([...parts].reverse())))).toBe(0);
      }),
    );
  });

  it("puts the content types first, then goes by name", () => {
    const data = Buffer.from("x");
    const names = ["word/document.xml", "a.xml", "[Content_Types].xml", "_rels/.rels"];
    const read = unzip(zip(new Map(names.map((name) => [name, data]))));
    expect(read.ok && [...read.parts.keys()]).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "a.xml",
      "word/document.xml",
    ]);
  });

  it("has a fixed time, UTF-8 names and a plain file's attributes", () => {
    const bytes = Buffer.from(zip(new Map([["报告.xml", Buffer.from("x")]])));
    const central = bytes.indexOf(Buffer.from("504b0102", "hex"));
    expect(bytes.readUInt16LE(6) & 0x0800).toBe(0x0800);
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 33]);
    expect(bytes.readUInt32LE(central + 38)).toBe(0o100644 * 0x10000);
  });

  it("refuses two parts of one name", () => {
    const data = Buffer.from("x");
    const parts = new Map([
      ["word/Document.xml", data],
      ["word/document.xml", data],
    ]);
    expect(() => zip(parts)).toThrow("same name");
  });
});
