/** Messaging.Email and its kinds. One message per recipient goes to the outbox; attachments are kept for tests alone. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import type { MailIntent } from '../../../runtime/ports.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import { membersOf, standardClass, type StandardDeclaration } from '../../declare.ts';
import { renderTemplate } from './templates.ts';
import { fill, plainClass, plainMembers, PlainObject, type PlainField } from '../../plainClass.ts';

const accessors = (type: string, name: string, initial?: PlainField['initial']): Readonly<Record<string, PlainField>> => ({
  [name]: { type, getter: `get${name}`, setter: `set${name}`, ...(initial === undefined ? {} : { initial }) },
});
const all = (type: string, names: string): Readonly<Record<string, PlainField>> =>
  Object.assign({}, ...names.split(' ').map((name) => accessors(type, name)));

const base: Readonly<Record<string, PlainField>> = {
  ...all('String', 'EmailPriority ReplyTo SenderDisplayName Subject'),
  ...all('Boolean', 'BccSender'),
  ...accessors('Boolean', 'SaveAsActivity', true),
  ...accessors('Boolean', 'UseSignature', true),
};

const single: Readonly<Record<string, PlainField>> = {
  ...all('String', 'Charset HtmlBody InReplyTo OptOutPolicy PlainTextBody References'),
  ...all('List<String>', 'ToAddresses CcAddresses BccAddresses EntityAttachments'),
  ...all('Id', 'OrgWideEmailAddressId TargetObjectId TemplateId WhatId'),
  ...all('List<Messaging.EmailFileAttachment>', 'FileAttachments'),
  TreatTargetObjectAsRecipient: {
    type: 'Boolean',
    initial: true,
    getter: 'isTreatTargetObjectAsRecipient',
    setter: 'setTreatTargetObjectAsRecipient',
  },
  TreatBodiesAsTemplate: { type: 'Boolean', initial: false, getter: 'isTreatBodiesAsTemplate', setter: 'setTreatBodiesAsTemplate' },
};

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export abstract class EmailMessage extends PlainObject {
  abstract problem(): Problem | null;
  abstract intents(): readonly MailIntent[];
}

const addresses = (list: unknown): readonly string[] => (list instanceof ApexList ? list.items.map(String) : []);

export class SingleEmailMessage extends EmailMessage {
  constructor() {
    super('Messaging.SingleEmailMessage');
    fill(this, { ...base, ...single });
  }

  #text(name: string): string | null {
    const value = this.get(name);
    return typeof value === 'string' ? value : null;
  }

  #addresses(): readonly string[] {
    const listed = ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap((name) => addresses(this.get(name)));
    const target = this.#text('TargetObjectId');
    if (target === null || this.get('TreatTargetObjectAsRecipient') === false) return listed;
    const object = current().data.schema.objectOfId(target)?.name;
    const email = object ? current().data.record(object, target)?.fields.get('Email') : null;
    return typeof email === 'string' ? [...listed, email] : listed;
  }

  problem(): Problem | null {
    const given = this.#addresses();
    const bad = given.find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address));
    if (bad !== undefined) return { code: 'INVALID_EMAIL_ADDRESS', message: `Invalid to address : ${bad}`, fields: ['toAddresses', bad] };
    if (this.get('TemplateId') !== null && this.#text('TargetObjectId') === null)
      return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing targetObjectId with template', fields: ['targetObjectId'] };
    if (given.length === 0) return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing body, or recipients', fields: [] };
    if (!this.#text('PlainTextBody') && !this.#text('HtmlBody') && this.get('TemplateId') === null)
      return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing body', fields: [] };
    return null;
  }

  /** Tests send nothing, so what cannot be written into a message does not matter to them. */
  intents(): readonly MailIntent[] {
    if (!current().test) this.#refuseWhatIsNotWritten();
    const template = this.#text('TemplateId');
    const rendered = template === null ? null : renderTemplate(template, this.#text('TargetObjectId'), this.#text('WhatId'));
    return this.#addresses().map((to) => ({
      kind: 'apex',
      userId: null,
      networkId: null,
      to,
      subject: rendered ? rendered.subject : this.#text('Subject'),
      body: rendered ? rendered.text : this.#text('PlainTextBody'),
      html: rendered ? rendered.html : this.#text('HtmlBody'),
    }));
  }

  #refuseWhatIsNotWritten(): void {
    const refused = ['FileAttachments', 'EntityAttachments', 'OrgWideEmailAddressId'].find((name) => {
      const value = this.get(name);
      return value instanceof ApexList ? value.items.length > 0 : value !== null;
    });
    if (refused !== undefined) throw new NotSupported(`Messaging.SingleEmailMessage.${refused} in a message that is sent`);
    if (this.get('TreatBodiesAsTemplate') === true)
      throw new NotSupported('Messaging.SingleEmailMessage.setTreatBodiesAsTemplate(true) in a message that is sent');
  }
}

const mass: Readonly<Record<string, PlainField>> = {
  ...all('String', 'Description'),
  ...all('Id', 'TemplateId'),
  ...all('List<Id>', 'TargetObjectIds WhatIds'),
};

class MassEmailMessage extends EmailMessage {
  constructor() {
    super('Messaging.MassEmailMessage');
    fill(this, { ...base, ...mass });
  }
  problem(): Problem | null {
    return null;
  }
  intents(): readonly MailIntent[] {
    if (!current().test) throw new NotSupported('Messaging.MassEmailMessage in a message that is sent');
    return [];
  }
}

const onSingle = membersOf<SingleEmailMessage>();
const onMass = membersOf<MassEmailMessage>();

export const emailDeclarations: readonly StandardDeclaration[] = [
  standardClass('Messaging.Email', plainMembers(base), { virtual: true, abstract: true }),
  standardClass('Messaging.SingleEmailMessage', [onSingle.c('()', () => new SingleEmailMessage()), ...plainMembers(single)], {
    extends: 'Messaging.Email',
    notSupported: ['setUnsubscribeComment(String)', 'setUnsubscribeUrls(List<String>)', 'setOneClickPost(Boolean)', 'getTemplateName()'],
  }),
  standardClass('Messaging.MassEmailMessage', [onMass.c('()', () => new MassEmailMessage()), ...plainMembers(mass)], {
    extends: 'Messaging.Email',
  }),
  plainClass('Messaging.EmailFileAttachment', {
    ...all('Blob', 'Body'),
    ...all('String', 'ContentType FileName'),
    ...all('Boolean', 'Inline'),
  }),
];
