/** `System.Cookie` */
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';

interface CookieParts {
  readonly value: string | null;
  readonly path: string | null;
  /** Seconds; -1 for a session cookie. */
  readonly maxAge: number;
  readonly secure: boolean;
  readonly sameSite: string | null;
}

export class ApexCookie extends LibraryObject {
  readonly apexType = 'Cookie';
  readonly name: string;
  readonly parts: CookieParts;
  constructor(name: string, parts: CookieParts) {
    super();
    this.name = name;
    this.parts = parts;
  }
}

const { m, c } = membersOf<ApexCookie>();

export const cookieDeclaration = standardClass(
  'System.Cookie',
  [
    c(
      '(String name, String value, String path, Integer maxAge, Boolean isSecure)',
      (name, value, path, maxAge, secure) =>
        new ApexCookie(required(name), { value, path, maxAge: required(maxAge), secure: required(secure), sameSite: null }),
    ),
    c(
      '(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite)',
      (name, value, path, maxAge, secure, sameSite) =>
        new ApexCookie(required(name), { value, path, maxAge: required(maxAge), secure: required(secure), sameSite }),
    ),
    m('Integer getMaxAge()', (self) => self.parts.maxAge),
    m('String getName()', (self) => self.name),
    m('String getPath()', (self) => self.parts.path),
    m('String getSameSite()', (self) => self.parts.sameSite),
    m('String getValue()', (self) => self.parts.value),
    m('Boolean isSecure()', (self) => self.parts.secure),
  ],
  { notSupported: ['getDomain()', 'isHttpOnly()'] },
);
