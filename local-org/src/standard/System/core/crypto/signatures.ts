/** `Crypto.sign` and `verify`: private keys in PKCS #8, public keys in X.509 (SubjectPublicKeyInfo), both binary. */
import { createPrivateKey, createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { required } from '../arguments.ts';

interface Algorithm {
  readonly digest: string;
  readonly key: 'rsa' | 'ec';
}

/** `RSA` is the older name of `RSA-SHA1`. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  RSA: { digest: 'sha1', key: 'rsa' },
  'RSA-SHA1': { digest: 'sha1', key: 'rsa' },
  'RSA-SHA256': { digest: 'sha256', key: 'rsa' },
  'RSA-SHA384': { digest: 'sha384', key: 'rsa' },
  'RSA-SHA512': { digest: 'sha512', key: 'rsa' },
  'ECDSA-SHA256': { digest: 'sha256', key: 'ec' },
  'ECDSA-SHA384': { digest: 'sha384', key: 'ec' },
  'ECDSA-SHA512': { digest: 'sha512', key: 'ec' },
};

function algorithmNamed(name: string | null): Algorithm {
  const found = algorithms[required(name).toUpperCase()];
  if (!found) throw apexError('NoSuchElementException', `Invalid algorithm: ${name}`);
  return found;
}

/** What the platform says of a key that cannot be read is not documented. */
function readKey(algorithm: Algorithm, what: string, read: () => KeyObject): KeyObject {
  let key: KeyObject | null = null;
  try {
    key = read();
  } catch {
    // Refused below, with a key of the wrong kind.
  }
  if (key?.asymmetricKeyType !== algorithm.key) throw new NotSupported(`Crypto with a ${what} key that is no ${algorithm.key} key`);
  return key;
}

export function sign(name: string | null, data: ApexBlob | null, privateKey: ApexBlob | null): ApexBlob {
  const algorithm = algorithmNamed(name);
  const der = Buffer.from(required(privateKey).bytes);
  const key = readKey(algorithm, 'private', () => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return new ApexBlob(new Uint8Array(signBytes(algorithm.digest, required(data).bytes, key)));
}

export function verify(name: string | null, data: ApexBlob | null, signature: ApexBlob | null, publicKey: ApexBlob | null): boolean {
  const algorithm = algorithmNamed(name);
  const der = Buffer.from(required(publicKey).bytes);
  const key = readKey(algorithm, 'public', () => createPublicKey({ key: der, format: 'der', type: 'spki' }));
  return verifyBytes(algorithm.digest, required(data).bytes, key, required(signature).bytes);
}
