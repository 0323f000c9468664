import {
  type Agency,
  agenciesOutside,
  boundRecords,
  type Document,
  defineRule,
  documentInForce,
  factOf,
  fail,
  type Issue,
  isInForce,
  type Localized,
  listNames,
  type OrganKind,
  type Outcome,
  organOfAgency,
  pass,
  passUnless,
  type RuleContext,
  stepTo,
  unknown,
} from '#rule';

/**
 * The assembly and each executive organ has a basic policy, its own or a joint one: 地方自治法244条の6 第1項. Offices, public
 * enterprises, schools and hospitals are no organs. A policy whose document does not say who adopted it jointly may be a joint one, so
 * that it is asked, and never held against the others.
 */
export const basicPolicyOfOrgans = defineRule({
  id: 'evaluation/basic-policy-of-organs',
  title: {
    ja: '議会及び長その他の執行機関が、それぞれに又は共同で基本方針を定める',
    en: 'The assembly and each executive organ has a basic policy, its own or a joint one',
  },
  rationale: {
    ja: '議会や委員会は長から独立しており、長の定めた方針は当然には及びません。それぞれが定めるか、共同で定めて初めて、どの機関にも守るべき方針があることになります。',
    en: 'The assembly and the commissions are independent of the chief, whose policy does not bind them as a matter of course. Only where each adopts one, or all adopt one jointly, has every organ a policy to keep.',
  },
  remedy: {
    ja: '指摘された機関の基本方針を定めて documents に載せるか、共同で定めたものであれば、その文書の agencies に定めた機関の id をすべて書いてください。',
    en: 'Adopt a basic policy for the organs that are pointed out and list it under documents; or, where they adopted one jointly, write the ids of all of them in agencies of that document.',
  },
  appliesTo: 'organization',
  check({ agencies = [] }, context) {
    const inForce = documentInForce('basic-policy', what, context);
    if (inForce !== pass) return inForce;
    const policies = boundRecords('documents', context).filter(
      (document) => document.type === 'basic-policy' && isInForce(document, context),
    );
    return judge(agencies, policies, context);
  },
  examples: {
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: mayor, name: 市長部局 }
    - { id: assembly, name: 議会事務局 }
    - { id: education, name: 教育委員会 }
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
    agencies: [mayor, assembly]
  - id: education-policy
    name: 関所市教育委員会情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
    agency: education
`,
    fail: `
organization:
  name: 宿場町
  complete: [documents]
  agencies:
    - { id: mayor, name: 町長部局 }
    - { id: assembly, name: 議会事務局 }
    - { id: education, name: 教育委員会 }
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
    agencies: [mayor, education]
`,
    unknown: `
organization:
  name: 宿場町
  agencies:
    - { id: mayor, name: 町長部局 }
    - { id: assembly, name: 議会事務局 }
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
    agency: mayor
`,
  },
  mutation: {
    set: {
      'documents/basic-policy agencies': ['mayor', 'senkyo', 'kotei', 'nogyo', 'kansa', 'kohei', 'kyoiku'],
    },
    at: 'organization agencies',
  },
});

const what: Localized = { ja: '情報セキュリティ基本方針', en: 'a basic policy on information security' };

function judge(agencies: readonly Agency[], policies: readonly Document[], context: RuleContext): Outcome {
  const outside = agenciesOutside(context);
  const having = new Set(policies.flatMap(({ agency, agencies: joint = [] }) => [agency, ...joint]));
  const all = agencies
    .filter(({ id }) => !outside.has(id))
    .map((agency) => ({ agency, organ: organOfAgency(agency, context) }));
  // Several agencies may belong to one organ, which has its policy where one of them has.
  const organsHaving = new Set(
    all.flatMap(({ agency, organ }) => (having.has(agency.id) && organ ? [organ.key] : [])),
  );
  const organs = all
    .filter(({ organ }) => organ !== undefined && organ.kind !== 'no-organ' && !organsHaving.has(organ.key))
    .map(({ agency }) => agency);
  const unclear = all
    .filter(({ agency, organ }) => organ === undefined && !having.has(agency.id))
    .map(({ agency }) => agency);
  const isListed = (wanted: OrganKind) => all.some(({ organ }) => organ?.kind === wanted);
  return passUnless([
    ...(organs.length > 0 ? [lacking(organs, policies, context)] : []),
    ...(unclear.length > 0 ? [organNotTold(unclear)] : []),
    ...(unclear.length === 0 && !(isListed('assembly') && isListed('chief')) ? [organsNotListed()] : []),
  ]);
}

/** It is certain only where every document is listed, and those in force say who adopted them jointly. */
function lacking(organs: readonly Agency[], policies: readonly Document[], context: RuleContext): Issue {
  const { inventory } = context;
  const names = listNames(organs);
  const ofOne = policies.find(({ agencies = [] }) => agencies.length === 0);
  if (ofOne !== undefined) {
    const message: Localized = {
      ja: `${names.ja}の基本方針が台帳になく、「${ofOne.name}」を共同で定めたか（agencies）も書かれていません`,
      en: `lists no basic policy of ${names.en}, nor whether they adopted “${ofOne.name}” jointly (agencies)`,
    };
    return unknown('agencies', message, {
      key: 'joint',
      ...factOf('documents', ofOne, 'agencies'),
      remedy: writeJoint(ofOne),
    });
  }
  const trace = policies.map((document) => stepTo(document, 'agencies'));
  if (inventory.readable && inventory.isWhole('documents'))
    return fail(
      'agencies',
      { ja: `${names.ja}の基本方針がありません`, en: `has no basic policy of ${names.en}` },
      { key: 'organs', trace },
    );
  const message: Localized = {
    ja: `${names.ja}の基本方針が台帳の documents にありません`,
    en: `does not list a basic policy of ${names.en} under documents`,
  };
  return unknown('agencies', message, {
    key: 'organs',
    trace,
    missing: { section: 'documents', what: { id: 'basic-policy-of-organs', ...what } },
    remedy: listIt,
  });
}

function writeJoint({ id }: Document): Localized {
  return {
    ja: `共同で定めたものであれば、documents の「${id}」の agencies に、定めた機関の id をすべて書いてください。1つの機関のものであれば agencies にその id だけを書き、ほかの機関の基本方針も documents に載せてください。`,
    en: `If they adopted it jointly, write the ids of all of them in agencies of “${id}” under documents. If it is of one agency alone, write only its id there, and list the basic policies of the others, too.`,
  };
}

const listIt: Localized = {
  ja: 'あれば documents に type を basic-policy として載せ、agency 又は agencies に機関の id を書いてください。なければ organization.complete に documents を加えてください。',
  en: 'List it under documents with type: basic-policy and the ids in agency or agencies; or, if there is none, add documents to organization.complete.',
};

function organNotTold(unclear: readonly Agency[]): Issue {
  const names = listNames(unclear);
  const message: Localized = {
    ja: `${names.ja}が議会又は執行機関に当たるか、名称からは判定できません`,
    en: `has agencies of which the names do not tell whether they are organs that need a basic policy: ${names.en}`,
  };
  const remedy: Localized = {
    ja: '議会又は執行機関であれば、organization.agencies の organ に「教育委員会」等とその機関を書いてください。その機関の部局であれば、organ に属する機関（市長等）を書き、基本方針の agencies にも加えてください。',
    en: 'Write in organ under organization.agencies which organ it is, such as 教育委員会. If it is an office of one, write that organ (市長, for instance), and add it to agencies of its basic policy.',
  };
  return unknown('agencies', message, { key: 'unclear', remedy });
}

function organsNotListed(): Issue {
  const message: Localized = {
    ja: '議会と長の両方が organization.agencies にはなく、それぞれに基本方針があるか判定できません',
    en: 'does not list both its assembly and its chief under organization.agencies, so it cannot be judged whether each has a basic policy',
  };
  const remedy: Localized = {
    ja: 'organization.agencies に議会及び各執行機関を載せてください。共同で定めた基本方針には、documents のその文書の agencies に、定めた機関の id をすべて書いてください。',
    en: 'List the assembly and every executive organ under organization.agencies. In the document of a joint basic policy write the ids of all that adopted it in agencies.',
  };
  return unknown('agencies', message, { key: 'organs-listed', remedy });
}
