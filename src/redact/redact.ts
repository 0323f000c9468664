import { defined } from '../base/defined.ts';
import type { Language, Localized } from '../base/localized.ts';
import { namesIn } from '../base/names-in.ts';
import { derivedFinding } from '../result/derived-finding.ts';
import type { AgainstCoverage, ClauseCoverage, Finding, Result, RuleTexts } from '../result/result.ts';
import { unescaped } from './escapes.ts';
import { fold } from './fold.ts';
import { type Match, Matcher } from './matcher.ts';
import { secretsIn } from './sought.ts';
import { placeholders } from './words.ts';

/**
 * Leaves addresses, names of persons and products out of a result: in their place stand numbers, the same ones for the same, so
 * that a report can still be followed. What rules and policies say is public and stays; the lines of the files are left out as
 * a whole, since comments and remarks stand in them of which nobody can tell what they give away.
 *
 * @param language of the report: what a name is called in it
 */
export function redact(result: Result, language: Language): Result {
  const texts = [
    ...result.confidential(),
    ...[result.cover.commissionedBy, result.cover.conductedBy].flatMap((text) =>
      text === undefined ? [] : { gives: 'post' as const, text },
    ),
  ];
  const { sought, versions, next } = secretsIn(texts, languageOf(result));
  const refs = result.coverage.flatMap(({ clauses }) => clauses.map(({ ref }) => fold(ref)));
  const redaction = new Redaction(new Matcher(sought, versions, new Set(refs), next), language);
  return redactedResult(result, redaction);
}

/** What is said whatever the inventory: in this, a word is a word. */
function languageOf({ rules, leftOut, coverage }: Result): readonly string[] {
  const ofRule = ({ title, rationale, remedy }: RuleTexts) => [title, rationale, remedy];
  const ofClause = ({ title, summary }: ClauseCoverage) => [title, summary];
  const texts = [
    ...[...rules.values()].flatMap(ofRule),
    ...leftOut.map(({ title }) => title),
    ...coverage.flatMap(({ policy, clauses }) => [policy.title, ...clauses.flatMap(ofClause)]),
  ];
  return texts.flatMap(({ ja, en }) => [ja, en]);
}

function redactedResult(result: Result, redaction: Redaction): Result {
  const { coverage, repository, cover } = result;
  const originals = new WeakMap<Finding, Finding>();
  const findings = result.findings.map((finding) => {
    const redacted = derivedFinding((property) => redaction.property(finding, property));
    originals.set(redacted, finding);
    return redacted;
  });
  const { summary, body, notices, outOfScope, notJudged, errors, exceptions, attestations } = result;
  const { corrections, lastAudit, shown, comparison, networkChange, unrelated, trusted, hidden } = result;
  const rest = redaction.of({
    ...{ summary, body, notices, outOfScope, notJudged, errors, exceptions, attestations, corrections },
    ...defined({ lastAudit, shown, comparison, networkChange, unrelated, trusted, hidden }),
  });
  const { uri: _, ...kept } = repository ?? { revision: '' };
  return {
    ...result,
    ...rest,
    cover: { ...redaction.of(cover), ...defined({ marking: cover.marking }), redacted: true },
    findings,
    // The inventories of examples are made up, but nobody who looks for a name in a report knows that.
    rules: new Map(
      [...result.rules].map(([id, rule]) => [id, { ...rule, example: redaction.of(rule.example) }]),
    ),
    coverage: coverage.map((one) => ({
      ...one,
      clauses: one.clauses.map((clause) =>
        clause.attestedBy === undefined ? clause : { ...clause, attestedBy: redaction.of(clause.attestedBy) },
      ),
    })),
    ...(repository && { repository: kept }),
    inputs: () => redaction.of(result.inputs()),
    unread: () => redaction.of(result.unread()),
    sourceLine: () => undefined,
    known: (finding) => redaction.of(result.known(originals.get(finding) ?? finding)),
    against: (policy) => redactedAgainst(result.against(policy), redaction),
    againstLaws: () => result.againstLaws().map((one) => redactedAgainst(one, redaction)),
    due: (within) => redaction.of(result.due(within)),
    drawing: () => redaction.of(result.drawing()),
    confidential: () => [],
  };
}

