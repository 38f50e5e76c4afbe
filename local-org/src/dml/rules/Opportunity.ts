/** Opportunity: what follows from stage, amount and close date. Source: Object Reference, Opportunity. */
import { ApexDate } from '../../runtime/values/dates.ts';
import { ApexDecimal, Big, RoundingMode } from '../../runtime/values/numbers.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { forecastCategories, opportunityStages } from '../../schema/standard/statuses.ts';
import { text } from '../change.ts';
import { equalValues } from '../sameValue.ts';
import { rowsWhere } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const stages = new Map(opportunityStages.map((stage) => [stage.name.toLowerCase(), stage]));

const changed = ({ row, before }: RowChange, field: string): boolean =>
  before === null
    ? (row.fields.get(field) ?? null) !== null
    : !equalValues(row.fields.get(field) ?? null, before.fields.get(field) ?? null);

/** "If you don't provide a value, the value of the stage's default is used; changing the stage sets it again unless it is set in the same call." */
function followStage(change: RowChange): void {
  const { row } = change;
  /* A stage the org does not have counts as open. */
  const stage = stages.get((text(row, 'StageName') ?? '').toLowerCase());
  if (changed(change, 'StageName')) {
    if (!changed(change, 'Probability')) row.fields.set('Probability', stage ? ApexDecimal.of(stage.probability) : null);
    if (!changed(change, 'ForecastCategoryName')) row.fields.set('ForecastCategoryName', stage?.forecast ?? 'Pipeline');
  }
  row.fields.set('ForecastCategory', forecastCategories.get(text(row, 'ForecastCategoryName') ?? '') ?? 'Pipeline');
  row.fields.set('IsClosed', stage?.closed ?? false);
  row.fields.set('IsWon', stage?.won ?? false);
}

function expectedRevenue(amount: Value, probability: Value): Value {
  if (!(amount instanceof ApexDecimal) || !(probability instanceof ApexDecimal)) return null;
  return new ApexDecimal(amount.value.multiply(probability.value).divideWithMathContext(Big('100')).setScale(2, RoundingMode.HALF_UP));
}

/** Of a fiscal year that is the calendar year. */
function followCloseDate({ row }: RowChange): void {
  const closeDate = row.fields.get('CloseDate');
  if (!(closeDate instanceof ApexDate)) return;
  const day = new Date(closeDate.days * 86_400_000);
  const quarter = Math.floor(day.getUTCMonth() / 3) + 1;
  row.fields.set('FiscalYear', day.getUTCFullYear());
  row.fields.set('FiscalQuarter', quarter);
  row.fields.set('Fiscal', `${day.getUTCFullYear()} ${quarter}`);
}

/** "If the opportunity has products, Amount is the sum of them: attempts to set it are ignored" while the rest is saved. */
function keepTotal({ row, before }: RowChange, world: DmlWorld): void {
  if (row.fields.get('HasOpportunityLineItem') !== true || before === null) return;
  const lines = rowsWhere(world.store, 'OpportunityLineItem', ['TotalPrice', 'IsDeleted'], 'OpportunityId', [row.id!]);
  const cents = lines.reduce((sum, [price, deleted]) => (deleted === 1 ? sum : sum + BigInt(Number(price ?? 0))), 0n);
  row.fields.set('Amount', new ApexDecimal(Big(cents, 2)));
}

export const Opportunity: ObjectRules = {
  object: 'Opportunity',
  validate(rows, world) {
    for (const change of rows) {
      if (change.operation !== 'insert' && change.operation !== 'update') continue;
      if (change.before?.fields.get('HasOpportunityLineItem') === true) keepTotal(change, world);
      followStage(change);
      followCloseDate(change);
      change.row.fields.set(
        'ExpectedRevenue',
        expectedRevenue(change.row.fields.get('Amount') ?? null, change.row.fields.get('Probability') ?? null),
      );
    }
  },
};
