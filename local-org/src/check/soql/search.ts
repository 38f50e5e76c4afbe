/** `[FIND …]`: its text can be read, and the objects of RETURNING exist. Fields are looked at when it runs. */
import { parseSosl, type SoslQuery } from '../../syntax/parseSosl.ts';
import { SoqlNotSupported, SoqlSyntaxError } from '../../syntax/parseSoql.ts';
import type { Expr } from '../../syntax/tree.ts';
import { listOf, sobjectType } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { value } from '../expressions/expression.ts';
import { isPlatformGap } from '../names.ts';
import { fail, failNotSupported } from '../report.ts';
import type { Typed } from '../typed.ts';

export function search(cx: Context, expr: Extract<Expr, { kind: 'sosl' }>): Typed {
  for (const { object } of parsed(expr).returning) {
    if (cx.world.schema.object(object)) continue;
    if (isPlatformGap(cx.world, object)) failNotSupported(expr.span, `SOSL on ${object}`);
    fail(expr.span, `sObject type '${object}' is not supported.`);
  }
  const binds = expr.binds.map((bind) => value(cx, bind).bound);
  return { type: listOf(listOf(sobjectType(null))), bound: { op: 'search', text: expr.text, binds, at: expr.span } };
}

function parsed(expr: Extract<Expr, { kind: 'sosl' }>): SoslQuery {
  try {
    return parseSosl(expr.text);
  } catch (error) {
    if (error instanceof SoqlNotSupported) return failNotSupported(expr.span, error.message);
    if (error instanceof SoqlSyntaxError) return fail(expr.span, error.message);
    throw error;
  }
}
