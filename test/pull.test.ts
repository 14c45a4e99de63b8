import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BuiltReport, WrittenInline } from "../src/document/record.ts";
import { main } from "../src/main.ts";
import { zip } from "../src/package/zip.ts";
import { adjustableCodes } from "../src/policy/adjustable.ts";
import { builtReport } from "./support/built-report.ts";
import { baseFiles } from "./support/case.ts";
import { extractText, partsOf } from "./support/docx-text.ts";
import { type MemoryHost, memoryHost } from "./support/memory-host.ts";
import { rawZip } from "./support/ooxml-zip.ts";
import {
  type Stretch,
  stretches,
  type TypedOver,
  textAfter,
  WordEdits,
  withoutMarks,
  wordsOf,
} from "./support/word-edits.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

const dataPath = "/work/data/2022.yaml";
const edited = "/work/edited.docx";

/** Every way to write a text in YAML that edits come home to, with comments between. */
const data = `# 示例街道二〇二二年数据
year: 2022
office:
  name: 示例街道办事处 # 全称
  short: 示例街道
indicators:
  safety: # 安全科报
    premises: 480余
    patrols: 180   # 次
    hazardsFound: "近1200" # 引号是科室写的
    hazardsFixed: { sameAs: hazardsFound }
    accidents: 0
  demolition: { illegal: 3000余, enclosed: 4400余 }
  duties:
    briefings: { value: 4, period: 2022-H2 }   # 下半年
narrative:
  opening: |

    示例街道认真推进各项工作，查出隐患{{figure safety.hazardsFound}}，巡查{{figure safety.patrols}}，保障了安全。
    全体职工团结一致，圆满完成全年任务。

    统筹发展和安全，群众满意度持续提升。
  # 明年
  plans:
    - lead: 提高认识
      text: 加强学习，巩固成效。 # 党建办
    - lead: '注重实效'
      text: "完善考核，压实责任。"
    - { lead: 改进作风, text: 深入社区走访，倾听居民意见。 }
`;

interface Built {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly docx: Uint8Array;
  readonly report: BuiltReport;
}

async function buildFrom(files: ReadonlyMap<string, Uint8Array>): Promise<Built> {
  const host = memoryHost({ files });
  const exitCode = await main(["build", "2022"], host);
  const docx = host.files.get(`/work/${host.out.stdout.trimEnd()}`);
  if (exitCode !== 0 || !docx) throw new Error(`not built: ${host.out.stderr}`);
  return { files, docx, report: await builtReport(files) };
}

/** What is good style is not the question here: the rules of language are off. */
const style = `rules:\n${adjustableCodes.map((code) => `  ${code}: off\n`).join("")}`;

function withData(text: string): ReadonlyMap<string, Uint8Array> {
  return new Map(baseFiles())
    .set(dataPath, new TextEncoder().encode(text))
    .set("/work/.report.yaml", new TextEncoder().encode(style));
}

const built: Built = await buildFrom(withData(data));

interface Ran {
  readonly exitCode: number;
  readonly host: MemoryHost;
}

async function pull(docx: Uint8Array, args: readonly string[], from: Built = built): Promise<Ran> {
  const host = memoryHost({ files: new Map(from.files).set(edited, docx) });
  const exitCode = await main(["pull", "edited.docx", "--lang", "en", ...args], host);
  return { exitCode, host };
}

function dataIn({ files }: MemoryHost): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(dataPath));
}

/** Texts of the data that the report prints, as runs of the Word file, with what of them the data wrote. */
interface OwnText {
  readonly paragraph: number;
  readonly run: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

function ownTexts({ paragraphs }: BuiltReport): readonly OwnText[] {
  return paragraphs.flatMap(({ content, kind }, paragraph) =>
    kind === "paragraph" ? content.flatMap((inline) => ownText(inline, paragraph)) : [],
  );
}

function ownText(inline: WrittenInline, paragraph: number): readonly OwnText[] {
  if (inline.kind !== "text") return [];
  const ranges = inline.sources.flatMap(({ at, path }, index) =>
    path === "data/2022.yaml"
      ? [{ start: at, end: inline.sources[index + 1]?.at ?? inline.text.length }]
      : [],
  );
  return ranges.length > 0 ? [{ paragraph, run: inline.text, ranges }] : [];
}

const texts = ownTexts(built.report);

/** Words with everything in them that YAML, Handlebars or XML might take for something of theirs. */
const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(..."持续深化改革发展，。；：、“”（）") },
      fc.constantFrom(
        ": ",
        " #",
        "#",
        "'",
        '"',
        "{{",
        "}}",
        "{",
        "}",
        "\\",
        "&",
        "<",
        ">",
        "- ",
        "@",
        "`",
        "!",
        "*",
        "|",
        "%",
        ",",
        "[",
        "]",
        "~",
        "=",
        "?",
        "𠮷",
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.join(""))
  .filter((all) => all.trim() !== "");