/** What clauses say is public; what is to be done about them names records, and so does what they do not reach. */
function redactedAgainst(coverage: AgainstCoverage, redaction: Redaction): AgainstCoverage {
  const { clauses, beyond } = coverage;
  return {
    ...coverage,
    clauses: clauses.map((clause) => ({ ...clause, next: redaction.of(clause.next) })),
    ...defined({ beyond: redaction.of(beyond) }),
  };
}

/** Replaces in data, keeping its form, and parts that are shared shared. */
class Redaction {
  readonly #matcher: Matcher;
  readonly #language: Language;
  readonly #texts: Readonly<Record<Language, Map<string, string>>> = { ja: new Map(), en: new Map() };
  readonly #done = new WeakMap<object, object>();

  constructor(matcher: Matcher, language: Language) {
    this.#matcher = matcher;
    this.#language = language;
  }

  of<Data>(data: Data): Data {
    return this.#of(data) as Data;
  }

  /** @returns what stands under a name in data */
  property<Data extends object, Name extends keyof Data & string>(data: Data, name: Name): Data[Name] {
    const value = data[name];
    return isKept(name, value, data) ? value : this.of(value);
  }

  #of(data: unknown): unknown {
    if (typeof data === 'string') return this.#text(data, this.#language);
    // What is worked out on demand is so afterwards, too.
    if (typeof data === 'function') return () => this.#of((data as () => unknown)());
    if (typeof data !== 'object' || data === null) return data;
    const known = this.#done.get(data);
    if (known !== undefined) return known;
    const made = this.#inside(data);
    this.#done.set(data, made);
    return made;
  }

  #inside(data: object): object {
    if (Array.isArray(data)) return data.map((item) => this.#of(item));
    if (isLocalized(data)) return this.#localized(data);
    return Object.fromEntries(
      namesIn(data).flatMap((name) => {
        const value = this.property(data as Readonly<Record<string, unknown>>, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** What is the same in all languages stays so. */
  #localized(text: Localized): Localized {
    const { ja, en } = text;
    if (ja === en) {
      const same = this.#text(ja, this.#language);
      return { ...text, ja: same, en: same };
    }
    return { ...text, ja: this.#text(ja, 'ja'), en: this.#text(en, 'en') };
  }

  #text(text: string, language: Language): string {
    const known = this.#texts[language].get(text);
    if (known !== undefined) return known;
    const matches = this.#matcher.in(text);
    const plain = unescaped(text);
    // Read so only where that brings something to light: paths and the like stay as they are.
    const behind = plain === text ? [] : this.#matcher.in(plain);
    const redacted =
      behind.length > matches.length ? replaced(plain, behind, language) : replaced(text, matches, language);
    this.#texts[language].set(text, redacted);
    return redacted;
  }
}

function replaced(text: string, matches: readonly Match[], language: Language): string {
  let redacted = '';
  let done = 0;
  for (const { start, end, hidden } of matches) {
    if (end <= done) continue;
    redacted += text.slice(done, Math.max(start, done));
    redacted += placeholders[language](hidden.redacted, hidden.number);
    done = end;
  }
  return redacted + text.slice(done);
}

function isLocalized(data: object): data is Localized {
  const { ja, en } = data as Partial<Localized>;
  return typeof ja === 'string' && typeof en === 'string';
}

/** Keys of what nobody wrote into the inventory: words of the program, digests, and what the vocabulary and the policies say. */
const kept: ReadonlySet<string> = new Set([
  ...['kind', 'verdict', 'severity', 'label', 'state', 'code', 'change', 'against', 'only'],
  ...['ruleId', 'rules', 'clauses', 'ref', 'field', 'about', 'keys'],
  ...['fingerprint', 'sha256', 'revision'],
]);

/** A reason is one word where it says why something was passed over, and a text where a person gives it. */
function isKept(key: string, value: unknown, holder: object): boolean {
  if (key === 'reason') return typeof value === 'string' && !('id' in holder);
  return kept.has(key);
}
