import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostBytes, mostEntries, type PackageFault, unzip } from "../../src/package/unzip.ts";
import { zip } from "../../src/package/zip.ts";
import { type RawEnd, type RawEntry, rawZip } from "../support/ooxml-zip.ts";

const good: RawEntry = { name: "word/document.xml" };
const words = Buffer.from("words");

function refusal(bytes: Uint8Array): PackageFault | "read" {
  const read = unzip(bytes);
  return read.ok ? "read" : read.reason;
}

const entries: readonly (readonly [string, RawEntry | readonly RawEntry[], PackageFault])[] = [
  ["a checksum that is wrong", { ...good, crc: 1 }, "checksum-wrong"],
  ["a stored file with a wrong checksum", { ...good, method: 0, crc: 1 }, "checksum-wrong"],
  ["a size that is too small", { ...good, size: 4 }, "size-wrong"],
  ["a size that is too large", { ...good, size: 6 }, "size-wrong"],
  ["a size of nothing", { ...good, size: 0 }, "size-wrong"],
  ["a stored file of two sizes", { ...good, method: 0, packedSize: 4 }, "size-wrong"],
  [
    "bytes behind the end of the packed data",
    { ...good, packed: Buffer.concat([deflateRawSync(words), words]) },
    "size-wrong",
  ],
  ["packed data that is none", { ...good, packed: Buffer.from("ffffffff", "hex") }, "damaged"],
  ["packed data that is cut", { ...good, packed: deflateRawSync(words).subarray(0, 3) }, "damaged"],
  ["encryption", { ...good, flags: 0x0801 }, "encrypted"],
  ["strong encryption", { ...good, flags: 0x0840 }, "encrypted"],
  ["another method", { ...good, method: 12, packed: words }, "method-unknown"],
  ["zip64 sizes", { ...good, packedSize: 0xffffffff }, "zip64"],
  ["a file on another disk", { ...good, disk: 1 }, "several-disks"],
  ["a local header of another name", { ...good, localName: "word/otherthing.x" }, "damaged"],
  ["a local header that is not there", { ...good, offset: 7 }, "damaged"],
  ["a local header beyond the end", { ...good, offset: 100_000 }, "damaged"],
  ["data beyond the end", { ...good, packedSize: 100_000 }, "damaged"],
  ["one file's data twice", [good, { ...good, name: "word/document.xml", offset: 0 }], "name-repeated"],
  ["two names in other case", [good, { name: "Word/Document.xml" }], "name-repeated"],
  ["overlapping files", [{ ...good, packedSize: 60 }, { name: "a.xml" }], "damaged"],
  ["a way out", { name: "../document.xml" }, "name-unsafe"],
  ["a way out in the middle", { name: "word/../../document.xml" }, "name-unsafe"],
  ["a single dot", { name: "./document.xml" }, "name-unsafe"],
  ["an absolute path", { name: "/etc/passwd" }, "name-unsafe"],
  ["a drive", { name: "C:/document.xml" }, "name-unsafe"],
  ["a backslash", { name: "word\\document.xml" }, "name-unsafe"],
  ["an empty name", { name: "" }, "name-unsafe"],
  ["an empty step", { name: "word//document.xml" }, "name-unsafe"],
  ["a NUL", { name: "word/\u0000.xml" }, "name-unsafe"],
  ["a name that is not UTF-8", { name: Buffer.from("ffb1a8", "hex") }, "name-unsafe"],
];

const ends: readonly (readonly [string, RawEnd, PackageFault])[] = [
  ["a count that is too high", { count: 2 }, "damaged"],
  ["a count of nothing", { count: 0 }, "damaged"],
  ["a zip64 count", { count: 0xffff }, "zip64"],
  ["a zip64 offset", { offset: 0xffffffff }, "zip64"],
  ["a directory elsewhere", { offset: 3 }, "damaged"],
  ["a directory that is too small", { size: 3 }, "damaged"],
  ["several disks", { disk: 1 }, "several-disks"],
  ["a part of the directory", { countHere: 0 }, "several-disks"],
  ["bytes before the end", { before: words }, "damaged"],
  ["a zip64 locator", { before: Buffer.concat([Buffer.from("504b0607", "hex"), Buffer.alloc(16)]) }, "zip64"],
];

describe("unzip refuses", () => {
  it.each(entries)("%s", (_, entry, reason) => {
    expect(refusal(rawZip("name" in entry ? [entry] : entry))).toBe(reason);
  });

  it.each(ends)("%s", (_, end, reason) => {
    expect(refusal(rawZip([good], end))).toBe(reason);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("这不是 Word 文件".repeat(20))],
  ])("%s", (_, bytes) => {
    expect(refusal(bytes)).toBe("not-a-zip");
  });

  it.each([
    ["a cut file", zip(new Map([["a.xml", words]])).subarray(0, -5)],
    ["bytes behind the end", Buffer.concat([zip(new Map([["a.xml", words]])), words])],
  ])("%s", (_, bytes) => {
    expect(refusal(bytes)).toBe("incomplete");
  });

  it("too many entries", () => {
    const many = Array.from({ length: mostEntries + 1 }, (_, n) => ({ name: `${n}.xml` }));
    expect(refusal(rawZip(many))).toBe("too-many-entries");
  });

  it("too much, before it inflates any", () => {
    const size = mostBytes / 4 + 1;
    const big = Array.from({ length: 4 }, (_, n) => ({ name: `${n}.xml`, size, packedSize: 5, method: 8 }));
    expect(refusal(rawZip(big))).toBe("too-large");
  });

  it("a bomb that says what it is", () => {
    const data = Buffer.alloc(8 * 1024 * 1024);
    expect(refusal(rawZip([{ name: "a.xml", data }]))).toBe("ratio-too-high");
  });

  it("a bomb that lies, without inflating it", () => {
    const data = Buffer.alloc(32 * 1024 * 1024);
    const bomb = rawZip([{ name: "a.xml", packed: deflateRawSync(data), size: 1000, crc: crc32(data) }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(bomb)).toBe("size-wrong");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });
});

describe("unzip", () => {
  it("reads stored and packed files, folders and a comment", () => {
    const bytes = rawZip(
      [{ name: "word/", data: Buffer.alloc(0), method: 0 }, good, { name: "b.bin", method: 0 }],
      { comment: Buffer.from("说明") },
    );
    const read = unzip(bytes);
    expect(read.ok && [...read.parts.keys()]).toEqual(["word/document.xml", "b.bin"]);
  });

  it("gives a value for any bytes whatever", () => {
    const sound = Buffer.from(
      zip(
        new Map([
          ["a.xml", words],
          ["b.xml", Buffer.alloc(300, "b")],
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        const read = unzip(bytes);
        if (read.ok) for (const data of read.parts.values()) expect(data.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 2000 },
    );
  });
});
