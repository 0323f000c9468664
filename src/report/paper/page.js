// The filters of the audit report. The page is complete without them; nothing from an inventory is in this file.
const form = document.getElementById('filters');
const status = document.getElementById('filter-status');
const items = [...document.querySelectorAll('[data-verdict]')].map((element) => ({
  element,
  chapter: element.closest('[data-chapter]')?.dataset.chapter,
  text: undefined,
}));
/** More findings than this are not unfolded by a filter: they would bury the page. */
const mostUnfolded = 100;
let wasFiltered = false;
/** The run of the filters that is coming, if one is. */
let coming;

function textOf(item) {
  if (item.text === undefined) {
    // Of what waits for a fact the name of the record stands in the row, and the fact above the table.
    const row = item.element.closest('[data-row]');
    const said = row === null ? [item.element] : [row, row.closest('details').querySelector('summary')];
    const text = said.map(({ textContent }) => textContent).join(' ');
    item.text = text.normalize('NFKC').toLowerCase();
  }
  return item.text;
}

function matches(item, choices, search) {
  for (const { name, value } of choices) {
    const own = name === 'chapter' ? item.chapter : item.element.dataset[name];
    if (own !== value) return false;
  }
  return search === '' || textOf(item).includes(search);
}

function fill(template, values) {
  return template.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** What is filtered by, in the words of the form. */
function describe(choices, search) {
  const { colon, comma } = status.dataset;
  const said = choices.map((select) => select.dataset.label + colon + select.selectedOptions[0].textContent);
  if (search !== '')
    said.push(form.elements.search.dataset.label + colon + form.elements.search.value.trim());
  return said.join(comma);
}

function show({ total, shown, filtered, filters }) {
  const values = { total: total.toLocaleString('en-US'), shown: shown.toLocaleString('en-US'), filters };
  const { all, some, none, note } = status.dataset;
  status.textContent = fill(!filtered ? all : shown === 0 ? none : some, values);
  for (const element of document.querySelectorAll('.filter-note')) {
    element.hidden = !filtered;
    element.textContent = filtered ? fill(note, values) : '';
  }
}

/** Hides rules and chapters of which nothing is left, and unfolds the rest of a rule where something in it matches. */
function foldEmpty(filtered) {
  for (const rest of document.querySelectorAll('details[data-more]')) {
    const left = rest.querySelectorAll('[data-verdict]:not([hidden])').length;
    rest.hidden = left === 0;
    if (filtered || wasFiltered) rest.open = filtered && left > 0 && left <= mostUnfolded;
  }
  for (const group of document.querySelectorAll(
    '[data-row], li.block, section.rule, section.chapter, .to-do',
  ))
    group.hidden = group.querySelector('[data-verdict]:not([hidden])') === null;
  for (const element of document.querySelectorAll('.corrections')) element.hidden = filtered;
  wasFiltered = filtered;
  document.body.classList.toggle('filtered', filtered);
}

function filter() {
  coming = undefined;
  const choices = [...form.querySelectorAll('select')].filter(({ value }) => value !== '*');
  const search = form.elements.search.value.trim().normalize('NFKC').toLowerCase();
  const filtered = choices.length > 0 || search !== '';
  let shown = 0;
  for (const item of items) {
    const hidden = filtered && !matches(item, choices, search);
    if (item.element.hidden !== hidden) item.element.hidden = hidden;
    if (!hidden) shown++;
  }
  foldEmpty(filtered);
  show({ total: items.length, shown, filtered, filters: describe(choices, search) });
}

/** Several keys pressed at once are one change. */
function filterSoon() {
  if (coming === undefined) coming = requestAnimationFrame(filter);
}

/** A link to something that a filter hides or that is folded away must not lead nowhere. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target == null) return;
  if (target.closest('[hidden]') != null) {
    form.reset();
    filter();
  }
  for (
    let folded = target.closest('details');
    folded !== null;
    folded = folded.parentElement.closest('details')
  )
    folded.open = true;
  target.scrollIntoView();
}

/** Paper has nothing to unfold with. */
function unfoldForPaper() {
  const folded = [...document.querySelectorAll('details:not([open])')];
  for (const rest of folded) rest.open = true;
  addEventListener(
    'afterprint',
    () => {
      for (const rest of folded) rest.open = false;
    },
    { once: true },
  );
}

if (form !== null) {
  form.hidden = false;
  form.addEventListener('input', filterSoon);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The values are back to what they were only after the event.
  form.addEventListener('reset', () => setTimeout(filter));
  addEventListener('hashchange', reveal);
  filter();
  reveal();
}
addEventListener('beforeprint', unfoldForPaper);
