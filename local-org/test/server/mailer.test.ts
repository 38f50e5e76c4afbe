/** Mail over SMTP, against a real SMTP server. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtpServer, startMailer, type Mailer } from '../../server.ts';
import { ADMIN, files } from '../helpers/project.ts';
import { open, Visitor } from './visitor.ts';

let now = Date.UTC(2026, 4, 1);
const place = await open({ settings: { clock: () => now } });
const { org } = place;
org.deploy(
  files({
    classes: {
      Sender: `public class Sender {
    public static void send(String address) {
      Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
      message.setToAddresses(new List<String>{ address });
      message.setSubject('Grüße');
      message.setPlainTextBody('.\\nHello ' + address);
      message.setHtmlBody('<p>Hello</p>');
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
    }
  }`,
    },
  }),
);
const send = (address: string): void => void org.call(ADMIN, 'Sender', 'send', [address]);

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

class Post {
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;
  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const code = address.startsWith('nobody') ? 550 : address.startsWith('later') && this.busy ? 451 : null;
        done(code === null ? null : Object.assign(new Error(code === 550 ? 'No such user here' : 'Try again'), { responseCode: code }));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.letters.push({
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString(),
          });
          done();
        });
      },
      ...options,
    });
  }
  busy = true;
  static async open(port = 0, options: SMTPServerOptions = {}): Promise<Post> {
    const post = new Post(options);
    await new Promise<void>((resolve) => post.#server.listen(port, '127.0.0.1', resolve));
    return post;
  }
  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }
  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

const reports: unknown[] = [];
const closers: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closers.reverse()) await close();
  await place.close();
});

async function mailer(url: string): Promise<Mailer> {
  return startMailer(org, { url, report: (error) => reports.push(error) });
}

const states = (): Record<string, string | undefined> =>
  Object.fromEntries(org.outbox().map(({ to, delivery }) => [to, delivery?.state ?? 'kept']));

async function until(holds: () => boolean): Promise<void> {
  for (let looks = 0; !holds(); looks++) {
    assert.ok(looks < 400, JSON.stringify(states()));
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test('mail is delivered over SMTP from the moment it is turned on; what is undeliverable says why', async () => {
  send('before@example.com');
  const post = await Post.open();
  closers.push(() => post.close());
  const running = await mailer(`smtp://127.0.0.1:${post.port}`);
  for (const address of ['one@example.com', 'nobody@example.com', 'later@example.com', 'two@example.com']) send(address);
  const result = { 'before@example.com': 'kept', 'one@example.com': 'sent', 'nobody@example.com': 'refused', 'two@example.com': 'sent' };
  await until(() => post.letters.length === 2 && states()['nobody@example.com'] === 'refused');
  await until(() => org.outbox().at(-2)?.delivery?.attempts === 1);
  assert.deepEqual(states(), { ...result, 'later@example.com': 'due' });
  assert.equal(running.server, `127.0.0.1:${post.port}`);

  const letter = post.letters.find(({ to }) => to[0] === 'one@example.com');
  assert.equal(letter?.from, 'no-reply@local-org.test');
  assert.match(letter.text, /^Subject: =\?UTF-8\?B\?R3LDvMOfZQ==\?=\r$/m);
  const message = org.outbox().find(({ to }) => to === 'one@example.com');
  assert.equal(letter.text, message?.eml(), 'the message of the outbox, byte by byte');

  post.busy = false;
  now += 59_000;
  await new Promise((resolve) => setTimeout(resolve, 700));
  assert.equal(post.letters.length, 2, 'it waits a minute before it tries again');
  now += 2_000;
  await until(() => states()['later@example.com'] === 'sent');
  assert.equal(org.outbox().at(-2)?.delivery?.attempts, 2);

  const admin = new Visitor(place.server.url).enter(org, ADMIN);
  const page = (await admin.get('/outbox')).text;
  assert.match(page, /New ones are delivered over SMTP/);
  for (const word of ['Kept here', 'Delivered', 'Refused']) assert.match(page, new RegExp(`<td>${word}</td>`));
  const nobody = org.outbox().find(({ to }) => to === 'nobody@example.com');
  assert.match((await admin.get(`/outbox/${nobody?.id ?? ''}`)).text, /Refused .*550 No such user here/);
  await running.close();
});

test('while the mail server is down, messages wait and it is said once', async () => {
  const post = await Post.open();
  const { port } = post;
  await post.close();
  reports.length = 0;
  const running = await mailer(`smtp://127.0.0.1:${port}`);
  for (const address of ['x@example.com', 'y@example.com', 'z@example.com']) send(address);
  await until(() =>
    org
      .outbox()
      .slice(-3)
      .every(({ delivery }) => delivery?.attempts === 1),
  );
  assert.equal(reports.length, 1);
  assert.match(String(reports[0]), /does not go out: .*ECONNREFUSED/);
  const again = await Post.open(port);
  closers.push(() => again.close());
  now += 61_000;
  await until(() => again.letters.length === 3);
  await running.close();
});

test('a password in the URL is used, and told to nobody', async () => {
  const seen: string[] = [];
  const post = await Post.open(0, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      seen.push(`${username}:${password}`);
      done(password === 'right' ? null : new Error('Wrong'), { user: username });
    },
  });
  closers.push(() => post.close());
  reports.length = 0;
  const wrong = await mailer(`smtp://me:s3cret@127.0.0.1:${post.port}`);
  send('auth@example.com');
  await until(() => org.outbox().at(-1)?.delivery?.attempts === 1);
  await wrong.close();
  assert.equal(states()['auth@example.com'], 'due', 'the message is not to blame');
  assert.doesNotMatch(`${wrong.server} ${reports.map(String).join()}`, /s3cret/);
  const right = await mailer(`smtp://me:right@127.0.0.1:${post.port}`);
  now += 61_000;
  await until(() => states()['auth@example.com'] === 'sent');
  await right.close();
  assert.deepEqual(new Set(seen), new Set(['me:s3cret', 'me:right']));
  assert.throws(() => smtpServer('mail.example.com:s3cret'), /^Error: LOCAL_ORG_SMTP_URL must look like smtp:\/\/localhost:1025/);
});
