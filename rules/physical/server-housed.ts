import {
  defineRule,
  type Facility,
  factOf,
  fail,
  type Issue,
  type Localized,
  nameOf,
  notApplicable,
  pass,
  someServer,
  unknown,
} from '#rule';

/** Servers stand in a server room: 熊谷市 6(3), 伊勢崎市 6(4), 特別区人事・厚生事務組合 6(4) (all our reading). */
export const serverHoused = defineRule({
  id: 'physical/server-housed',
  title: { ja: 'サーバをサーバ室に設置する', en: 'Servers stand in a server room' },
  rationale: {
    ja: '執務室などに置かれたサーバは、誰でも触れることができ、火災や地震、停電への備えもありません。入退室を管理し、設備の整ったサーバ室に集めることで、まとめて守れます。',
    en: 'A server that stands in an office can be touched by anyone and has no protection against fire, earthquakes or power failure. In a server room with controlled entry and the right equipment, all are protected at once.',
  },
  remedy: {
    ja: 'サーバをサーバ室（情報システム室）に移し、type が server-room の施設の id を facility に書いてください。その場所がサーバ室であれば、施設の type を改めてください。',
    en: 'Move the server to a server room and write the id of that facility, which has type: server-room, in facility. If the place is a server room, correct the type of the facility.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  // A system without a stated kind is left out on purpose: it may be virtual and have no facility.
  check({ type, facility }, { inventory }) {
    if (type !== undefined && type !== 'server') return notApplicable;
    const housedIn = inventory.find('facilities', facility);
    if (housedIn?.type === 'server-room') return pass;
    // A system of unknown kind outside a server room may be a server.
    if (type === undefined) return unknown('type');
    if (facility === undefined) return unknown('facility');
    if (housedIn === undefined) return placeNotListed(facility);
    return housedIn.type === undefined ? kindNotStated(housedIn) : standsElsewhere(housedIn);
  },
  examples: {
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    type: server
    facility: server-room-1
facilities:
  - id: server-room-1
    name: 本庁舎2階サーバ室
    type: server-room
`,
    fail: `
systems:
  - id: gis-server
    name: 地図情報システム
    type: server
    facility: annex-office
facilities:
  - id: annex-office
    name: 第2庁舎執務室
    type: office
`,
    unknown: `
systems:
  - id: payroll-server
    name: 人事給与システム
    type: server
`,
  },
  mutation: { set: { 'systems/public-web facility': 'main-office' } },
});

/** Another rule reports the missing facility; this one reports that the kind of facility is unknown. */
function placeNotListed(facility: string): Issue {
  const message = {
    ja: `設置場所「${facility}」が台帳の facilities になく、サーバ室か判定できません`,
    en: `stands in “${facility}”, which is not listed under facilities`,
  };
  const remedy = {
    ja: `facilities に「${facility}」を載せて type を書くか、facility を正しい id に改めてください。`,
    en: `List “${facility}” under facilities with its type, or correct the id in facility.`,
  };
  return unknown('facility', message, { remedy });
}

function kindNotStated(housedIn: Facility): Issue {
  const name = nameOf(housedIn);
  const message = {
    ja: `設置場所「${name}」の種類が書かれていないため、サーバ室か判定できません`,
    en: `stands in “${name}”, and the kind of that place is not stated`,
  };
  const trace = traceTo(housedIn, { ja: '種類の書かれていない設置場所', en: 'the place without a type' });
  return unknown('facility', message, { ...factOf('facilities', housedIn, 'type'), trace });
}

function standsElsewhere(housedIn: Facility): Issue {
  const name = nameOf(housedIn);
  const message = {
    ja: `サーバ室でない「${name}」に設置されています`,
    en: `stands in “${name}”, which is not a server room`,
  };
  return fail('facility', message, {
    decidedBy: housedIn,
    trace: traceTo(housedIn, { ja: '設置場所', en: 'the place where it stands' }),
  });
}

function traceTo(housedIn: Facility, message: Localized) {
  return [{ record: housedIn, path: 'type', message }];
}
