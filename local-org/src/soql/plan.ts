/** From query tree to plan: pure, and kept with the tree, because inline queries run many times. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Schema } from '../schema/model.ts';
import type { SoqlQuery } from '../syntax/tree.ts';
import { isAggregateQuery, isCount, planAggregate, planCount, type AggregatePlan, type CountPlan } from './aggregateQuery.ts';
import { refused } from './messages.ts';
import { planRecords, type RecordPlan } from './recordQuery.ts';
import { queriedObject, type Planning, type Use } from './scope.ts';

export interface Plan {
  readonly body: RecordPlan | CountPlan | AggregatePlan;
  /** Objects and fields that user mode asks rights for. */
  readonly uses: readonly Use[];
}

const plans = new WeakMap<SoqlQuery, { readonly schema: Schema; readonly plan: Plan }>();

export function planOf(query: SoqlQuery, schema: Schema): Plan {
  const known = plans.get(query);
  if (known?.schema === schema) return known.plan;
  const plan = makePlan(query, schema);
  plans.set(query, { schema, plan });
  return plan;
}

function makePlan(query: SoqlQuery, schema: Schema): Plan {
  const aggregate = isAggregateQuery(query);
  if (aggregate && (query.forClause === 'VIEW' || query.forClause === 'REFERENCE'))
    throw new NotSupported(`SOQL FOR ${query.forClause} with aggregate functions`);
  if (query.forClause === 'UPDATE' && (aggregate || query.orderBy.length > 0))
    throw refused('FOR UPDATE cannot be used with ORDER BY or aggregate functions');
  const planning: Planning = { schema, uses: [], aliases: 0, selecting: true };
  const object = queriedObject(schema, query.from.object);
  const body = isCount(query)
    ? planCount(planning, query, object)
    : aggregate
      ? planAggregate(planning, query, object)
      : planRecords(planning, query, object);
  return { body, uses: planning.uses };
}
