// Creates a rule: `npm run rule:new <area>/<name>` writes its file from scripts/rule-template.ts, a working rule
// without texts, lists it in rules/index.ts, and says what is left to do.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './generate/files.ts';
import { generateRuleIndex } from './generate/rule-index.ts';
import { camelCase } from './generate/shapes.ts';

const rules = path.join(root, 'rules');
const template = readFileSync(path.join(root, 'scripts/rule-template.ts'), 'utf8');

const [id = '', ...more] = process.argv.slice(2);
const refusal = more.length > 0 ? 'give one rule at a time' : whyNot(id);
if (refusal !== undefined) {
  console.error(`${refusal}\nusage: npm run rule:new <area>/<name>, for example physical/archive-entry-log`);
  process.exit(1);
}
const [, name = ''] = id.split('/');
const file = `rules/${id}.ts`;
writeFileSync(
  path.join(root, file),
  template.replaceAll('area/new-rule', id).replaceAll('newRule', camelCase(name)),
);
await generateRuleIndex();
console.log(whatIsLeft());

/** Why no rule with this id can be created. */
function whyNot(id: string): string | undefined {
  const [area = '', name = '', ...rest] = id.split('/');
  const areas = readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'policies')
    .map((entry) => entry.name);
  if (rest.length > 0 || name === '') return `“${id}” is not of the form <area>/<name>`;
  if (!areas.includes(area)) return `there is no area “${area}”; there are ${areas.join(', ')}`;
  // Rules of this area run under every policy, and no clause cites them.
  if (area === 'inventory') return 'rules on the inventory itself are begun by hand: see rules/inventory/';
  // A name of one word could be a reserved word of the language.
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name))
    return `“${name}” is no name of a rule: two words or more in lower case, joined by hyphens`;
  if (existsSync(path.join(rules, `${id}.ts`))) return `rules/${id}.ts is there already`;
  const namesake = areas.find((one) => existsSync(path.join(rules, one, `${name}.ts`)));
  return namesake && `the name is taken by ${namesake}/${name}: rules/index.ts knows rules by their names`;
}

function whatIsLeft(): string {
  const placeholders = template
    .split('\n')
    .flatMap((line, index) => (line.includes('〔') ? [index + 1] : []));
  return `Wrote ${file} and listed it in rules/index.ts. What is left to do:

1. In ${file}, write what stands in 〔〕 (lines ${placeholders.join(', ')}), then which records it asks
   about (appliesTo, when) and for which fact (field), and change the examples and the mutation to match.
2. Cite it in rules/policies/<id>.yaml, under the clause that asks for it:
      - { id: ${id}, basis: stated }
3. npm run generate && npm run verdicts && npm run readme
4. npm test && npm run check && npm run lint

CONTRIBUTING.md goes through the steps with an example.`;
}
