import { fstatSync, writeFileSync } from 'node:fs';

/** As Node has it. */
type NodeStream = NodeJS.WriteStream & { readonly fd: number };

/** stdout or stderr of the process. */
export class StandardStream {
  /** set if it is a terminal */
  readonly terminal: { readonly columns: number; readonly colorDepth: number } | undefined;
  readonly #onFailure: (error: NodeJS.ErrnoException) => void;
  readonly #write: (text: string) => void;
  #isClosed = false;
  /** how many writes Node's stream has not answered yet */
  #pending = 0;
  /** goes on once the stream takes more; set while it does not */
  #ready: Promise<void> | undefined;
  #goOn: () => void = () => {};

  /**
   * @param open gives Node's stream
   * @param onFailure is called once, if something could not be written; nothing more is written then
   */
  constructor(open: () => NodeStream, onFailure: (error: NodeJS.ErrnoException) => void) {
    this.#onFailure = onFailure;
    let stream: NodeStream;
    try {
      stream = open();
    } catch (error) {
      this.#write = () => {
        throw error;
      };
      return;
    }
    stream.on('error', (error) => this.#fail(error));
    if (stream.isTTY) this.terminal = { columns: stream.columns, colorDepth: stream.getColorDepth() };
    // Node's stream takes a text for written of which a disk that is nearly full has taken the beginning alone.
    this.#write = isFile(stream)
      ? (text) => writeFileSync(stream.fd, text)
      : (text) => {
          this.#pending++;
          if (!stream.write(text, (error) => this.#answered(error))) this.#wait();
        };
    stream.on('drain', () => this.#resume());
  }

  write(text: string): void {
    if (this.#isClosed) return;
    try {
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
  if (isTTY) return false;
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}
