/** What HttpRequest and HttpResponse share: headers and a body that is text or bytes. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { ApexBlob } from '../../../runtime/values/blob.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { blobOf, textOf } from '../core/Blob.ts';

export abstract class HttpMessage extends LibraryObject {
  readonly headers = new Map<string, string>();
  #body: ApexBlob | null = null;

  setHeader(name: string | null, value: string | null): void {
    if (name === null || value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.headers.set(name, value);
  }

  /** No public source says whether another spelling of the name finds the header: that is refused, not guessed. */
  header(name: string | null): string | null {
    if (name === null) throw apexError('NullPointerException', 'Argument cannot be null.');
    const exact = this.headers.get(name);
    if (exact !== undefined) return exact;
    const other = [...this.headers.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    if (other !== undefined) throw new NotSupported(`${this.apexType}.getHeader('${name}') of a header that was set as '${other}'`);
    return null;
  }

  setBody(text: string | null): void {
    if (text === null) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.#body = blobOf(text);
  }

  setBytes(blob: ApexBlob | null): void {
    if (blob === null) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.#body = blob;
  }

  get body(): string {
    return this.#body ? textOf(this.#body) : '';
  }

  get bytes(): ApexBlob {
    return this.#body ?? new ApexBlob(new Uint8Array());
  }
}
