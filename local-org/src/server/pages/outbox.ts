/** The outbox: what the org would have sent into the world. */
import type { OutboxMessage, Readers } from '../../org/org.ts';
import { download } from '../answer.ts';
import { missing } from '../failures.ts';
import { facts, moment, table } from '../frame.ts';
import { html, type Html } from '../html.ts';
import { neighbours, pageNumber, pager } from '../paging.ts';
import type { Caller, Route } from '../route.ts';

const PAGE = 50;

/** The link in a message sets its reader's password: nobody but administrators reads what is meant for colleagues. */
const readersFor = (user: Caller): Readers => (user.isAdministrator ? 'everybody' : 'external');

const nameless = (name: string, address: string): string => (name === '' ? address : `${name} <${address}>`);

const DELIVERY = { due: 'On its way', sent: 'Delivered', refused: 'Refused' } as const;

/** What became of it, in a word or two. */
function shortly({ delivery }: OutboxMessage): string {
  if (!delivery) return 'Kept here';
  return delivery.state === 'due' && delivery.attempts > 0 ? 'Waits for the mail server' : DELIVERY[delivery.state];
}

function atLength(message: OutboxMessage): string {
  const { delivery } = message;
  if (!delivery || delivery.attempts === 0) return shortly(message);
  const tried = delivery.state === 'due' ? `, tried ${delivery.attempts} times, next at` : '';
  return `${shortly(message)}${tried} ${moment(delivery.at)} (${delivery.answer})`;
}

export const outboxRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/outbox',
    access: 'user',
    handle: ({ org, query }, user) => {
      const readers = readersFor(user);
      const total = org.mailbox.count(readers);
      const page = pageNumber(query);
      const messages = org.mailbox.page(readers, (page - 1) * PAGE, PAGE);
      const links = neighbours(query, page, PAGE, total);
      return {
        title: 'Outbox',
        content: html` <p class="lead">
            ${total === 1 ? 'One message' : `${total} messages`}, newest first.
            ${org.mailbox.delivering ? 'New ones are delivered over SMTP.' : 'Nothing leaves this machine.'}${user.isAdministrator ? null : ' Messages to colleagues are shown to administrators only.'}
          </p>
          ${table(
            'Messages',
            ['Sent', 'To', 'Subject', 'Delivery'],
            messages.map((message) => [
              moment(message.at),
              message.to,
              html`<a href="/outbox/${message.id}">${message.subject || '(no subject)'}</a>`,
              shortly(message),
            ]),
            'No message was sent yet.',
          )}
          ${pager(links, 'Pages of messages')}`,
      };
    },
  },
  {
    method: 'GET',
    path: '/outbox/:id',
    access: 'user',
    handle: ({ org, params }, user) => {
      const message = org.mailbox.find(readersFor(user), params['id'] ?? '');
      if (!message) return missing;
      return {
        title: message.subject || '(no subject)',
        content: html` ${facts([
            ['From', nameless(message.from.name, message.from.address)],
            ['To', message.to],
            ['Sent', moment(message.at)],
            ['Delivery', atLength(message)],
          ])}
          <pre class="mail">${withLinks(message.text)}</pre>
          <p class="row">
            <a class="button quiet" href="/outbox/${message.id}/eml">Download .eml</a> <a href="/outbox">Back to the outbox</a>
          </p>`,
      };
    },
  },
  {
    method: 'GET',
    path: '/outbox/:id/eml',
    access: 'user',
    handle: ({ org, params }, user) => {
      const message = org.mailbox.find(readersFor(user), params['id'] ?? '');
      return message ? download(`${message.id}.eml`, 'message/rfc822', message.eml()) : missing;
    },
  },
];

const withLinks = (text: string): Html[] =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
