/** Which standard objects profiles and permission sets grant, and whose rights the others go by. Source: Object Reference, "Special Access Rules". */
import type { ObjectType } from './model.ts';

/** Standard objects with object permissions of their own. */
export const grantedObjects: readonly string[] = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Document',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
];

const granted: ReadonlySet<string> = new Set(grantedObjects);

export const hasObjectPermissions = (object: ObjectType): boolean =>
  object.kind === 'custom' || (object.kind === 'event' && object.name.endsWith('__e')) || granted.has(object.name);

/** Details without rights of their own: who may edit the one may write the other, who may read it may read the other. */
const masters: Readonly<Record<string, string>> = {
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  CaseComment: 'Case',
  OpportunityContactRole: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Pricebook2',
};

export const masterOf = (object: ObjectType): string | null => masters[object.name] ?? null;

/** Details that have field-level security all the same. */
const securedDetails: ReadonlySet<string> = new Set(['CampaignMember', 'OpportunityLineItem', 'OrderItem', 'PricebookEntry']);

export const hasFieldPermissions = (object: ObjectType): boolean =>
  hasObjectPermissions(object) || object.name === 'User' || securedDetails.has(object.name);

export const securedDetailsOf = (master: string): readonly string[] => [...securedDetails].filter((name) => masters[name] === master);

/** Files, notes and attachments: everybody works with those of the records they can reach. */
const everybodys: ReadonlySet<string> = new Set([
  'Attachment',
  'ContentDistribution',
  'ContentDocument',
  'ContentDocumentLink',
  'ContentVersion',
  'EmailMessage',
  'EmailMessageRelation',
  'Note',
]);

/** Shares as well: who may give access to a record is a matter of sharing. */
export const isEverybodys = (object: ObjectType): boolean => everybodys.has(object.name) || object.shareOf !== undefined;
