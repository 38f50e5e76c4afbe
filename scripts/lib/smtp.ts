/** Where the mail of `npm start` goes: into the outbox alone, or over SMTP too. */
import type { Org } from '../../local-org/index.ts';

export const SMTP_HELP = `LOCAL_ORG_SMTP_URL=smtp://localhost:1025 delivers mail over SMTP; from a sandbox only with LOCAL_ORG_SMTP_SANDBOX=deliver.`;

export type MailWay = { readonly url: string } | { readonly keptBecause: string | null };

/** New sandboxes deliver no mail to the world, so that a trial reaches nobody. */
export function mailWay(org: Pick<Org, 'query'>, environment: Readonly<Record<string, string | undefined>>): MailWay {
  const url = environment['LOCAL_ORG_SMTP_URL'] ?? '';
  if (url === '') return { keptBecause: null };
  const isSandbox = org.query('SELECT IsSandbox FROM Organization')[0]?.['IsSandbox'] === true;
  if (isSandbox && environment['LOCAL_ORG_SMTP_SANDBOX'] !== 'deliver')
    return { keptBecause: 'This org is a sandbox: mail stays in the outbox. LOCAL_ORG_SMTP_SANDBOX=deliver sends it.' };
  return { url };
}
