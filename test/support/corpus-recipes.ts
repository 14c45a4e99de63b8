import { rawZip } from "./ooxml-zip.ts";

/** Files that are too large or too little text to be kept and read: what each is, and how it is made. */
export interface Recipe {
  readonly target: string;
  readonly make: (valid: string) => string | Uint8Array;
  /** A configuration that goes with it. */
  readonly config?: string;
}

const data = "data/2022.yaml";
const schema = "schemas/year.schema.json";
const template = "templates/report.hbs";
const word = "templates/standard.docx";
const config = ".report.yaml";

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("");
}

function inDocument(xml: string): Uint8Array {
  return rawZip([...plain, { name: "word/document.xml", data: Buffer.from(xml) }]);
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const plain = [{ name: "[Content_Types].xml", data: Buffer.from(types) }];
const zeros = new Uint8Array(40_000_000);

export const recipes: Readonly<Record<string, Recipe>> = {
  // Size
  "data: 100 MB": { target: data, make: () => new Uint8Array(100_000_000).fill(0x61) },
  "data: 1 byte too many": { target: data, make: (text) => text.padEnd(1_048_577, "#") },
  "data: 2 MB of comments, allowed": {
    target: data,
    make: (text) => text + `# ${"注".repeat(60)}\n`.repeat(10_000),
    config: "limits: { fileSize: 4MB }\n",
  },
  "data: 2 MB of blank lines, allowed": {
    target: data,
    make: (text) => text + "\n".repeat(2_000_000),
    config: "limits: { fileSize: 2 MB }\n",
  },
  "data: 3 MB in one line, allowed": {
    target: data,
    make: (text) => text.replace("认真", "认".repeat(1_000_000)),
    config: "limits: { fileSize: 8MB }\n",
  },
  "data: 2 MB of blank lines": { target: data, make: (text) => text + "\n".repeat(2_097_152) },
  "data: almost 1 MB of blank lines": { target: data, make: (text) => text + "\n".repeat(1_000_000) },
  "data: almost 1 MB of spaces": { target: data, make: (text) => text + " ".repeat(1_000_000) },
  "data: almost 1 MB of tabs": { target: data, make: (text) => text + "\t".repeat(1_000_000) },
  "data: 200,000 CR": { target: data, make: (text) => text + "\r".repeat(200_000) },
  "data: a line of almost 1 MB": { target: data, make: (text) => text.replace("认真", "认".repeat(340_000)) },
  "data: a quoted text of backslashes": {
    target: data,
    make: (text) => text.replace("short: 示例街道", `short: "${"\\\\".repeat(500_000)}"`),
  },
  "data: 100,000 keys": { target: data, make: (text) => text + many(100_000, (index) => `k${index}: 1\n`) },
  "data: 20,000 keys": { target: data, make: (text) => text + many(20_000, (index) => `k${index}: 1\n`) },
  "data: 20,000 faults of language": {
    target: data,
    make: (text) => text.replace("查出", "一,二;".repeat(20_000)),
  },
  "data: 20,000 wrong amounts": {
    target: data,
    make: (text) => text.replace("patrols: 180", `patrols: [${"x, ".repeat(20_000)}]`),
  },
  "data: 30,000 anchors": {
    target: data,
    make: (text) => text + many(30_000, (index) => `k${index}: &a${index} 1\n`),
  },
  "data: 10,000 aliases": { target: data, make: (text) => `a: &a 1\nb: [${"*a, ".repeat(10_000)}]\n${text}` },
  "data: one key 10,000 times": { target: data, make: (text) => text + "k: 1\n".repeat(10_000) },
  "data: 10,000 documents": { target: data, make: (text) => text + "---\na: 1\n".repeat(10_000) },
  "data: 100,000 lists in lists": { target: data, make: (text) => `${text}x: ${"[".repeat(100_000)}\n` },
  "data: 100,000 lists, closed": {
    target: data,
    make: (text) => `${text}x: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
  },
  "data: 100,000 mappings in mappings": { target: data, make: (text) => text + "{a: ".repeat(100_000) },
  "data: 100,000 dashes": { target: data, make: (text) => `${text}x:\n ${"- ".repeat(100_000)}a\n` },
  "data: 100,000 question marks": { target: data, make: (text) => `${text}${"? ".repeat(100_000)}a\n` },
  "data: 1,000 levels of indentation": {
    target: data,
    make: (text) => text + many(1000, (index) => `${" ".repeat(index)}k:\n`),
  },
  "data: levels that never end": {
    target: data,
    make: (text) => text + many(1400, (index) => `${" ".repeat(index)}- \n`),
  },
  "data: a comment of a million #": { target: data, make: (text) => `${text}${"#".repeat(1_000_000)}\n` },
  // Encodings
  "data: NUL bytes": { target: data, make: () => new Uint8Array(5000) },
  "data: NUL in a value": { target: data, make: (text) => text.replace("180", "1\x0080") },
  "data: all C0": {
    target: data,
    make: (text) => text.replace("认真", String.fromCharCode(...Array(32).keys())),
  },
  "data: UTF-8 with a BOM": { target: data, make: (text) => `\ufeff${text}` },
  "data: two BOM": { target: data, make: (text) => `\ufeff\ufeff${text}` },
  "data: UTF-16 LE with a BOM": { target: data, make: (text) => Buffer.from(`\ufeff${text}`, "utf16le") },
  "data: UTF-16 LE without": { target: data, make: (text) => Buffer.from(text, "utf16le") },
  "data: UTF-16 BE with a BOM": {
    target: data,
    make: (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  },
  "data: UTF-32 LE with a BOM": { target: data, make: (text) => utf32(`\ufeff${text}`) },
  "data: Latin 1": { target: data, make: (text) => Buffer.from(text.replace("示例", "é"), "latin1") },
  "data: GB18030": {
    target: data,
    make: () => Buffer.from([...Buffer.from("year: 2022\nname: "), 0xca, 0xbe, 0xc0, 0xfd]),
  },
  "data: surrogate as bytes": { target: data, make: (text) => spliced(text, [0xed, 0xa0, 0x80]) },
  "data: overlong NUL": { target: data, make: (text) => spliced(text, [0xc0, 0x80]) },
  "data: cut inside a character": {
    target: data,
    make: (text) => Buffer.from(text).subarray(0, Buffer.from(text).indexOf("示") + 1),
  },
  "data: above U+10FFFF": { target: data, make: (text) => spliced(text, [0xf4, 0x90, 0x80, 0x80]) },
  "data: C1 as bytes": { target: data, make: (text) => spliced(text, [0x9b, 0x33, 0x31, 0x6d]) },
  "data: random bytes": { target: data, make: () => noise(20_000) },
  "data: a Word file": { target: data, make: () => rawZip(plain) },
  "schema: UTF-16": { target: schema, make: (text) => Buffer.from(`\ufeff${text}`, "utf16le") },
  "schema: a BOM": { target: schema, make: (text) => `\ufeff${text}` },
  "schema: random bytes": { target: schema, make: () => noise(20_000) },
  "schema: 10 MB": { target: schema, make: () => " ".repeat(10_000_000) },
  "schema: 100,000 brackets": { target: schema, make: () => "[".repeat(100_000) },
  "schema: 100,000 objects, closed": {
    target: schema,
    make: () => `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  },
  "schema: allOf 50,000 deep": {
    target: schema,
    make: () => `${'{"allOf":['.repeat(50_000)}true${"]}".repeat(50_000)}`,
  },
  "schema: allOf 500 deep": {
    target: schema,
    make: () => `${'{"allOf":['.repeat(500)}true${"]}".repeat(500)}`,
  },
  "schema: 5,000 branches": {
    target: schema,
    make: () => `{"type":"object","anyOf":[${many(5000, () => '{"required":["x"]},')}true]}`,
  },
  "schema: an enum of 100,000": {
    target: schema,
    make: () =>
      `{"type":"object","properties":{"year":{"enum":[${many(100_000, (index) => `${index + 9000},`)}1]}}}`,
  },
  "schema: 5,000 patterns": {
    target: schema,
    make: () =>
      `{"type":"object","patternProperties":{${many(5000, (index) => `"^(a+)+${index}$":true,`)}"x":true}}`,
  },
  "schema: 1,000 indicators": {
    target: schema,
    make: (text) =>
      text.replace(
        '"briefings":',
        `${many(1000, (index) => `"i${index}":{"type":"integer","title":"项","unit":"次","quantity":"count"},`)}"briefings":`,
      ),
  },
  "schema: a pattern of 500,000 characters": {
    target: schema,
    make: (text) => text.replace('"^\\\\d{4}-', `"^${"(a|".repeat(100_000)}${")".repeat(100_000)}\\\\d{4}-`),
  },
  // Templates
  "template: 2 MB": { target: template, make: (text) => text + "甲。\n".repeat(300_000) },
  "template: 2 MB, allowed": {
    target: template,
    make: (text) => `${text}${`${"甲乙丙丁戊己庚辛".repeat(12)}。\n`.repeat(7000)}`,
    config: "limits: { fileSize: 4MB }\n",
  },
  "template: 5,000 blocks in blocks": {
    target: template,
    make: (text) => `${text}${"{{#if year}}".repeat(5000)}${"{{/if}}".repeat(5000)}\n`,
  },
  "template: 100,000 opening braces": { target: template, make: (text) => text + "{".repeat(100_000) },
  "template: 100,000 closing braces": {
    target: template,
    make: (text) => `${text}{{year${"}".repeat(100_000)}`,
  },
  "template: 100,000 brackets": {
    target: template,
    make: (text) => `${text}{{figure ${"(".repeat(100_000)}`,
  },
  "template: a path of 100,000 parts": {
    target: template,
    make: (text) => `${text}{{a${".a".repeat(100_000)}}}`,
  },
  "template: a name of 500,000 letters": {
    target: template,
    make: (text) => `${text}{{${"a".repeat(500_000)}}}`,
  },
  "template: 20,000 unknown names": { target: template, make: (text) => text + "{{nope}}\n".repeat(20_000) },
  "template: a paragraph of 900,000 marks": {
    target: template,
    make: (text) => `${text}${"，".repeat(300_000)}\n`,
  },
  "template: 100,000 open quotes": {
    target: template,
    make: (text) => `${text}${"“（《".repeat(30_000)}。\n`,
  },
  "template: NUL": { target: template, make: (text) => `${text}甲\0乙。\n` },
  "template: UTF-16": { target: template, make: (text) => Buffer.from(`\ufeff${text}`, "utf16le") },
  "template: random bytes": { target: template, make: () => noise(20_000) },
  // Configuration
  "config: NUL": { target: config, make: () => "rules:\n  year-stale: off\0\n" },
  "config: 10 MB": { target: config, make: () => "#".repeat(10_000_000) },
  "config: 50,000 unknown rules": {
    target: config,
    make: () => `rules:\n${many(50_000, (index) => `  r${index}: off\n`)}`,
  },
  "config: UTF-16": { target: config, make: () => Buffer.from("\ufeffrules: {}\n", "utf16le") },
  // Word
  "word: no bytes": { target: word, make: () => new Uint8Array(0) },
  "word: random bytes": { target: word, make: () => noise(50_000) },
  "word: text": { target: word, make: () => "I am no Word file" },
  "word: the old format, or a password": {
    target: word,
    make: () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(5000)]),
  },
  "word: 17 MB": { target: word, make: () => new Uint8Array(17 * 1024 * 1024) },
  "word: cut": { target: word, make: () => rawZip(plain).subarray(0, 200) },
  "word: an encrypted part": {
    target: word,
    make: () => rawZip([{ ...plain[0], name: "a.xml", flags: 0x0801 }]),
  },
  "word: a bomb": {
    target: word,
    make: () => rawZip([...plain, { name: "word/document.xml", data: zeros }]),
  },
  "word: a bomb that lies": {
    target: word,
    make: () => rawZip([...plain, { name: "word/document.xml", data: zeros, size: 100 }]),
  },
  "word: a part outside": { target: word, make: () => rawZip([...plain, { name: "../../../etc/passwd" }]) },
  "word: an absolute part": { target: word, make: () => rawZip([...plain, { name: "/etc/passwd" }]) },
  "word: a part with a backslash": { target: word, make: () => rawZip([...plain, { name: "..\\x.xml" }]) },
  "word: a part with an escape": { target: word, make: () => rawZip([...plain, { name: "\u001b[31m.xml" }]) },
  "word: a part twice": { target: word, make: () => rawZip([...plain, ...plain]) },
  "word: no document": { target: word, make: () => rawZip(plain) },
  "word: DOCTYPE": { target: word, make: () => inDocument('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>') },
  "word: entities that multiply": {
    target: word,
    make: () =>
      inDocument(`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(100)}">]><a>&b;</a>`),
  },
  "word: 50,000 elements deep": { target: word, make: () => inDocument("<a>".repeat(50_000)) },
  "word: XML that is none": { target: word, make: () => inDocument("<a><b></a>") },
  "word: macros": {
    target: word,
    make: () =>
      rawZip([
        {
          name: "[Content_Types].xml",
          data: Buffer.from(
            types.replace("application/xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
          ),
        },
        { name: "word/vbaProject.bin", data: noise(500) },
      ]),
  },
  "word: 20,000 parts": {
    target: word,
    make: () =>
      rawZip(Array.from({ length: 20_000 }, (_, index) => ({ name: `p${index}`, data: new Uint8Array(0) }))),
  },
};

function utf32(text: string): Uint8Array {
  const units = Uint32Array.from([...text].map((each) => each.codePointAt(0) ?? 0));
  return new Uint8Array(units.buffer);
}

/** Bytes in the middle of the office's short name. */
function spliced(text: string, bytes: readonly number[]): Uint8Array {
  const [before = "", after = ""] = text.split("short: 示例", 2);
  return Buffer.concat([Buffer.from(`${before}short: 示例`), Buffer.from(bytes), Buffer.from(after)]);
}

/** The same noise each time (xorshift). */
function noise(length: number): Uint8Array {
  let state = 2_463_534_242;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}
