/** Messaging: custom notifications and e-mails. Templates of e-mail are rendered by templates.ts. */
import { apexError } from '../../../runtime/exceptions.ts';
import { normaliseId } from '../../../runtime/ids.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { statusCode } from '../../Database/statusCode.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { EmailMessage, SingleEmailMessage } from './SingleEmailMessage.ts';
import { renderTemplate } from './templates.ts';

class CustomNotification extends LibraryObject {
  readonly apexType = 'Messaging.CustomNotification';
  title: string | null = null;
  body: string | null = null;
  typeId: string | null = null;
  targetId: string | null = null;
  targetPageRef: string | null = null;
}

function needed(value: string | null, name: string): string {
  if (value === null || value === '') throw apexError('IllegalArgumentException', `Missing required field: ${name}`);
  return value;
}

const onNotification = membersOf<CustomNotification>();
export const customNotification = standardClass('Messaging.CustomNotification', [
  onNotification.c('()', () => new CustomNotification()),
  onNotification.m('void setTitle(String title)', (self, title) => {
    self.title = title;
  }),
  onNotification.m('void setBody(String body)', (self, body) => {
    self.body = body;
  }),
  onNotification.m('void setNotificationTypeId(String id)', (self, id) => {
    self.typeId = id;
  }),
  onNotification.m('void setTargetId(String targetId)', (self, targetId) => {
    self.targetId = targetId;
  }),
  onNotification.m('void setTargetPageRef(String pageRef)', (self, pageRef) => {
    self.targetPageRef = pageRef;
  }),
  onNotification.m('void send(Set<String> users)', (self, users) => {
    const recipients = [...(users?.values() ?? [])].map(String);
    if (recipients.length === 0) throw apexError('IllegalArgumentException', 'Missing required field: users');
    // Apex Reference: "You can specify up to 500 values in this set".
    if (recipients.length > 500) throw apexError('IllegalArgumentException', 'The number of recipients exceeds 500');
    if (self.targetId === null) needed(self.targetPageRef, 'targetId');
    current().mail.notify({
      typeId: needed(self.typeId, 'notificationTypeId'),
      title: needed(self.title, 'title'),
      body: needed(self.body, 'body'),
      targetId: self.targetId,
      targetPageRef: self.targetPageRef,
      recipients,
    });
  }),
]);

class SendEmailError extends LibraryObject {
  readonly apexType = 'Messaging.SendEmailError';
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
  constructor(code: string, message: string, fields: readonly string[]) {
    super();
    this.code = code;
    this.message = message;
    this.fields = fields;
  }
}

class SendEmailResult extends LibraryObject {
  readonly apexType = 'Messaging.SendEmailResult';
  readonly errors: readonly SendEmailError[];
  constructor(errors: readonly SendEmailError[]) {
    super();
    this.errors = errors;
  }
}

const onError = membersOf<SendEmailError>();
const onResult = membersOf<SendEmailResult>();
export const sendEmailError = standardClass(
  'Messaging.SendEmailError',
  [
    onError.m('String getMessage()', (self) => self.message),
    onError.m('StatusCode getStatusCode()', (self) => statusCode(self.code)),
    onError.m('List<String> getFields()', (self) => new ApexList('String', [...self.fields])),
  ],
  { notSupported: ['getTargetObjectId()'] },
);
export const sendEmailResult = standardClass('Messaging.SendEmailResult', [
  onResult.m('Boolean isSuccess()', (self) => self.errors.length === 0),
  onResult.m('List<Messaging.SendEmailError> getErrors()', (self) => new ApexList('Messaging.SendEmailError', [...self.errors])),
]);

function send(emails: ApexList | null, allOrNone: boolean): ApexList {
  if (emails === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  const transaction = current();
  transaction.limits.use('emailInvocations', 1);
  const messages = emails.items.map((item: Value) => {
    if (!(item instanceof EmailMessage)) throw apexError('NullPointerException', 'Argument cannot be null.');
    return item;
  });
  const results = messages.map((message, index) => {
    const failure = message.problem();
    if (!failure) return new SendEmailResult([]);
    if (allOrNone)
      throw apexError(
        'EmailException',
        `SendEmail failed. First exception on row ${index}; first error: ${failure.code}, ${failure.message}: [${failure.fields.join(', ')}]`,
        [{ index, id: null, ...failure }],
      );
    return new SendEmailResult([new SendEmailError(failure.code, failure.message, failure.fields)]);
  });
  messages.forEach((message, index) => {
    if (results[index]?.errors.length === 0) for (const intent of message.intents()) transaction.mail.note(intent);
  });
  return new ApexList('Messaging.SendEmailResult', results);
}

const { m } = membersOf<null>();
export const messaging = standardClass(
  'System.Messaging',
  [
    m('static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)', (emails) => send(emails, true)),
    m('static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNone)', (emails, allOrNone) =>
      send(emails, allOrNone !== false),
    ),
    /** "Executing this method counts toward the SOQL governor limit as one query." */
    m(
      'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)',
      (template, who, what) => {
        current().limits.use('queries', 1);
        const [templateId, whoId, whatId] = [template, who, what].map((id) => (id === null ? null : normaliseId(id)));
        const { subject, text, html } = renderTemplate(templateId ?? null, whoId ?? null, whatId ?? null);
        const message = new SingleEmailMessage();
        const values = { Subject: subject, PlainTextBody: text, HtmlBody: html, TargetObjectId: whoId ?? null, WhatId: whatId ?? null };
        for (const [name, value] of Object.entries(values)) message.values.set(name, value);
        return message;
      },
    ),
    m('static void reserveSingleEmailCapacity(Integer amount)', () => undefined),
    m('static void reserveMassEmailCapacity(Integer amount)', () => undefined),
  ],
  {
    notSupported: [
      'extractInboundEmail(Object, Boolean)',
      'renderEmailTemplate(String, String, List<String>)',
      'sendEmailMessage(List<Id>)',
    ],
  },
);
