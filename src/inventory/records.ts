// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * 台帳の対象となる団体（市町村、一部事務組合など）。1回の点検で1団体。
 * The public body whose inventory this is. One body per run.
 */
export interface Organization {
  /**
   * 団体の名称。
   * Name of the body.
   */
  name: string;
  /**
   * 全国地方公共団体コード。判定には用いない。
   * The local government code of the body. It is not judged.
   */
  code?: string;
  /**
   * 適用する情報セキュリティポリシーのid又はファイル。複数あれば一覧で書く。
   * The security policy to judge by: its id or file, or a list of them.
   */
  policy?: string | string[];
  /**
   * 漏れなく記載し終えた区分。ここに挙げた区分に無いものは「無い」と判定し、挙げていない区分に無いものは「判定不能」とする。
   * Sections that are listed in full. What is missing from them counts as absent; elsewhere it counts as not known.
   *
   * Items: 台帳の区分の名。roles は organization.roles。
   * Name of a section of the inventory; roles is organization.roles.
   */
  complete?: (
    | 'assets'
    | 'systems'
    | 'segments'
    | 'connections'
    | 'services'
    | 'contracts'
    | 'facilities'
    | 'staffGroups'
    | 'documents'
    | 'audits'
    | 'reviews'
    | 'incidents'
    | 'violations'
    | 'exceptions'
    | 'attestations'
    | 'roles'
  )[];
  /**
   * 団体の機関（市長部局、議会事務局、教育委員会など）。
   * The agencies of the body, such as the mayor's office, the assembly office or the board of education.
   *
   * Items: 団体の機関の1件。
   * One agency of the body.
   */
  agencies?: {
    /**
     * 機関のid。各記録のagencyから参照する。
     * Id of the agency, used by the agency field of records.
     */
    id: string;
    /**
     * 機関の名称。
     * Name of the agency.
     */
    name: string;
    /**
     * ポリシーの適用範囲（scope）に掲げる機関のうち当たるもの。その機関のidか名称で書く。ポリシーに挙げられていないこの団体の機関は unlisted、県や一部事務組合などの別の団体は outside。書かなければ適用範囲内とみなす。
     * Which of the bodies named in the scope of the policy it belongs to, by the id or the name of that body; unlisted for an organ of this body that the policy does not list, outside for another body such as the prefecture or a union. If left out it is in scope.
     */
    organ?: string;
  }[];
  /**
   * 情報セキュリティの組織体制。
   * Who holds which security role.
   *
   * Items: 情報セキュリティ上の役割と、それに就く職。
   * A security role and the post that holds it.
   */
  roles?: {
    /**
     * 役割。cio: 最高情報統括責任者、ciso: 最高情報セキュリティ責任者、general-security-officer: 統括情報セキュリティ責任者、security-officer: 情報セキュリティ責任者、security-manager: 情報セキュリティ管理者、system-manager: 情報システム管理者、audit-lead: 監査統括責任者、incident-contact: 統一的な窓口。
     * The role: chief information officer, chief information security officer, general security officer (whole body), security officer (department), security manager (section), system manager, audit lead, or the single contact for incidents.
     */
    role?:
      | 'cio'
      | 'ciso'
      | 'general-security-officer'
      | 'security-officer'
      | 'security-manager'
      | 'system-manager'
      | 'audit-lead'
      | 'incident-contact';
    /**
     * 役割に就く職。各課長、課室長、所属長のように書くと、課長・室長・所長・館長・園長・校長・局長で終わる職のすべてを指す。
     * The post that holds the role. 各課長, 課室長 or 所属長 stands for every post that ends in 課長, 室長, 所長, 館長, 園長, 校長 or 局長.
     */
    post?: string;
    /**
     * 役割に就いている者の氏名。書かなくてもよい。
     * Who holds the post at present; may be left out.
     */
    person?: string;
    /**
     * 役割が受け持つ機関のid。団体全体の役割なら書かない。
     * Id of the agency the role covers; leave it out for a body-wide role.
     */
    agency?: string;
  }[];
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報資産の1件。取扱いが同じものはまとめて1件にしてよい。
 * An information asset. Assets that are handled alike may share one record.
 */
export interface Asset {
  /**
   * 情報資産のid。同じ区分の中で重複しないもの。
   * Id of the asset, unique within its section.
   */
  id: string;
  /**
   * 情報資産の名称。
   * Name of the asset.
   */
  name: string;
  /**
   * 情報資産を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the asset, from organization.agencies.
   */
  agency?: string;
  /**
   * 情報資産の管理責任を負う職（情報セキュリティ管理者）。定めていなければfalse。
   * The post responsible for the asset (its security manager); false if none is named.
   */
  manager?: string | false;
  /**
   * 形態。electronic: 電子データ、paper: 紙文書（印刷したものを含む）、media: 電磁的記録媒体、system-document: 仕様書・ネットワーク図等のシステム関連文書。
   * Form: electronic data, paper (printouts included), storage media, or system documentation such as specifications and network diagrams.
   */
  form?: 'electronic' | 'paper' | 'media' | 'system-document';
  /**
   * 情報を載せている媒体の種類。台帳に載せた媒体なら、そのid。
   * What carries it; if the medium is in the register, its id.
   */
  medium?: string;
  /**
   * 機密性・完全性・可用性による分類。
   * Its classification by confidentiality, integrity and availability.
   */
  classification?: {
    /**
     * 機密性の等級。ポリシーの定める等級を書く。
     * Level of confidentiality. Write it as the policy calls it.
     */
    confidentiality?: number | string;
    /**
     * 完全性の等級。ポリシーの定める等級を書く。
     * Level of integrity. Write it as the policy calls it.
     */
    integrity?: number | string;
    /**
     * 可用性の等級。ポリシーの定める等級を書く。
     * Level of availability. Write it as the policy calls it.
     */
    availability?: number | string;
  };
  /**
   * 含まれる情報。personal-information: 個人情報、sensitive-personal-information: 要配慮個人情報、my-number: 個人番号（特定個人情報）、staff-information: 職員に関する情報、corporate-information: 法人等の情報、procurement-information: 入札・契約の情報（予定価格等）、deliberation-information: 政策検討中の情報、security-information: 認証情報やシステム構成等の情報、public-information: 公開情報、other: その他。どれも含まなければ[]。
   * What it contains: personal, sensitive personal, My Number (Individual Number), staff, corporate, procurement, deliberation (policy in the making), security (credentials, configuration), public, or other information. [] says none of these.
   *
   * Items: 含まれる情報の種類。
   * A kind of information.
   */
  contains?: (
    | 'personal-information'
    | 'sensitive-personal-information'
    | 'my-number'
    | 'staff-information'
    | 'corporate-information'
    | 'procurement-information'
    | 'deliberation-information'
    | 'security-information'
    | 'public-information'
    | 'other'
  )[];
  /**
   * 用いる事務。my-number-use: 個人番号利用事務、my-number-related: 個人番号関係事務（給与の源泉徴収等）、family-register: 戸籍事務、other: その他の事務。
   * The affairs it is used for: affairs using My Number, affairs related to My Number (such as payroll), family register, or other.
   *
   * Items: 事務の種類。
   * A kind of affairs.
   */
  affairs?: ('my-number-use' | 'my-number-related' | 'family-register' | 'other')[];
  /**
   * 情報資産を取り扱う情報システムのid。
   * Id of the system that handles it.
   */
  system?: string;
  /**
   * 情報資産を取り扱う外部サービスのid。
   * Id of the external service that handles it.
   */
  service?: string;
  /**
   * 情報資産を保管する場所のid。
   * Id of the place where it is kept.
   */
  facility?: string;
  /**
   * 作成・入手の別。internal: 庁内で作成、external: 外部から入手。
   * Where it came from: made inside, or obtained from outside.
   */
  origin?: 'internal' | 'external';
  /**
   * 外部から入手したものに、分類に応じた取扱制限を適用しているか。
   * Whether the handling restrictions of its class are applied to what came from outside.
   */
  restrictionsApplied?: boolean;
  /**
   * 作成・入手・利用する業務上の目的。業務上必要のないものはfalse。
   * The business purpose it is made, obtained and used for; false if there is none.
   */
  businessPurpose?: string | false;
  /**
   * 保管の方法。
   * How it is kept.
   */
  storage?: {
    /**
     * 施錠できる場所に保管しているか。書かなければ保管場所（facility）の記載による。
     * Whether it is kept where it can be locked; if left out, what the facility says counts.
     */
    locked?: boolean;
    /**
     * 容易に閲覧されないように管理しているか。
     * Whether it is kept so that it is not easily seen.
     */
    hiddenFromView?: boolean;
  };
  /**
   * 暗号化の状況。
   * Encryption.
   */
  encryption?: {
    /**
     * 保存時に暗号化しているか。
     * Whether it is encrypted where it is stored.
     */
    atRest?: boolean;
    /**
     * 送受信時に暗号化（パスワードによるものを含む）をしているか。
     * Whether it is encrypted when sent (by password counts).
     */
    inTransit?: boolean;
  };
  /**
   * 運搬の方法。
   * How it is carried.
   */
  transport?: {
    /**
     * 運搬することがあるか。
     * Whether it is ever carried from place to place.
     */
    carried?: boolean;
    /**
     * 運搬時に鍵付きケースに納めているか。
     * Whether it is carried in a locked case.
     */
    lockedCase?: boolean;
    /**
     * 運搬時に、鍵付きケースに代わる不正利用防止の措置を講じているか。
     * Whether another protection takes the place of a locked case.
     */
    otherProtection?: boolean;
  };
  /**
   * 庁外への持ち出し。
   * Taking it out of the office.
   */
  takeout?: {
    /**
     * 持ち出しを認めているか。
     * Whether it may be taken out.
     */
    permitted?: boolean;
    /**
     * 持ち出すときに情報セキュリティ管理者等の許可を得ているか。
     * Whether permission is obtained whenever it is taken out.
     */
    permission?: boolean;
  };
  /**
   * 複製の一覧。書かなければ、無いものとみなす。
   * Its copies; if left out there are none.
   *
   * Items: 複製の1件。
   * One copy.
   */
  copies?: {
    /**
     * 複製の所在。
     * Where the copy is.
     */
    location?: string;
    /**
     * 複製の管理責任を負う職。定めていなければfalse。
     * The post responsible for the copy; false if none is named.
     */
    manager?: string | false;
    /**
     * 複製に付した機密性の等級。
     * Level of confidentiality given to the copy.
     */
    confidentiality?: number | string;
  }[];
  /**
   * 廃棄。廃棄したものについてだけ書く。
   * Disposal; only for what has been disposed of.
   */
  disposal?: {
    /**
     * 廃棄の方法。physical-destruction: 物理的破壊、cryptographic-erase: 暗号化消去、overwrite: 上書き消去、degauss: 磁気消去、shredding: 裁断、incineration: 焼却、dissolution: 溶解、format: 初期化のみ、delete: 削除のみ、other: その他。
     * How it was disposed of: physical destruction, cryptographic erase, overwriting, degaussing, shredding, incineration, dissolution (pulping), plain format, plain delete, or other.
     */
    method?:
      | 'physical-destruction'
      | 'cryptographic-erase'
      | 'overwrite'
      | 'degauss'
      | 'shredding'
      | 'incineration'
      | 'dissolution'
      | 'format'
      | 'delete'
      | 'other';
    /**
     * 廃棄した日。まだ廃棄していなければfalse。
     * The day of disposal; false if not yet disposed of.
     */
    date?: string | false;
    /**
     * 廃棄の記録を残しているか。
     * Whether the disposal is on record.
     */
    recorded?: boolean;
  };
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報システム又は機器の1件。
 * An information system or a device.
 */
export interface System {
  /**
   * 情報システムのid。同じ区分の中で重複しないもの。
   * Id of the system, unique within its section.
   */
  id: string;
  /**
   * 情報システムの名称。
   * Name of the system.
   */
  name: string;
  /**
   * 情報システムを所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the system, from organization.agencies.
   */
  agency?: string;
  /**
   * 情報システムの管理責任を負う職（情報システム管理者）。定めていなければfalse。
   * The post responsible for the system (its system manager); false if none is named.
   */
  manager?: string | false;
  /**
   * 種類。server: サーバ、terminal: パソコン等の端末、mobile: モバイル端末、mfp: 複合機、iot: IoT機器、network-device: 通信機器（ルータ、スイッチ、ファイアウォール等）、application: 業務システム、mail: メールシステム、storage: ストレージ・ファイルサーバ。
   * Kind: server, terminal (PC), mobile device, multi-function printer, IoT device, network device (router, switch, firewall), application, mail system, or storage (file server).
   */
  type?:
    'server' | 'terminal' | 'mobile' | 'mfp' | 'iot' | 'network-device' | 'application' | 'mail' | 'storage';
  /**
   * 接続しているネットワークセグメントのid。どこにもつながっていなければ[]。
   * Ids of the segments it is on; [] if it is on none.
   *
   * Items: セグメントのid。
   * Id of a segment.
   */
  segments?: string[];
  /**
   * IPアドレス。
   * Its IP addresses.
   *
   * Items: 1件の文字列。
   * One text.
   */
  addresses?: string[];
  /**
   * 複数のセグメントの間で通信を中継するか。中継しないことが確かならfalse。
   * Whether it passes traffic between its segments; false if it surely does not.
   */
  forwards?: boolean;
  /**
   * 系の間の中継装置が行う無害化の方法。mail-text: メールのテキスト化、screen-transfer: 画面転送、file-sanitisation: ファイル無害化、antivirus: ウイルス検査のみ、none: 無し。
   * For a gateway, how it sanitises what it passes: mail reduced to text, screen transfer, file sanitisation, a virus scan only, or none.
   */
  sanitisation?: 'mail-text' | 'screen-transfer' | 'file-sanitisation' | 'antivirus' | 'none';
  /**
   * 情報システムに付した機密性・完全性・可用性の分類。
   * The classification given to the system itself.
   */
  classification?: {
    /**
     * 機密性の等級。ポリシーの定める等級を書く。
     * Level of confidentiality. Write it as the policy calls it.
     */
    confidentiality?: number | string;
    /**
     * 完全性の等級。ポリシーの定める等級を書く。
     * Level of integrity. Write it as the policy calls it.
     */
    integrity?: number | string;
    /**
     * 可用性の等級。ポリシーの定める等級を書く。
     * Level of availability. Write it as the policy calls it.
     */
    availability?: number | string;
  };
  /**
   * 設置場所のid。
   * Id of the place where it stands.
   */
  facility?: string;
  /**
   * 支給した端末か。私物等の支給以外の端末ならfalse。
   * Whether the body issued it; false for a private device.
   */
  issued?: boolean;
  /**
   * 利用者の認証。
   * How users are authenticated.
   */
  authentication?: {
    /**
     * 認証に用いる要素。knowledge: 知識（パスワード、暗証番号）、possession: 所持（ICカード等）、biometric: 存在（指紋、顔等の生体）。異なる種類の2つ以上で多要素認証となる。認証しなければ[]。
     * Factors in use: knowledge (password, PIN), possession (IC card), biometric (finger, face). Two different kinds make it multi-factor; [] says there is no authentication.
     *
     * Items: 認証の要素。
     * A factor.
     */
    factors?: ('knowledge' | 'possession' | 'biometric')[];
    /**
     * 複数人でIDやパスワードを共用しているか。共用していなければfalse。
     * Whether ids or passwords are shared between people; false if they are not.
     */
    shared?: boolean;
  };
  /**
   * 情報の持ち出しの制限。
   * Limits on taking data out of the device.
   */
  export?: {
    /**
     * USBメモリ等への情報の持ち出しをできない設定にしているか。
     * Whether taking data out, for instance to a USB memory, is disabled.
     */
    disabled?: boolean;
  };
  /**
   * 不正プログラム対策。
   * Protection against malware.
   */
  malware?: {
    /**
     * 不正プログラム対策ソフトを導入しているか。
     * Whether anti-malware software is installed.
     */
    installed?: boolean;
    /**
     * 定義ファイルを最後に更新した日。自動で更新していればautomatic、更新していなければfalse。
     * The day its definitions were last updated; automatic if that is done automatically, false if they are not updated.
     */
    definitions?: string | false;
  };
  /**
   * 不正アクセス対策。
   * Protection against intrusion.
   */
  vulnerability?: {
    /**
     * 修正プログラムを最後に適用した日。適用していなければfalse。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * The day patches were last applied; false if never. It is not judged, but for lying ahead of the day judged by.
     */
    lastPatched?: string | false;
    /**
     * 不正アクセスを検知し、又は防ぐ措置を講じているか。
     * Whether intrusions are detected or prevented.
     */
    intrusionPrevention?: boolean;
  };
  /**
   * アクセス制御（権限のある者だけが利用できる設定）を行っているか。
   * Whether access is limited to those who are authorised.
   */
  accessControl?: boolean;
  /**
   * ログ。
   * Logs.
   */
  logs?: {
    /**
     * ログを取得しているか。
     * Whether logs are taken.
     */
    acquired?: boolean;
    /**
     * 取得したログを分析しているか。
     * Whether the logs are analysed.
     */
    analysed?: boolean;
    /**
     * ログの保存日数。
     * For how many days logs are kept.
     */
    retentionDays?: number;
  };
  /**
   * バックアップ。
   * Backup.
   */
  backup?: {
    /**
     * バックアップを取得しているか。
     * Whether backups are taken.
     */
    taken?: boolean;
    /**
     * 復元できることを最後に確かめた日。確かめていなければfalse。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * The day restoring was last tested; false if never. It is not judged, but for lying ahead of the day judged by.
     */
    lastTested?: string | false;
  };
  /**
   * 容量の管理。
   * Capacity.
   */
  capacity?: {
    /**
     * 利用できる容量を設定しているか。
     * Whether limits on capacity are set.
     */
    limitSet?: boolean;
  };
  /**
   * 障害の管理。
   * Faults.
   */
  faults?: {
    /**
     * 障害の記録を残しているか。
     * Whether faults are recorded.
     */
    recorded?: boolean;
  };
  /**
   * 情報システムを監視しているか。
   * Whether the system is monitored.
   */
  monitoring?: boolean;
  /**
   * 導入しているソフトウェア。
   * Software installed on it.
   *
   * Items: ソフトウェアの1件。
   * One piece of software.
   */
  software?: {
    /**
     * ソフトウェアの名称。
     * Name of the software.
     */
    name?: string;
    /**
     * 版。書いたとおりに扱う。
     * Its version, kept as written.
     */
    version?: string;
    /**
     * 導入を許可しているか。無許可ならfalse。
     * Whether its installation was authorised.
     */
    authorised?: boolean;
    /**
     * 正規のライセンスがあるか。不正コピーならfalse。
     * Whether it is duly licensed; false for an illegal copy.
     */
    licensed?: boolean;
  }[];
  /**
   * 電子メールの対策。メールを扱う情報システムについて書く。
   * Mail security, for systems that handle mail.
   */
  mail?: {
    /**
     * 外部への自動転送ができるか。禁止していればfalse。
     * Whether mail can be forwarded automatically; false if this is prohibited.
     */
    autoForward?: boolean;
    /**
     * 誤送信対策（送信前の確認、保留等）を講じているか。
     * Whether sending to the wrong address is guarded against.
     */
    misdeliveryPrevention?: boolean;
    /**
     * スパムメール対策を講じているか。
     * Whether spam is filtered.
     */
    spamFilter?: boolean;
    /**
     * メール又は添付ファイルの暗号化を利用しているか。
     * Whether mail or attachments are encrypted.
     */
    encryption?: boolean;
  };
  /**
   * 複合機・IoT機器等の設定の管理。
   * Managing the settings of printers, IoT and other devices.
   */
  hardening?: {
    /**
     * 初期パスワードを変更しているか。判定には用いない。
     * Whether the default password has been changed. It is not judged.
     */
    defaultPasswordChanged?: boolean;
    /**
     * セキュリティ設定を管理しているか。
     * Whether its security settings are managed.
     */
    managed?: boolean;
  };
  /**
   * 物理的対策。
   * Physical protection.
   */
  physical?: {
    /**
     * 盗難防止の措置（セキュリティワイヤ、施錠保管等）を講じているか。
     * Whether it is secured against theft, by a cable or by locking it away.
     */
    secured?: boolean;
  };
  /**
   * 仕様書、ネットワーク図等の関連文書（情報資産として載せたもの）のid。
   * Ids of its documentation, such as specifications, as listed under assets.
   *
   * Items: 情報資産のid。
   * Id of an asset.
   */
  documents?: string[];
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * ネットワークセグメントの1件。
 * A network segment.
 */
export interface Segment {
  /**
   * セグメントのid。同じ区分の中で重複しないもの。
   * Id of the segment, unique within its section.
   */
  id: string;
  /**
   * セグメントの名称。
   * Name of the segment.
   */
  name: string;
  /**
   * セグメントを所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the segment, from organization.agencies.
   */
  agency?: string;
  /**
   * セグメントの管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the segment; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 属する系。mynumber: マイナンバー利用事務系、lgwan: LGWAN接続系、internet: インターネット接続系、external: 外部。idのほか、ポリシーの定める名称、番号系・LGWAN系・インターネット系でもよい。データセンター等にあっても、系の一部であればその系を書く。
   * The layer it belongs to: mynumber, lgwan, internet (internet-facing), external (outside the body), or one that the policy adds, by its id or name. A network in a data centre that is part of a layer has that layer.
   */
  layer?: string;
  /**
   * ネットワークの区分。administrative: 行政系、school: 学校系、hospital: 病院系、other: その他。
   * Which network it is part of: administrative, school, hospital, or other.
   */
  network?: 'administrative' | 'school' | 'hospital' | 'other';
  /**
   * つながる外部の相手（layerがexternalのときに書く）。internet: インターネット、lgwan: LGWAN（総合行政ネットワーク）、juki: 住基ネット、data-centre: データセンター、contractor: 委託事業者のネットワーク、other: その他。
   * What an external segment is: the internet, LGWAN (the local government WAN), juki (the resident registry network), a data centre, a contractor's network, or other.
   */
  externalNetwork?: 'internet' | 'lgwan' | 'juki' | 'data-centre' | 'contractor' | 'other';
  /**
   * 設置場所（施設）のid。系の判定には用いない。
   * Id of the facility that houses it; no layer follows from it.
   */
  facility?: string;
  /**
   * IPアドレスの範囲。CIDR表記で書く。
   * Its address ranges in CIDR notation.
   *
   * Items: 1件の文字列。
   * One text.
   */
  cidr?: string[];
  /**
   * 監視。
   * Monitoring.
   */
  monitoring?: {
    /**
     * 不正通信を監視しているか。
     * Whether unauthorised communication is monitored.
     */
    intrusion?: boolean;
  };
  /**
   * 端末の接続の制御。
   * Control of devices that connect.
   */
  deviceControl?: {
    /**
     * 許可のない端末を接続できないようにしているか。
     * Whether unauthorised devices are kept from connecting.
     */
    unauthorisedBlocked?: boolean;
  };
  /**
   * 通信回線・配線。
   * Lines and cabling.
   */
  cabling?: {
    /**
     * 損傷・盗聴等から通信回線や配線を保護しているか。
     * Whether lines and cables are protected from damage and tapping.
     */
    protected?: boolean;
  };
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 許可された通信の1件。配線ではなく、データが流れてよい経路を書く。
 * A permitted communication: not a cable, but data that may flow from one end to the other.
 */
export interface Connection {
  /**
   * 通信のid。同じ区分の中で重複しないもの。
   * Id of the connection, unique within its section.
   */
  id: string;
  /**
   * 通信の名称。省略できる。
   * Name of the connection; may be left out.
   */
  name?: string;
  /**
   * 通信を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the connection, from organization.agencies.
   */
  agency?: string;
  /**
   * 通信の管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the connection; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 送り側のid（セグメント、情報システム又は外部サービス）。同じidが複数の区分にあればsystems/1のように書く。
   * Id of the sending end: a segment, system or service. If several sections share the id, write systems/1.
   */
  from?: string;
  /**
   * 受け側のid（セグメント、情報システム又は外部サービス）。同じidが複数の区分にあればsystems/1のように書く。
   * Id of the receiving end: a segment, system or service. If several sections share the id, write systems/1.
   */
  to?: string;
  /**
   * データの流れる向き。one-way: fromからtoへの一方向、two-way: 双方向。書かなければ双方向とみなす。
   * Which way the data flows: one-way (from the from end to the to end) or two-way. If left out, two-way.
   */
  direction?: 'one-way' | 'two-way';
  /**
   * 通信プロトコル。判定には用いない。
   * The protocol. It is not judged.
   */
  protocol?: string;
  /**
   * 許可しているポート。
   * The ports that are permitted.
   *
   * Items: ポート番号、その範囲、又はプロトコル付きの番号。
   * A port number, a range, or a number with its protocol.
   */
  ports?: (number | string)[];
  /**
   * 通信の目的。判定には用いない。
   * What the communication is for. It is not judged.
   */
  purpose?: string;
  /**
   * 通信の制御。firewall: ファイアウォール、acl: ルータ・スイッチのアクセス制御、proxy: プロキシ、none: 無し。
   * What controls it: a firewall, access lists on a router or switch, a proxy, or none.
   */
  control?: 'firewall' | 'acl' | 'proxy' | 'none';
  /**
   * 無害化通信の方法。mail-text: メールのテキスト化、screen-transfer: 画面転送、file-sanitisation: ファイル無害化、antivirus: ウイルス検査のみ、none: 無し。
   * How the communication is sanitised: mail reduced to text, screen transfer, file sanitisation, a virus scan only, or none.
   */
  sanitisation?: 'mail-text' | 'screen-transfer' | 'file-sanitisation' | 'antivirus' | 'none';
  /**
   * 特定通信として認める場合の限定。特定通信でなければ書かない。
   * The limits of an approved specific communication; leave it out if it is not one.
   */
  specific?: {
    /**
     * 接続先のid（セグメント、情報システム又は外部サービス）。
     * Id of its destination: a segment, system or service.
     */
    destination?: string;
    /**
     * 接続先として認めるIPアドレス。
     * The addresses it is limited to.
     *
     * Items: 1件の文字列。
     * One text.
     */
    addresses?: string[];
    /**
     * 認めるポート。
     * The ports it is limited to.
     *
     * Items: ポート番号、その範囲、又はプロトコル付きの番号。
     * A port number, a range, or a number with its protocol.
     */
    ports?: (number | string)[];
  };
  /**
   * 通信の承認。
   * Approval of the communication.
   */
  approval?: {
    /**
     * 承認した者の職。
     * The post that approved it.
     */
    by?: string;
    /**
     * 承認した日。承認を得ていなければfalse。
     * The day of approval; false if it is not approved.
     */
    date?: string | false;
  };
  /**
   * 通信を監視しているか。
   * Whether the communication is monitored.
   */
  monitored?: boolean;
  /**
   * 都道府県の自治体情報セキュリティクラウドを経由しているか。
   * Whether it passes the prefecture's security cloud for local governments.
   */
  securityCloud?: boolean;
  /**
   * 実際に許可している通信であることを確かめているか。配線図等からの推定にとどまるならfalse。
   * Whether this is confirmed to be a permitted communication; false if it was only guessed, for instance from a cable.
   */
  confirmed?: boolean;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 利用する外部サービスの1件（クラウドサービス、ソーシャルメディア、ウェブ会議等）。
 * An external service in use: cloud, social media, web meetings and the like.
 */
export interface Service {
  /**
   * 外部サービスのid。同じ区分の中で重複しないもの。
   * Id of the service, unique within its section.
   */
  id: string;
  /**
   * 外部サービスの名称。
   * Name of the service.
   */
  name: string;
  /**
   * 外部サービスを所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the service, from organization.agencies.
   */
  agency?: string;
  /**
   * 外部サービスの管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the service; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 種類。cloud: クラウドサービス、sns: ソーシャルメディアサービス、web-meeting: ウェブ会議、storage: オンラインストレージ・ファイル共有、generative-ai: 生成AI。
   * Kind: cloud service, social media (sns), web meeting, online storage, or generative AI.
   */
  type?: 'cloud' | 'sns' | 'web-meeting' | 'storage' | 'generative-ai';
  /**
   * サービスが属する系。系の一部として使うもの（ガバメントクラウド上の基幹業務システム等）に書く。書かなければ、外部のサービスとみなす。
   * The layer that the service is part of, where it is run as part of one (core systems on Government Cloud). If left out the service counts as outside.
   */
  layer?: string;
  /**
   * どのネットワークから利用するサービスか。両方から利用できれば両方を書く。internet: インターネット、lgwan: LGWAN（LGWAN-ASP）、dedicated: 専用線等。書かなければ分からないものとするが、snsはインターネットから利用するものとみなす。
   * The networks by which it is reached, all of them: the internet, LGWAN (LGWAN-ASP), or a dedicated line. If left out it is not known; social media (sns) is taken to be on the internet.
   *
   * Items: 利用するネットワーク。
   * A network by which it is reached.
   */
  reachedBy?: ('internet' | 'lgwan' | 'dedicated')[];
  /**
   * 取り扱う情報の最も高い機密性の等級。書かなければ情報資産の記載から求める。
   * Highest confidentiality it handles; if left out it is derived from the assets.
   */
  confidentiality?: number | string;
  /**
   * 利用を認める業務の範囲。限定していなければfalse。
   * The business it may be used for; false if this is not limited.
   */
  scope?: string | false;
  /**
   * 技術的な対策と確認の体制。
   * Security controls.
   */
  controls?: {
    /**
     * 通信や保存する情報を暗号化しているか。
     * Whether data is encrypted in transit and in storage.
     */
    encryption?: boolean;
    /**
     * アクセス制御を行っているか。
     * Whether access is controlled.
     */
    accessControl?: boolean;
    /**
     * 監査報告書の確認等により、対策の状況を確かめているか。
     * Whether its security is audited or its audit reports are checked.
     */
    audited?: boolean;
    /**
     * インシデント発生時の対応を定めているか。
     * Whether the response to incidents is laid down.
     */
    incidentResponse?: boolean;
  };
  /**
   * 利用条件（約款等）。
   * Terms of use.
   */
  terms?: {
    /**
     * 不特定多数向けの定型約款で利用するサービスか。個別に契約していればfalse。判定には用いない。
     * Whether it is offered on standard terms to everyone; false for an individual contract. It is not judged.
     */
    standard?: boolean;
    /**
     * 利用条件を確認した日。確認していなければfalse。
     * The day the terms were checked; false if they were not.
     */
    confirmed?: string | false;
  };
  /**
   * 認証情報の管理。
   * Credentials.
   */
  credentials?: {
    /**
     * ID、パスワード等の認証情報を厳格に管理しているか。
     * Whether ids, passwords and the like are strictly managed.
     */
    managed?: boolean;
  };
  /**
   * サービスの責任者の職。定めていなければfalse。
   * The post responsible for this service; false if none is named.
   */
  responsible?: string | false;
  /**
   * 利用手順・運用手順を定めた文書のid。定めていなければfalse。
   * Id of the document with the procedure for its use; false if there is none.
   */
  procedure?: string | false;
  /**
   * 発信・入力してよい情報の範囲。定めていなければfalse。
   * Which information may be posted or entered; false if this is not laid down.
   */
  allowedInformation?: string | false;
  /**
   * サービスが取得している認証・登録。無ければ[]。判定には用いない。
   * Certifications and registrations of the service; [] if none. It is not judged.
   *
   * Items: 1件の文字列。
   * One text.
   */
  certifications?: string[];
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 業務委託契約の1件（指定管理者との協定、クラウドサービスの契約を含む）。
 * An outsourcing contract, agreements with designated managers and cloud contracts included.
 */
export interface Contract {
  /**
   * 契約のid。同じ区分の中で重複しないもの。
   * Id of the contract, unique within its section.
   */
  id: string;
  /**
   * 契約の名称。
   * Name of the contract.
   */
  name: string;
  /**
   * 契約を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the contract, from organization.agencies.
   */
  agency?: string;
  /**
   * 契約の管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the contract; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 委託事業者又は指定管理者の名称。判定には用いない。
   * Name of the contractor or designated manager. It is not judged.
   */
  contractor?: string;
  /**
   * 種類。outsourcing: 業務委託、designated-manager: 指定管理者との協定、cloud: クラウドサービスの利用契約。
   * Kind: outsourcing, agreement with a designated manager of a public facility, or cloud service.
   */
  type?: 'outsourcing' | 'designated-manager' | 'cloud';
  /**
   * 委託先が取り扱う情報資産のid。無ければ[]。systemsも[]であれば、情報資産を守るための契約条項、選定、確認等は求めない。
   * Ids of the assets the contractor handles; [] if none. Where systems is [], too, the terms, the choice and the checks that protect information assets are not asked of it.
   *
   * Items: 情報資産のid。
   * Id of an asset.
   */
  assets?: string[];
  /**
   * 委託先が取り扱う情報システムのid。無ければ[]。assetsも[]であれば、情報資産を守るための契約条項、選定、確認等は求めない。
   * Ids of the systems the contractor handles; [] if none. Where assets is [], too, the terms, the choice and the checks that protect information assets are not asked of it.
   *
   * Items: 情報システムのid。
   * Id of a system.
   */
  systems?: string[];
  /**
   * 定型約款による契約で利用する外部サービスのid。
   * Ids of the external services that a contract on standard terms is for.
   *
   * Items: 外部サービスのid。
   * Id of an external service.
   */
  services?: string[];
  /**
   * 契約が終了した日。日が分からなければtrue、継続中ならfalse。
   * The day the contract ended; true if the day is not known, false while it runs.
   */
  ended?: string | boolean;
  /**
   * 委託先の選定。
   * How the contractor was selected.
   */
  selection?: {
    /**
     * 委託内容に応じた情報セキュリティ対策が確保されていることを確認しているか。
     * Whether its security was reviewed as the work requires.
     */
    securityReviewed?: boolean;
    /**
     * 国際規格の認証取得状況を考慮しているか。
     * Whether international certifications were considered.
     */
    certificationsConsidered?: boolean;
    /**
     * 監査結果等を考慮しているか。
     * Whether audit results were considered.
     */
    auditResultsConsidered?: boolean;
  };
  /**
   * 契約又は協定に定めた事項。
   * What the contract or agreement lays down.
   */
  terms?: {
    /**
     * 不特定多数向けの定型約款による契約か。個別に契約していればfalse。定型約款によるものには業務委託契約の事項を求めず、利用するサービスをservicesに載せて判定する。
     * Whether it is on standard terms offered to everyone; false for an individual contract. Of one on standard terms nothing is asked that outsourcing contracts are asked; list the service under services.
     */
    standard?: boolean;
    /**
     * 情報セキュリティ要件を明記しているか。
     * Whether it states the security requirements.
     */
    securityRequirements?: boolean;
    /**
     * 情報セキュリティポリシー等の遵守義務を定めているか。
     * Whether it binds the contractor to the security policy.
     */
    compliance?: boolean;
    /**
     * 秘密保持を定めているか。
     * Whether it requires confidentiality.
     */
    confidentiality?: boolean;
    /**
     * 目的外利用の禁止を定めているか。
     * Whether it prohibits use for other purposes.
     */
    purposeLimitation?: boolean;
    /**
     * 再委託を制限しているか。
     * Whether it restricts subcontracting.
     */
    subcontractingRestricted?: boolean;
    /**
     * 監査への協力を定めているか。
     * Whether it requires cooperation with audits.
     */
    auditCooperation?: boolean;
    /**
     * 責任範囲を定めているか。
     * Whether it sets out who is responsible for what.
     */
    responsibility?: boolean;
    /**
     * 終了時の情報資産の返却又は廃棄の方法を定めているか。
     * Whether it sets out how information is returned or disposed of at the end.
     */
    returnOrDisposal?: boolean;
  };
  /**
   * 委託先の対策状況の確認。
   * Checking that the contractor takes its measures.
   */
  verification?: {
    /**
     * 最後に確認した日。確認していなければfalse。
     * The day of the last check; false if never.
     */
    last?: string | false;
    /**
     * 確認で見つかった問題。無ければ[]。
     * Problems that were found; [] if none.
     *
     * Items: 1件の文字列。
     * One text.
     */
    problems?: string[];
    /**
     * 問題を報告した相手の役割（general-security-officer: 統括情報セキュリティ責任者 等。値の意味はorganization.rolesのroleと同じ）。報告していなければfalse。
     * The role the problems were reported to, such as general-security-officer (values as for role in organization.roles); false if not reported.
     */
    reportedTo?:
      | 'cio'
      | 'ciso'
      | 'general-security-officer'
      | 'security-officer'
      | 'security-manager'
      | 'system-manager'
      | 'audit-lead'
      | 'incident-contact'
      | false;
  };
  /**
   * インシデント発生時等に講ずる措置を契約に定めているか。
   * Whether the contract provides for measures in case of an incident.
   */
  incidentMeasures?: boolean;
  /**
   * 再委託先の一覧。無ければ[]。
   * Subcontractors; [] if there are none.
   *
   * Items: 再委託先の1件。
   * One subcontractor.
   */
  subcontractors?: {
    /**
     * 再委託先の名称。
     * Name of the subcontractor.
     */
    name?: string;
    /**
     * 再委託を承認した日。日が分からなければtrue、承認していなければfalse。
     * The day it was approved; true if the day is not known, false if it was not approved.
     */
    approved?: string | boolean;
  }[];
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報資産や機器を置く場所・設備の1件。
 * A place or installation that houses assets or equipment.
 */
export interface Facility {
  /**
   * 施設のid。同じ区分の中で重複しないもの。
   * Id of the facility, unique within its section.
   */
  id: string;
  /**
   * 施設の名称。
   * Name of the facility.
   */
  name: string;
  /**
   * 施設を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the facility, from organization.agencies.
   */
  agency?: string;
  /**
   * 施設の管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the facility; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 種類。server-room: サーバ室・情報システム室、office: 執務室、archive: 書庫・保管庫、line-duct: 通信回線の配管・配線設備。
   * Kind: server room, office, archive, or line duct (housing for communication lines).
   */
  type?: 'server-room' | 'office' | 'archive' | 'line-duct';
  /**
   * 施錠できるか。
   * Whether it can be locked.
   */
  locked?: boolean;
  /**
   * 入退室を制限し、管理しているか。
   * Whether entry is controlled.
   */
  entryControl?: boolean;
  /**
   * 入退室の記録を残しているか。
   * Whether entries are logged.
   */
  entryLog?: boolean;
  /**
   * 火災への対策（消火設備等）を講じているか。
   * Whether it is protected against fire.
   */
  fireProtection?: boolean;
  /**
   * 地震への対策（耐震、転倒防止等）を講じているか。
   * Whether it is protected against earthquakes.
   */
  earthquakeProtection?: boolean;
  /**
   * 停電への対策（無停電電源装置、自家発電等）を講じているか。
   * Whether it has backup power.
   */
  backupPower?: boolean;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 職員等の区分の1件（正規職員、会計年度任用職員、派遣労働者、委託事業者の従事者等）。個人ではなく区分ごとに書く。
 * A group of people who work for the body, by kind of employment; not individuals.
 */
export interface StaffGroup {
  /**
   * 職員等の区分のid。同じ区分の中で重複しないもの。
   * Id of the staff group, unique within its section.
   */
  id: string;
  /**
   * 職員等の区分の名称。
   * Name of the staff group.
   */
  name: string;
  /**
   * 職員等の属する機関のid（organization.agenciesのもの）。
   * Id of the agency they belong to, from organization.agencies.
   */
  agency?: string;
  /**
   * 職員等の指導監督の責任を負う職（所属長等）。定めていなければfalse。
   * The post responsible for these people; false if none is named.
   */
  manager?: string | false;
  /**
   * 任用等の種類。regular: 正規職員、reappointed: 再任用職員、fixed-term: 会計年度任用職員、part-time: 非常勤職員、temporary: 臨時職員、dispatched: 派遣労働者、contractor: 委託事業者の従事者、designated-manager: 指定管理者の従事者。
   * Kind: regular staff, reappointed after retirement, fixed-term (appointed per fiscal year), part-time, temporary, dispatched by an agency, contractor's staff, or designated manager's staff.
   */
  employment?:
    | 'regular'
    | 'reappointed'
    | 'fixed-term'
    | 'part-time'
    | 'temporary'
    | 'dispatched'
    | 'contractor'
    | 'designated-manager';
  /**
   * 人数。その種類の職員等がいなければ0。
   * How many people; 0 if the body has none of this kind.
   */
  headcount?: number;
  /**
   * 情報セキュリティポリシー及び実施手順を遵守する旨を確認させているか。
   * Whether they have acknowledged the policy and procedures.
   */
  rulesAcknowledged?: boolean;
  /**
   * 情報セキュリティの研修・訓練を最後に行った日。行っていなければfalse。
   * The day of their last security training; false if never.
   */
  lastTraining?: string | false;
  /**
   * 支給以外の端末の業務利用。
   * Use of devices the body did not issue.
   */
  privateDevices?: {
    /**
     * 支給以外のパソコン、モバイル端末等の業務利用を禁止しているか。
     * Whether using private devices for work is prohibited.
     */
    prohibited?: boolean;
  };
  /**
   * ウェブの利用。
   * Use of the web.
   */
  webUse?: {
    /**
     * 業務以外の目的でのウェブ閲覧を禁止しているか。
     * Whether browsing the web for other than work is prohibited.
     */
    restricted?: boolean;
  };
  /**
   * 情報資産の持ち出し。
   * Taking assets out.
   */
  takeout?: {
    /**
     * 情報資産の持ち出しを禁止し、又は許可制にしているか。
     * Whether taking assets out is prohibited or needs permission.
     */
    controlled?: boolean;
  };
  /**
   * 機器・媒体等の持ち込み。
   * Bringing things in.
   */
  bringIn?: {
    /**
     * 機器、媒体等の持ち込みを禁止し、又は許可制にしているか。
     * Whether bringing in devices or media is prohibited or needs permission.
     */
    controlled?: boolean;
  };
  /**
   * 退職・異動・契約終了時の取扱い。
   * When someone leaves.
   */
  leaving?: {
    /**
     * 情報資産を返却させているか。
     * Whether assets are returned.
     */
    assetsReturned?: boolean;
    /**
     * 業務上知り得た秘密の保持を誓約させているか。
     * Whether they pledge to keep secret what they learned at work.
     */
    secrecyPledged?: boolean;
  };
  /**
   * ID、パスワード、ICカード等の取扱い。
   * Ids, passwords and cards.
   */
  credentials?: {
    /**
     * ID、パスワード、ICカード等を共用しているか。共用していなければfalse。
     * Whether ids, passwords or cards are shared; false if they are not.
     */
    shared?: boolean;
    /**
     * パスワードを適切に管理させているか。
     * Whether passwords are properly managed.
     */
    passwordsManaged?: boolean;
    /**
     * ICカード等を適切に管理させているか。
     * Whether IC cards are properly managed.
     */
    cardsManaged?: boolean;
  };
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 規程・計画・手順書等の1件。
 * A rule, plan or procedure of the body.
 */
export interface Document {
  /**
   * 文書のid。同じ区分の中で重複しないもの。
   * Id of the document, unique within its section.
   */
  id: string;
  /**
   * 文書の名称。
   * Name of the document.
   */
  name: string;
  /**
   * 文書を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the document, from organization.agencies.
   */
  agency?: string;
  /**
   * 文書の管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the document; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 種類。basic-policy: 情報セキュリティ基本方針、standards: 対策基準、procedures: 実施手順、staff-rules: 職員等が遵守すべき事項、incident-plan: 緊急時対応計画、incident-structure: 緊急対応体制、sns-procedure: ソーシャルメディアの運用手順、web-meeting-procedure: ウェブ会議の利用手順、cloud-rules: クラウドサービスの利用に係る規定、outsourcing-rules: 業務委託に係る規定、generative-ai-rules: 生成AIの利用に係る規定、training-plan: 研修計画、audit-plan: 監査計画、exception-procedure: 例外措置の手続、disciplinary-procedure: 懲戒処分の手続、access-suspension-procedure: 使用権限の停止の手続、continuity-plan: 業務継続計画、other: その他。
   * Kind: basic policy, standards (of measures), procedures, staff rules, incident response plan, incident response structure, social media procedure, web meeting procedure, cloud rules, outsourcing rules, generative AI rules, training plan, audit plan, exception procedure, disciplinary procedure, access suspension procedure, business continuity plan, or other.
   */
  type?:
    | 'basic-policy'
    | 'standards'
    | 'procedures'
    | 'staff-rules'
    | 'incident-plan'
    | 'incident-structure'
    | 'sns-procedure'
    | 'web-meeting-procedure'
    | 'cloud-rules'
    | 'outsourcing-rules'
    | 'generative-ai-rules'
    | 'training-plan'
    | 'audit-plan'
    | 'exception-procedure'
    | 'disciplinary-procedure'
    | 'access-suspension-procedure'
    | 'continuity-plan'
    | 'other';
  /**
   * 策定し、施行した日（先の施行日でもよい）。まだ定めていなければfalse。
   * The day it came or comes into force; false if it has not been adopted.
   */
  adopted?: string | false;
  /**
   * 最後に見直した日。見直していなければfalse。判定には用いない（判定日より後の日でないことだけを確かめる）。
   * The day it was last reviewed; false if never. It is not judged, but for lying ahead of the day judged by.
   */
  reviewed?: string | false;
  /**
   * 公表しているか。非公表ならfalse。
   * Whether it is published; false if it is withheld.
   */
  published?: boolean;
  /**
   * 手順の対象とする外部サービスのid。特定の外部サービスの手順であるときに書く。
   * Id of the external service, if the document is about one.
   */
  service?: string;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報セキュリティ監査、自己点検又は遵守状況の確認の1件。
 * A security audit, a self-inspection or a compliance check.
 */
export interface Audit {
  /**
   * 監査・点検のid。同じ区分の中で重複しないもの。
   * Id of the audit, unique within its section.
   */
  id: string;
  /**
   * 監査・点検の名称。省略できる。
   * Name of the audit; may be left out.
   */
  name?: string;
  /**
   * 監査・点検を所管する機関（対象の機関はscopeに書く）のid（organization.agenciesのもの）。
   * Id of the agency in charge of the audit (those audited go into scope), from organization.agencies.
   */
  agency?: string;
  /**
   * 監査・点検の実施責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for carrying out the audit; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 種類。internal: 内部監査、external: 外部監査、self-inspection: 自己点検、compliance-check: ポリシーの遵守状況の確認。
   * Kind: internal audit, external audit, self-inspection, or check of compliance with the policy.
   */
  type?: 'internal' | 'external' | 'self-inspection' | 'compliance-check';
  /**
   * 実施した日。
   * The day it was carried out.
   */
  date?: string;
  /**
   * 監査・点検を行った者。
   * Who carried it out.
   */
  auditor?: {
    /**
     * 監査人の職・氏名又は事業者名。判定には用いない。
     * Post, person or firm. It is not judged.
     */
    name?: string;
    /**
     * 監査人の属する機関のid。外部の者なら書かない。
     * Id of the auditor's own agency; leave it out for an outsider.
     */
    agency?: string;
  };
  /**
   * 対象とした機関のid。書かなければ団体全体とみなす。
   * Ids of the agencies audited; if left out, the whole body.
   *
   * Items: 機関のid。
   * Id of an agency.
   */
  scope?: string[];
  /**
   * 指摘事項。無ければ[]。
   * What was found; [] if nothing.
   *
   * Items: 1件の文字列。
   * One text.
   */
  findings?: string[];
  /**
   * 結果として、ポリシーの見直しが必要になっているか。
   * Whether it showed that the policy needs review.
   */
  policyReviewNeeded?: boolean;
  /**
   * 指摘事項について改善を行っているか。
   * Whether what was found has been improved.
   */
  followUp?: boolean;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報セキュリティポリシーの見直しの1件。
 * A review of the security policy.
 */
export interface Review {
  /**
   * 見直しのid。同じ区分の中で重複しないもの。
   * Id of the review, unique within its section.
   */
  id: string;
  /**
   * 見直しの名称。省略できる。
   * Name of the review; may be left out.
   */
  name?: string;
  /**
   * 見直しを所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the review, from organization.agencies.
   */
  agency?: string;
  /**
   * 見直しの責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the review; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 見直した日。
   * The day of the review.
   */
  date?: string;
  /**
   * 脅威の発生の可能性と損失等を分析し、リスクを検討しているか。
   * Whether threats, likelihood and losses were analysed.
   */
  riskAnalysis?: boolean;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 情報セキュリティインシデントの1件。
 * A security incident.
 */
export interface Incident {
  /**
   * インシデントのid。同じ区分の中で重複しないもの。
   * Id of the incident, unique within its section.
   */
  id: string;
  /**
   * インシデントの名称。省略できる。
   * Name of the incident; may be left out.
   */
  name?: string;
  /**
   * インシデントが発生した機関のid（organization.agenciesのもの）。
   * Id of the agency where the incident happened, from organization.agencies.
   */
  agency?: string;
  /**
   * 対応の責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the response; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 認知した日。
   * The day it was noticed.
   */
  detected?: string;
  /**
   * 報告した日。報告していなければfalse。
   * The day it was reported; false if it was not.
   */
  reported?: string | false;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 違反事案（情報セキュリティポリシーへの違反）の1件。
 * A violation of the security policy.
 */
export interface Violation {
  /**
   * 違反のid。同じ区分の中で重複しないもの。
   * Id of the violation, unique within its section.
   */
  id: string;
  /**
   * 違反の名称。省略できる。
   * Name of the violation; may be left out.
   */
  name?: string;
  /**
   * 違反があった機関のid（organization.agenciesのもの）。
   * Id of the agency where the violation happened, from organization.agencies.
   */
  agency?: string;
  /**
   * 是正の責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for putting it right; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 違反を確認した日。是正措置を速やかに求めたかを、この日から見る。
   * The day the violation was established, from which it is told whether corrective action was prompt.
   */
  detected?: string;
  /**
   * 是正措置を求めた日。求めていなければfalse。trueとも書けるが、日がないと、速やかに求めたか判定できない。
   * The day corrective action was demanded; false if it was not. true is accepted, but without the day it cannot be told whether that was prompt.
   */
  correctiveAction?: string | boolean;
  /**
   * 改善された日。改善されていなければfalse。
   * The day things were put right; false if they were not.
   */
  improved?: string | boolean;
  /**
   * 情報システム等の使用権限を停止し、又は剥奪した日。行っていなければfalse。
   * The day access rights were suspended or revoked; false if they were not.
   */
  accessSuspended?: string | boolean;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 例外措置の1件。承認を得て、期限を定めて、規定によらないことを認めるもの。
 * An exception: an approved, dated, expiring permission to deviate.
 */
export interface Exception {
  /**
   * 例外措置のid。同じ区分の中で重複しないもの。
   * Id of the exception, unique within its section.
   */
  id: string;
  /**
   * 例外措置の名称。省略できる。
   * Name of the exception; may be left out.
   */
  name?: string;
  /**
   * 例外措置を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the exception, from organization.agencies.
   */
  agency?: string;
  /**
   * 例外措置を講ずることについて責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the exception; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 例外を認めるルールのid。
   * Ids of the rules it lifts.
   *
   * Items: ルールのid。
   * Id of a rule.
   */
  rules?: string[];
  /**
   * 例外を認める記録のid。同じidが複数の区分にあればsystems/1のように書く。
   * Ids of the records it covers. If several sections share an id, write systems/1.
   *
   * Items: 記録のid。
   * Id of a record.
   */
  records?: string[];
  /**
   * 例外を必要とする理由。
   * Why the exception is needed.
   */
  reason?: string;
  /**
   * 代替措置。
   * The measures taken instead.
   */
  compensatingMeasures?: string;
  /**
   * 申請者の職。
   * The post that applied.
   */
  applicant?: string;
  /**
   * 承認者の職。申請者と同じであってはならない。
   * The post that approved; it must not be the applicant.
   */
  approver?: string;
  /**
   * 承認した日。承認を得ていなければfalse。
   * The day of approval; false if it is not approved.
   */
  approved?: string | false;
  /**
   * 効力の始まる日（先の日付でもよい）。書かなければ承認した日とする。承認より前には始まらない。
   * The day it takes effect, which may lie ahead; if left out, the day of approval. It never starts before it is approved.
   */
  starts?: string;
  /**
   * 期限。その日までを有効とする。書かなければ始まりの年度の末日（3月31日）までとする。
   * The last day it holds. If left out, it ends with the fiscal year in which it starts (31 March).
   */
  expires?: string;
  /**
   * 申請書、決裁等の番号。
   * Number of the application or decision.
   */
  ticket?: string;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}
/**
 * 確認記録の1件。台帳では確かめられない条項について、確認した内容を根拠とともに記すもの。
 * An attestation: a dated statement, with evidence, for a clause that no record can prove.
 */
export interface Attestation {
  /**
   * 確認記録のid。同じ区分の中で重複しないもの。
   * Id of the attestation, unique within its section.
   */
  id: string;
  /**
   * 確認記録の名称。省略できる。
   * Name of the attestation; may be left out.
   */
  name?: string;
  /**
   * 確認記録を所管する機関のid（organization.agenciesのもの）。
   * Id of the agency in charge of the attestation, from organization.agencies.
   */
  agency?: string;
  /**
   * 確認記録の管理責任を負う職。定めていなければfalse。判定には用いない。
   * The post responsible for the attestation; false if none is named. It is not judged.
   */
  manager?: string | false;
  /**
   * 対象のポリシーのid。書かなければ、判定に用いるどのポリシーにも答える。
   * Id of the policy; if left out, it answers whichever is judged by.
   */
  policy?: string;
  /**
   * 対象の条項。ポリシーの条項番号の表記で書く。全角と半角、空白は区別しない。
   * The clause, in the notation of the policy. Full and half width are one, and blanks do not matter.
   */
  clause?: string;
  /**
   * 確認した内容。
   * What is confirmed.
   */
  statement?: string;
  /**
   * 確認した者の職。
   * The post that confirms it.
   */
  by?: string;
  /**
   * 確認した日。
   * The day of the statement.
   */
  date?: string;
  /**
   * 有効期限。その日までを有効とする。書かなければ確認した年度の末日（1月から3月に確認したものは次の年度の末日）までとする。
   * The last day it holds. If left out, it ends with the fiscal year of its date, or with the next one if that is in January to March.
   */
  validUntil?: string;
  /**
   * 備考。判定には用いない。
   * Remarks; not judged.
   */
  notes?: string;
  /**
   * 記載の根拠となる資料。
   * Material that backs up what is stated here.
   *
   * Items: 根拠資料の1件。pathかurlのどちらかを書く。
   * One piece of evidence; give a path or a url.
   */
  evidence?: {
    /**
     * 資料の場所。このファイルから見た相対パスで書く。
     * Where the file is, relative to this inventory file.
     */
    path?: string;
    /**
     * 資料のURL。開いて確かめることはない。
     * Web address of the material. It is not opened.
     */
    url?: string;
    /**
     * 資料の日付。判定には用いない（判定日より後の日でないことだけを確かめる）。
     * Date of the material. It is not judged, but for lying ahead of the day judged by.
     */
    date?: string;
    /**
     * 資料のSHA-256ハッシュ値（16進64桁）。差し替えの有無を確かめる。
     * SHA-256 of the file as 64 hexadecimal digits, to notice a changed file.
     */
    sha256?: string;
  }[];
}

/** The record type of every section of the inventory. */
export interface Records {
  organization: Organization;
  assets: Asset;
  systems: System;
  segments: Segment;
  connections: Connection;
  services: Service;
  contracts: Contract;
  facilities: Facility;
  staffGroups: StaffGroup;
  documents: Document;
  audits: Audit;
  reviews: Review;
  incidents: Incident;
  violations: Violation;
  exceptions: Exception;
  attestations: Attestation;
}

/** A section of the inventory. */
export type Section = keyof Records;

/** Every section, in the order of the vocabulary. */
export const sections: readonly Section[] = ['organization', 'assets', 'systems', 'segments', 'connections', 'services', 'contracts', 'facilities', 'staffGroups', 'documents', 'audits', 'reviews', 'incidents', 'violations', 'exceptions', 'attestations'];

/** The sections that are lists of records. */
export const listSections: readonly Exclude<Section, 'organization'>[] = ['assets', 'systems', 'segments', 'connections', 'services', 'contracts', 'facilities', 'staffGroups', 'documents', 'audits', 'reviews', 'incidents', 'violations', 'exceptions', 'attestations'];
