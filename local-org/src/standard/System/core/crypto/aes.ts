/** `Crypto.encrypt` and `decrypt`: AES in CBC mode with PKCS #5 padding; messages as the Apex Reference lists them. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { apexError } from '../../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { required } from '../arguments.ts';
import { randomBits } from '../random.ts';

const keySizes: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };
const BLOCK = 16;
/** Bytes that one call takes. */
const MOST = 1_048_576;

const invalid = (message: string): never => {
  throw apexError('InvalidParameterValueException', message);
};

interface Cipher {
  readonly algorithm: string;
  readonly key: Uint8Array;
}

function cipherOf(name: string | null, key: ApexBlob | null): Cipher {
  const size = keySizes[required(name).toUpperCase()];
  if (size === undefined) return invalid(`Invalid algorithm ${name}. Must be AES128, AES192, or AES256.`);
  const { bytes } = required(key);
  if (bytes.length !== size) invalid(`Invalid private key. Must be ${size} bytes.`);
  return { algorithm: `aes-${size * 8}-cbc`, key: bytes };
}

function checkedVector(vector: Uint8Array): Uint8Array {
  return vector.length === BLOCK ? vector : invalid('Invalid initialization vector. Must be 16 bytes.');
}

function checkedData(data: Uint8Array): Uint8Array {
  return data.length <= MOST
    ? data
    : invalid(`Invalid data. Input data is ${data.length} bytes, which exceeds the limit of ${MOST} bytes.`);
}

function encryptBytes(cipher: Cipher, vector: Uint8Array, data: Uint8Array): Buffer {
  const work = createCipheriv(cipher.algorithm, cipher.key, vector);
  return Buffer.concat([work.update(checkedData(data)), work.final()]);
}

function decryptBytes(cipher: Cipher, vector: Uint8Array, data: Uint8Array): ApexBlob {
  if (checkedData(data).length % BLOCK !== 0)
    throw apexError('SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  const work = createDecipheriv(cipher.algorithm, cipher.key, vector);
  try {
    return new ApexBlob(new Uint8Array(Buffer.concat([work.update(data), work.final()])));
  } catch {
    const message = 'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.';
    throw apexError('SecurityException', message);
  }
}

export function encrypt(name: string | null, key: ApexBlob | null, vector: ApexBlob | null, data: ApexBlob | null): ApexBlob {
  const bytes = encryptBytes(cipherOf(name, key), checkedVector(required(vector).bytes), required(data).bytes);
  return new ApexBlob(new Uint8Array(bytes));
}

export function decrypt(name: string | null, key: ApexBlob | null, vector: ApexBlob | null, data: ApexBlob | null): ApexBlob {
  return decryptBytes(cipherOf(name, key), checkedVector(required(vector).bytes), required(data).bytes);
}

/** The vector is the first 16 bytes of the result. */
export function encryptWithManagedIV(name: string | null, key: ApexBlob | null, data: ApexBlob | null): ApexBlob {
  const cipher = cipherOf(name, key);
  const vector = Uint8Array.from({ length: BLOCK }, () => randomBits() >>> 24);
  return new ApexBlob(new Uint8Array(Buffer.concat([vector, encryptBytes(cipher, vector, required(data).bytes)])));
}

export function decryptWithManagedIV(name: string | null, key: ApexBlob | null, data: ApexBlob | null): ApexBlob {
  const cipher = cipherOf(name, key);
  const { bytes } = required(data);
  if (bytes.length < BLOCK) invalid('Unable to parse initialization vector from encrypted data.');
  return decryptBytes(cipher, bytes.slice(0, BLOCK), bytes.slice(BLOCK));
}