interface TextEdit {
  readonly own: OwnText;
  readonly edits: readonly TypedOver[];
}

/** One or two places of a range typed over; something of the range stays. */
const editsIn = ({
  start,
  end,
}: {
  readonly start: number;
  readonly end: number;
}): fc.Arbitrary<readonly TypedOver[]> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: start, max: end }),
        fc.integer({ min: 0, max: 4 }),
        fc.option(words, { nil: "" }),
      ),
      {
        maxLength: 2,
      },
    )
    .map((all) => {
      const taken: TypedOver[] = [];
      for (const [at, length, put] of all.toSorted(([one], [other]) => one - other)) {
        const last = taken.at(-1);
        const until = Math.min(at + length, end);
        if ((last && at <= last.end) || (at === start && until === end)) continue;
        if (until > at || put !== "") taken.push({ start: at, end: until, words: put });
      }
      return taken;
    })
    .filter((all) => all.reduce((left, edit) => left - (edit.end - edit.start), end - start) > 0);

const textEdits: fc.Arbitrary<readonly TextEdit[]> = fc
  .tuple(
    ...texts.map((own) =>
      fc.option(
        fc.tuple(...own.ranges.map(editsIn)).map((all) => ({ own, edits: all.flat() })),
        { nil: { own, edits: [] }, freq: 2 },
      ),
    ),
  )
  .map((all) => all.filter(({ edits }) => edits.length > 0));

const units: Readonly<Record<string, string>> = {
  "safety.premises": "家",
  "safety.patrols": "次",
  "safety.hazardsFound": "项",
  "demolition.illegal": "平方米",
  "demolition.enclosed": "平方米",
  "duties.briefings": "次",
};

