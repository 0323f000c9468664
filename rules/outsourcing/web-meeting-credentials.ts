import { defineFactRule, webMeetings } from '#rule';

/** Web meeting credentials are strictly managed: みなかみ町 5)ソーシャルメディア・ウェブ会議[1]. */
export const webMeetingCredentials = defineFactRule({
  id: 'outsourcing/web-meeting-credentials',
  title: { ja: 'ウェブ会議の認証情報を厳格に管理する', en: 'Web meeting credentials are strictly managed' },
  rationale: {
    ja: '会議のIDやパスワードが知られると、部外者が会議に入り、話を聞き、共有された資料を見られます。主催者のアカウントが漏れれば、録画も取り出されます。',
    en: 'Whoever knows the id and password of a meeting can join, listen and see what is shared. With the account of the host, recordings can be taken as well.',
  },
  remedy: {
    ja: '主催者のアカウントと会議のID及びパスワードを厳格に管理し（会議ごとに変える、参加者だけに知らせる等）、credentials.managed を true に改めてください。',
    en: 'Manage host accounts and the ids and passwords of meetings strictly (new ones for each meeting, told to participants only), and change credentials.managed to true.',
  },
  ...webMeetings,
  field: 'credentials.managed',
  violation: {
    ja: '認証情報が厳格に管理されていません',
    en: 'does not have its credentials strictly managed',
  },
  examples: {
    pass: `
services:
  - id: web-meeting
    name: ウェブ会議サービス
    type: web-meeting
    credentials:
      managed: true
`,
    fail: `
services:
  - id: free-meeting
    name: 無料ウェブ会議サービス
    type: web-meeting
    credentials:
      managed: false
`,
    unknown: `
services:
  - id: free-meeting
    name: 無料ウェブ会議サービス
    type: web-meeting
`,
  },
  mutation: { set: { 'services/web-meeting credentials.managed': false } },
});
