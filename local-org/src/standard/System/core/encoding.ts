/** EncodingUtil, Crypto and UUID. Randomness is the transaction's, so that a run can be repeated. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexBlob } from '../../../runtime/values/blob.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { hashOfText } from './hash.ts';

const { m } = membersOf<null>();

function checkCharset(charset: string | null): void {
  if (!/^utf-?8$/i.test(required(charset))) throw new NotSupported(`the character set ${charset}`);
}

/** As java.net.URLEncoder: a space is +, and * stays. */
function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function urlDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw apexError('IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
  }
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

const digests: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512',
};
const macs: Readonly<Record<string, string>> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };

function algorithm(table: Readonly<Record<string, string>>, name: string | null): string {
  const found = table[required(name).toLowerCase()];
  if (found === undefined) throw apexError('NoSuchElementException', `Invalid algorithm: ${name}`);
  return found;
}

const mac = (name: string | null, data: ApexBlob | null, key: ApexBlob | null): ApexBlob =>
  new ApexBlob(new Uint8Array(createHmac(algorithm(macs, name), required(key).bytes).update(required(data).bytes).digest()));

/** 32 random bits. */
const randomBits = (): number => Math.floor(current().random() * 0x1_0000_0000);

export const cryptoDeclaration = standardClass(
  'System.Crypto',
  [
    m(
      'static Blob generateDigest(String algorithm, Blob data)',
      (name, data) => new ApexBlob(new Uint8Array(createHash(algorithm(digests, name)).update(required(data).bytes).digest())),
    ),
    m('static Blob generateMac(String algorithm, Blob data, Blob key)', mac),
    m('static Boolean verifyHmac(String algorithm, Blob data, Blob key, Blob mac)', (name, data, key, expected) => {
      const [made, given] = [mac(name, data, key).bytes, required(expected).bytes];
      return made.length === given.length && timingSafeEqual(made, given);
    }),
    m('static Blob generateAesKey(Integer size)', (size) => {
      const bits = required(size);
      if (![128, 192, 256].includes(bits)) throw apexError('InvalidParameterValueException', `Invalid key size: ${bits}`);
      return new ApexBlob(Uint8Array.from({ length: bits / 8 }, () => randomBits() >>> 24));
    }),
    m('static Integer getRandomInteger()', () => randomBits() | 0),
    m('static Long getRandomLong()', () => BigInt.asIntN(64, (BigInt(randomBits()) << 32n) | BigInt(randomBits()))),
  ],
  {
    notSupported: [
      'decrypt(String, Blob, Blob, Blob)',
      'decryptWithManagedIV(String, Blob, Blob)',
      'encrypt(String, Blob, Blob, Blob)',
      'encryptWithManagedIV(String, Blob, Blob)',
      'sign(String, Blob, Blob)',
      'signWithCertificate(String, Blob, String)',
      'signXml(String, Dom.XmlNode, String, String)',
      'verify(String, Blob, Blob, Blob)',
    ],
  },
);

class ApexUuid extends LibraryObject {
  readonly apexType = 'UUID';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
  equals(other: LibraryObject): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }
}

/** Version 4: random, with the version and variant bits set. */
function randomUuid(): ApexUuid {
  const hex = Array.from({ length: 4 }, () => randomBits().toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return new ApexUuid(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`);
}

const uuid = membersOf<ApexUuid>();

export const uuidDeclaration = standardClass('System.UUID', [
  uuid.m('Boolean equals(Object other)', (self, other) => other instanceof LibraryObject && self.equals(other)),
  uuid.m('Integer hashCode()', (self) => hashOfText(self.text)),
  uuid.m('String toString()', (self) => self.text),
  uuid.m('static UUID fromString(String text)', (text) => {
    const given = required(text).toLowerCase();
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given))
      throw apexError('IllegalArgumentException', `Invalid UUID string: ${text}`);
    return new ApexUuid(given);
  }),
  uuid.m('static UUID randomUUID()', randomUuid),
]);
