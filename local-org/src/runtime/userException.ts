/** Base of emitted exception classes: the four constructors that `extends Exception` inherits, as initialising methods. */
import { ApexException } from './exceptions.ts';

export class UserException extends ApexException {
  init$(): this {
    return this;
  }
  init$string(message: string | null): this {
    this.apexMessage = message;
    this.message = message ?? '';
    return this;
  }
  init$exception(cause: ApexException | null): this {
    this.apexCause = cause;
    return this;
  }
  init$string$exception(message: string | null, cause: ApexException | null): this {
    this.apexCause = cause;
    return this.init$string(message);
  }
}
