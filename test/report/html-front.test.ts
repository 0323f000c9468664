import { describe, expect, it } from 'vitest';
import { html as htmlReport } from '../../src/report/findings/html/report.ts';
import type { ReportOptions } from '../../src/report/format.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import type { DueItem, Result } from '../../src/result/result.ts';
import { judged, sekisho } from '../support/cli.ts';
import { halfFilledTown } from '../support/half-filled-town.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';

const html = whole(htmlReport);

const options: ReportOptions = { language: 'ja', color: 0, include: [] };

const textOf = (page: string) =>
  page
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"');
/** The text of one part of the page, by its id. */
const part = (page: string, id: string) =>
  textOf(page.slice(page.indexOf(`<section id="${id}"`)).split('</section>\n<section')[0] ?? '');
const coverOf = (page: string) => textOf(page.split('</header>')[0] ?? '');
const rowsOf = (page: string, name: string) =>
  [...(page.split(`<table class="${name}`)[1]?.split('</table>')[0] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
    );

const townResult = (more: Parameters<typeof judged>[1] = {}): Promise<Result> =>
  inFolder(halfFilledTown(), (directory) => judged(['.'], { policy: ['minakami'], ...more }, { directory }));

describe('the cover of the html report', () => {
  it('says of itself what the configuration says, with boxes for those who approve it', async () => {
    const files = {
      'a.yaml': 'organization: { name: 架空町 }\nassets: []\n',
      'sekisho.config.yaml':
        'reportKind: 内部監査\ncommissionedBy: 町長\nconductedBy: 監査委員事務局\napprovals: [町長, 副町長]\n',
    };
    await inFolder(files, async (directory) => {
      const { stdout } = await sekisho(['check', '.', '-p', 'minakami', '-f', 'html'], { directory });
      const cover = coverOf(stdout);
      expect(cover).toContain('情報セキュリティポリシー適合状況報告書\n報告の種類：内部監査');
      expect(cover).toMatch(/依頼した者町長\s*実施した者監査委員事務局/);
      expect(cover).toMatch(/決裁欄\s*町長副町長/);
      expect(cover).not.toContain('□');
      expect(cover).toContain('総評（監査人記入）');
    });
  });

  it('leaves room to write where nothing is said', async () => {
    const page = html(await townResult(), options);
    expect(coverOf(page)).toContain('□ 自己点検 □ 内部監査 □ 外部監査');
    expect(page.match(/<span class="blank"><\/span>/g)).toHaveLength(2);
    expect(page).not.toContain('class="approvals"');
  });
});

describe('the page for whoever has five minutes', () => {
  it('has one line for violations that say the same, the heaviest and the most first, and what to do', async () => {
    const page = html(await townResult(), options);
    expect(rowsOf(page, 'violations')).toEqual([
      [
        '管理責任を負う者が定められていません。',
        '業務台帳その9 ほか3件',
        '教育委員会事務局 ほか3件',
        '3)管理責任[1]',
        expect.stringContaining('manager'),
      ],
      [
        '契約に情報セキュリティ要件が明記されていません。',
        '保守委託2',
        '健康福祉課',
        '7)契約による義務付け[1]',
        expect.stringContaining('terms.securityRequirements'),
      ],
    ]);
  });

  it('counts by division what the cover counts', async () => {
    const result = await townResult();
    const rows = rowsOf(html(result, options), 'divisions');
    const total = rows.at(-1) ?? [];
    expect(total[0]).toBe('計');
    for (const column of [1, 2, 3, 4]) {
      const sum = rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
      expect(Number(total[column])).toBe(sum);
    }
    const cover = coverOf(html(result, options));
    expect(cover).toContain(`違反 ${total[1]}件、？ 判定不能 ${total[2]}件、△ 要確認 ${total[3]}件`);
  });

  it('says how much is written as the list of what to write counts it, and what rests on a tick', async () => {
    await inFolder(halfFilledTown(), async (directory) => {
      const argv = ['check', '.', '-p', 'minakami'];
      const todo = (await sekisho([...argv, '-f', 'todo'], { directory })).stdout;
      const [, facts, places] = /(\d+)項目、(\d+)か所です/.exec(todo) ?? [];
      expect(facts).toBeDefined();
      const page = (await sekisho([...argv, '-f', 'html'], { directory })).stdout;
      expect(part(page, 'front')).toContain(`書き足すところは${facts}項目、${places}か所です。`);
      const { verdicts } = (await judged(['.'], { policy: ['minakami'] }, { directory })).summary;
      const asked = verdicts.pass + verdicts.fail + verdicts.review + verdicts.unknown;
      expect(part(page, 'front')).toContain(
        `問うた${asked.toLocaleString('en-US')}件（対象外を除く）のうち${asked - verdicts.unknown}件`,
      );
      expect(part(page, 'front')).toMatch(new RegExp(`適合${verdicts.pass}件のうち\\d+件`));
    });
  });

  it('says what is new, gone and unchanged, and that nothing was compared', async () => {
    const result = await townResult();
    expect(part(html(result, options), 'front')).toContain('前回の状態とは比べていません');
    const findings = result.findings.map((one, index) =>
      changedFinding(one, { state: index < 3 ? 'new' : 'unchanged' }),
    );
    const comparison = { against: 'base' as const, name: 'main', fixed: findings.slice(0, 2) };
    expect(part(html({ ...result, findings, comparison }, options), 'front')).toContain(
      `main との比較：新規 3、変化 0、継続 ${findings.length - 3}、なくなったもの 2`,
    );
  });

  it('says what falls due, what is overdue first, and of a division what is its own', async () => {
    const result = await townResult();
    const [{ record, location } = { record: undefined, location: undefined }] = result.findings;
    if (record === undefined || location === undefined) throw new Error('nothing found');
    const item = (date: string, division: string): DueItem => ({
      ...{ kind: 'exception', key: '', date, record, location, division },
      what: { ja: '延長するか、終わらせてください。', en: 'Renew it or end it.' },
    });
    const asked: string[] = [];
    const due = (within: string) => {
      asked.push(within);
      return [
        item('2026-11-01', '税務町民課'),
        ...Array.from({ length: 7 }, () => item('2027-01-05', '総務課')),
      ];
    };
    const page = html({ ...result, due }, options);
    expect(new Set(asked)).toEqual(new Set(['P90D']));
    const rows = rowsOf(page, 'due');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual([
      '2026-11-01 × 期限切れ',
      '例外措置',
      expect.stringContaining('延長'),
      '税務町民課',
    ]);
    expect(part(page, 'front')).toContain('ほか2件');
    const own = { ...(await townResult({ division: ['税務町民課'] })), due };
    expect(rowsOf(html(own, options), 'due').map(([date]) => date)).toEqual(['2026-11-01 × 期限切れ']);
  });
});

describe('the report for some readers', () => {
  it('is the front and the violations alone where a summary is asked for', async () => {
    await inFolder(halfFilledTown(), async (directory) => {
      const argv = ['check', '.', '-p', 'minakami', '-f', 'html', '--report', 'summary'];
      const { stdout } = await sekisho(argv, { directory });
      expect([...stdout.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)).toEqual(['front', 'findings']);
      expect(stdout.match(/data-verdict="violation"/g)).toHaveLength(5);
      expect(stdout).not.toMatch(/data-verdict="(unknown|review)"/);
      const ids = new Set([...stdout.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      for (const [, target] of stdout.matchAll(/\shref="#([^"]+)"/g)) expect(ids).toContain(target);
    });
  });

  it('refuses an extent that it does not know', async () => {
    const { code, stderr } = await sekisho(['check', '.', '--report', 'short']);
    expect(code).toBe(2);
    expect(stderr).toContain('full, summary');
  });

  it('has the findings of a division alone, in every figure that is said to be its own', async () => {
    const result = await townResult({ division: ['健康福祉課'] });
    const page = html(result, options);
    expect(coverOf(page)).toContain('健康福祉課の分');
    expect(rowsOf(page, 'violations').every(([, , division]) => division === '健康福祉課')).toBe(true);
    expect(rowsOf(page, 'divisions').map(([name]) => name)).toEqual(['健康福祉課', '計']);
    expect(new Set([...page.matchAll(/data-division="([^"]*)"/g)].map(([, one]) => one))).toEqual(
      new Set(['健康福祉課']),
    );
  });
});

describe('what waits for facts', () => {
  it('is one table for each fact with every record, however many there are', async () => {
    const result = await townResult();
    const page = html(result, options);
    const tables = page.match(/<details class="fact[^"]*" data-more>/g) ?? [];
    const unknown = result.findings.filter(({ verdict }) => verdict === 'unknown');
    expect(tables.length).toBeLessThan(unknown.length / 5);
    expect(page.match(/data-verdict="unknown"/g)).toHaveLength(unknown.length);
    expect(page).toMatch(/「[^」]+」と同じ\d+件。/);
  });
});
