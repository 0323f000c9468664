import { fstatSync, type Stats, writeFileSync } from 'node:fs';

/** As Node has it. */
type NodeStream = NodeJS.WriteStream & { readonly fd: number };

/** stdout or stderr of the process. */
export class StandardStream {
  readonly #open: () => NodeStream;
  readonly #onFailure: (error: NodeJS.ErrnoException) => void;
  #terminal: { readonly columns: number; readonly colorDepth: number } | undefined;
  /** set once it is open */
  #write: ((text: string) => void) | undefined;
  #isClosed = false;
  /** how many writes Node's stream has not answered yet */
  #pending = 0;
  /** goes on once the stream takes more; set while it does not */
  #ready: Promise<void> | undefined;
  #goOn: () => void = () => {};

  /**
   * @param descriptor 1 or 2; a pipe is opened when something is first written, since Node.js loads a good deal for that
   * @param open gives Node's stream
   * @param onFailure is called once, if something could not be written; nothing more is written then
   */
  constructor(descriptor: number, open: () => NodeStream, onFailure: (error: NodeJS.ErrnoException) => void) {
    this.#open = open;
    this.#onFailure = onFailure;
    if (!isPipe(descriptor)) this.#write = this.#begin();
  }

  /** Set if it is a terminal. */
  get terminal(): { readonly columns: number; readonly colorDepth: number } | undefined {
    return this.#terminal;
  }

  /** @returns what writes to it */
  #begin(): (text: string) => void {
    let stream: NodeStream;
    try {
      stream = this.#open();
    } catch (error) {
      return () => {
        throw error;
      };
    }
    stream.on('error', (error) => this.#fail(error));
    stream.on('drain', () => this.#resume());
    if (stream.isTTY) this.#terminal = { columns: stream.columns, colorDepth: stream.getColorDepth() };
    // Node's stream takes a text for written of which a disk that is nearly full has taken the beginning alone.
    if (isFile(stream)) return (text) => writeFileSync(stream.fd, text);
    return (text) => {
      this.#pending++;
      if (!stream.write(text, (error) => this.#answered(error))) this.#wait();
    };
  }

  write(text: string): void {
    if (this.#isClosed) return;
    try {
      this.#write ??= this.#begin();
      this.#write(text);
    } catch (error) {
      this.#fail(error as NodeJS.ErrnoException);
    }
  }

  /** Whether it is known of all that was written whether it has arrived. */
  get isSettled(): boolean {
    return this.#pending === 0;
  }

  /** Waits until it takes more: what its reader has not read yet is held in memory. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  #answered(error: NodeJS.ErrnoException | null | undefined): void {
    this.#pending--;
    if (error) this.#fail(error);
  }

  #wait(): void {
    this.#ready ??= new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }

  #resume(): void {
    this.#goOn();
    this.#ready = undefined;
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#resume();
    this.#onFailure(error);
  }
}

/** Whether it is a file or a device such as /dev/null. */
function isFile({ fd, isTTY }: NodeStream): boolean {
  const stats = isTTY ? undefined : statsOf(fd);
  return stats !== undefined && (stats.isFile() || stats.isCharacterDevice());
}

/** Whether it is a pipe, which Node.js itself makes as a socket. */
function isPipe(descriptor: number): boolean {
  const stats = statsOf(descriptor);
  return stats !== undefined && (stats.isFIFO() || stats.isSocket());
}

function statsOf(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
}
