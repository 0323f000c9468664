import { defineRule, isKept, judgeDisposalMethod, notApplicable } from '#rule';

/** What is disposed of cannot be restored: みなかみ町 3)廃棄. */
export const disposalIrrecoverable = defineRule({
  id: 'classification/disposal-irrecoverable',
  title: {
    ja: '情報資産は、情報を復元できない方法で廃棄する',
    en: 'Assets are disposed of so that nothing can be recovered',
  },
  rationale: {
    ja: '削除や初期化をしただけの媒体には情報が残っており、市販の道具で復元できます。廃棄したはずの機器から情報が流出した例は少なくありません。',
    en: 'After a plain delete or format the information is still on the medium, and ordinary tools bring it back. Data has leaked from discarded equipment more than once.',
  },
  remedy: {
    ja: '媒体は物理的破壊、暗号化消去、上書き消去又は磁気消去により、紙は裁断、焼却又は溶解により廃棄し、その方法を disposal.method に書いてください。削除や初期化だけで済ませたものが手元にあれば、改めて消去してください。',
    en: 'Destroy media physically or by cryptographic erase, overwriting or degaussing, and paper by shredding, incineration or pulping, and write the method in disposal.method. If something that was only deleted or formatted is still at hand, erase it properly.',
  },
  appliesTo: 'assets',
  check(asset) {
    const kept = isKept(asset);
    if (kept === true) return notApplicable;
    return kept === false ? judgeDisposalMethod(asset.disposal?.method) : kept;
  },
  examples: {
    pass: `
assets:
  - id: old-server-disks
    name: 旧住民記録サーバの記憶装置
    form: media
    disposal:
      date: 令和8年5月20日
      method: physical-destruction
`,
    fail: `
assets:
  - id: leased-terminals
    name: 返却した庁内端末の記憶装置
    form: media
    disposal:
      date: 令和8年5月20日
      method: format
`,
    unknown: `
assets:
  - id: old-usb-memory
    name: 旧業務用USBメモリ
    form: media
    disposal:
      date: 令和8年5月20日
      recorded: true
`,
    review: `
assets:
  - id: microfilm
    name: 閉架マイクロフィルム
    form: media
    disposal:
      date: 令和8年5月20日
      method: other
`,
  },
  mutation: [
    { set: { 'assets/廃棄端末-R7 disposal.method': 'format' } },
    { set: { 'assets/tax-notice-data disposal.method': 'other' }, verdict: 'review' },
  ],
});
