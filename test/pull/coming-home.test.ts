import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractText } from "../support/docx-text.ts";
import { buildFrom, built, data, dataIn, pull, withData } from "../support/pulled-report.ts";
import {
  amounts,
  editFigures,
  editTexts,
  type OwnText,
  placesOf,
  shownAs,
  squeezed,
  textEdits,
  texts,
  type Wanted,
} from "../support/report-edits.ts";
import { WordEdits, withoutMarks, wordsOf } from "../support/word-edits.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

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

/** Whether no figure stands in its paragraph. */
function isApart({ paragraph }: OwnText): boolean {
  return built.report.paragraphs[paragraph]?.content.every(({ kind }) => kind === "text") === true;
}

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
