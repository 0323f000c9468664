import {
  boundRecords,
  type Day,
  defineRule,
  factOf,
  fail,
  type HeldKind,
  heldRecords,
  type Issue,
  isHeldWithin,
  isOlderThan,
  listNames,
  nameOf,
  notHeldWithin,
  type Outcome,
  pass,
  type RuleContext,
  type SetParameter,
  type StaffGroup,
  stepTo,
  tooOld,
  unknown,
  wordTooOld,
} from '#rule';

/** The groups of the well-run city whose last training is taken out by the mutation. */
const cityStaff = [
  'regular-mayor',
  'regular-kyoiku',
  'regular-suido',
  'regular-shobo',
  'regular-byoin',
  'reappointed',
  'fixed-term',
  'part-time',
  'dispatched',
  'contractors',
  'designated-managers',
] as const;

/**
 * A security training was held at all: 研修の実施, 地方自治法施行規則16条の3 第1項第4号. A day in `lastTraining` of any staff shows it
 * as well. Whether all staff had theirs is asked by `human/training-current`; no interval is stated, so that none is asked unless
 * a clause or the configuration sets one.
 */
export const trainingHeld = defineRule({
  id: 'human/training-held',
  title: { ja: '情報セキュリティの研修を行う', en: 'A security training is held' },
  rationale: {
    ja: '規程も対策も、知らない人は守れません。研修は、何をしてはならず、おかしいと思ったときに誰に知らせるかを、全員に伝える機会です。',
    en: 'Nobody can keep rules that they do not know. A training tells everybody what must not be done, and whom to tell when something looks wrong.',
  },
  remedy: {
    ja: '情報セキュリティの研修を行い、trainings に載せ、実施した日を date に書いてください。',
    en: 'Hold a security training, list it under trainings, and write its day in date.',
  },
  appliesTo: 'organization',
  recurs: true,
  parameters: {
    maxAge: {
      kind: 'interval',
      default: null,
      about: { ja: '最後の研修からの期間の上限', en: 'how long ago the last training may be' },
    },
  },
  check: (_organization, context) => judge(context),
  examples: {
    pass: `
organization:
  name: 関所市
trainings:
  - id: training-r8
    name: 令和8年度情報セキュリティ研修
    date: 令和8年6月24日
`,
    fail: `
organization:
  name: 宿場町
  complete: [trainings]
`,
    unknown: `
organization:
  name: 関所市
trainings:
  - id: training-r8
    name: 令和8年度情報セキュリティ研修
`,
  },
  mutation: {
    set: Object.fromEntries(cityStaff.map((id) => [`staffGroups/${id} lastTraining`, false])),
    remove: ['trainings/training-r8-all', 'trainings/training-r8-new', 'trainings/training-r8-managers'],
    at: 'organization',
    also: cityStaff.map((id) => `human/training-current fail staffGroups/${id} lastTraining`),
  },
});

const trainings: HeldKind = {
  section: 'trainings',
  what: { ja: '情報セキュリティの研修', en: 'a security training' },
  last: { ja: '最後の研修', en: 'its last training' },
};

function judge(context: RuleContext): Outcome {
  const maxAge = context.parameter('maxAge');
  const held = heldRecords(trainings, context);
  if (isHeldWithin(held.latest, maxAge, context)) return pass;
  // Where the body has no staff of a kind, its `lastTraining` says nothing.
  const groups = boundRecords('staffGroups', context).filter(({ headcount }) => headcount !== 0);
  const trained = groups.filter(isTrained);
  if (trained.some(({ lastTraining }) => !isOlderThan(lastTraining, maxAge, context.asOf))) return pass;
  const [group] = trained;
  if (held.latest === undefined && held.undated === undefined && group !== undefined)
    return tooLongAgo(group, maxAge, context);
  const issue = notHeldWithin(held, trainings, maxAge, context);
  const silent = groups.find(({ lastTraining }) => lastTraining === undefined);
  if (held.notHeld !== undefined && issue.verdict === 'fail' && silent !== undefined) return notSaid(silent);
  const isMissing = held.latest === undefined && held.undated === undefined && held.notHeld === undefined;
  return isMissing && issue.verdict === 'unknown' && silent === undefined && groups.length > 0
    ? nobodyTrained(groups)
    : issue;
}

type TrainedGroup = StaffGroup & { readonly lastTraining: Day };

function isTrained(group: StaffGroup): group is TrainedGroup {
  return typeof group.lastTraining === 'string';
}

/** None of the trainings that are listed was held, and whether these people had one is not said. */
function notSaid(silent: StaffGroup): Issue {
  const name = nameOf(silent);
  const message = {
    ja: `trainings の研修は行われておらず、「${name}」が研修を受けたか（lastTraining）も台帳に書かれていません`,
    en: `has held none of the trainings that it lists, and does not state whether “${name}” had one (lastTraining)`,
  };
  return unknown('', message, factOf('staffGroups', silent, 'lastTraining'));
}

function nobodyTrained(groups: readonly StaffGroup[]): Issue {
  const names = listNames(groups);
  const message = {
    ja: `情報セキュリティの研修が行われていません（${names.ja}の lastTraining が false）`,
    en: `has held no security training (lastTraining is false for ${names.en})`,
  };
  return fail('', message, {
    key: 'staffGroups',
    trace: groups.slice(0, 3).map((group) => stepTo(group, 'lastTraining')),
  });
}

function tooLongAgo(group: TrainedGroup, maxAge: SetParameter, { inventory }: RuleContext): Issue {
  const day = inventory.dateAsWritten(group, 'lastTraining');
  const age = wordTooOld(maxAge);
  const name = nameOf(group);
  const message = {
    ja: `「${name}」等の最後の研修（${day}）${age.ja}`,
    en: `had its last security training, of “${name}” and others, on ${day}, ${age.en}`,
  };
  return tooOld('', message, maxAge, { trace: [stepTo(group, 'lastTraining')] });
}
