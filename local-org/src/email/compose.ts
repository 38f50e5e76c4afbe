/** A message as it would go out: subject and words by its kind, for the site and the person it is for. */
import type { StoredMail } from './outbox.ts';

/** Whom and what a message speaks of, read when it is composed. */
export interface MailFacts {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly username: string | null;
  /** Name and sender of the site the message is from; null = the org's own. */
  readonly site: { readonly name: string; readonly senderName: string | null; readonly senderAddress: string | null } | null;
  readonly orgName: string;
  /** `http://localhost:8080`, without a slash at the end. */
  readonly baseUrl: string;
}

export interface Composed {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

const SENDER = 'no-reply@local-org.test';

const passwordLink = (baseUrl: string, token: string): string => `${baseUrl}/s/setpassword?token=${token}`;

export function compose(mail: StoredMail, facts: MailFacts): Composed {
  const from = {
    name: facts.site?.senderName ?? facts.site?.name ?? facts.orgName,
    address: facts.site?.senderAddress ?? SENDER,
  };
  if (mail.kind === 'apex') return { from, subject: mail.subject ?? '', text: mail.body ?? '', html: mail.html ?? null };
  const { subject, lines } = words(mail, facts);
  return { from, subject: mail.subject ?? subject, text: `${lines.join('\n\n')}\n`, html: htmlOf(lines) };
}

function words(mail: StoredMail, facts: MailFacts): { readonly subject: string; readonly lines: readonly string[] } {
  const place = facts.site?.name ?? facts.orgName;
  const hello = `Hi ${facts.firstName ?? facts.lastName ?? facts.username ?? ''},`;
  const username = `Username: ${facts.username ?? ''}`;
  const link = passwordLink(facts.baseUrl, mail.token);
  switch (mail.kind) {
    case 'newUser':
    case 'siteWelcome':
      return { subject: `Welcome to ${place}`, lines: [hello, `Welcome to ${place}! To get started, set your password:`, link, username] };
    case 'passwordReset':
      return {
        subject: `Your new ${place} password`,
        lines: [hello, `Your password for ${place} has been reset. Set a new one:`, link, username, 'This link works for 24 hours.'],
      };
    case 'apex':
      throw new Error('a message written by Apex has its own words');
    default:
      return mail.kind satisfies never;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function htmlOf(lines: readonly string[]): string {
  const paragraphs = lines.map((line) =>
    /^https?:\/\//.test(line) ? `<p><a href="${escaped(line)}">${escaped(line)}</a></p>` : `<p>${escaped(line)}</p>`,
  );
  return `<!DOCTYPE html>\n<html>\n<body>\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
}
