/** The outbox as its readers see it: messages composed when somebody looks at them. */
import { compose, type Composed } from '../email/compose.ts';
import { mimeText } from '../email/mime.ts';
import type { StoredMail } from '../email/outbox.ts';
import { atomically } from '../store/atomic.ts';
import { mailFacts } from './mailFacts.ts';
import type { Mailbox, OutboxMessage } from './org.ts';
import type { Runtime } from './runtime.ts';

export function createMailbox(runtime: Runtime, siteUrl: () => string): Mailbox & { all(): readonly OutboxMessage[] } {
  const { outbox } = runtime;
  const messages = (mails: readonly StoredMail[] | undefined): OutboxMessage[] =>
    (mails ?? []).map((mail) => message(runtime, mail, siteUrl));
  return {
    all: () => messages(outbox?.all()),
    count: (readers) => outbox?.count(readers) ?? 0,
    page: (readers, offset, limit) => messages(outbox?.page(readers, offset, limit)),
    beginDelivery: () => outbox?.beginDelivery(),
    get delivering() {
      return outbox?.delivering ?? false;
    },
    due: (limit) => messages(outbox?.due(limit)),
    tried: (id, attempt) => {
      atomically(runtime.store, () => outbox?.tried(id, attempt));
    },
    find: (readers, id) => messages(outbox?.withId(readers, id))[0] ?? null,
  };
}

function message(runtime: Runtime, mail: StoredMail, siteUrl: () => string): OutboxMessage {
  let known: Composed | null = null;
  const composed = (): Composed => (known ??= compose(mail, mailFacts(runtime, mail, siteUrl())));
  return {
    id: mail.id,
    to: mail.to,
    at: mail.at,
    get subject() {
      return composed().subject;
    },
    get delivery() {
      return runtime.outbox?.delivery(mail.id) ?? null;
    },
    get from() {
      return composed().from;
    },
    get text() {
      return composed().text;
    },
    eml: () => mimeText(mail.id, mail.to, mail.at, composed()),
  };
}
