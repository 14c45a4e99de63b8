import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProtocolConnection } from "vscode-languageserver-protocol/node.js";
import protocol from "vscode-languageserver-protocol/node.js";
import type { CompletionItem, Diagnostic, Hover, Position } from "vscode-languageserver-types";

const server = join(
  dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")),
  "bin/yaml-language-server",
);

/** A file open in an editor: the language server that VS Code's YAML extension runs, told what VS Code tells it. */
export class YamlEditor {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  #version = 0;
  #text = "";
  #published: (diagnostics: readonly Diagnostic[]) => void = () => undefined;

  private constructor(folder: string, path: string, settings: Readonly<Record<string, unknown>>) {
    this.#uri = pathToFileURL(join(folder, path)).href;
    this.#process = spawn(process.execPath, [server, "--stdio"], { cwd: folder });
    this.#process.stderr.resume();
    this.#connection = protocol.createProtocolConnection(
      new protocol.StreamMessageReader(this.#process.stdout),
      new protocol.StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => sectionOf(settings, section)),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
        if (uri === this.#uri) this.#published(diagnostics);
      },
    );
    this.#connection.listen();
  }

  static async open(
    folder: string,
    path: string,
    settings: Readonly<Record<string, unknown>>,
  ): Promise<YamlEditor> {
    const editor = new YamlEditor(folder, path, settings);
    const uri = pathToFileURL(folder).href;
    await editor.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: basename(folder) }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          hover: { contentFormat: ["markdown"] },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
        },
      },
    });
    await editor.#connection.sendNotification("initialized", {});
    return editor;
  }

  /** Puts a text into the window; gives what is then underlined. */
  async show(text: string): Promise<readonly Underlined[]> {
    const published = new Promise<readonly Diagnostic[]>((resolve) => {
      this.#published = resolve;
    });
    this.#version += 1;
    this.#text = text;
    const textDocument = { uri: this.#uri, version: this.#version };
    if (this.#version === 1)
      await this.#connection.sendNotification("textDocument/didOpen", {
        textDocument: { ...textDocument, languageId: "yaml", text },
      });
    else
      await this.#connection.sendNotification("textDocument/didChange", {
        textDocument,
        contentChanges: [{ text }],
      });
    return (await published).map(({ range, message }) => ({
      text: text.slice(this.#offset(range.start), this.#offset(range.end)),
      line: range.start.line + 1,
      message,
    }));
  }

  /** What is shown on the first place where a text stands, or on an offset, as Markdown; null where nothing is. */
  async hover(on: string | number): Promise<string | null> {
    const position = this.#position((typeof on === "number" ? on : this.#text.indexOf(on)) + 1);
    const hover: Hover | null = await this.#connection.sendRequest("textDocument/hover", {
      textDocument: { uri: this.#uri },
      position,
    });
    const contents = hover?.contents;
    return contents && typeof contents === "object" && "value" in contents ? contents.value : null;
  }

  /** What is offered at the end of a text, by name. */
  async complete(after: string): Promise<ReadonlyMap<string, CompletionItem>> {
    const position = this.#position(this.#text.indexOf(after) + after.length);
    const list: { items: CompletionItem[] } = await this.#connection.sendRequest("textDocument/completion", {
      textDocument: { uri: this.#uri },
      position,
    });
    return new Map(list.items.map((item) => [item.label, item]));
  }

  close(): void {
    this.#connection.dispose();
    this.#process.kill();
  }

  #position(offset: number): Position {
    const before = this.#text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }

  #offset({ line, character }: Position): number {
    const lines = this.#text.split("\n").slice(0, line);
    return lines.reduce((sum, each) => sum + each.length + 1, character);
  }
}

export interface Underlined {
  readonly text: string;
  readonly line: number;
  readonly message: string;
}

/** `yaml.hover` and the like of settings.json as the section `yaml`. */
function sectionOf(settings: Readonly<Record<string, unknown>>, section: string): unknown {
  const whole = settings[section];
  if (whole !== undefined) return whole;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (!key.startsWith(`${section}.`)) continue;
    const [first = "", second] = key.slice(section.length + 1).split(".");
    result[first] = second === undefined ? value : { ...Object(result[first]), [second]: value };
  }
  // The defaults that the extension contributes, which VS Code hands over with the rest.
  return section === "yaml" ? { validate: true, hover: true, completion: true, ...result } : result;
}
