/** Rows that a fresh org has for stages and statuses, its standard price book and its default business hours. */
import { ApexTime } from '../../runtime/values/dates.ts';
import { ApexDecimal } from '../../runtime/values/numbers.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import {
  caseStatuses,
  forecastCategories,
  isClosedCase,
  isClosedTask,
  isConvertedLead,
  isHighPriority,
  leadStatuses,
  opportunityStages,
  taskPriorities,
  taskStatuses,
} from '../../schema/standard/statuses.ts';
import { entityDurableId } from '../../standard/Schema/durableIds.ts';
import { updateRecord } from '../../store/records.ts';
import type { SetupRows, Values } from './setupRows.ts';

export function writeStandardValues(rows: SetupRows): void {
  const list = (object: string, names: readonly string[], byDefault: string, values: (name: string) => Values): void =>
    names.forEach((name, i) =>
      rows.upsert(object, { MasterLabel: name }, { ApiName: name, SortOrder: i + 1, IsDefault: name === byDefault, ...values(name) }),
    );
  list('CaseStatus', caseStatuses, 'New', (name) => ({ IsClosed: isClosedCase(name) }));
  list('LeadStatus', leadStatuses, 'Open - Not Contacted', (name) => ({ IsConverted: isConvertedLead(name) }));
  list('TaskStatus', taskStatuses, 'Not Started', (name) => ({ IsClosed: isClosedTask(name) }));
  list('TaskPriority', taskPriorities, 'Normal', (name) => ({ IsHighPriority: isHighPriority(name) }));
  opportunityStages.forEach((stage, i) =>
    rows.upsert(
      'OpportunityStage',
      { MasterLabel: stage.name },
      {
        ApiName: stage.name,
        IsActive: true,
        SortOrder: i + 1,
        IsClosed: stage.closed,
        IsWon: stage.won,
        ForecastCategoryName: stage.forecast,
        ForecastCategory: forecastCategories.get(stage.forecast) ?? null,
        DefaultProbability: ApexDecimal.of(stage.probability),
      },
    ),
  );
  writeEntities(rows);
  writePricebook(rows);
  writeBusinessHours(rows);
}

/**
 * A test that does not see the org's data finds it only after updating it (Test.getStandardPricebookId() knows its id):
 * nobody modified it yet, and that is what queries in tests go by.
 */
/** Objects that SOQL knows. */
function writeEntities(rows: SetupRows): void {
  const names = new Set<string>();
  for (const object of rows.schema.objects) {
    if (!object.queryable) continue;
    names.add(object.name);
    rows.upsert(
      'EntityDefinition',
      { QualifiedApiName: object.name },
      {
        DurableId: entityDurableId(object),
        DeveloperName: object.name.replace(/__\w+$/, ''),
        Label: object.label,
        MasterLabel: object.label,
        PluralLabel: object.labelPlural,
        KeyPrefix: object.keyPrefix === '' ? null : object.keyPrefix,
        IsCustomSetting: object.kind === 'customSetting',
        IsQueryable: true,
        IsTriggerable: object.createable && !object.setup,
        InternalSharingModel: object.sharingModel,
        ExternalSharingModel: object.externalSharingModel ?? 'Private',
      },
    );
  }
  rows.remove('EntityDefinition', (row) => names.has(String(row.fields.get('QualifiedApiName'))));
}

function writePricebook(rows: SetupRows): void {
  if (rows.find('Pricebook2', { IsStandard: true })) return;
  const id = rows.upsert('Pricebook2', { IsStandard: true }, { Name: 'Standard Price Book', IsActive: false });
  updateRecord(rows.store, rows.object('Pricebook2'), id, { LastModifiedById: null });
}

function writeBusinessHours(rows: SetupRows): void {
  const midnight = new ApexTime(0);
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const open: Record<string, Value> = Object.fromEntries(
    days.flatMap((day) => [
      [`${day}StartTime`, midnight],
      [`${day}EndTime`, midnight],
    ]),
  );
  rows.upsert('BusinessHours', { IsDefault: true }, { Name: 'Default', IsActive: true, TimeZoneSidKey: 'GMT', ...open });
}
