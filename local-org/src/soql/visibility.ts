/** Which rows of an object a query sees at all: not those in the recycle bin, and under sharing only those shared with the user. */
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';

export function rowsSeen(scope: Scope, allRows: boolean): Sql {
  const { object, alias } = scope;
  const live = !allRows && object.field('IsDeleted') ? `${alias}."IsDeleted" = 0` : '1';
  return [
    live,
    (out) => {
      if (out.run.access === 'system') return;
      const shared = out.run.control.visible(object, alias, out.run.user);
      if (!shared) return;
      out.text += ` AND (${shared.sql})`;
      out.params.push(...shared.params);
    },
  ];
}
