/** Database.LeadConvert and its result: plain holders. convertLead.ts does it. */
import { NotSupported } from '../../runtime/exceptions.ts';
import type { RowError } from '../../runtime/ports.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass, type StandardDeclaration } from '../declare.ts';
import { alsoAsProperties, DatabaseError } from './results.ts';

export class LeadConvert extends LibraryObject {
  readonly apexType = 'Database.LeadConvert';
  leadId: string | null = null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityId: string | null = null;
  ownerId: string | null = null;
  convertedStatus: string | null = null;
  opportunityName: string | null = null;
  doNotCreateOpportunity = false;
  overwriteLeadSource = false;
  sendNotificationEmail = false;
}

export class LeadConvertResult extends LibraryObject {
  readonly apexType = 'Database.LeadConvertResult';
  readonly leadId: string | null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityId: string | null = null;
  errors: readonly RowError[] = [];
  constructor(leadId: string | null) {
    super();
    this.leadId = leadId;
  }
}

const { c, m } = membersOf<LeadConvert>();
const result = membersOf<LeadConvertResult>();

export const leadConvertDeclarations: readonly StandardDeclaration[] = [
  standardClass(
    'Database.LeadConvert',
    [
      c('()', () => new LeadConvert()),
      m('Id getLeadId()', (self) => self.leadId),
      m('void setLeadId(Id id)', (self, id) => void (self.leadId = id)),
      m('Id getAccountId()', (self) => self.accountId),
      m('void setAccountId(Id id)', (self, id) => void (self.accountId = id)),
      m('Id getContactId()', (self) => self.contactId),
      m('void setContactId(Id id)', (self, id) => void (self.contactId = id)),
      m('Id getOpportunityId()', (self) => self.opportunityId),
      m('void setOpportunityId(Id id)', (self, id) => void (self.opportunityId = id)),
      m('Id getOwnerId()', (self) => self.ownerId),
      m('void setOwnerId(Id id)', (self, id) => void (self.ownerId = id)),
      m('String getConvertedStatus()', (self) => self.convertedStatus),
      m('void setConvertedStatus(String status)', (self, status) => void (self.convertedStatus = status)),
      m('String getOpportunityName()', (self) => self.opportunityName),
      m('void setOpportunityName(String name)', (self, name) => void (self.opportunityName = name)),
      m('Boolean isDoNotCreateOpportunity()', (self) => self.doNotCreateOpportunity),
      m('void setDoNotCreateOpportunity(Boolean not)', (self, not) => void (self.doNotCreateOpportunity = not === true)),
      m('Boolean isOverwriteLeadSource()', (self) => self.overwriteLeadSource),
      m('void setOverwriteLeadSource(Boolean overwrite)', (self, overwrite) => void (self.overwriteLeadSource = overwrite === true)),
      m('Boolean isSendNotificationEmail()', (self) => self.sendNotificationEmail),
      m('void setSendNotificationEmail(Boolean send)', (self, send) => {
        if (send === true) throw new NotSupported('Database.LeadConvert.setSendNotificationEmail(true)');
      }),
    ],
    {
      notSupported: [
        'setAccountRecord(SObject)',
        'setContactRecord(SObject)',
        'setOpportunityRecord(SObject)',
        'setBypassAccountDedupeCheck(Boolean)',
        'setBypassContactDedupeCheck(Boolean)',
      ],
    },
  ),
  standardClass(
    'Database.LeadConvertResult',
    alsoAsProperties([
      result.m('Id getLeadId()', (self) => self.leadId),
      result.m('Id getAccountId()', (self) => self.accountId),
      result.m('Id getContactId()', (self) => self.contactId),
      result.m('Id getOpportunityId()', (self) => self.opportunityId),
      result.m('Boolean isSuccess()', (self) => self.errors.length === 0),
      result.m(
        'List<Database.Error> getErrors()',
        (self) =>
          new ApexList(
            'Database.Error',
            self.errors.map((error) => new DatabaseError(error)),
          ),
      ),
    ]),
  ),
];
