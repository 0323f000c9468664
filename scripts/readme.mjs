// Updates the generated parts of documents: in the READMEs the table of one inventory under the four policies and its
// picture, in docs/security the list of attacks, in docs/duties what the commands there print,
// in docs/performance the tables of the last whole run of the bench. Run by `npm run readme`; `.ci/run` checks that they are up to date.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { writeDocuments } from '../bench/document.mjs';

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
  replacePart(file, 'comparison', lines);
}

rmSync(copy, { recursive: true });

const attacks = await tsImport('../test/hostile/repository-attacks.ts', import.meta.url);
const ways = attacks.repositoryAttacks.map(({ name }) => `- \`${name}\``).join('\n');
for (const file of ['docs/security.md', 'docs/security.ja.md']) replacePart(file, 'attacks', `\n${ways}\n`);

for (const [file, language] of Object.entries({ 'docs/duties.md': 'en', 'docs/duties.ja.md': 'ja' }))
  writeDuties(file, language);

writeDocuments();

sekisho('graph', 'examples/city', 'isesaki', '-f', 'svg=docs/images/city.svg');

/** Replaces what stands between the marks of a name. */
function replacePart(file, name, content) {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  const marked = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!marked.test(text)) throw new Error(`${file} has no place for ${name}`);
  writeFileSync(
    target,
    text.replace(marked, () => `<!-- ${name} -->\n${content}\n<!-- /${name} -->`),
  );
}

/** What the commands of docs/duties print, the draft from the text that the page itself shows. */
function writeDuties(file, language) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-'));
  const [, text = ''] =
    /```text (?:\S+)\n([\s\S]*?)```/.exec(readFileSync(path.join(root, file), 'utf8')) ?? [];
  writeFileSync(path.join(folder, '基本方針.txt'), text);
  const drafting = ['draft', '基本方針.txt', '--out', 'policy.yaml'];
  show('draft', drafting, printed(drafting, folder, language));
  rmSync(folder, { recursive: true });
  const city = ['examples/city', '-p', 'isesaki'];
  const against = ['coverage', ...city, '--against', 'shikoukisoku-16-3', '--as-of', '2026-11-30'];
  const all = printed(against, root, language);
  const from = all.search(/^\S.*第1項第4号\[1\]/mu);
  const to = all.search(/^\S.*第1項第6号\[1\]/mu);
  const end = all.search(/^42/mu);
  show('coverage', against, `…\n\n${all.slice(from, to)}\n…\n\n${all.slice(end)}`);
  const judging = ['check', ...city, '-p', 'shikoukisoku-16-3', '--as-of', '2027-07-01'];
  const judged = printed(judging, root, language).trimEnd().split('\n');
  show('check', judging, `…\n\n${judged.slice(-2).join('\n')}`);

  function show(name, argv, output) {
    replacePart(file, name, `\n\`\`\`console\n$ sekisho ${argv.join(' ')}\n${output.trimEnd()}\n\`\`\`\n`);
  }
}

/** What a command prints. */
function printed(argv, cwd, language) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/bin.js'), ...argv, '--lang', language],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0 && status !== 1) throw new Error(`sekisho ${argv.join(' ')}: ${stderr}`);
  return stdout;
}

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
