import path from 'node:path';
import { configurationShape } from '../../generated/shapes.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { defaultLimits, type Limits, limitOf } from '../base/limits.ts';
import type { Language } from '../base/localized.ts';
import { isMissing, outside, type Reason, reasonOf } from '../base/system-error.ts';
import { readSideFile, SideFileError } from '../schema/side-file.ts';
import { areaAround, liesIn, OutsideError } from '../tree/area.ts';
import type { Tree } from '../tree/tree.ts';
import type { Severity } from './policy.ts';

/** What `sekisho.config.yaml` says. */
export interface Configuration {
  /** the folder of the file, which paths in it are relative to; absent where there is no file */
  readonly directory?: string;
  readonly file?: FileDigest;
  readonly policy: readonly string[];
  readonly lang?: Language;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** what the cover of a report says besides the result */
  readonly reportKind?: WrittenReportKind;
  readonly marking?: string;
  readonly commissionedBy?: string;
  readonly conductedBy?: string;
  /** the approval boxes on the cover, from left to right */
  readonly approvals?: readonly string[];
  /** the file of findings that do not count, relative to the folder */
  readonly baseline?: string;
  readonly failOn?: Severity | 'never';
  readonly unknown?: Severity;
  readonly review?: Severity;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly limits: Limits;
  /** folders in which evidence may lie, besides those of the inventory, relative to the folder */
  readonly evidence: readonly string[];
}

/** The kind of a report, in either language. */
export type WrittenReportKind = keyof typeof writtenReportKinds;

/** What each word for the kind of a report means. */
export const writtenReportKinds = {
  自己点検: 'self-inspection',
  内部監査: 'internal-audit',
  外部監査: 'external-audit',
  'self-inspection': 'self-inspection',
  'internal-audit': 'internal-audit',
  'external-audit': 'external-audit',
} as const;

const names = ['sekisho.config.yaml', 'sekisho.config.yml'];
const nothing: Configuration = {
  policy: [],
  include: [],
  exclude: [],
  rules: {},
  parameters: {},
  limits: defaultLimits,
  evidence: [],
};

/**
 * Looks for a configuration file from a folder upwards.
 *
 * @param shown gives the path by which messages name a file
 * @returns what it says; everything empty where there is none
 * @throws SideFileError with everything that is wrong
 */
export async function findConfiguration(
  tree: Tree,
  directory: string,
  shown: (file: string) => string,
): Promise<Configuration> {
  for (let at = directory; ; at = path.dirname(at)) {
    for (const name of names) {
      const file = path.join(at, name);
      const bytes = await bytesOf(tree, file, shown(file));
      if (bytes === undefined) continue;
      const area = await areaAround(at);
      const configuration = await readConfiguration(bytes, file, shown(file));
      await refuseOutside(configuration, area, tree);
      return configuration;
    }
    if (path.dirname(at) === at) return nothing;
  }
}

/** @throws OutsideError if a file or folder is named that lies outside the area of the configuration */
async function refuseOutside(
  { directory = '', baseline, evidence }: Configuration,
  area: string,
  tree: Tree,
): Promise<void> {
  const named = [
    ...(baseline === undefined ? [] : [['baseline', baseline] as const]),
    ...evidence.map((folder) => ['evidence', folder] as const),
  ];
  for (const [key, written] of named)
    if (!(await liesIn(area, await tree.locate(path.resolve(directory, written)), tree)))
      throw new OutsideError(key, written);
}

/**
 * @returns what is in a file; `undefined` where there is none
 * @throws SideFileError if there is one that cannot be read
 */
async function bytesOf(tree: Tree, file: string, shown: string): Promise<Uint8Array | undefined> {
  const refused = (reason: Reason) =>
    new SideFileError([{ code: 'unreadable', kind: 'configuration', file: shown, reason }]);
  const isThere = await tree.exists(file);
  // A link may lead to a file that is none of ours, of which messages must not tell anything.
  if (isThere && !(await liesIn(await areaAround(path.dirname(file)), file, tree))) throw refused(outside);
  try {
    return await tree.read(file, limitOf('settingBytes'));
  } catch (error) {
    const reason = reasonOf(error);
    // A dangling link shows that there should be a file.
    if (isMissing(reason) && !isThere) return undefined;
    throw refused(reason);
  }
}

async function readConfiguration(bytes: Uint8Array, file: string, shown: string): Promise<Configuration> {
  const value = await readSideFile({ bytes, file: shown }, configurationShape(), async () => {
    const { validateConfiguration } = await import('../../generated/validators/configuration.js');
    return validateConfiguration;
  });
  const { policy, limits, ...stated } = withoutBlanks(
    (value ?? {}) as Record<string, unknown>,
  ) as Partial<Configuration> & { policy?: string | string[] };
  return {
    ...nothing,
    ...stated,
    directory: path.dirname(file),
    file: { path: file, size: bytes.length, sha256: sha256(bytes) },
    policy: [policy ?? []].flat(),
    limits: { ...defaultLimits, ...limits },
  };
}

/** A key without a value, or with `null`, counts as missing. */
function withoutBlanks(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined));
}
