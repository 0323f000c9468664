import type { Invocation, Notification, ReportingDescriptor, VersionControlDetails } from 'sarif';
import type { Language, Localized } from '../../../base/localized.ts';
import { noticeLevels, type Result } from '../../../result/result.ts';
import { physicalLocation } from './locations.ts';
import type { RunFrame } from './log.ts';
import { plain } from './texts.ts';

/** What all SARIF reports say of a run: tool, rules, whether it succeeded, and the state of the repository. */
export function runFrame(
  { tool, errors, notices, repository }: Result,
  rules: ReportingDescriptor[],
  language: Language,
): RunFrame & { invocations: [Invocation] } {
  const codes = [...new Set([...errors, ...notices].map(({ code }) => code))];
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        language,
        rules,
        notifications: codes.length === 0 ? undefined : codes.map((id) => ({ id })),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    invocations: [invocation({ errors, notices }, codes, language)],
    versionControlProvenance: provenance(repository),
  };
}

/** Whether the tool could run, whatever it found; and the notices of the run. */
function invocation(
  { errors, notices }: Pick<Result, 'errors' | 'notices'>,
  codes: readonly string[],
  language: Language,
): Invocation {
  const descriptor = (code: string) => ({ id: code, index: codes.indexOf(code) });
  const text = (message: Localized) => ({ text: plain(message[language]) });
  const fromErrors = errors.map(
    ({ code, message, location }): Notification => ({
      level: 'error',
      descriptor: descriptor(code),
      message: text(message),
      locations: location === null ? undefined : [{ physicalLocation: physicalLocation(location) }],
    }),
  );
  const fromNotices = notices.map(
    ({ code, message }): Notification => ({
      level: noticeLevels[code],
      descriptor: descriptor(code),
      message: text(message),
    }),
  );
  const notifications = [...fromErrors, ...fromNotices];
  return {
    executionSuccessful: errors.length === 0,
    toolExecutionNotifications: notifications.length === 0 ? undefined : notifications,
  };
}

/** SARIF requires a URI for version control details, so a repository without one is left out (3.23.3). */
function provenance(repository: Result['repository']): VersionControlDetails[] | undefined {
  if (repository?.uri === undefined || !URL.canParse(repository.uri)) return undefined;
  const { uri, revision, branch } = repository;
  return [{ repositoryUri: uri, revisionId: revision, branch }];
}

/**
 * The category of an upload: a later upload with the same category replaces it. The last slash separates the category
 * from the run id.
 */
export function automationId({ policies }: Result, name: string, run: string): string {
  const named = policies.map(({ id }) => id).sort();
  return [name, ...(named.length === 0 ? [] : [named.join('+')]), run].join('/');
}
