import {
  allRecords,
  defineRule,
  fail,
  type InventoryView,
  type Issue,
  type ListSection,
  type Localized,
  mendFilesFirst,
  passUnless,
  unknown,
} from '#rule';

/** A reference leads to exactly one existing record. */
export const danglingReference = defineRule({
  id: 'inventory/dangling-reference',
  title: { ja: '台帳の参照先は存在する', en: 'References lead to records that exist' },
  rationale: {
    ja: '参照先がないと、施錠や系など、参照先に書かれた事実に基づく判定ができません。廃止した機器が残っているおそれもあります。',
    en: 'Facts that stand in the record referred to (its lock, its layer) cannot be judged; the reference may also be left over from something retired.',
  },
  remedy: {
    ja: '参照先の id を直すか、参照先の1件を台帳に加えてください。',
    en: 'Correct the id, or add the record it means.',
  },
  appliesTo: 'records',
  integrity: true,
  check: (record, { inventory }) => {
    const broken = inventory.references(record).filter(({ found }) => found !== 'found');
    return passUnless(broken.flatMap((reference) => judge(reference, inventory)));
  },
  examples: {
    pass: `
assets:
  - { id: register, name: 住民基本台帳, system: resident-system }
systems:
  - { id: resident-system, name: 住民記録システム }
`,
    fail: `
assets:
  - { id: register, name: 住民基本台帳, system: resident-sistem }
systems:
  - { id: resident-system, name: 住民記録システム }
`,
    unknown: `
assets:
  - { id: register, name: 住民基本台帳, system: resident-system }
`,
  },
  mutation: [
    { set: { 'systems/juki-server documents.0': 'no-such-spec' } },
    { set: { 'audits/遵守確認-R8-2 scope.0': 'no-such-agency' } },
  ],
});

type Reference = ReturnType<InventoryView['references']>[number];

function judge(reference: Reference, inventory: InventoryView): Issue[] {
  const { path, to, sections, found } = reference;
  // As long as the organization lists no agencies or divisions, references to them are not judged.
  if (found === 'not-stated' && ['agencies', 'divisions'].some((list) => sections.includes(list))) return [];
  const fieldPath = path.join('.');
  const field = path.filter((step) => typeof step === 'string').join('.');
  const isDivision = sections.includes('divisions');
  const where = sections.includes('*')
    ? { ja: '台帳', en: 'the inventory' }
    : isDivision
      ? { ja: ' organization.divisions ', en: 'organization.divisions' }
      : { ja: ` ${sections.join('・')} `, en: sections.join(' or ') };
  if (found === 'missing' && inventory.readable) {
    const remedy = whatIsMeant(reference, inventory);
    return [
      fail(
        fieldPath,
        {
          ja: `${field} の「${to}」が${where.ja}にありません`,
          en: `refers to “${to}” in ${field}, which is not in ${where.en}`,
        },
        { key: to, ...(remedy && { remedy }) },
      ),
    ];
  }
  if (found !== 'ambiguous' && !inventory.readable) {
    const message = {
      ja: `${field} の「${to}」が見つかりませんが、読めないファイルがあるため判定できません`,
      en: `refers to “${to}” in ${field}, which may stand in a file that cannot be read`,
    };
    return [unknown(fieldPath, message, { key: to, ...mendFilesFirst })];
  }
  if (found === 'ambiguous' && isDivision) return [severalDivisions(to)];
  if (found === 'ambiguous') {
    const message = {
      ja: `${field} の「${to}」がどの区分の1件か決まりません`,
      en: `refers to “${to}” in ${field}, which several sections have`,
    };
    const remedy = {
      ja: `${sections[0]}/${to} のように区分名を付けてください。`,
      en: `Write it with its section: ${sections[0]}/${to}.`,
    };
    return [fail(fieldPath, message, { key: to, remedy })];
  }
  const message = {
    ja: `${field} の「${to}」を確かめる${where.ja}が台帳にありません`,
    en: `refers to “${to}” in ${field}, but the inventory has no ${where.en}`,
  };
  const section = sections[0] as ListSection;
  return [unknown(fieldPath, message, { key: to, missing: { section, what: allRecords } })];
}

/** A division has no record of its own: it is listed under the organization, by its name alone if need be. */
function listDivision(division: string): Localized {
  return {
    ja: `organization.divisions にある課等の名称又は id に直すか、organization.divisions に { name: ${division} } を加えてください。`,
    en: `Write the name or the id of a division that organization.divisions lists, or add { name: ${division} } there.`,
  };
}

function severalDivisions(division: string): Issue {
  const message = {
    ja: `division の「${division}」が organization.divisions に複数あり、どれか決まりません`,
    en: `refers to “${division}” in division, which is the name of several divisions in organization.divisions`,
  };
  const remedy = {
    ja: 'それらの課等に id を付け、名称の代わりに id を書いてください。機関が異なるときは、この記録に agency を書いても決まります。',
    en: 'Give those divisions an id and write that instead of the name; where they belong to different agencies, the agency of this record decides, too.',
  };
  return fail('division', message, { key: division, remedy });
}
/** What to write in place of a reference that leads nowhere; `undefined` where nobody can tell. */
function whatIsMeant(
  { to, sections, named = [], suggestion }: Reference,
  { organization }: InventoryView,
): Localized | undefined {
  const [id, ...others] = named;
  if (id !== undefined && others.length === 0)
    return {
      ja: `「${to}」は名称です。id の ${id} を書いてください。`,
      en: `“${to}” is a name; write the id, ${id}.`,
    };
  if (id !== undefined)
    return {
      ja: `「${to}」という名称の記録が${named.length}件あります。次のうち当てはまる id を書いてください: ${named.join(', ')}`,
      en: `“${to}” is the name of ${named.length} records; write the id that is meant: ${named.join(', ')}.`,
    };
  if (sections.includes('divisions') && suggestion === undefined) return listDivision(to);
  if (sections.includes('agencies')) return agencyMeant(to, organization?.agencies ?? [], suggestion);
  return suggestion === undefined
    ? undefined
    : { ja: `${suggestion} ではありませんか。`, en: `Did you mean ${suggestion}?` };
}

/** How many agencies a message lists. */
const mostListed = 12;

/** An office writes its division where the organ of the body is asked for. */
function agencyMeant(
  to: string,
  agencies: NonNullable<NonNullable<InventoryView['organization']>['agencies']>,
  suggestion: string | undefined,
): Localized {
  const listed = agencies.slice(0, mostListed).map(({ id, name }) => `${id} (${name})`);
  const isCut = agencies.length > mostListed;
  const choices = {
    ja: `organization.agencies に定めた機関の id を書くか (${listed.join('、')}${isCut ? ' など' : ''})、機関を定めてください`,
    en: `write the id of an agency of organization.agencies (${listed.join(', ')}${isCut ? ', …' : ''}), or declare it there`,
  };
  if (suggestion !== undefined)
    return {
      ja: `${suggestion} ではありませんか。${choices.ja}。`,
      en: `Did you mean ${suggestion}? Otherwise ${choices.en}.`,
    };
  const division = {
    ja: `所管課であれば division: ${to} と書いてください。`,
    en: `For a division, write division: ${to}.`,
  };
  return {
    ja: `${choices.ja}。${division.ja}`,
    en: `${choices.en[0]?.toUpperCase()}${choices.en.slice(1)}. ${division.en}`,
  };
}
