import { wordFileFault } from "./reading.ts";
import type { PackagingFault } from "./word-template-fault.ts";
import type { Words } from "./words.ts";

/** Why a file cannot be looked at. */
export type UnreadReason = "denied" | "too-large" | "other" | PackagingFault | "old-format";

/** What keeps a report from being written over a Word file that is already there. */
export interface OverwritingFacts {
  "output-edited": {
    readonly path: string;
    /**
     * `words`: others than were built. `saved`: the words as they were built. `taken-over`: the words as they would be
     * built now.
     */
    readonly how: "words" | "saved" | "taken-over";
  };
  "output-not-built": { readonly path: string };
  "output-unreadable": { readonly path: string; readonly reason: UnreadReason };
}

type How = OverwritingFacts["output-edited"]["how"];

const howZh: Readonly<Record<How, string>> = {
  words: "生成以后，有人改过里面的文字",
  saved: "生成以后，有人另存过它：文字没有改，格式或批注可能改过",
  "taken-over": "生成以后，有人改过它：文字已与现在要写的一致，格式或批注可能不同",
};
const howEn: Readonly<Record<How, string>> = {
  words: "its words were edited since it was built",
  saved:
    "it was saved anew since it was built; the words are the same, but formatting or comments may not be",
  "taken-over":
    "it was edited since it was built; its words are those to be written now, but formatting or comments may differ",
};

function unread(reason: UnreadReason): readonly [string, string] {
  switch (reason) {
    case "denied":
      return ["没有读取权限", "permission denied"];
    case "too-large":
      return ["它太大", "it is too large"];
    case "other":
      return ["系统未能打开它", "the system could not open it"];
    default:
      return wordFileFault(reason);
  }
}

export const overwritingWords: Words<OverwritingFacts> = {
  "output-edited": {
    severity: "error",
    zh: ({ path, how }) => `没有重写 ${path}：${howZh[how]}`,
    en: ({ path, how }) => `${path} is not overwritten: ${howEn[how]}`,
    hint: {
      zh: ({ path, how }) =>
        how === "words"
          ? `先用 report pull ${path} 把改动收回数据；不要这些改动，就加 --force；两份都要，就用 --out 写到别处。`
          : "格式和批注不必保留，就加 --force；两份都要，就用 --out 写到别处。",
      en: ({ path, how }) =>
        how === "words"
          ? `Bring the edits home with report pull ${path}; --force gives them up; --out writes elsewhere and keeps both.`
          : "--force gives up its formatting and comments; --out writes elsewhere and keeps both.",
    },
  },
  "output-not-built": {
    severity: "error",
    zh: ({ path }) => `没有重写 ${path}：这个 Word 文件里没有生成记录，不知道是不是 report 生成的`,
    en: ({ path }) => `${path} is not overwritten: it has no record of being built by report`,
    hint: {
      zh: ({ path }) =>
        `它可能是别人做的，或由旧版本生成；里面有要收回的改动，先用 report pull ${path}。不要它，就加 --force；两份都要，就用 --out 写到别处。`,
      en: ({ path }) =>
        `Somebody else may have made it, or an older version; report pull ${path} brings home what was edited. --force gives it up; --out writes elsewhere and keeps both.`,
    },
  },
  "output-unreadable": {
    severity: "error",
    zh: ({ path, reason }) => `没有重写 ${path}：读不了它，不知道有没有人改过（${unread(reason)[0]}）`,
    en: ({ path, reason }) =>
      `${path} is not overwritten: it cannot be read to see whether it was edited (${unread(reason)[1]})`,
    hint: {
      zh: ({ reason }) =>
        `${reason === "other" ? "它若正在 Word 或 WPS 中打开，请先关闭。" : ""}不要它，就加 --force；两份都要，就用 --out 写到别处。`,
      en: ({ reason }) =>
        `${reason === "other" ? "If it is open in Word, close it there first. " : ""}--force gives it up; --out writes elsewhere and keeps both.`,
    },
  },
};
