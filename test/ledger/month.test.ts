import { describe, expect, it } from "vitest";
import { monthKey, readMonth } from "../../src/ledger/month.ts";

function month(text: string, column: string = "日期"): string | null {
  const read = readMonth(text, column, 2022);
  return read && monthKey(read);
}

describe("the month of a date", () => {
  it("is read from every form that says it", () => {
    const forms =
      "2022-03-05 2022-3-5 2022/3/5 2022.3.5 2022年3月5日 2022年03月05号 20220305 202203 2022-03 2022/3 2022.03 2022年3月 " +
      "2022年3月份 3月5日 3月 3月份 ２０２２年３月";
    for (const form of forms.split(" ")) expect([form, month(form)]).toEqual([form, "2022-03"]);
    for (const form of [
      "2022-03-05 08:30:00",
      "2022-03-05T08:30:00.000",
      "2022年3月5日 星期六",
      " 2022 年 3 月 5 日 ",
    ])
      expect([form, month(form)]).toEqual([form, "2022-03"]);
    expect(month("3", "月份")).toBe("2022-03");
    expect(month("2021-12-31")).toBe("2021-12");
  });

  it("is not guessed", () => {
    const forms =
      "3 3.5 3/5 03-05 3/5/2022 22.3.5 22-3-5 44625 2022 2022-02-30 2022-13 13月 2022.3 2022-03-05~2022-03-08 一季度 三月";
    for (const form of [...forms.split(" "), "", "3月5日-8日"])
      expect([form, month(form)]).toEqual([form, null]);
    expect(month("13", "月份")).toBeNull();
  });
});