const amount = fc.oneof(
  fc.integer({ min: 1, max: 99999 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((n) => `${n * 100}余`),
  fc.integer({ min: 1, max: 99 }).map((n) => `近${n * 100}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `约${n * 10}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `超过${n * 10}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `${n * 10}以上`),
);

const amounts: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    ...Object.keys(units).map((id) => fc.option(amount, { nil: null }).map((text) => [id, text] as const)),
  )
  .map((all) => new Map(all.flatMap(([id, text]) => (text === null ? [] : [[id, text] as const]))));

/** The figures of a report that show an indicator. */
function placesOf(
  id: string,
  { paragraphs }: BuiltReport = built.report,
): readonly (WrittenInline & { kind: "figure" })[] {
  return paragraphs.flatMap(({ content }) =>
    content.flatMap((inline) => (inline.kind === "figure" && inline.indicator === id ? [inline] : [])),
  );
}

/** As the place shows it: in a table, the unit stands in another cell. */
function shownAs(text: string, shown: string, id: string): string {
  const unit = units[id] ?? "";
  if (!shown.includes(unit)) return text;
  return text.endsWith("以上") ? `${text.slice(0, -2)}${unit}以上` : `${text}${unit}`;
}

function editFigures(edits: WordEdits, wanted: ReadonlyMap<string, string>): void {
  for (const [id, text] of wanted)
    for (const { bookmark, shown } of placesOf(id)) edits.figure(bookmark, shownAs(text, shown, id));
}

/** Makes the edits; gives what the paragraphs with words of the data say then, by their number. */
function editTexts(
  edits: WordEdits,
  wanted: readonly TextEdit[],
  figures: ReadonlyMap<string, string>,
): ReadonlyMap<number, Wanted> {
  const after = new Map<string, string>();
  for (const { own, edits: typed } of wanted) {
    const all: readonly Stretch[] = stretches(own.run, typed);
    edits.run(own.run, all);
    after.set(`${own.paragraph}:${own.run}`, textAfter(all));
  }
  const unsure = new Set(wanted.filter((each) => !isSure(each)).map(({ own }) => own.paragraph));
  return new Map(
    [...new Set(texts.map((own) => own.paragraph))].map((paragraph) => [
      paragraph,
      {
        words: said(paragraph, after, figures),
        isSure: !unsure.has(paragraph),
      },
    ]),
  );
}

interface Wanted {
  readonly words: string;
  /** Whether it is certain which words of the data were edited. */
  readonly isSure: boolean;
}

/** One place of each text, not at its border, and no braces. */
function isSure({ own, edits }: TextEdit): boolean {
  return own.ranges.every(({ start, end }) => {
    const inside = edits.filter((edit) => edit.end >= start && edit.start <= end);
    return (
      inside.length <= 1 &&
      inside.every((edit) => edit.start > start && edit.end < end && !/[{}\\]/.test(edit.words))
    );
  });
}

/** White space that is put in or taken away is nobody's edit. */
const squeezed = (text: string): string => text.replace(/\s+/g, "");

function said(
  paragraph: number,
  after: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, string>,
): string {
  const content = built.report.paragraphs[paragraph]?.content ?? [];
  return squeezed(
    content
      .map((inline) => {
        if (inline.kind === "text") return after.get(`${paragraph}:${inline.text}`) ?? inline.text;
        const text = figures.get(inline.indicator);
        return text === undefined ? inline.shown : shownAs(text, inline.shown, inline.indicator);
      })
      .join(""),
  );
}

function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/ *# (?:示例街道二|全称|安全|次|引号|下半|明年|党建).*$/gm)].map(
    ([comment]) => comment,
  );
}

/** The law: what was edited in Word comes home, and the next build prints it. */
async function expectHome(
  docx: Uint8Array,
  args: readonly string[],
  paragraphs: ReadonlyMap<number, Wanted>,
  figures: ReadonlyMap<string, string>,
): Promise<string> {
  const { host } = await pull(docx, ["--apply", ...args]);
  const text = dataIn(host);
  const again = await buildFrom(withData(text)).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${host.out.stdout}\n${host.out.stderr}\n${text}`);
  });
  const told = `${host.out.stdout}${host.out.stderr}\n${text}`;
  for (const [index, { words, isSure }] of paragraphs) {
    const now = squeezed(wordsOf(again.report.paragraphs[index] ?? { content: [] }));
    // Where data and template meet, it may be told to be done by hand; never is it lost in silence.
    if (!isSure && now !== words) expect(host.out.stdout).toContain("left to do by hand");
    else expect(now, told).toBe(words);
  }
  for (const [id, wanted] of figures)
    expect(
      placesOf(id, again.report).map(({ shown }) => shown),
      told,
    ).toEqual(placesOf(id).map(({ shown }) => shownAs(wanted, shown, id)));
  expect(commentsIn(text)).toEqual(commentsIn(data));
  return text;
}

const view = fc.constantFrom("plain", "tracked");

describe("a report that was edited in Word", () => {
  it("comes home: its figures and its narrative are what the next build prints", async () => {
    await fc.assert(
      fc.asyncProperty(textEdits, amounts, view, async (wantedTexts, wantedAmounts, how) => {
        const edits = new WordEdits(built.docx, how === "tracked");
        const after = editTexts(edits, wantedTexts, wantedAmounts);
        editFigures(edits, wantedAmounts);
        const args = how === "tracked" ? ["--accept-all"] : [];
        await expectHome(edits.bytes(), args, after, wantedAmounts);
      }),
      { numRuns: 12 * longer },
    );
  });

  it("is unchanged where all its tracked changes are rejected", async () => {
    await fc.assert(
      fc.asyncProperty(textEdits, amounts, async (wantedTexts, wantedAmounts) => {
        const edits = new WordEdits(built.docx, true);
        editTexts(edits, wantedTexts, wantedAmounts);
        editFigures(edits, wantedAmounts);
        const { exitCode, host } = await pull(edits.bytes(), ["--reject-all", "--check"]);
        expect([exitCode, host.out.stderr, host.out.stdout]).toEqual([
          0,
          "",
          "unchanged: words and figures are those of the data\n",
        ]);
      }),
      { numRuns: 5 * longer },
    );
  });

  it.each(["controls", "all"] as const)("comes home without its marks: %s", async (lost) => {
    await fc.assert(
      fc.asyncProperty(textEdits, amounts, async (wantedTexts, wantedAmounts) => {
        const edits = new WordEdits(built.docx, false);
        // A figure without its mark and words beside it that were typed over are not told apart.
        const after = editTexts(
          edits,
          lost === "all" ? wantedTexts.filter(({ own }) => isApart(own)) : wantedTexts,
          wantedAmounts,
        );
        editFigures(edits, wantedAmounts);
        await expectHome(withoutMarks(edits.bytes(), lost), [], after, wantedAmounts);
      }),
      { numRuns: 6 * longer },
    );
  });
});

