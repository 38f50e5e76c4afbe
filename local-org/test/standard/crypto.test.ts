import { createSign, generateKeyPairSync } from 'node:crypto';
import test from 'node:test';
import { expectTexts } from './expectations.ts';

const blob = (hex: string): string => `EncodingUtil.convertFromHex('${hex}')`;
const key128 = blob('2b7e151628aed2a6abf7158809cf4f3c');
const vector = blob('000102030405060708090a0b0c0d0e0f');
/** NIST SP 800-38A, F.2.1: the first block of CBC-AES128. */
const block = blob('6bc1bee22e409f96e93d7e117393172a');

test('encrypt is AES in CBC mode with padding, and decrypt takes it back', () => {
  const encrypted = `Crypto.encrypt('AES128', ${key128}, ${vector}, ${block})`;
  expectTexts([
    [`EncodingUtil.convertToHex(${encrypted}).left(32)`, '7649abac8119b246cee98e9b12e9197d'],
    [`${encrypted}.size()`, '32'],
    [`EncodingUtil.convertToHex(Crypto.decrypt('aes128', ${key128}, ${vector}, ${encrypted}))`, '6bc1bee22e409f96e93d7e117393172a'],
  ]);
});

test('a managed initialization vector stands before the cipher text', () => {
  expectTexts([
    [
      `Blob key = Crypto.generateAesKey(256); Blob secret = Crypto.encryptWithManagedIV('AES256', key, Blob.valueOf('secret'));
       return secret.size() + ' ' + Crypto.decryptWithManagedIV('AES256', key, secret).toString();`,
      '32 secret',
    ],
    [
      `Blob key = Crypto.generateAesKey(192); Blob secret = Crypto.encryptWithManagedIV('AES192', key, Blob.valueOf(''));
       String hex = EncodingUtil.convertToHex(secret);
       return '' + Crypto.decrypt('AES192', key, EncodingUtil.convertFromHex(hex.left(32)), EncodingUtil.convertFromHex(hex.substring(32))).size();`,
      '0',
    ],
  ]);
});

test('a wrong algorithm, key, vector or cipher text is said in the words of the platform', () => {
  expectTexts([
    [
      `Crypto.encrypt('DES', ${key128}, ${vector}, ${block})`,
      'System.InvalidParameterValueException: Invalid algorithm DES. Must be AES128, AES192, or AES256.',
    ],
    [
      `Crypto.encryptWithManagedIV('AES256', ${key128}, ${block})`,
      'System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.',
    ],
    [
      `Crypto.encrypt('AES128', ${key128}, Blob.valueOf('short'), ${block})`,
      'System.InvalidParameterValueException: Invalid initialization vector. Must be 16 bytes.',
    ],
    [
      `Crypto.decryptWithManagedIV('AES128', ${key128}, Blob.valueOf('short'))`,
      'System.InvalidParameterValueException: Unable to parse initialization vector from encrypted data.',
    ],
    [
      `Crypto.decrypt('AES128', ${key128}, ${vector}, Blob.valueOf('short'))`,
      'System.SecurityException: Input length must be multiple of 16 when decrypting with padded cipher',
    ],
    [
      `Crypto.decrypt('AES128', ${key128}, ${vector}, ${block})`,
      'System.SecurityException: Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    ],
  ]);
});

for (const [name, digest, pair] of [
  ['RSA-SHA256', 'sha256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['RSA', 'sha1', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['ECDSA-SHA256', 'sha256', generateKeyPairSync('ec', { namedCurve: 'prime256v1' })],
] as const)
  test(`sign and verify know ${name}`, () => {
    const base64 = (der: Buffer): string => `EncodingUtil.base64Decode('${der.toString('base64')}')`;
    const privateKey = base64(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
    const publicKey = base64(pair.publicKey.export({ format: 'der', type: 'spki' }));
    const theirs = base64(createSign(digest).update('data').sign(pair.privateKey));
    const signed = `Crypto.sign('${name}', Blob.valueOf('data'), ${privateKey})`;
    expectTexts([
      [`Crypto.verify('${name}', Blob.valueOf('data'), ${signed}, ${publicKey})`, 'true'],
      [`Crypto.verify('${name}', Blob.valueOf('data'), ${theirs}, ${publicKey})`, 'true'],
      [`Crypto.verify('${name}', Blob.valueOf('other'), ${signed}, ${publicKey})`, 'false'],
    ]);
  });

test('keys that are none of the algorithm are refused', () => {
  expectTexts([
    [
      `Crypto.sign('RSA-SHA256', Blob.valueOf('data'), Blob.valueOf('no key'))`,
      '!! NotSupported: Crypto with a private key that is no rsa key',
    ],
    [`Crypto.sign('MD5', Blob.valueOf('data'), Blob.valueOf('no key'))`, 'System.NoSuchElementException: Invalid algorithm: MD5'],
  ]);
});
