/** `System.Crypto`: digests, message authentication codes and random numbers here, ciphers and signatures beside it. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { randomBits } from '../random.ts';
import { decrypt, decryptWithManagedIV, encrypt, encryptWithManagedIV } from './aes.ts';
import { sign, verify } from './signatures.ts';

const { m } = membersOf<null>();

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
    m('static Blob encrypt(String algorithm, Blob key, Blob initializationVector, Blob clearText)', encrypt),
    m('static Blob decrypt(String algorithm, Blob key, Blob initializationVector, Blob cipherText)', decrypt),
    m('static Blob encryptWithManagedIV(String algorithm, Blob key, Blob clearText)', encryptWithManagedIV),
    m('static Blob decryptWithManagedIV(String algorithm, Blob key, Blob ivAndCipherText)', decryptWithManagedIV),
    m('static Blob sign(String algorithm, Blob data, Blob privateKey)', sign),
    m('static Boolean verify(String algorithm, Blob data, Blob signature, Blob publicKey)', verify),
    m('static Boolean verify(String algorithm, Blob data, Blob signature, String certificate)', () => {
      throw new NotSupported('Crypto.verify with a certificate of the org');
    }),
    m('static Integer getRandomInteger()', () => randomBits() | 0),
    m('static Long getRandomLong()', () => BigInt.asIntN(64, (BigInt(randomBits()) << 32n) | BigInt(randomBits()))),
  ],
  {
    notSupported: ['signWithCertificate(String, Blob, String)', 'signXml(String, Dom.XmlNode, String, String)'],
  },
);
