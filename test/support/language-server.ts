import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';

/** A value or key that an editor offers. */
export interface Offer {
  readonly label: string;
  readonly inserted: string;
  readonly about: string;
}

/** Where the cursor stands in the texts of tests. */
const cursor = '█';

/** yaml-language-server as an editor runs it: a process of its own, spoken to over its standard streams. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  #opened = 0;

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.#process = process;
    this.#connection = connection;
  }

  /**
   * @param folder what the editor has open
   * @param settings those of the editor for the folder, by their full names
   */
  static async start(folder: string, settings: Readonly<Record<string, unknown>>): Promise<LanguageServer> {
    const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new LanguageServer(child, connection);
    await server.#initialize(folder, settings);
    return server;
  }

  async #initialize(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
    const connection = this.#connection;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'yaml' ? sectionOf(settings, 'yaml') : {})),
    );
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#waiting.get(uri)?.(diagnostics);
    });
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'inventory' }],
      locale: 'ja',
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    await connection.sendNotification(InitializedNotification.type, {});
  }

  /** @returns what is wrong with a file, as `line: message`; without a text, as it lies on the disk */
  async problems(file: string, text?: string): Promise<string[]> {
    const uri = pathToFileURL(file).href;
    const told = new Promise<Diagnostic[]>((resolve) => this.#waiting.set(uri, resolve));
    await this.#open(uri, text ?? (await readFile(file, 'utf8')));
    return (await told).map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  }

  /** @returns what is offered at the cursor of a text that stands in a new file beside another */
  async offers(beside: string, text: string): Promise<Offer[]> {
    const { uri, position } = await this.#openAtCursor(beside, text);
    const list = await this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    return items.map(({ label, insertText = label, documentation = '' }) => ({
      label,
      inserted: insertText,
      about: typeof documentation === 'string' ? documentation : documentation.value,
    }));
  }

  /** @returns what is told of what the cursor of a text is on */
  async hover(beside: string, text: string): Promise<string> {
    const { uri, position } = await this.#openAtCursor(beside, text);
    const hover = await this.#connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await ended;
    this.#connection.dispose();
  }

  async #openAtCursor(beside: string, text: string): Promise<{ uri: string; position: Position }> {
    const uri = pathToFileURL(path.join(path.dirname(beside), `opened-${this.#opened}.yaml`)).href;
    const [before = ''] = text.split(cursor);
    const lines = before.split('\n');
    await this.#open(uri, text.replace(cursor, ''));
    return { uri, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
  }

  async #open(uri: string, text: string): Promise<void> {
    this.#opened++;
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }
}

/** The settings of a section as an editor hands them over: `yaml.schemaStore.enable` is within `schemaStore`. */
function sectionOf(settings: Readonly<Record<string, unknown>>, section: string): object {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    const [first, ...keys] = name.split('.');
    if (first !== section) continue;
    const last = keys.pop() ?? '';
    let at = found;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return found;
}
