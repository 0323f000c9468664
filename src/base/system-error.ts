import { type Limit, LimitError, wordLimit } from './limits.ts';
import type { Localized } from './localized.ts';

/** Why a file is not read or written: the code of the system's error, such as EACCES, or the limit that it exceeds. */
export type Reason = string | Limit;

/** The code of a file that is none to read: a pipe, a socket or a device, which may never end. */
export const notRegular = 'not-regular';

/** The code of a file that another file names and that lies where it may not name one. */
export const outside = 'outside';

/**
 * @returns why a file is not read or written
 * @throws any other error unchanged: a GitError or a defect of ours is not an unreadable file
 */
export function reasonOf(error: unknown): Reason {
  if (error instanceof LimitError) return error.limit;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw error;
  return code;
}

/** Whether the reason is that nothing is there; all others leave open what is. */
export function isMissing(reason: Reason): boolean {
  return reason === 'ENOENT' || reason === 'ENOTDIR';
}

/** Words why the system does not open or write a file, with the error code, which people can search for. */
export function systemReason(reason: Reason): Localized {
  if (typeof reason !== 'string') return wordLimit(reason);
  const words = known[reason];
  if (words === undefined) return { ja: reason, en: reason };
  return reason === notRegular || reason === outside
    ? words
    : { ja: `${reason}: ${words.ja}`, en: `${reason}: ${words.en}` };
}

const known: Readonly<Record<string, Localized>> = {
  EACCES: { ja: '権限がありません', en: 'permission denied' },
  EBUSY: { ja: 'ほかのプログラムが開いています', en: 'open in another program' },
  EDQUOT: { ja: '割り当てられた容量を超えます', en: 'over the quota' },
  EEXIST: { ja: '途中に同じ名前のファイルがあります', en: 'a file stands where a folder would be' },
  EFBIG: { ja: 'ファイルの大きさの上限を超えます', en: 'larger than a file may be' },
  EIO: { ja: '装置が読み書きに失敗しました', en: 'the device failed' },
  EISDIR: { ja: 'ファイルではなくフォルダーです', en: 'a folder, not a file' },
  ELOOP: { ja: 'リンクが循環しています', en: 'links that lead to one another' },
  ENAMETOOLONG: { ja: '名前が長すぎます', en: 'the name is too long' },
  ENOENT: { ja: 'ファイルまたはフォルダーがありません', en: 'there is no such file or folder' },
  ENOSPC: { ja: '空き容量がありません', en: 'no space left' },
  ENOTDIR: { ja: '途中にフォルダーではないものがあります', en: 'not a folder' },
  EPERM: { ja: '権限がありません', en: 'permission denied' },
  EROFS: { ja: '書き込めない場所です', en: 'a place that is read-only' },
  [outside]: {
    ja: 'それを指すファイルのリポジトリ（なければフォルダー）の外にあります。中に置くか、コマンドラインで指定してください',
    en: 'it lies outside the repository, or else the folder, of the file that names it; put it there, or name it on the command line',
  },
  [notRegular]: {
    ja: '通常のファイルではなく、パイプやデバイスです',
    en: 'a pipe, a socket or a device, not a file',
  },
};
