import type { Invocation, Notification, ReportingDescriptor, VersionControlDetails } from 'sarif';
import type { Language, Localized } from '../../../base/localized.ts';
import { noticeLevels, type Result } from '../../../result/result.ts';
import { physicalLocation } from './locations.ts';
import type { RunFrame } from './log.ts';
import { plain } from './texts.ts';

/** What every SARIF report says of a run: by what tool and rules, whether it could be done, and of what state of things. */
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

/** Whether the tool could do its work, which says nothing of what it found; and what must be known of the run. */
function invocation(
  { errors, notices }: Pick<Result, 'errors' | 'notices'>,
  codes: readonly string[],
  language: Language,
): Invocation {
  const descriptor = (code: string) => ({ id: code, index: codes.indexOf(code) });
  const text = (message: Localized) => ({ text: plain(message[language]) });
  const broken = errors.map(
    ({ code, message, location }): Notification => ({
      level: 'error',
      descriptor: descriptor(code),
      message: text(message),
      locations: location === null ? undefined : [{ physicalLocation: physicalLocation(location) }],
    }),
  );
  const told = notices.map(
    ({ code, message }): Notification => ({
      level: noticeLevels[code],
      descriptor: descriptor(code),
      message: text(message),
    }),
  );
  const notifications = [...broken, ...told];
  return {
    executionSuccessful: errors.length === 0,
    toolExecutionNotifications: notifications.length === 0 ? undefined : notifications,
  };
}

/** SARIF knows no repository without an address (3.23.3). */
function provenance(repository: Result['repository']): VersionControlDetails[] | undefined {
  if (repository?.uri === undefined || !URL.canParse(repository.uri)) return undefined;
  const { uri, revision, branch } = repository;
  return [{ repositoryUri: uri, revisionId: revision, branch }];
}

/**
 * What an upload is known by: what comes later under the same name replaces it. The last slash parts the name from
 * the run.
 */
export function automationId({ policies }: Result, name: string, run: string): string {
  const named = policies.map(({ id }) => id).sort();
  return [name, ...(named.length === 0 ? [] : [named.join('+')]), run].join('/');
}
