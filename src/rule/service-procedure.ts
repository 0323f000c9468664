import type { Document, Service } from '../../generated/records.ts';
import { isToCome } from '../base/date.ts';
import { addToGroup } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import type { InventoryView } from '../inventory/view.ts';
import {
  fail,
  type Issue,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  unknown,
} from './definition.ts';
import { dayOfForce, isInForce, mayBeInForce } from './document-in-force.ts';
import { nameOf, stepTo } from './name.ts';
import { oncePerInventory } from './once-per-inventory.ts';

/** A procedure that each service of a type needs. */
export interface ServiceProcedure {
  /** the type of service */
  readonly service: NonNullable<Service['type']>;
  /** the type of document that lays the procedure down */
  readonly document: NonNullable<Document['type']>;
  /** as a noun: ウェブ会議の利用手順 / a web meeting procedure */
  readonly what: Localized;
  /** says that there is none; continues a sentence that begins with the service's name */
  readonly violation: Localized;
}

/** Makes a check: a service of the type has a procedure in force, the one that it names, else any that is about it. */
export function checkServiceProcedure(
  wanted: ServiceProcedure,
): (service: Service, context: RuleContext) => Outcome {
  const proceduresOf = oncePerInventory((inventory) => indexProcedures(wanted, inventory));
  return (service, context) => {
    if (service.type !== undefined && service.type !== wanted.service) return notApplicable;
    const issue =
      service.procedure === undefined
        ? unnamedIssue(wanted, service, proceduresOf(context.inventory), context)
        : namedIssue(wanted, service.procedure, context);
    if (issue === undefined) return pass;
    return service.type === undefined ? unknown('type') : issue;
  };
}

/** @returns the issue of the procedure that the service names */
function namedIssue(wanted: ServiceProcedure, id: string | false, context: RuleContext): Issue | undefined {
  if (id === false) return fail('procedure', wanted.violation);
  const named = context.inventory.find('documents', id);
  if (named?.type !== wanted.document) return notAProcedure(wanted, id, named);
  return isInForce(named, context) ? undefined : procedureNotInForce(named, context);
}

/** @returns the issue where the service names no procedure, and none that is about it is in force */
function unnamedIssue(
  { violation }: ServiceProcedure,
  service: Service,
  { about, untyped }: Procedures,
  context: RuleContext,
): Issue | undefined {
  const { inventory, binds } = context;
  const own = about.get(service) ?? [];
  // Procedures of an agency out of scope count only where they are about this very service; the service must then say
  // whether the body follows them.
  const procedures = [...own, ...(about.get(undefined) ?? [])].filter(binds);
  if (procedures.some((procedure) => isInForce(procedure, context))) return undefined;
  const draft = mayBeInForce(procedures);
  if (draft !== undefined) return procedureNotInForce(draft, context);
  // A document whose type is not stated may be the one, even where the section is declared whole.
  const absent =
    inventory.isWhole('documents') && inventory.readable && !untyped.some(binds) && own.length === 0;
  return absent ? fail('procedure', violation) : unknown('procedure');
}

function procedureNotInForce(document: Document, { asOf, inventory }: RuleContext): Issue {
  const name = nameOf(document);
  if (document.adopted === false) {
    const message = {
      ja: `「${name}」がまだ定められていません`,
      en: `has the procedure “${name}”, which is not adopted yet`,
    };
    return fail('procedure', message, { trace: [stepTo(document, 'adopted')] });
  }
  if (isToCome(document.adopted, asOf)) {
    const day = inventory.dateAsWritten(document, 'adopted');
    const message = {
      ja: `「${name}」の施行日「${day}」がまだ来ていません`,
      en: `has the procedure “${name}”, which does not come into force until “${day}”`,
    };
    return unknown('procedure', message, dayOfForce(document, asOf));
  }
  const message = {
    ja: `手順「${name}」の施行日が台帳に書かれていません`,
    en: `has the procedure “${name}”, of which it is not stated when it came into force`,
  };
  return unknown('procedure', message, dayOfForce(document, asOf));
}

/** The issue where the document that the service names is not such a procedure, or is not known to be. */
function notAProcedure(
  { document: type, what }: ServiceProcedure,
  id: string,
  document: Document | undefined,
): Issue {
  if (document === undefined) {
    return unknown('procedure', {
      ja: `手順として挙げた「${id}」が台帳の documents にありません`,
      en: `names “${id}” as its procedure, which documents does not list`,
    });
  }
  const name = nameOf(document);
  const message = {
    ja: `手順として挙げた「${name}」の種類が${what.ja}（${type}）と書かれていません`,
    en: `names “${name}” as its procedure, which is not stated to be ${what.en}`,
  };
  const remedy = {
    ja: `「${name}」が${what.ja}であれば、その type に ${type} と書いてください。ほかの文書であれば、procedure を改めてください。`,
    en: `If “${name}” is ${what.en}, write its type: ${type}; if it is not, correct procedure.`,
  };
  const step = { record: document, path: 'type', message: { ja: '文書の種類', en: 'the kind of document' } };
  const missing = { record: document, path: 'type' };
  const details = { remedy, trace: [step] };
  return unknown('procedure', message, document.type === undefined ? { ...details, missing } : details);
}

interface Procedures {
  /** the procedures by the service they are about; those for all services stand under `undefined` */
  readonly about: ReadonlyMap<Service | undefined, readonly Document[]>;
  /** the documents whose type is not stated */
  readonly untyped: readonly Document[];
}

function indexProcedures({ document: type }: ServiceProcedure, inventory: InventoryView): Procedures {
  const documents = inventory.records('documents');
  const about = new Map<Service | undefined, Document[]>();
  for (const document of documents) {
    const service = inventory.find('services', document.service);
    const dangles = document.service !== undefined && service === undefined;
    if (document.type !== type || dangles) continue;
    addToGroup(about, service, document);
  }
  return { about, untyped: documents.filter((document) => document.type === undefined) };
}
