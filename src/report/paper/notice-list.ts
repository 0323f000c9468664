import type { Localized } from '../../base/localized.ts';
import { type Notice, noticeLevels } from '../../result/result.ts';
import { type Content, html } from './template.ts';

const signs = { warning: '⚠', note: 'ℹ' } as const;

/**
 * The notices of a result, for the top of a page.
 *
 * @param said makes a text a part of the page
 */
export function noticeList(notices: readonly Notice[], said: (text: Localized) => Content): Content {
  if (notices.length === 0) return undefined;
  const items = notices.map(({ code, message }) => {
    const level = noticeLevels[code];
    return html`<p class="${level}"><span aria-hidden="true">${signs[level]}</span> ${said(message)}</p>\n`;
  });
  return html`<div class="notices" role="note">
${items}</div>
`;
}
