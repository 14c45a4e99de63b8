import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSchema } from "../../src/validate/compile-schema.ts";

type Check = NonNullable<ReturnType<typeof compileSchema>["value"]>["check"];

/** Whether a list may stand where the schema says `uniqueItems`. */
function unique(items: readonly unknown[], wanted: boolean = true): boolean {
  const check = checks.get(wanted) ?? checkOf(wanted);
  checks.set(wanted, check);
  const { value: errors } = check({ list: items });
  return errors?.length === 0;
}

const checkOf = (uniqueItems: boolean): Check => {
  const schema = { type: "object", properties: { list: { type: "array", uniqueItems } } };
  const { value } = compileSchema({ path: "s.json", text: JSON.stringify(schema) });
  if (!value) throw new Error("the schema does not compile");
  return value.check;
};
/** Compiled in the tests: what runs outside of them tells mutation testing nothing. */
const checks = new Map<boolean, Check>();

describe("items that may not repeat", () => {
  it.each<readonly [boolean, readonly unknown[]]>([
    [true, []],
    [true, [1, 2]],
    [false, [1, 1]],
    [true, ["1", 1, true, null, "null"]],
    [false, [null, null]],
    [true, [[], {}]],
    [false, [{}, {}]],
    [false, [[], []]],
    [true, [["a", "b"], ["ab"], ["a,b"], ["b", "a"]]],
    [
      false,
      [
        ["a", ["b"]],
        ["a", ["b"]],
      ],
    ],
    [true, [[1, 2], [12]]],
    [
      false,
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    [
      false,
      [
        { c: 3, a: 1, b: 2 },
        { b: 2, c: 3, a: 1 },
      ],
    ],
    [true, [{ a: 1 }, { a: 2 }, { b: 1 }, { a: 1, b: 1 }]],
    [true, [{ a: { b: 1 } }, { a: { b: 2 } }, { a: null }]],
    [true, [{ "a,b": 1 }, { a: ",b" }]],
  ])("%s of %j", (expected, items) => {
    expect(unique(items)).toBe(expected);
    expect(unique(items, false)).toBe(true);
  });

  it("are those that no other equals", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 }), (items) => {
        const plain: readonly unknown[] = JSON.parse(JSON.stringify(items));
        const twice = plain.some((each, index) =>
          plain.slice(index + 1).some((other) => isDeepStrictEqual(each, other)),
        );
        expect(unique(plain)).toBe(!twice);
      }),
      { numRuns: 300 },
    );
  });
});
