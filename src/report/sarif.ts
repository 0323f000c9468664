import type { Language } from '../localized.ts';
import type { Severity } from '../policy/policy.ts';
import type { Finding, FindingLocation, Result, RuleTexts } from '../result.ts';
import { annotatedFindings } from './annotated-findings.ts';
import type { Reporter } from './reporter.ts';

/**
 * SARIF 2.1.0 for code scanning: what is certainly wrong, on the lines where it stands. Unknowns and reviews are
 * left out, since a first import has thousands. Texts are in one language, as the services that read it want.
 */
export const sarif: Reporter = (result, options) => {
  const { language } = options;
  const rules = [...result.rules.values()];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results = annotatedFindings(result, options).map((finding) =>
    sarifResult(finding, indexes.get(finding.ruleId) ?? -1, language),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            version: result.tool.version,
            semanticVersion: result.tool.version,
            rules: rules.map((rule) => sarifRule(rule, language)),
          },
        },
        automationDetails: { id: `sekisho/${result.policies.map(({ id }) => id).join('+')}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(result, language)],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

// GitHub sorts alerts by this: above 7 is high, above 4 medium, the rest low.
const securitySeverities: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0' };

function sarifRule(
  { id, title, rationale, remedy, severity, clauses }: RuleTexts,
  language: Language,
): object {
  const cited = clauses.map(({ policy, ref, title: clause }) => `${policy} ${ref} ${clause[language]}`);
  return {
    id,
    name: id,
    shortDescription: { text: title[language] },
    fullDescription: { text: rationale[language] },
    help: {
      text: [title[language], rationale[language], remedy[language], ...cited].join('\n\n'),
      markdown: [
        `**${title[language]}**`,
        rationale[language],
        remedy[language],
        cited.map((clause) => `- ${clause}`).join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['security', 'compliance', id.split('/')[0]],
      precision: 'very-high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
      'security-severity': securitySeverities[severity],
    },
  };
}

function sarifResult(finding: Finding, ruleIndex: number, language: Language): object {
  const { ruleId, severity, message, remedy, clauses, trace, location, record, fingerprint } = finding;
  const cited = clauses.map(({ policy, ref }) => `${policy} ${ref}`).join(', ');
  const texts = [message[language], remedy[language], ...(cited === '' ? [] : [`[${cited}]`])];
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: texts.join(' ') },
    locations: [
      {
        ...physicalLocation(location),
        logicalLocations: [
          { fullyQualifiedName: `${record.kind}/${record.id}`, kind: 'object', name: record.name },
        ],
      },
    ],
    ...(trace.length === 0
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: trace.map((step) => ({
                    location: {
                      ...physicalLocation(step.location),
                      message: { text: step.message[language] },
                    },
                  })),
                },
              ],
            },
          ],
        }),
    partialFingerprints: { primaryLocationLineHash: `${fingerprint.slice('v1:'.length)}:1` },
  };
}

function physicalLocation({ file, line, column, endLine, endColumn }: FindingLocation): object {
  const region = {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn: endColumn > column || endLine > line ? endColumn : column + 1,
  };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

/** A relative path stays relative to the repository; each of its parts is percent-encoded (RFC 3986). */
function uriOf(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(file) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

function invocation({ errors }: Result, language: Language): object {
  return {
    executionSuccessful: errors.length === 0,
    ...(errors.length === 0
      ? {}
      : {
          toolExecutionNotifications: errors.map(({ code, message }) => ({
            level: 'error',
            descriptor: { id: code },
            message: { text: message[language] },
          })),
        }),
  };
}
