import { type Diagnostic, diagnostic, hasErrors, type Related } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parseTemplate, type Template } from "../template/parse-template.ts";
import { contentFault, linkWarnings } from "./content.ts";
import type { TemplateFault } from "./fault.ts";
import { findBody, type Place } from "./find-body.ts";
import { HeadingPath, headingLevels } from "./heading-levels.ts";
import { matchBlocks } from "./match-blocks.ts";
import { openTemplate, type Template as WordPackage, type XmlPart } from "./package.ts";
import { partSegments } from "./part-segments.ts";
import {
  buildSource,
  type LookRange,
  type Mark,
  type Note,
  type Segment,
  type TagPlace,
} from "./source-builder.ts";
import { type StoryPart, storyParts } from "./story-parts.ts";
import { type SurveyedPart, survey, WordText } from "./survey.ts";
import { braceFaults, tagFaults, unreachableTags } from "./tag-faults.ts";

/** A part of a Word template that has tags: one text for Handlebars, and what stands between. */
export interface Story {
  readonly part: XmlPart;
  readonly template: Template;
  readonly marks: readonly Mark[];
  readonly looks: readonly LookRange[];
  readonly tags: readonly TagPlace[];
}

/** A part that a reader reads. */
export interface ReadPart extends StoryPart {
  /** Of one that has no tags: what stands in it. */
  readonly notes: readonly Note[];
}

/** A Word template that can be filled. */
export interface WordTemplate {
  /** Its paragraphs as lines. */
  readonly file: SourceFile;
  readonly opened: WordPackage;
  /** All parts that a reader reads. */
  readonly parts: readonly ReadPart[];
  readonly stories: readonly Story[];
  readonly body: Place;
}

/** What there is of a Word template: its stories can be linted also where something else is wrong with it. */
export interface ReadWordTemplate {
  readonly template: WordTemplate | null;
  readonly stories: readonly Template[];
  readonly diagnostics: readonly Diagnostic[];
  /** The first reason that keeps it from being used at all. */
  readonly fault: TemplateFault | null;
}

const known = new WeakMap<Uint8Array, { readonly path: string; readonly read: ReadWordTemplate }>();

/** Reads a Word template: once as long as its bytes are held, since all reports of a run fill the same. */
export function readWordTemplate(path: string, bytes: Uint8Array): ReadWordTemplate {
  const before = known.get(bytes);
  if (before?.path === path) return before.read;
  const read = readAnew(path, bytes);
  known.set(bytes, { path, read });
  return read;
}

function readAnew(path: string, bytes: Uint8Array): ReadWordTemplate {
  const opened = openTemplate(bytes);
  if (!opened.ok) return unusable(path, opened.reason);
  const refusal = contentFault(opened.value);
  if (refusal) return unusable(path, refusal);
  const parts = storyParts(opened.value);
  return parts.ok ? readParts(path, opened.value, parts.value) : unusable(path, parts.reason);
}

function unusable(path: string, fault: TemplateFault): ReadWordTemplate {
  return { template: null, stories: [], diagnostics: [invalid(path, fault, null)], fault };
}

function invalid(
  path: string,
  fault: TemplateFault,
  span: Span | null,
  related: readonly Related[] = [],
): Diagnostic {
  return diagnostic("word-template-invalid", span, { path, fault }, related);
}

function readParts(path: string, opened: WordPackage, parts: readonly StoryPart[]): ReadWordTemplate {
  const text = new WordText(new HeadingPath(headingLevels(opened.styles.root)));
  const surveyed = parts.map(({ part, story }) => survey(part, story, text));
  if (text.isTooLong) return unusable(path, { kind: "other", detail: "too-many-tags" });
  const file: SourceFile = { path, text: text.text, wordPlaces: text.places };
  const cut = surveyed.map((each) => [each, partSegments(each)] as const);
  const body = findBody(
    cut.flatMap(([, segments]) => segments),
    opened.document,
  );
  const bodyFault = body.ok
    ? []
    : [invalid(path, body.reason, body.place && tagSpan(file, body.place), relatedTo(file, body.first))];
  const made = cut.map(([part, segments]) => makeStory(part, segments, file));
  const diagnostics = [
    ...linkWarnings(path, opened),
    ...bodyFault,
    ...unreachableTags(surveyed, opened.parts, file),
    ...made.flatMap((each) => each.diagnostics),
  ];
  const stories = made.flatMap(({ story }) => story ?? []);
  const isUsable = body.ok && !hasErrors(diagnostics);
  return {
    template: isUsable
      ? {
          file,
          opened,
          parts: parts.map((part, index) => ({ ...part, notes: notesOf(cut[index]?.[1] ?? []) })),
          stories,
          body: body.value,
        }
      : null,
    stories: made.flatMap(({ story, canBeLinted }) => (story && canBeLinted ? [story.template] : [])),
    diagnostics,
    fault: isUsable ? null : body.ok ? { kind: "other", detail: "unknown-tag" } : body.reason,
  };
}

function notesOf(segments: readonly Segment[]): readonly Note[] {
  return segments.flatMap((each) =>
    each.kind === "mark" && each.mark.kind === "xml" ? each.mark.notes : [],
  );
}

function tagSpan(file: SourceFile, { tag, at }: TagPlace): Span {
  return { file, start: at + tag.start, end: at + tag.end };
}

function relatedTo(file: SourceFile, first: TagPlace | null): readonly Related[] {
  return first ? [{ span: tagSpan(file, first), note: "first" }] : [];
}

interface MadeStory {
  readonly story: Story | null;
  readonly canBeLinted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tags that are wrong are taken out, so that the others can be looked at all the same. */
function makeStory(surveyed: SurveyedPart, segments: readonly Segment[], file: SourceFile): MadeStory {
  const spanOf = (place: TagPlace): Span => tagSpan(file, place);
  const faults = tagFaults(segments, spanOf);
  const matched = matchBlocks(
    segments.filter((each) => !faults.wrong.has(each)),
    spanOf,
  );
  const diagnostics = [...braceFaults(surveyed, file), ...faults.diagnostics, ...matched.diagnostics];
  const { part } = surveyed;
  if (segments.every(({ kind }) => kind === "mark")) return { story: null, canBeLinted: false, diagnostics };
  const source = buildSource(matched.segments);
  const parsed = parseTemplate(part.name, { path: file.path, text: source.text }, (from, to) => {
    const [start, end] = source.toFile(from, to);
    return { file, start, end };
  });
  const story = parsed.value && { part, template: parsed.value, ...source };
  return { story, canBeLinted: matched.keepsScopes, diagnostics: [...diagnostics, ...parsed.diagnostics] };
}
