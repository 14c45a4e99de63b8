import { positionAt, type Span, wordPlaceAt } from "../source/source-file.ts";
import { catalogue } from "./catalogue.ts";
import { codeFrame } from "./code-frame.ts";
import type { Diagnostic, Related } from "./diagnostic.ts";
import { printable } from "./printable.ts";
import { relatedWords } from "./words/related.ts";
import { wordPlaceWords } from "./words/word-place.ts";
import type { Entry, Lang, Severity } from "./words/words.ts";

export interface Style {
  readonly lang: Lang;
  readonly color: boolean;
  readonly columns: number;
  /** A workspace path as the reader can open it from where the command runs. */
  readonly path: (path: string) => string;
}

const severityWords: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "信息", en: "info" },
};

const severityColors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

export function message(diagnostic: Diagnostic, lang: Lang): string {
  const entry = catalogue[diagnostic.code] as Entry<unknown>;
  return entry[lang](diagnostic.facts);
}

export function hint(diagnostic: Diagnostic, lang: Lang): string | null {
  const entry = catalogue[diagnostic.code] as Entry<unknown>;
  return entry.hint?.[lang](diagnostic.facts) ?? null;
}

/** For people: place, severity, code, words; the line itself; related lines; the hint. An information is its first line alone. */
export function pretty(diagnostic: Diagnostic, style: Style): string {
  const { lang } = style;
  const place = diagnostic.span ? `${placeText(diagnostic.span, style)} ` : "";
  const severity = paint(
    severityWords[diagnostic.severity][lang],
    severityColors[diagnostic.severity],
    style,
  );
  const first = `${place}${severity} ${diagnostic.code}: ${shortened(printable(message(diagnostic, lang)))}`;
  const inWord = diagnostic.span && wordPlaceAt(diagnostic.span);
  if (diagnostic.severity === "info") return first;
  const hinted = hint(diagnostic, lang);
  return [
    first,
    ...(diagnostic.span && diagnostic.span.file.text !== ""
      ? [codeFrame(diagnostic.span, style.columns)]
      : []),
    ...(inWord
      ? [`  ${lang === "zh" ? "位置: " : "where: "}${printable(wordPlaceWords[lang](inWord))}`]
      : []),
    ...diagnostic.related.slice(0, 12).map((each) => relatedText(each, style)),
    ...(hinted === null ? [] : [`  ${lang === "zh" ? "提示: " : "hint: "}${printable(hinted)}`]),
  ].join("\n");
}

/** A name from data may be a megabyte long; what a terminal shows of it need not be. */
function shortened(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}

function placeText({ file, start }: Span, { path }: Style): string {
  const { line, column } = positionAt(file, start);
  return `${printable(path(file.path))}:${line}:${column}`;
}

function relatedText({ span, note }: Related, style: Style): string {
  const words = relatedWords[note][style.lang];
  return `  ${placeText(span, style)} ${words}${style.lang === "zh" ? "：" : ":"}\n${codeFrame(span, style.columns)}`;
}

function paint(text: string, color: number, style: Style): string {
  return style.color ? `\u001b[${color}m${text}\u001b[39m` : text;
}

const counted: Readonly<Record<Severity, Readonly<Record<Lang, (count: number) => string>>>> = {
  error: { zh: (count) => `${count} 个错误`, en: (count) => `${count} error${count === 1 ? "" : "s"}` },
  warning: { zh: (count) => `${count} 个警告`, en: (count) => `${count} warning${count === 1 ? "" : "s"}` },
  info: { zh: (count) => `${count} 条信息`, en: (count) => `${count} info` },
};

/** 2 个错误，1 个警告，1 条信息 */
export function summary(diagnostics: readonly Diagnostic[], lang: Lang): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = diagnostics.filter((each) => each.severity === severity).length;
    return count > 0 ? [counted[severity][lang](count)] : [];
  });
  return parts.join(lang === "zh" ? "，" : ", ");
}
