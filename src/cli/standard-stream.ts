import { fstatSync, writeFileSync } from 'node:fs';

/** stdout or stderr of the process. */
export class StandardStream {
  readonly #stream: NodeJS.WriteStream;
  readonly #descriptor: number;
  readonly #isFile: boolean;
  readonly #onFailure: (error: NodeJS.ErrnoException) => void;
  #isClosed = false;

  /** @param onFailure is called once, if something could not be written; nothing more is written then */
  constructor(
    stream: NodeJS.WriteStream & { readonly fd: number },
    onFailure: (error: NodeJS.ErrnoException) => void,
  ) {
    this.#stream = stream;
    this.#descriptor = stream.fd;
    this.#isFile = isFile(stream);
    this.#onFailure = onFailure;
    stream.on('error', (error) => this.#fail(error));
  }

  /**
   * Node's own stream calls a text written of which a disk that is nearly full has taken the beginning alone, so a file
   * is written without it.
   */
  write(text: string): void {
    if (this.#isClosed) return;
    if (!this.#isFile) {
      this.#stream.write(text);
      return;
    }
    try {
      writeFileSync(this.#descriptor, text);
    } catch (error) {
      this.#fail(error as NodeJS.ErrnoException);
    }
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A reader such as `head` closes the pipe when it has enough. That is not an error.
    if (error.code !== 'EPIPE') this.#onFailure(error);
  }
}

/** Whether it is a file or a device such as /dev/null. */
function isFile({ fd, isTTY }: { readonly fd: number; readonly isTTY?: boolean }): boolean {
  if (isTTY) return false;
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}
