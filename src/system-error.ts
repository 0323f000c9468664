/** @returns the code of an error of the system, such as EACCES or ENOENT; of any other error what it says */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