describe("a number typed beside what is left of it", () => {
  it.each([
    ["before its unit, outside its bookmark", "近1300", "项"],
    ["outside the bookmark that was left empty", "近1300项", ""],
    ["its first letters before it", "近1", "300项"],
    ["a word before it", "近", "1300项"],
  ])("%s", async (_name, outside, inside) => {
    const edits = new WordEdits(built.docx, false);
    const [place] = placesOf("safety.hazardsFound");
    edits.figure(place?.bookmark ?? "", inside === "" ? "甲乙" : inside);
    const [own] = texts;
    edits.run(own?.run ?? "", [{ change: "kept", text: `${own?.run}${outside}` }]);
    if (inside === "") edits.replace('<w:t xml:space="preserve">甲乙</w:t>', "<w:t></w:t>");
    const { host } = await pull(edits.bytes(), ["--apply"]);
    expect(dataIn(host)).toBe(data.replace("近1200", "近1300"));
  });
});

describe("words typed where something else begins", () => {
  const [first = "", second = "", third = ""] = texts.map(({ run }) => run);
  it.each([
    ["a comma behind a figure", second, { start: 0, end: 0, words: "," }, true],
    ["a mark before a figure", second, { start: 3, end: 3, words: "，" }, true],
    ["an indent and what YAML takes for a comment", first, { start: 0, end: 0, words: "　 # " }, true],
    ["the first words taken away, with a space behind", first, { start: 0, end: 4, words: " " }, true],
    ["a brace before a tag", first, { start: 17, end: 17, words: "{" }, false],
    ["a backslash before a tag", first, { start: 17, end: 17, words: "\\" }, false],
    ["a brace behind a tag", third, { start: 0, end: 0, words: "}" }, false],
    ["an escaped tag as letters", third, { start: 1, end: 1, words: "\\{{year}}" }, false],
    ["a tag as letters", third, { start: 1, end: 1, words: "{{year}}" }, true],
  ] as const)("%s", async (_name, run, edit, isHome) => {
    const own = texts.find((each) => each.run === run);
    if (!own) throw new Error(run);
    const edits = new WordEdits(built.docx, false);
    const after = editTexts(edits, [{ own, edits: [edit] }], new Map());
    const { host } = await pull(edits.bytes(), ["--apply"]);
    expect(host.out.stderr).toBe("");
    expect(dataIn(host) === data).toBe(!isHome);
    await expectHome(edits.bytes(), [], after, new Map());
  });
});

