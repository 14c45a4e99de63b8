import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputName } from "../src/workspace/output-name.ts";

describe("the name of an output", () => {
  it.each([
    ["江都路街2022年度法治政府建设情况报告", "江都路街2022年度法治政府建设情况报告"],
    ["关于<甲>：“乙/丙”的报告?", "关于甲：“乙丙”的报告"],
    ["a\\b|c*d:e", "abcde"],
    ["  报告 .. ", "报告"],
    ["一\t二\n三", "一二三"],
    ["CON", "report-CON"],
    ["nul.报告", "report-nul.报告"],
    ["LPT¹", "report-LPT¹"],
    ["aux报告", "aux报告"],
    ["???", "report"],
  ])("of %j is %j", (title, name) => {
    expect(outputName(title)).toBe(name);
  });

  it("is one that Windows, macOS and Linux allow, whatever the title", () => {
    const letters = fc.constantFrom(...'CONnulPRNaux.1 /\\:*?"<>|\t报告年度。“”𠮷\u0007');
    const titles = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: letters, maxLength: 300 }),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const name = outputName(title);
        expect(name).not.toMatch(/[<>:"/\\|?*\0-\x1f\x7f]|^[. ]|[. ]$|^$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]) *(?:\.|$)/i);
        expect(Buffer.byteLength(`${name}.docx`)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 2000 },
    );
  });
});
