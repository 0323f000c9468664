import type { Records } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import type { ListSection } from '../inventory/view.ts';
import type { CanonicalLayer } from '../policy/policy.ts';
import { handlesMail, mynumberTerminal } from './applicability.ts';
import { ofKind } from './body.ts';
import { isOutsourcing } from './contract.ts';
import type { NeededKind } from './definition.ts';
import type { Applicability, FactRule } from './fact-rule.ts';
import { ofType, serverTypes, systemOfType } from './of-type.ts';

/** The sections whose records say what type they are of. */
type TypedSection = {
  [S in ListSection]: Records[S] extends { readonly type?: string } ? S : never;
}[ListSection];

/** Needs at least one record of these types; one of no stated type may be of them. */
function someOfType<S extends TypedSection>(
  section: S,
  types: readonly NonNullable<Records[S]['type']>[],
  what: Localized,
): NeededKind {
  return {
    section,
    what: { id: types.join(), ...what },
    fields: ofKind('type', types),
    includes: (record) => {
      const { type } = record as { readonly type?: string };
      return type === undefined ? undefined : types.some((one) => one === type);
    },
  };
}

/** The subject of fact rules, for several rules to share: the section, the needed kind, and which records are of it. */
type Asked<S extends ListSection> = Pick<FactRule<S>, 'appliesTo'> &
  Required<Pick<FactRule<S>, 'neededKinds' | 'when'>>;

/** The records of one type. */
function everyOfType<S extends TypedSection>(
  section: S,
  type: NonNullable<Records[S]['type']>,
  what: Localized,
): Asked<S> {
  return { appliesTo: section, neededKinds: [someOfType(section, [type], what)], when: ofType(type) };
}

/** Whether a record is of the kind, given whether the rule applies to it. */
function includedWhere(applies: Applicability): boolean | undefined {
  return typeof applies === 'boolean' ? applies : undefined;
}

/** An inventory that lists only applications proves nothing about the servers that they run on. */
export const someServer = someOfType('systems', serverTypes, {
  ja: 'サーバ等（サーバ、ストレージ、メールサーバ）',
  en: 'servers (server, storage or mail)',
});

/** An inventory that lists only applications proves nothing about the machines that software is installed on. */
export const someMachine = someOfType('systems', [...serverTypes, 'terminal'], {
  ja: 'サーバ・端末等（サーバ、ストレージ、メールサーバ、端末）',
  en: 'servers or terminals (server, storage, mail or terminal)',
});

export const terminals = everyOfType('systems', 'terminal', { ja: '端末', en: 'terminals' });

export const multifunctionPrinters = everyOfType('systems', 'mfp', {
  ja: '複合機',
  en: 'multi-function printers',
});

export const iotDevices = everyOfType('systems', 'iot', { ja: 'IoT機器', en: 'IoT devices' });

const passwordDevices = ['network-device', 'mfp', 'iot'] as const;

/** The devices that come with a password that their maker sets. Other systems are judged where they state the fact. */
export const devicesWithPassword: Asked<'systems'> = {
  appliesTo: 'systems',
  neededKinds: [
    someOfType('systems', passwordDevices, {
      ja: '通信機器・複合機・IoT機器',
      en: 'network devices, printers or IoT devices',
    }),
  ],
  when: systemOfType(passwordDevices, [...serverTypes, 'application', 'terminal', 'mobile']),
};

/** A system of another type handles mail where it says how. */
export const mailSystems: Asked<'systems'> = {
  appliesTo: 'systems',
  neededKinds: [
    {
      section: 'systems',
      what: { id: 'mail', ja: '電子メールを扱う情報システム', en: 'systems that handle mail' },
      fields: ofKind('type', ['mail']),
      includes: (record) => includedWhere(handlesMail(record as Records['systems'])),
    },
  ],
  when: handlesMail,
};

export const someMynumberTerminal: NeededKind = {
  section: 'systems',
  what: ({ layer }) => ({
    id: 'mynumber-terminal',
    ja: `${layer('mynumber').ja}の端末`,
    en: `terminals of ${layer('mynumber').en}`,
  }),
  fields: {
    ja: ' type を terminal、segments をその系のセグメントとして',
    en: ' with type: terminal and segments of that layer',
  },
  includes: (record, context) => includedWhere(mynumberTerminal(record as Records['systems'], context)),
};

export const serverRooms = everyOfType('facilities', 'server-room', {
  ja: 'サーバ室・情報システム室',
  en: 'server rooms',
});

export const socialMedia = everyOfType('services', 'sns', {
  ja: 'ソーシャルメディアサービス',
  en: 'social media services',
});

export const generativeAi = everyOfType('services', 'generative-ai', {
  ja: '生成AIサービス',
  en: 'generative AI services',
});

export const webMeetings = everyOfType('services', 'web-meeting', {
  ja: 'ウェブ会議サービス',
  en: 'web meeting services',
});

/** A contract that has ended still proves that the body outsources. */
export const outsourcingContracts: Asked<'contracts'> = {
  appliesTo: 'contracts',
  neededKinds: [
    {
      section: 'contracts',
      what: { id: 'outsourcing', ja: '業務委託契約', en: 'outsourcing contracts' },
      fields: ofKind('type', ['outsourcing']),
      includes: (record, context) => includedWhere(isOutsourcing(record as Records['contracts'], context)),
    },
  ],
  when: isOutsourcing,
};

/** A body that lists the networks of other layers alone may have left this one out. */
function someSegmentOf(layer: CanonicalLayer): NeededKind {
  return {
    section: 'segments',
    key: `segments.${layer}`,
    unlessJudged: true,
    what(words) {
      const { ja, en } = words.layer(layer);
      return { id: layer, ja: `${ja}のセグメント`, en: `segments of ${en}` };
    },
    fields(words) {
      const { ja, en } = words.layerWord(layer);
      return { ja: ` layer を ${ja} として`, en: ` with layer: ${en}` };
    },
    includes: (record, { network }) => {
      const reading = network.layerOf(record as Records['segments']);
      return reading.known === 'yes' ? reading.layer.treatedAs === layer : undefined;
    },
  };
}

export const someMynumberSegment = someSegmentOf('mynumber');

export const someLgwanSegment = someSegmentOf('lgwan');

export const someInternetSegment = someSegmentOf('internet');
