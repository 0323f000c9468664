import { checkServiceProcedure, defineRule } from '#rule';

/** There is a procedure for web meetings: みなかみ町 5)ソーシャルメディア・ウェブ会議[1]. */
export const webMeetingProcedure = defineRule({
  id: 'outsourcing/web-meeting-procedure',
  title: { ja: 'ウェブ会議の利用手順を定める', en: 'A procedure for the use of web meetings is laid down' },
  rationale: {
    ja: 'ウェブ会議では、部外者の参加や、画面に映り込んだ資料からの漏えいが起こります。使ってよいサービスや会議の設定を手順で決めておけば、職員が会議のたびに迷いません。',
    en: 'In web meetings, outsiders join and papers on the screen give things away. With a procedure on services and settings, staff need not decide anew each time.',
  },
  remedy: {
    ja: '利用できるサービス、会議の設定、画面共有や録画の扱い等の手順を定め、documents に type: web-meeting-procedure として、施行日を adopted に添えて書き、そのidを procedure に書いてください（すべてのサービスに共通の手順であれば、procedure は省けます）。',
    en: 'Lay down which services may be used, how meetings are set up, and how shared screens and recordings are handled. List it under documents with type: web-meeting-procedure and the day it came into force in adopted, and write its id in procedure (which may be left out where one procedure is for all services).',
  },
  appliesTo: 'services',
  check: checkServiceProcedure({
    service: 'web-meeting',
    document: 'web-meeting-procedure',
    what: { ja: 'ウェブ会議の利用手順', en: 'a web meeting procedure' },
    violation: { ja: '利用手順が定められていません', en: 'has no procedure for its use' },
  }),
  examples: {
    pass: `
services:
  - id: web-meeting
    name: ウェブ会議サービス
    type: web-meeting
documents:
  - id: web-meeting-manual
    name: ウェブ会議利用手順
    type: web-meeting-procedure
    adopted: 令和8年4月1日
`,
    fail: `
services:
  - id: free-meeting
    name: 無料ウェブ会議サービス
    type: web-meeting
    procedure: false
`,
    unknown: `
services:
  - id: free-meeting
    name: 無料ウェブ会議サービス
    type: web-meeting
`,
  },
  mutation: { set: { 'services/web-meeting procedure': false } },
});
