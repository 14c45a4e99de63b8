import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildFrom,
  built,
  data,
  dataIn,
  type OwnText,
  pull,
  texts,
  withData,
} from "../support/pulled-report.ts";
import {
  amounts,
  editFigures,
  editTexts,
  expectHome,
  placesOf,
  shownAs,
  textEdits,
} from "../support/report-edits.ts";
import { WordEdits, withoutMarks } from "../support/word-edits.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

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

/** Whether no figure stands in its paragraph. */
function isApart({ paragraph }: OwnText): boolean {
  return built.report.paragraphs[paragraph]?.content.every(({ kind }) => kind === "text") === true;
}
