import type { Localized } from './localized.ts';
/**
 * @returns the code of an error of the system, such as EACCES or ENOENT
 * @throws any other error unchanged: a GitError or a defect of ours is not an unreadable file
 */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw error;
  return code;
}

/** Words why the system does not open or write a file, with the error code, which people can search for. */
export function systemReason(code: string): Localized {
  const words = known[code];
  return words === undefined
    ? { ja: code, en: code }
    : { ja: `${code}: ${words.ja}`, en: `${code}: ${words.en}` };
}

const known: Readonly<Record<string, Localized>> = {
  EACCES: { ja: '権限がありません', en: 'permission denied' },
  EBUSY: { ja: 'ほかのプログラムが開いています', en: 'open in another program' },
  EEXIST: { ja: '途中に同じ名前のファイルがあります', en: 'a file stands where a folder would be' },
  EISDIR: { ja: 'ファイルではなくフォルダーです', en: 'a folder, not a file' },
  ENAMETOOLONG: { ja: '名前が長すぎます', en: 'the name is too long' },
  ENOENT: { ja: 'ファイルまたはフォルダーがありません', en: 'there is no such file or folder' },
  ENOSPC: { ja: '空き容量がありません', en: 'no space left' },
  ENOTDIR: { ja: '途中にフォルダーではないものがあります', en: 'not a folder' },
  EPERM: { ja: '権限がありません', en: 'permission denied' },
  EROFS: { ja: '書き込めない場所です', en: 'a place that is read-only' },
};
