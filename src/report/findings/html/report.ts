import type { Result } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { documentOf } from '../../paper/document.ts';
import { each, type Html, html as markup } from '../../paper/template.ts';
import { contents, cover } from './cover.ts';
import { coverage } from './coverage.ts';
import { findings } from './findings.ts';
import { front } from './front/front.ts';
import { network } from './network.ts';
import { type Page, pageOf, sectionsOf, shownDivisions } from './page.ts';
import { attestations, exceptions } from './permissions.ts';
import { readiness } from './readiness.ts';
import { inputs, rules, scope } from './scope.ts';
import { summary } from './summary.ts';
import type { SectionId } from './words/index.ts';

const parts: Readonly<Record<SectionId, (page: Page) => Html>> = {
  ...{ front, summary, readiness, coverage, findings, network },
  ...{ exceptions, attestations, scope, rules, inputs },
};

/** Of the short report, which has the findings that are violations. */
const inSummary: ReadonlySet<SectionId> = new Set(['front', 'findings']);

/** The audit report: one self-contained page, made to be printed and kept as evidence. */
export const html: Reporter<Result> = (result, { language, extent }) => {
  const page = pageOf(result, language, extent);
  const { words } = page;
  const divisions = shownDivisions(page);
  const body = result.body.name ?? words.notes.unnamed;
  const name = divisions === undefined ? body : `${body} ${divisions}`;
  const broken = result.errors.length > 0 ? words.notes.brokenRunning : '';
  const ids = sectionsOf(page).filter((id) => extent !== 'summary' || inSummary.has(id));
  return documentOf({
    language,
    tool: result.tool,
    cover: result.cover,
    title: `${broken}${words.title}${words.aside(name)}`,
    running: [`${broken}${name}　${words.title}`, words.running(result.asOf)],
    content: markup`<a class="skip" href="#report">${words.labels.skip}</a>
<div class="opening">
${cover(page)}${contents(page, ids)}</div>
<main id="report" tabindex="-1">
${each(ids, (id) => parts[id](page))}</main>
<footer><p>${words.notes.end}</p><p class="soft">${result.tool.name} ${result.tool.version}</p></footer>
`,
  });
};
