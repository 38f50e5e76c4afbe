/** What an e-mail service hands to `Messaging.InboundEmailHandler`: plain values, made by tests. */
import { standardInterface, type StandardDeclaration } from '../../declare.ts';
import { plainClass, type PlainField } from '../../plainClass.ts';

const of = (type: string, names: string): Readonly<Record<string, PlainField>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, { type }]));

const headers = of('List<Messaging.InboundEmail.Header>', 'headers');

export const inboundDeclarations: readonly StandardDeclaration[] = [
  standardInterface('Messaging.InboundEmailHandler', [
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)',
  ]),
  plainClass('Messaging.InboundEnvelope', of('String', 'fromAddress toAddress')),
  plainClass('Messaging.InboundEmailResult', { ...of('String', 'message'), ...of('Boolean', 'success') }),
  plainClass('Messaging.InboundEmail', {
    ...of('String', 'fromAddress fromName htmlBody inReplyTo messageId plainTextBody replyTo subject'),
    ...of('Boolean', 'htmlBodyIsTruncated plainTextBodyIsTruncated'),
    ...of('List<String>', 'ccAddresses references toAddresses'),
    ...of('List<Messaging.InboundEmail.BinaryAttachment>', 'binaryAttachments'),
    ...of('List<Messaging.InboundEmail.TextAttachment>', 'textAttachments'),
    ...headers,
  }),
  plainClass('Messaging.InboundEmail.Header', of('String', 'name value')),
  plainClass('Messaging.InboundEmail.BinaryAttachment', { ...of('Blob', 'body'), ...of('String', 'fileName mimeTypeSubType'), ...headers }),
  plainClass('Messaging.InboundEmail.TextAttachment', {
    ...of('String', 'body charset fileName mimeTypeSubType'),
    ...of('Boolean', 'bodyIsTruncated'),
    ...headers,
  }),
];
