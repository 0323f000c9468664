import { type Day, startOfFiscalYear } from '../../base/date.ts';
import type { DueItem } from '../../result/result.ts';
import { isWritten, roleName } from '../../rule.ts';
import { type DueMatter, itemAt } from './matter.ts';
import { confirmPerson, confirmPosts } from './words.ts';

/** The last month of the quarter after 1 April, in which posts are confirmed that nobody says when they were. */
const lastMonth = '06';

/**
 * The roles of the body to confirm after the personnel changes of 1 April: those confirmed before that day and, in April to June,
 * those of which nobody says when they were. Where persons are named each is one to confirm; posts alone are confirmed at once.
 */
export function postsToConfirm({ inventory, views, asOf }: DueMatter): DueItem[] {
  const [entry] = inventory.entries('organization');
  const changes = startOfFiscalYear(asOf);
  const policies = views.map(({ policy }) => policy);
  const outside = views.map(({ scope }) => scope.outsideAgencies);
  const open = (entry?.record.roles ?? []).flatMap((role, index) =>
    isOpen(role.confirmed, changes, asOf) &&
    (outside.length === 0 ||
      role.agency === undefined ||
      outside.some((ids) => !ids.has(role.agency as string)))
      ? [{ ...role, index }]
      : [],
  );
  if (entry === undefined || open.length === 0) return [];
  const persons = open.filter(({ person }) => isWritten(person));
  const posts = open.filter(({ person, post }) => !isWritten(person) && isWritten(post));
  const told = { kind: 'post', date: changes } as const;
  return [
    ...persons.map(({ role, post, index }) => {
      const name = roleName(role ?? '', ...policies);
      const what = confirmPerson(role === undefined ? undefined : name, post);
      const key = ['roles', role ?? '', post ?? ''].join('.');
      return itemAt(inventory, entry, ['roles', index, 'confirmed'], { ...told, key, what });
    }),
    ...(posts.length === 0
      ? []
      : [itemAt(inventory, entry, ['roles'], { ...told, key: 'roles', what: confirmPosts(posts.length) })]),
  ];
}

function isOpen(confirmed: Day | undefined, changes: Day, asOf: Day): boolean {
  // Of a month or a fiscal year its last day counts: a month that ends before 1 April is over by then.
  if (confirmed !== undefined) return confirmed.slice(-10) < changes;
  return asOf.slice(5, 7) >= '04' && asOf.slice(5, 7) <= lastMonth;
}