describe("paragraphs that were parted, joined, added and taken out", () => {
  const lines = [1, 2, 3];
  const body = '<w:p><w:pPr><w:pStyle w:val="ReportBody"/></w:pPr>';
  const open = `${body}<w:r><w:t xml:space="preserve">`;
  const close = "</w:t></w:r></w:p>";
  const paragraphOf = (edits: WordEdits, line: number): string => {
    const [paragraph] = edits.matches(
      new RegExp(`<w:p>(?:(?!</w:p>).)*${texts.find((each) => each.paragraph === line)?.run}.*?</w:p>`),
    );
    if (paragraph === undefined) throw new Error(`no paragraph ${line}`);
    return paragraph;
  };
  /** Where a reader would part a paragraph: behind a comma of the data. */
  const comma = /^(.*?，)(.+)$/s;
  const steps: Readonly<Record<string, (edits: WordEdits, line: number) => void>> = {
    kept: () => undefined,
    removed: (edits, line) => edits.replace(paragraphOf(edits, line), ""),
    added: (edits, line) => {
      const own = paragraphOf(edits, line);
      edits.replace(own, `${own}${open}新增第${"一二三"[line - 1]}段内容。${close}`);
    },
    parted: (edits, line) => {
      const own = paragraphOf(edits, line);
      const [, left = "", right = ""] = comma.exec(own) ?? [];
      edits.replace(own, `${left}${close}${open}${right}`);
    },
  };

  const plans = fc
    .tuple(...lines.map(() => fc.constantFrom(...Object.keys(steps))))
    .filter((plan) => plan.some((step) => step !== "kept") && plan.includes("kept"));

  it("are lines of the text again", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const edits = new WordEdits(built.docx, false);
        for (const [index, step] of plan.entries()) steps[step]?.(edits, index + 1);
        const wanted = linesBefore(edits.bytes());
        const { host } = await pull(edits.bytes(), ["--apply"]);
        const again = await buildFrom(withData(dataIn(host)));
        expect(linesBefore(again.docx), `${host.out.stdout}${host.out.stderr}${dataIn(host)}`).toEqual(
          wanted,
        );
      }),
      { numRuns: 10 * longer },
    );
  });

  /** The paragraphs before the first heading. */
  function linesBefore(docx: Uint8Array): readonly string[] {
    const all = extractText(docx).split("\n");
    return all.slice(1, all.indexOf("一、2022年主要工作"));
  }
});

describe("data that was edited while the Word file was", () => {
  const written: Readonly<Record<string, string>> = {
    "safety.premises": "480余",
    "safety.patrols": "180",
    "safety.hazardsFound": "近1200",
    "demolition.illegal": "3000余",
    "demolition.enclosed": "4400余",
  };
  const known = amounts.map((all) => new Map([...all].filter(([id]) => written[id] !== undefined)));

  it("keeps its own amounts; where both were changed, nothing is written and both are shown", async () => {
    await fc.assert(
      fc.asyncProperty(known, known, async (inWord, inData) => {
        const edits = new WordEdits(built.docx, false);
        editFigures(edits, inWord);
        const text = [...inData].reduce((all, [id, amount]) => {
          const key = id.split(".").at(-1);
          return all.replace(
            new RegExp(`(${key}: "?)${written[id]}`),
            (_all, before: string) => before + amount,
          );
        }, data);
        const { host } = await pull(edits.bytes(), ["--apply"], { ...built, files: withData(text) });
        const again = await buildFrom(withData(dataIn(host)));
        for (const [id, before] of Object.entries(written)) {
          const [word, today] = [inWord.get(id) ?? before, inData.get(id) ?? before];
          const wanted = today === before ? word : today;
          const shown = placesOf(id, again.report).map((each) => each.shown);
          expect(shown, `${host.out.stdout}${dataIn(host)}`).toEqual(
            placesOf(id).map((each) => shownAs(wanted, each.shown, id)),
          );
          if (word !== before && today !== before && word !== today)
            expect(host.out.stdout).toContain(
              `the data was changed since as well, to ${shownAs(today, placesOf(id)[0]?.shown ?? "", id)}`,
            );
        }
      }),
      { numRuns: 8 * longer },
    );
  });
});

describe("the data file as it is written", () => {
  it.each(["\r\n", "\n"])("keeps its quotes, its mark of order and its line ends: %j", async (lineEnd) => {
    const text = `\ufeff${data.replaceAll("\n", lineEnd)}`;
    const edits = new WordEdits(built.docx, false);
    const [own] = texts.slice(-1);
    if (!own) throw new Error("no text");
    editTexts(edits, [{ own, edits: [{ start: 8, end: 10, words: "走进" }] }], new Map());
    const amounts = { "safety.patrols": "190", "safety.hazardsFound": "近1300" };
    editFigures(edits, new Map(Object.entries(amounts)));
    const { host } = await pull(edits.bytes(), ["--apply"], { ...built, files: withData(text) });
    expect(dataIn(host)).toBe(
      text
        .replace("patrols: 180 ", "patrols: 190 ")
        .replace('"近1200"', '"近1300"')
        .replace("深入社区走访", "深走进区走访"),
    );
  });
});

