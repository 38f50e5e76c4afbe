/** The outbox, and messages as they would go out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '../../src/email/compose.ts';
import { encodeHeader, mimeText } from '../../src/email/mime.ts';
import type { StoredMail } from '../../src/email/outbox.ts';
import { ADMIN, orgWith } from '../helpers/project.ts';

const facts = {
  firstName: 'Zoë',
  lastName: 'Muster',
  username: 'zoe@example.com',
  site: null,
  orgName: 'Local Org',
  baseUrl: 'http://localhost:8080',
};
const mail: StoredMail = {
  id: 'mail-000001',
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  kind: 'siteWelcome',
  userId: 'x',
  networkId: null,
  to: 'zoe@example.com',
  subject: null,
  body: null,
  html: null,
  token: 'abc',
  spent: false,
};

test('a subject in ASCII stays as it is, anything else becomes encoded words of at most 75 characters', () => {
  assert.equal(encodeHeader('Welcome to Customers'), 'Welcome to Customers');
  assert.equal(encodeHeader('Grüße'), `=?UTF-8?B?${Buffer.from('Grüße').toString('base64')}?=`);
  const long = encodeHeader('日本語'.repeat(20));
  const words = long.split('\r\n ');
  assert.ok(words.length > 1 && words.every((word) => word.length <= 75));
  const decoded = words.map((word) => Buffer.from(/^=\?UTF-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '', 'base64').toString()).join('');
  assert.equal(decoded, '日本語'.repeat(20));
});

test('a header cannot be broken by a line break in it', () => {
  assert.equal(encodeHeader('a\r\nBcc: other@example.com'), 'a Bcc: other@example.com');
});

test('an invitation carries the link with its token, as text and as HTML', () => {
  const message = compose(mail, { ...facts, site: { name: 'Customers', senderName: 'The Portal', senderAddress: 'portal@example.com' } });
  assert.equal(message.subject, 'Welcome to Customers');
  assert.match(message.text, /http:\/\/localhost:8080\/s\/setpassword\?token=abc/);
  assert.match(message.html ?? '', /<a href="http:\/\/localhost:8080\/s\/setpassword\?token=abc">/);
  const eml = mimeText(mail.id, mail.to, mail.at, message);
  assert.match(eml, /^Date: Fri, 02 Jan 2026 03:04:05 \+0000\r\nFrom: The Portal <portal@example.com>\r\nTo: zoe@example.com\r\n/);
  const parts = eml.split('------=_mail-000001');
  assert.equal(parts.length, 4);
  const text = Buffer.from(parts[1]?.split('\r\n\r\n')[1] ?? '', 'base64').toString();
  assert.match(text, /^Hi Zoë,\r\n/);
  assert.ok(eml.split('\r\n').every((line) => line.length <= 76 + 2));
});

test('names in the HTML part are escaped', () => {
  assert.match(compose(mail, { ...facts, firstName: '<b>&"' }).html ?? '', /Hi &lt;b&gt;&amp;&quot;,/);
});

const org = orgWith({
  classes: {
    Sender: `public with sharing class Sender {
  public static void send(String to, Boolean undo) {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ to });
    message.setSubject('Grüße');
    message.PlainTextBody = 'plain';
    message.setHtmlBody('<p>html</p>');
    Savepoint before = Database.setSavepoint();
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message }, false);
    System.debug(results[0].isSuccess());
    if (undo) Database.rollback(before);
  }
  public static void fail(String to) { send(to, false); throw new IllegalArgumentException('undo'); }
  public static String reset(Id user) { return System.resetPassword(user, true).getPassword(); }
  public static void ring(Id user) {
    Messaging.CustomNotification bell = new Messaging.CustomNotification();
    bell.setTitle('Done'); bell.setBody('All done'); bell.setNotificationTypeId('0ML000000000001'); bell.setTargetId(user);
    bell.send(new Set<String>{ user });
  }
}`,
  },
});

test('Apex mail is in the outbox if its transaction commits, and not otherwise', () => {
  const count = (): number => org.outbox().length;
  const before = count();
  org.call(ADMIN, 'Sender', 'send', ['a@example.com', false]);
  assert.equal(count(), before + 1);
  org.call(ADMIN, 'Sender', 'send', ['b@example.com', true]);
  assert.throws(() => org.call(ADMIN, 'Sender', 'fail', ['c@example.com']), /undo/);
  org.call(ADMIN, 'Sender', 'send', ['no address', false]);
  assert.equal(count(), before + 1);
  const message = org.outbox().at(-1);
  assert.deepEqual([message?.to, message?.subject], ['a@example.com', 'Grüße']);
  assert.match(message?.eml() ?? '', /multipart\/alternative/);
});

test('resetting a password sends a link', () => {
  const admin = String(org.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`)[0]?.['Id']);
  assert.equal(String(org.call(ADMIN, 'Sender', 'reset', [admin])).length, 10);
  const message = org.outbox().at(-1);
  assert.equal(message?.to, ADMIN);
  assert.match(Buffer.from(message?.eml().split('base64\r\n\r\n')[1] ?? '', 'base64').toString(), /\/s\/setpassword\?token=[0-9a-f]{32}/);
});

test('custom notifications are kept', () => {
  const admin = String(org.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`)[0]?.['Id']);
  org.call(ADMIN, 'Sender', 'ring', [admin]);
  const [bell] = org.notifications();
  assert.deepEqual([bell?.title, bell?.body, bell?.recipients], ['Done', 'All done', [admin]]);
});

test('what cannot be written into a message is refused when it is sent', () => {
  const org = orgWith({
    classes: {
      Sender: `public with sharing class Sender {
  public static void send() {
    Messaging.EmailFileAttachment file = new Messaging.EmailFileAttachment();
    Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setToAddresses(new List<String>{ 'a@example.com' });
    mail.setPlainTextBody('x');
    mail.setFileAttachments(new List<Messaging.EmailFileAttachment>{ file });
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
  }
}`,
    },
  });
  assert.throws(
    () => org.call(ADMIN, 'Sender', 'send', []),
    /NotSupported: Messaging.SingleEmailMessage.FileAttachments in a message that is sent/,
  );
  assert.equal(org.outbox().length, 0);
  org.close();
});

test('a message by template is composed from it; a field that is no text is refused', () => {
  const org = orgWith({
    classes: {
      Sender: `public with sharing class Sender {
  public static void send(String body) {
    Contact contact = new Contact(LastName = 'Adams', Email = 'ann@example.com', Birthdate = Date.newInstance(2000, 1, 1));
    insert contact;
    Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setTemplateId([SELECT Id FROM EmailTemplate WHERE DeveloperName = 'Sent'].Id);
    mail.setTargetObjectId(contact.Id);
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
  }
  public static void make(String body) {
    insert new EmailTemplate(Name = 'Sent', DeveloperName = 'Sent', FolderId = UserInfo.getUserId(), TemplateType = 'text', IsActive = true, Subject = 'To {{{Recipient.LastName}}}', Body = body);
  }
}`,
    },
  });
  org.call(ADMIN, 'Sender', 'make', ['Hello {!Contact.LastName}, from {!Organization.Name}']);
  org.call(ADMIN, 'Sender', 'send', ['']);
  const [sent] = org.outbox();
  assert.deepEqual([sent?.to, sent?.subject, sent?.text.trim()], ['ann@example.com', 'To Adams', 'Hello Adams, from Local Org']);
  org.executeAnonymous(
    ADMIN,
    "EmailTemplate t = [SELECT Id FROM EmailTemplate WHERE DeveloperName = 'Sent']; t.Body = '{!Contact.Birthdate}'; update t;",
  );
  assert.throws(
    () => org.call(ADMIN, 'Sender', 'send', ['']),
    /NotSupported: merge field Contact.Birthdate of an e-mail template, which is no text/,
  );
  assert.equal(org.outbox().length, 1);
  org.close();
});
