import type { Suppression } from 'sarif';
import type { ExceptionAccount, Finding, Result } from '../../../result/result.ts';
import { physicalLocation } from './locations.ts';

/**
 * Why findings are suppressed. If one result of a run has `suppressions`, all others must have an empty list (SARIF
 * 3.27.23).
 */
export class Suppressions {
  readonly #used: boolean;
  readonly #exceptions: ReadonlyMap<string, ExceptionAccount>;

  constructor({ findings, exceptions }: Result) {
    this.#used = findings.some(({ suppression }) => suppression !== null);
    this.#exceptions = new Map(exceptions.map((exception) => [exception.id, exception]));
  }

  /** @returns `undefined` where no finding of the run is suppressed */
  of(suppression: Finding['suppression']): Suppression[] | undefined {
    if (!this.#used) return undefined;
    return suppression === null ? [] : [this.#told(suppression)];
  }

  #told({ kind, justification, id, approver, expires }: NonNullable<Finding['suppression']>): Suppression {
    const exception = kind === 'exception' ? this.#exceptions.get(id ?? '') : undefined;
    return {
      kind: 'external',
      status: 'accepted',
      justification,
      location:
        exception === undefined ? undefined : { physicalLocation: physicalLocation(exception.location) },
      properties: {
        by: kind,
        id,
        approver,
        approved: exception?.approved,
        applicant: exception?.applicant,
        compensatingMeasures: exception?.compensatingMeasures,
        ticket: exception?.ticket,
        expiryUtc: expires === undefined ? undefined : endOfDayInTokyo(expires),
      },
    };
  }
}

/**
 * SARIF has no property for the end of a suppression; `expiryUtc` is what Microsoft's tools read. The last day is
 * inclusive.
 */
function endOfDayInTokyo(day: string): string {
  return `${day}T15:00:00Z`;
}