describe("a Word file that is no longer sound", () => {
  const mutations = fc.array(
    fc.record({ part: fc.nat(), at: fc.nat(), length: fc.nat(40), put: fc.string({ maxLength: 8 }) }),
    { minLength: 1, maxLength: 3 },
  );

  it("is told, or read as far as it goes, whatever has become of its parts", async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (all) => {
        const parts = new Map(partsOf(built.docx));
        const names = [...parts.keys()].filter((name) => /^(?:word|customXml)\//.test(name));
        for (const { part, at, length, put } of all) {
          const name = names[part % names.length] ?? "";
          const xml = new TextDecoder().decode(parts.get(name));
          const from = at % Math.max(1, xml.length);
          parts.set(name, new TextEncoder().encode(xml.slice(0, from) + put + xml.slice(from + length)));
        }
        await expectTold(zip(parts));
      }),
      { numRuns: 40 * longer },
    );
  });

  it("is told where its bytes were cut or changed", async () => {
    const bytes = fc.tuple(fc.nat(built.docx.length), fc.uint8Array({ maxLength: 6 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(bytes, async ([at, put, isCut]) => {
        const changed = Uint8Array.from(built.docx);
        changed.set(put.slice(0, Math.max(0, changed.length - at)), at);
        await expectTold(isCut ? changed.slice(0, at) : changed);
      }),
      { numRuns: 40 * longer },
    );
  });

  /** C0 but for the line feed, DEL, C1, and what turns the direction of a line. */
  const raw = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

  async function expectTold(docx: Uint8Array): Promise<void> {
    const { exitCode, host } = await pull(docx, ["--accept-all"]);
    expect([0, 1]).toContain(exitCode);
    expect(host.out.stdout + host.out.stderr).not.toMatch(raw);
    expect(exitCode === 0 || host.out.stderr !== "").toBe(true);
    expect(dataIn(host)).toBe(data);
  }
});

/** Whether no figure stands in its paragraph. */
function isApart({ paragraph }: OwnText): boolean {
  return built.report.paragraphs[paragraph]?.content.every(({ kind }) => kind === "text") === true;
}

describe("a report that another program has saved", () => {
  const cut = (docx: Uint8Array): Uint8Array => {
    const edits = new WordEdits(docx, false);
    edits.replaceAll(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>([^<&]{2,})<\/w:t><\/w:r>/g,
      '<w:r w:rsidR="00AB12CD">$1<w:t xml:space="preserve">$2</w:t></w:r><w:proofErr w:type="gramEnd"/>',
    );
    edits.replaceAll(
      /<w:r w:rsidR="00AB12CD">((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<&]\S)([^<&]+)<\/w:t><\/w:r>/gu,
      '<w:r>$1<w:t xml:space="preserve">$2</w:t></w:r><w:bookmarkStart w:id="7001" w:name="_GoBack"/><w:bookmarkEnd w:id="7001"/><w:r>$1<w:rPr/><w:t>$3</w:t></w:r>',
    );
    return edits.bytes();
  };
  const stored = (docx: Uint8Array): Uint8Array =>
    rawZip([...partsOf(docx)].toReversed().map(([name, bytes]) => ({ name, data: bytes, method: 0 })));
  const saved: Readonly<Record<string, (docx: Uint8Array) => Uint8Array>> = {
    "as it is": (docx) => docx,
    "zipped anew": (docx) => zip(new Map([...partsOf(docx)].toReversed())),
    "zipped without compression": stored,
    "its runs cut": cut,
    "without controls": (docx) => withoutMarks(docx, "controls"),
    "without controls and bookmarks": (docx) => withoutMarks(docx, "all"),
    "without its record": (docx) =>
      zip(new Map([...partsOf(docx)].filter(([name]) => !name.startsWith("customXml/")))),
  };

  it.each(Object.keys(saved))("has no change: %s", async (name) => {
    for (const args of [[], ["--check"], ["--apply"]]) {
      const { exitCode, host } = await pull(saved[name]?.(built.docx) ?? new Uint8Array(), args);
      expect([exitCode, host.out.stderr, host.out.stdout]).toEqual([
        0,
        "",
        "unchanged: words and figures are those of the data\n",
      ]);
      expect(dataIn(host)).toBe(data);
    }
  });
});
