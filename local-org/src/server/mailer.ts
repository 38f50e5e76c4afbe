/**
 * Delivers the outbox over SMTP (`LOCAL_ORG_SMTP_URL`). A message that the server took just before a crash is sent once
 * more after it: with the same Message-ID, by which mail programs know it.
 */
import type { Org, OutboxMessage } from '../org/org.ts';

/** Mail servers begin to refuse at more. */
const AT_ONCE = 3;
const LOOK_EVERY = 500;
/** A mail server that says nothing for so long is down (ms). */
const PATIENCE = 20_000;

export interface MailerOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly url: string;
  readonly report: (error: unknown) => void;
}

export interface Mailer {
  /** `host:port`: never the password. */
  readonly server: string;
  /** Waits for messages on their way. */
  close(): Promise<void>;
}

/** Throws with a sentence for whoever set the variable. */
export function smtpServer(url: string): { readonly url: URL; readonly server: string } {
  let parsed: URL | null = null;
  try {
    parsed = new URL(url);
  } catch {
    // Told below: without the URL, which may hold a password.
  }
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '')
    throw new Error('LOCAL_ORG_SMTP_URL must look like smtp://localhost:1025 or smtps://user:password@mail.example.com.');
  return { url: parsed, server: parsed.host };
}

/** RFC 5321, 4.2.1: 5xx says never, 4xx says not now. A server that cannot be reached says nothing. */
function outcomeOf(error: unknown): { readonly outcome: 'refused' | 'later'; readonly answer: string } {
  const { responseCode, response, message } = error as { responseCode?: number; response?: string; message: string };
  // Authentication is refused with 5xx too, but the message is not to blame.
  const ofTheMessage = ['EENVELOPE', 'EMESSAGE'].includes(String((error as { code?: unknown }).code));
  const forGood = ofTheMessage && responseCode !== undefined && responseCode >= 500;
  return { outcome: forGood ? 'refused' : 'later', answer: response ?? message };
}

export async function startMailer(org: Pick<Org, 'mailbox'>, { url, report }: MailerOptions): Promise<Mailer> {
  const { server } = smtpServer(url);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: AT_ONCE,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  let round: Promise<void> | null = null;
  let stopped = false;
  let down = false;

  async function send(message: OutboxMessage): Promise<void> {
    try {
      const { response } = await transport.sendMail({ envelope: { from: message.from.address, to: [message.to] }, raw: message.eml() });
      org.mailbox.tried(message.id, { outcome: 'sent', answer: response });
      down = false;
    } catch (error) {
      const attempt = outcomeOf(error);
      org.mailbox.tried(message.id, attempt);
      // Told once, not for each message; the outbox has the rest.
      if (attempt.outcome === 'later' && !down) {
        down = true;
        report(`Mail to ${server} does not go out: ${attempt.answer}. It is tried again; /outbox shows what waits.`);
      }
    }
  }

  async function deliver(): Promise<void> {
    for (;;) {
      const due = stopped ? [] : org.mailbox.due(AT_ONCE);
      if (due.length === 0) return;
      await Promise.all(due.map(send));
    }
  }

  const timer = setInterval(() => {
    round ??= deliver()
      .catch(report)
      .finally(() => {
        round = null;
      });
  }, LOOK_EVERY);
  org.mailbox.beginDelivery();

  return {
    server,
    close: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
      transport.close();
    },
  };
}
