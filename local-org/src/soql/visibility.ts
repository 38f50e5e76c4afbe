/** Which rows of an object a query sees at all: not those in the recycle bin, and under sharing only those shared with the user. */
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';

export function rowsSeen(scope: Scope, allRows: boolean): Sql {
  const { object, alias } = scope;
  /* The standard price book is the org's data, which a test does not see until it has updated it. */
  const pricebook = object.name === 'Pricebook2' ? ` AND (${alias}."IsStandard" = 0 OR ${alias}."LastModifiedById" IS NOT NULL)` : '';
  const live = !allRows && object.field('IsDeleted') ? `${alias}."IsDeleted" = 0` : '1';
  return [
    live,
    (out) => {
      if (out.run.test) out.text += pricebook;
      if (out.run.access === 'system') return;
      const shared = out.run.control.visible(object, alias, out.run.user);
      if (!shared) return;
      out.text += ` AND (${shared.sql})`;
      out.params.push(...shared.params);
    },
  ];
}
