import { parseRange } from '../../../base/addresses.ts';
import { isPost } from '../../../base/office-post.ts';
import { type CellText, saysNone } from '../cell-text.ts';
import { question, type Reading, value } from '../reading.ts';
import type { Field } from '../target.ts';
import { whyNeither, yesOrNo } from './yes-no.ts';

/** Fields that hold a post: its person changes, and the post goes on. */
const posts = new Set(['approval.by', 'applicant', 'approver', 'by', 'responsible']);

const ofAllDivisions =
  /^(?:全|各|庁内全|全て?の|すべての)(?:庁|課|課室|部署|部|部局|所属|課等|係|職場)$|^(?:全庁|全庁共通|共通|庁内|各課共通)$/u;

/** Whether a text stands for all divisions or agencies rather than for one. */
export function meansAll({ folded }: CellText): boolean {
  return ofAllDivisions.test(folded);
}

/** Reads a text as it stands, where it may be one. */
export function readText(cell: CellText, field: Field): Reading {
  const { path } = field;
  if (path === 'notes') return value(path, cell.lines);
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  if (yesOrNo(cell) !== undefined) return question('only-yes-or-no');
  if (whyNeither(cell) === 'not-known') return question('not-known');
  if (path === 'division' && meansAll(cell)) return question('division');
  if (isOfOne(field) && /[、，,]/u.test(cell.lines) && !/[(（][^)）]*[、，,]/u.test(cell.lines))
    return question('several-names');
  if (posts.has(path) && !isPost(cell.folded)) return question('post');
  if (field.item?.list === 'copies' && /^(?:複製)?:?(?:可|不可|禁止|要許可|許可)$/u.test(cell.folded))
    return question('permission');
  if (path.endsWith('sha256'))
    return /^[0-9a-f]{64}$/iu.test(cell.text) ? value(path, cell.text) : question('not-a-choice');
  return value(path, cell.text);
}

/** Whether a field leads to one record, so that two names cannot stand in it. */
function isOfOne({ shape }: Field): boolean {
  return shape.refersTo !== undefined;
}

/** Reads a text in place of which a no may stand. */
export function readTextOrNo(cell: CellText, field: Field): Reading {
  const { path } = field;
  const taken = yesOrNo(cell);
  if (taken === false) return value(path, false);
  if (taken === true) return question('only-yes-or-no');
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  const why = whyNeither(cell);
  if (
    why !== 'not-yes-or-no' &&
    why !== 'qualified' &&
    why !== 'never-happens' &&
    why !== 'number-for-yes-no'
  )
    if (isShort(cell)) return question(why);
  if (path === 'manager' || path.endsWith('.manager') || posts.has(path))
    return isPost(cell.folded) ? value(path, cell.text) : question('post');
  return value(path, cell.text);
}

/** 原則 and 一部 begin sentences, too, which are texts of their own. */
function isShort({ folded }: CellText): boolean {
  return folded.length <= 6;
}

/** Reads the addresses of machines or networks; one that is given anew each time is none. */
export function readAddresses(parts: readonly CellText[], cell: CellText, { path }: Field): Reading {
  if (/^(?:DHCP.{0,6}|自動取得|自動|動的|動的割当)$/iu.test(cell.folded))
    return { kind: 'nothing', word: cell.folded };
  const addresses = parts.flatMap(({ folded }) => folded.split(' '));
  return addresses.length > 0 && addresses.every((one) => parseRange(one) !== undefined)
    ? value(path, addresses)
    : question(whyNeither(cell) === 'not-known' ? 'not-known' : 'address');
}

/** 443, 8000-8010, tcp/443, 443/tcp, TCP443 */
const port = /^(?:(?:tcp|udp)[/: ]?)?(?<first>\d{1,5})(?:[-~](?<last>\d{1,5}))?(?:[/ ]?(?:tcp|udp))?$/iu;

/** Reads the ports that a connection may use. */
export function readPorts(parts: readonly CellText[], cell: CellText, { path }: Field): Reading {
  const ports = parts.map(({ folded }) => folded);
  const areAll = ports.every((one) => {
    const { first, last } = port.exec(one)?.groups ?? {};
    return isPort(first) && (last === undefined || isPort(last));
  });
  return areAll && ports.length > 0
    ? value(path, ports)
    : question(whyNeither(cell) === 'not-known' ? 'not-known' : 'ports');
}

function isPort(digits: string | undefined): boolean {
  return digits !== undefined && !/^0\d/u.test(digits) && Number(digits) <= 65_535;
}
