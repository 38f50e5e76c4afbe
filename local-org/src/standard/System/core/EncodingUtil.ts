/** `System.EncodingUtil` */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../runtime/values/blob.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';

const { m } = membersOf<null>();

function checkCharset(charset: string | null): void {
  if (!/^utf-?8$/i.test(required(charset))) throw new NotSupported(`the character set ${charset}`);
}

/** As java.net.URLEncoder: a space is +, and * stays. */
export function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

const badEscape = (why: string): never => {
  throw apexError('IllegalArgumentException', `URLDecoder: ${why} (%) pattern`);
};

/** As java.net.URLDecoder: bytes that are no UTF-8 become U+FFFD. */
export function urlDecode(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%(?:[0-9a-fA-F]{2})?)+/g, (run, at: number) => {
    const hex = /^(?:%[0-9a-fA-F]{2})*/.exec(run)?.[0] ?? '';
    if (hex !== run) badEscape(at + hex.length + 2 < text.length ? 'Illegal hex characters in escape' : 'Incomplete trailing escape');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(run.replaceAll('%', ''), 'hex'));
  });
}

function fromHex(text: string): ApexBlob {
  if (text.length % 2 === 1 || !/^[0-9a-fA-F]*$/.test(text)) throw apexError('InvalidParameterValueException', 'Invalid hex string');
  return new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')));
}

function fromBase64(text: string): ApexBlob {
  const clean = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(clean))
    throw new NotSupported('EncodingUtil.base64Decode of a text with other characters than those of Base64');
  return new ApexBlob(new Uint8Array(Buffer.from(clean, 'base64')));
}

export const encodingUtilDeclaration = standardClass('System.EncodingUtil', [
  m('static Blob base64Decode(String text)', (text) => fromBase64(required(text))),
  m('static String base64Encode(Blob value)', (value) => Buffer.from(required(value).bytes).toString('base64')),
  m('static Blob convertFromHex(String text)', (text) => fromHex(required(text))),
  m('static String convertToHex(Blob value)', (value) => Buffer.from(required(value).bytes).toString('hex')),
  m('static String urlDecode(String text, String charset)', (text, charset) => {
    checkCharset(charset);
    return urlDecode(required(text));
  }),
  m('static String urlEncode(String text, String charset)', (text, charset) => {
    checkCharset(charset);
    return urlEncode(required(text));
  }),
]);
