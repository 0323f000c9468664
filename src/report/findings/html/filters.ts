import { findingLabels } from '../../../result/result.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { announcedArea, areaName, areasOf, chapterOf } from './chapters.ts';
import type { Page } from './page.ts';

/** One filter, or `undefined` where all findings have the same value and there is nothing to choose. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Filters appear only if the page's script runs; without it, all findings are shown. */
export function filters(page: Page): Html {
  const { words } = page;
  const { labels, filterStatus } = words;
  return html`<form id="filters" class="filters" hidden aria-labelledby="filters-heading">
<h3 id="filters-heading">${labels.filters}</h3>
<div class="fields">
${[chapterFilter(page), verdictFilter(page), agencyFilter(page), divisionFilter(page), suppressionFilter(page), stateFilter(page)].map((filter) => choice(filter, labels.all))}<p><label for="filter-search">${labels.search}</label> <input type="search" id="filter-search" name="search" autocomplete="off" data-label="${labels.search}"></p>
<p><button type="reset">${labels.reset}</button></p>
</div>
<p id="filter-status" role="status" data-all="${filterStatus.all}" data-some="${filterStatus.some}" data-none="${filterStatus.none}" data-note="${words.filterNote}" data-colon="${words.colon}" data-comma="${words.comma}"></p>
<p class="filter-note" hidden></p>
</form>
`;
}

function choice({ name, label, options }: Filter, all: string): Content {
  if (options.length < 2) return undefined;
  return html`<p><label for="filter-${name}">${label}</label> <select id="filter-${name}" name="${name}" data-label="${label}"><option value="*">${all}</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></p>
`;
}

function chapterFilter({ result, language, listed, words }: Page): Filter {
  const present = new Set(listed.map((finding) => chapterOf(result, finding)));
  const areas = areasOf(result).filter((area) => present.delete(area));
  return {
    name: 'chapter',
    label: words.labels.chapter,
    options: [
      ...[...areas, ...present]
        .filter((area) => area !== announcedArea)
        .map((area) => [area, areaName(area, language)] as const),
      ...(present.has(announcedArea) ? [[announcedArea, words.labels.announced] as const] : []),
    ],
  };
}

function verdictFilter({ listed, words }: Page): Filter {
  const present = new Set(listed.map(({ label }) => label));
  const labels = findingLabels.filter((label) => present.has(label));
  return {
    name: 'verdict',
    label: words.labels.verdict,
    options: labels.map((label) => [label, words.counted[label]]),
  };
}

function agencyFilter({ result, listed, words }: Page): Filter {
  const present = new Set(listed.map(({ agency }) => agency ?? ''));
  const named = result.body.agencies
    .filter(({ id }) => present.delete(id))
    .map(({ id, name }) => [id, name] as const);
  const others = [...present].map((id) => [id, id === '' ? words.labels.noAgency : id] as const);
  return { name: 'agency', label: words.labels.agency, options: [...named, ...others] };
}

function divisionFilter({ listed, divisionNames, words: { labels } }: Page): Filter {
  const present = new Set(listed.map(({ division }) => division ?? ''));
  const named = [...divisionNames].filter(([id]) => present.delete(id));
  const others = [...present].map((id) => [id, id === '' ? labels.noDivision : id] as const);
  return { name: 'division', label: labels.division, options: [...named, ...others] };
}

function suppressionFilter({ listed, words: { labels, suppressed } }: Page): Filter {
  const present = new Set(listed.map(({ suppression }) => suppression?.kind));
  const kinds = (['exception', 'baseline'] as const).filter((kind) => present.has(kind));
  return {
    name: 'suppression',
    label: labels.suppressionFilter,
    options:
      kinds.length > 0
        ? [['active', labels.active], ...kinds.map((kind) => [kind, suppressed[kind]] as const)]
        : [],
  };
}

function stateFilter({ listed, words }: Page): Filter {
  const present = new Set(listed.map(({ state }) => state));
  const states = (['new', 'changed', 'unchanged'] as const).filter((state) => present.has(state));
  return {
    name: 'state',
    label: words.labels.state,
    options: states.map((state) => [state, words.state[state]]),
  };
}
