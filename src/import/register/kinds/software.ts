/** What a text says of a piece of software. */
export interface Software {
  readonly name: string;
  readonly version?: string;
}

/** Names that are whole without the number behind them; 「Office 2019」 and 「Windows Server 2022」 are not among them. */
const versioned =
  /^(?<name>Ubuntu|Red Hat Enterprise Linux|RHEL|CentOS(?: Linux)?|Debian|AlmaLinux|Rocky Linux|Amazon Linux|macOS|iOS|iPadOS|Android|Android OS|PostgreSQL|MySQL|Apache|nginx|VMware ESXi|ESXi|FortiOS|IOS-XE) (?<version>\d+(?:\.\d+)*)$/iu;

/** 22H2 and 1809, the releases of Windows 10 and 11 */
const windows =
  /^(?<name>(?:Microsoft )?Windows ?1[01](?: (?:Pro|Home|Enterprise|Education)(?: for Workstations)?| IoT Enterprise| Enterprise LTSC)?) (?<version>\d{2}H[12]|1[5-9]0[1-9]|20H2|2004)$/iu;

/** 一太郎 Ver.5, 帳票V2.1: the mark is no end of a word, as in Server. */
const marked =
  /^(?<name>.*[^\s\d.])(?: |(?<=\P{ASCII}))(?:version|ver|v)(?:\. ?| )?(?<version>\d+(?:\.\d+)*)$/iu;

/** Tells a name from the version behind it, where it is certain where the one ends and the other begins. */
export function softwareOf(text: string): Software {
  const folded = text.normalize('NFKC');
  const { name, version } =
    (windows.exec(folded) ?? versioned.exec(folded) ?? marked.exec(folded))?.groups ?? {};
  return name === undefined || version === undefined ? { name: text } : { name, version };
}
