/** MIME text of a composed message (RFC 5322, 2045, 2047): UTF-8, plain text with an HTML alternative. */
import type { Composed } from './compose.ts';

const CRLF = '\r\n';
/** RFC 2047: "an 'encoded-word' may not be more than 75 characters long". */
const WORD_BYTES = 45;

/** Plain ASCII as it is, anything else as encoded words, cut between characters. */
export function encodeHeader(text: string): string {
  const clean = text.replace(/[\r\n]+/g, ' ');
  if (/^[\x20-\x7e]*$/.test(clean) && !clean.includes('=?')) return clean;
  const words: string[] = [];
  let word = '';
  for (const character of clean) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(`${CRLF} `);
}

function base64Body(text: string): string {
  const encoded = Buffer.from(text.replace(/\r?\n/g, CRLF)).toString('base64');
  return (encoded.match(/.{1,76}/g) ?? []).join(CRLF);
}

const part = (type: string, text: string): string =>
  [`Content-Type: ${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64', '', base64Body(text)].join(CRLF);

/** RFC 5322 date in UTC. */
const dateText = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

const phrase = (name: string): string =>
  /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name) ? name : /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : encodeHeader(name);

export function mimeText(id: string, to: string, at: number, message: Composed): string {
  const headers = [
    `Date: ${dateText(at)}`,
    `From: ${phrase(message.from.name)} <${message.from.address}>`,
    `To: ${to.replace(/[\r\n]+/g, ' ')}`,
    `Subject: ${encodeHeader(message.subject)}`,
    `Message-ID: <${id}@local-org.test>`,
    'MIME-Version: 1.0',
  ];
  if (message.html === null) return [...headers, part('text/plain', message.text), ''].join(CRLF);
  const boundary = `----=_${id}`;
  return [
    ...headers,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    part('text/plain', message.text),
    `--${boundary}`,
    part('text/html', message.html),
    `--${boundary}--`,
    '',
  ].join(CRLF);
}
