/** Messaging.SingleEmailMessage: one message per recipient goes to the outbox. */
import { current } from '../../../runtime/transaction.ts';
import type { MailIntent } from '../../../runtime/ports.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass, type MemberEntry, type Signature } from '../../declare.ts';

export class SingleEmailMessage extends LibraryObject {
  readonly apexType = 'Messaging.SingleEmailMessage';
  to: ApexList | null = null;
  cc: ApexList | null = null;
  bcc: ApexList | null = null;
  subject: string | null = null;
  plainTextBody: string | null = null;
  htmlBody: string | null = null;
  replyTo: string | null = null;
  senderDisplayName: string | null = null;
  targetObjectId: string | null = null;
  saveAsActivity: boolean | null = true;
  useSignature: boolean | null = true;

  #addresses(): readonly string[] {
    const listed = [this.to, this.cc, this.bcc].flatMap((list) => (list?.items ?? []).map(String));
    if (this.targetObjectId === null) return listed;
    const object = current().data.schema.objectOfId(this.targetObjectId)?.name;
    const email = object ? current().data.record(object, this.targetObjectId)?.fields.get('Email') : null;
    return typeof email === 'string' ? [...listed, email] : listed;
  }

  problem(): { readonly code: string; readonly message: string; readonly fields: readonly string[] } | null {
    const addresses = this.#addresses();
    const bad = addresses.find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address));
    if (bad !== undefined) return { code: 'INVALID_EMAIL_ADDRESS', message: `Invalid to address : ${bad}`, fields: ['toAddresses', bad] };
    if (addresses.length === 0) return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing body, or recipients', fields: [] };
    if (!this.plainTextBody && !this.htmlBody) return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing body', fields: [] };
    return null;
  }

  intents(): readonly MailIntent[] {
    return this.#addresses().map((to) => ({
      kind: 'apex',
      userId: null,
      networkId: null,
      to,
      subject: this.subject,
      body: this.plainTextBody,
      html: this.htmlBody,
    }));
  }
}

const { c, m, p } = membersOf<SingleEmailMessage>();

const texts = {
  Subject: 'subject',
  PlainTextBody: 'plainTextBody',
  HtmlBody: 'htmlBody',
  ReplyTo: 'replyTo',
  SenderDisplayName: 'senderDisplayName',
} as const;
const lists = { ToAddresses: 'to', CcAddresses: 'cc', BccAddresses: 'bcc' } as const;
const flags = { SaveAsActivity: 'saveAsActivity', UseSignature: 'useSignature' } as const;

/** Property, getter and setter of one field: the reference has all three for each. */
function field<K extends keyof SingleEmailMessage>(type: string, name: string, key: K): readonly MemberEntry[] {
  const read = (self: SingleEmailMessage): never => self[key] as never;
  const write = (self: SingleEmailMessage, value: unknown): void => {
    self[key] = value as SingleEmailMessage[K];
  };
  return [
    p(`${type} ${name}`, read, write),
    m(`${type} get${name}()` as Signature, read as never),
    m(`void set${name}(${type} value)` as Signature, write as never),
  ];
}

export const email = standardClass('Messaging.Email', [], { virtual: true, abstract: true });

export const singleEmailMessage = standardClass(
  'Messaging.SingleEmailMessage',
  [
    c('()', () => new SingleEmailMessage()),
    ...Object.entries(texts).flatMap(([name, key]) => field('String', name, key)),
    ...Object.entries(lists).flatMap(([name, key]) => field('List<String>', name, key)),
    ...Object.entries(flags).flatMap(([name, key]) => field('Boolean', name, key)),
    ...field('Id', 'TargetObjectId', 'targetObjectId'),
  ],
  {
    extends: 'Messaging.Email',
    notSupported: [
      'setTemplateId(Id)',
      'setOrgWideEmailAddressId(Id)',
      'setWhatId(Id)',
      'setFileAttachments(List<Messaging.EmailFileAttachment>)',
      'setEntityAttachments(List<String>)',
    ],
  },
);
