import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tablesOf } from './tables.mjs';

const root = path.dirname(import.meta.dirname);
const budgetFile = path.join(import.meta.dirname, 'budget.json');
const documents = { 'docs/performance.md': 'en', 'docs/performance.ja.md': 'ja' };

/** What the last whole run measured; the tables of the documents are made of it, so that both languages tell of the same run. */
export const measuredFile = path.join(import.meta.dirname, 'measured.json');

/** Writes the tables of docs/performance from the last whole run and from the budget. */
export function writeDocuments() {
  const measured = existsSync(measuredFile) ? JSON.parse(readFileSync(measuredFile, 'utf8')) : undefined;
  const budgets = JSON.parse(readFileSync(budgetFile, 'utf8'));
  for (const [file, language] of Object.entries(documents)) {
    const target = path.join(root, file);
    const tables = Object.entries(tablesOf({ measured, budgets }, language));
    writeFileSync(target, tables.reduce(replacePart, readFileSync(target, 'utf8')));
  }
}

/** Replaces what stands between the marks of a name. */
function replacePart(text, [name, content]) {
  const marked = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!marked.test(text)) throw new Error(`docs/performance has no place for ${name}`);
  return text.replace(marked, () => `<!-- ${name} -->\n${content}\n<!-- /${name} -->`);
}
