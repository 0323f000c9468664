import type { Result } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { documentOf } from '../../paper/document.ts';
import { each, html as markup } from '../../paper/template.ts';
import { corrections } from './corrections.ts';
import { contents, cover } from './cover.ts';
import { coverage } from './coverage.ts';
import { findings } from './findings.ts';
import { network } from './network.ts';
import { pageOf } from './page.ts';
import { attestations, exceptions } from './permissions.ts';
import { inputs, rules, scope } from './scope.ts';
import { summary } from './summary.ts';

/** The audit report: one self-contained page, made to be printed and kept as evidence. */
export const html: Reporter<Result> = (result, { language }) => {
  const page = pageOf(result, language);
  const { words } = page;
  const name = result.body.name ?? words.notes.unnamed;
  const broken = result.errors.length > 0 ? words.notes.brokenRunning : '';
  const parts = [
    summary,
    coverage,
    findings,
    network,
    exceptions,
    attestations,
    corrections,
    scope,
    rules,
    inputs,
  ];
  return documentOf({
    language,
    tool: result.tool,
    cover: result.cover,
    title: `${broken}${words.title}${words.aside(name)}`,
    running: [`${broken}${name}　${words.title}`, words.running(result.asOf)],
    content: markup`<a class="skip" href="#report">${words.labels.skip}</a>
${cover(page)}${contents(page)}<main id="report" tabindex="-1">
${each(parts, (part) => part(page))}</main>
<footer><p>${words.notes.end}</p><p class="soft">${result.tool.name} ${result.tool.version}</p></footer>
`,
  });
};
