/**
 * Database.convertLead: an account, a contact and an opportunity out of a lead. Source: Salesforce Help, "Lead Conversion Field
 * Mapping"; Apex Developer Guide, "Converting Leads". Mappings of custom fields are not read.
 */
import { apexError, ApexException, NotSupported, type DmlFailure } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access, DmlRequest } from '../../runtime/ports.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { ApexDate } from '../../runtime/values/dates.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { isConvertedLead } from '../../schema/standard/statuses.ts';
import { membersOf, type MemberEntry } from '../declare.ts';
import { accessOf } from './accessLevel.ts';
import { LeadConvert, LeadConvertResult } from './leadConvert.ts';

/** Field of the new record → field of the lead. */
type Mapping = Readonly<Record<string, string>>;

const address = (prefix: string): Mapping =>
  Object.fromEntries(['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => [`${prefix}${part}`, part]));

const accountFields: Mapping = {
  Name: 'Company',
  Phone: 'Phone',
  Fax: 'Fax',
  Website: 'Website',
  Industry: 'Industry',
  AnnualRevenue: 'AnnualRevenue',
  NumberOfEmployees: 'NumberOfEmployees',
  Rating: 'Rating',
  AccountSource: 'LeadSource',
  ...address('Billing'),
};

const contactFields: Mapping = {
  ...Object.fromEntries(
    ['Salutation', 'FirstName', 'LastName', 'Title', 'Email', 'Phone', 'MobilePhone', 'Fax', 'LeadSource', 'Description'].map((name) => [
      name,
      name,
    ]),
  ),
  ...address('Mailing'),
};

function recordOf(object: string, values: Readonly<Record<string, Value>>): SObject {
  const type = current().data.schema.object(object);
  if (!type) throw new Error(`the schema has no ${object}`);
  const row = new SObject(type);
  for (const [name, value] of Object.entries(values)) if (value !== null) row.fields.set(name, value);
  return row;
}

const mapped = (lead: SObject, mapping: Mapping): Record<string, Value> =>
  Object.fromEntries(Object.entries(mapping).map(([to, from]) => [to, lead.fields.get(from) ?? null]));

function save(operation: 'insert' | 'update', row: SObject, access: Access): string {
  const request: DmlRequest = {
    operation,
    rows: [row],
    others: [],
    allOrNone: true,
    access,
    options: null,
    externalId: null,
    calculated: true,
  };
  current().data.dml(request);
  return row.id!;
}

/** "The default close date is the last day of the current quarter." */
function endOfQuarter(now: number): ApexDate {
  const day = new Date(now);
  return new ApexDate(Date.UTC(day.getUTCFullYear(), (Math.floor(day.getUTCMonth() / 3) + 1) * 3, 0) / 86_400_000);
}

function convert(convert: LeadConvert, result: LeadConvertResult, access: Access): void {
  const { data } = current();
  const lead = convert.leadId === null ? null : data.record('Lead', convert.leadId);
  if (!lead || lead.fields.get('IsDeleted') === true) return refuse(result, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (lead.fields.get('IsConverted') === true) return refuse(result, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  if (!isConvertedLead(convert.convertedStatus))
    return refuse(result, 'INVALID_STATUS', `invalid convertedStatus: ${String(convert.convertedStatus)}`);
  if (convert.contactId !== null && convert.accountId === null)
    return refuse(result, 'MISSING_ARGUMENT', 'You must specify an account when you specify a contact');

  const owner = convert.ownerId ?? lead.fields.get('OwnerId') ?? null;
  if (typeof owner === 'string' && owner.startsWith('00G')) throw new NotSupported('Database.convertLead of a lead that a queue owns');
  const accountId = convert.accountId ?? save('insert', recordOf('Account', { ...mapped(lead, accountFields), OwnerId: owner }), access);
  const contactId =
    convert.contactId ??
    save('insert', recordOf('Contact', { ...mapped(lead, contactFields), AccountId: accountId, OwnerId: owner }), access);
  let { opportunityId } = convert;
  if (opportunityId === null && !convert.doNotCreateOpportunity) {
    const name = convert.opportunityName ?? `${String(lead.fields.get('Company'))}-`;
    const values = { Name: name, AccountId: accountId, OwnerId: owner, LeadSource: lead.fields.get('LeadSource') ?? null };
    const opening = { StageName: 'Prospecting', CloseDate: endOfQuarter(current().now()) };
    opportunityId = save('insert', recordOf('Opportunity', { ...values, ...opening }), access);
    save('insert', recordOf('OpportunityContactRole', { OpportunityId: opportunityId, ContactId: contactId, IsPrimary: true }), 'system');
  }
  const converted = {
    Status: convert.convertedStatus,
    IsConverted: true,
    ConvertedDate: new ApexDate(Math.floor(current().now() / 86_400_000)),
  };
  const to = { ConvertedAccountId: accountId, ConvertedContactId: contactId, ConvertedOpportunityId: opportunityId };
  save('update', recordOf('Lead', { Id: lead.id, ...converted, ...to }), 'system');
  Object.assign(result, { accountId, contactId, opportunityId });
}

const refuse = (result: LeadConvertResult, code: string, message: string): void => void (result.errors = [{ code, message, fields: [] }]);

function convertAll(converts: readonly Value[] | null, allOrNone: Value, level?: Value): ApexList {
  if (converts === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  const transaction = current();
  transaction.limits.use('dmlStatements', 1);
  transaction.limits.use('dmlRows', converts.length);
  const access = level === undefined ? effectiveAccess(null) : accessOf(level);
  const whole = transaction.savepoint();
  const results = converts.map((each, index) => {
    if (!(each instanceof LeadConvert)) throw apexError('NullPointerException', 'Argument 1 cannot be null');
    const result = new LeadConvertResult(each.leadId);
    const mark = transaction.savepoint();
    try {
      convert(each, result, access);
    } catch (error) {
      if (!(error instanceof ApexException) || error.$type !== 'System.DmlException') throw error;
      result.errors = (error.detail as readonly DmlFailure[]).map(({ code, message, fields }) => ({ code, message, fields }));
    }
    const [first] = result.errors;
    if (first) transaction.rollback(mark);
    transaction.release(mark);
    if (first && allOrNone !== false) {
      transaction.rollback(whole);
      transaction.release(whole);
      const failure = { index, id: each.leadId, ...first };
      throw apexError(
        'DmlException',
        `ConvertLead failed. First exception on row ${index}; first error: ${first.code}, ${first.message}: [${first.fields.join(', ')}]`,
        [failure],
      );
    }
    return result;
  });
  transaction.release(whole);
  return new ApexList('Database.LeadConvertResult', results);
}

const only = (list: ApexList): LeadConvertResult => list.items[0] as LeadConvertResult;

const { m } = membersOf<never>();

export const convertMembers: readonly MemberEntry[] = [
  m('static Database.LeadConvertResult convertLead(Database.LeadConvert convert)', (each) => only(convertAll([each], true))),
  m('static Database.LeadConvertResult convertLead(Database.LeadConvert convert, Boolean allOrNone)', (each, mode) =>
    only(convertAll([each], mode)),
  ),
  m('static Database.LeadConvertResult convertLead(Database.LeadConvert convert, AccessLevel level)', (each, level) =>
    only(convertAll([each], true, level)),
  ),
  m(
    'static Database.LeadConvertResult convertLead(Database.LeadConvert convert, Boolean allOrNone, AccessLevel level)',
    (each, mode, level) => only(convertAll([each], mode, level)),
  ),
  m('static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> converts)', (all) =>
    convertAll(all?.items ?? null, true),
  ),
  m('static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> converts, Boolean allOrNone)', (all, mode) =>
    convertAll(all?.items ?? null, mode),
  ),
  m('static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> converts, AccessLevel level)', (all, level) =>
    convertAll(all?.items ?? null, true, level),
  ),
  m(
    'static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> converts, Boolean allOrNone, AccessLevel level)',
    (all, mode, level) => convertAll(all?.items ?? null, mode, level),
  ),
];
