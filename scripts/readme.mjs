// Updates the generated parts of the READMEs: the table of one inventory under the four policies, and its picture. Run
// by `npm run readme`; `.ci/run` checks that they are up to date.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const headings = {
  en: ['policy', 'rules', 'violation', 'improvement', 'unknown', 'review', 'clauses', 'met', 'not met'],
  ja: [
    'ポリシー',
    'ルール',
    '違反',
    '改善事項',
    '判定不能',
    '要確認',
    '条項',
    '適合',
    '違反・改善事項のある条項',
  ],
};

// `organ` maps an agency to a body in Isesaki's scope. Without it, every agency is in scope of every policy except the
// schools, which none of the policies is for.
const copy = mkdtempSync(path.join(tmpdir(), 'sekisho-'));
const withoutOrgan = path.join(copy, 'city');
cpSync(path.join(root, 'examples/city'), withoutOrgan, { recursive: true });
const organization = path.join(withoutOrgan, 'organization.yaml');
const text = readFileSync(organization, 'utf8');
writeFileSync(organization, text.replaceAll(/, organ: (?!unlisted)[\w-]+/g, ''));

const rows = ['kumagaya', 'isesaki', 'minakami', 'tokubetsuku'].map((policy) => {
  const { summary, findings } = JSON.parse(sekisho('check', withoutOrgan, policy, '-f', 'json'));
  const { totals } = JSON.parse(sekisho('coverage', withoutOrgan, policy, '-f', 'json'));
  const count = (label) => findings.filter((finding) => finding.label === label).length;
  const met = (totals.met ?? 0) + (totals.attested ?? 0);
  return [
    `\`${policy}\``,
    summary.rules,
    count('violation'),
    count('improvement'),
    count('unknown'),
    count('review'),
    totals.clauses,
    met,
    totals['not-met'] ?? 0,
  ];
});

for (const [file, language] of Object.entries({ 'README.md': 'en', 'README.ja.md': 'ja' })) {
  const table = [
    headings[language],
    headings[language].map((_, index) => (index === 0 ? '---' : '---:')),
    ...rows,
  ];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  const marked = /<!-- comparison -->[\s\S]*?<!-- \/comparison -->/;
  if (!marked.test(text)) throw new Error(`${file} has no place for the comparison`);
  writeFileSync(target, text.replace(marked, `<!-- comparison -->\n${lines}\n<!-- /comparison -->`));
}

rmSync(copy, { recursive: true });

sekisho('graph', 'examples/city', 'isesaki', '-f', 'svg=docs/images/city.svg');

/**
 * The output of a command for an inventory under a policy. A run that fails must not leave the old picture in marked.
 */
function sekisho(command, inventory, policy, ...options) {
  const asked = [inventory, '-p', policy, '--as-of', '2026-11-20', '--lang', 'ja'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/bin.js'), command, ...asked, ...options],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0 && status !== 1) throw new Error(`sekisho ${command} -p ${policy}: ${stderr}`);
  return stdout;
}
