import type { FigureChange } from "../../pull/figure-changes.ts";
import type { Pulled } from "../../pull/pull.ts";
import type { SourceEdit, TextChange } from "../../pull/text-changes.ts";
import type { ReadComment } from "../../reading/comments.ts";
import { positionAt, type Span } from "../../source/source-file.ts";
import { patchOf } from "./patch.ts";
import { isHome } from "./text.ts";

/** The same as for people, for programs. */
export function pullJson(
  { figures, texts }: Pick<Pulled, "figures" | "texts">,
  comments: readonly ReadComment[],
): string {
  const value = {
    figures: figures.map(figureJson),
    texts: texts.map(textJson),
    comments: comments.map(({ author, date, text, on, isResolved }) => ({
      author,
      date,
      text,
      on,
      isResolved,
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function figureJson(change: FigureChange): object {
  const { id, label, before, after, isGuess, isReworded, changed, unchanged, fate } = change;
  return {
    id,
    label,
    before,
    after,
    isGuess,
    isReworded,
    changed,
    unchanged,
    isHome: isHome(change),
    fate: fateJson(fate),
  };
}

function fateJson(fate: FigureChange["fate"]): object {
  switch (fate.kind) {
    case "apply":
      return { kind: fate.kind, text: fate.text, ...placeJson(fate.span) };
    case "computed":
      return {
        kind: fate.kind,
        from: fate.from.map(({ indicator, sources }) => ({
          id: indicator.id,
          sources: sources.map(placeJson),
        })),
      };
    case "same-as":
      return { kind: fate.kind, id: fate.figure.indicator.id, ...placeJson(fate.span) };
    case "recorded":
      return { kind: fate.kind, from: fate.from, sources: fate.spans.map(placeJson) };
    default:
      return fate;
  }
}

function textJson({ kind, before, after, where, from, data, template, reason }: TextChange): object {
  const files = [...new Set(template.map(({ file }) => file))];
  return {
    kind,
    before,
    after,
    where,
    from,
    isHome: reason === null,
    reason,
    data: data.map(editJson),
    patch: files
      .map((file) =>
        patchOf(
          file,
          template.filter((each) => each.file === file),
        ),
      )
      .join(""),
  };
}

function editJson(edit: SourceEdit): object {
  const { line, column } = positionAt(edit.file, edit.end);
  return { ...placeJson(edit), endLine: line, endColumn: column, text: edit.words };
}

function placeJson({ file, start }: Span): object {
  return { file: file.path, ...positionAt(file, start) };
}
