/** System.UserInfo: the running user, read from the User row each time (`System.runAs` changes it). */
import { asynchronousKinds, current } from '../../../runtime/transaction.ts';
import type { SObject } from '../../../runtime/values/sobject.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { ApexTimeZone } from '../core/dates/TimeZone.ts';

function row(object: 'User' | 'Organization', id: string | null): SObject {
  const found = current().data.record(object, id);
  if (!found) throw new Error(`no ${object} row ${id ?? ''}`);
  return found;
}

const text = (record: SObject, field: string): string | null => (record.fields.get(field) as string | null | undefined) ?? null;
const ofUser = (field: string) => (): string | null => text(row('User', current().user), field);
const ofOrganization = (field: string) => (): string | null => text(row('Organization', null), field);

const { m } = membersOf<null>();
export const userInfo = standardClass(
  'System.UserInfo',
  [
    m('static String getUserId()', () => current().user),
    m('static String getUserName()', ofUser('Username')),
    m('static String getUserEmail()', ofUser('Email')),
    m('static String getName()', ofUser('Name')),
    m('static String getFirstName()', ofUser('FirstName')),
    m('static String getLastName()', ofUser('LastName')),
    m('static String getProfileId()', ofUser('ProfileId')),
    m('static String getUserRoleId()', ofUser('UserRoleId')),
    m('static String getUserType()', ofUser('UserType')),
    m('static String getLocale()', ofUser('LocaleSidKey')),
    m('static String getLanguage()', ofUser('LanguageLocaleKey')),
    m('static TimeZone getTimeZone()', () => new ApexTimeZone(text(row('User', current().user), 'TimeZoneSidKey') ?? 'GMT')),
    m('static String getOrganizationId()', ofOrganization('Id')),
    m('static String getOrganizationName()', ofOrganization('Name')),
    m('static Boolean isMultiCurrencyOrganization()', () => false),
    m('static String getDefaultCurrency()', () => 'USD'),
    /** Asynchronous Apex has no session. Nobody here takes it for a key: it is no token of the server's. */
    m('static String getSessionId()', () => {
      const { kind, requestId } = current();
      return asynchronousKinds.has(kind) || kind === 'scheduled' ? null : `${ofOrganization('Id')()?.slice(0, 15)}!${requestId}`;
    }),
    m('static String getUiTheme()', () => 'Theme4d'),
    m('static String getUiThemeDisplayed()', () => 'Theme4d'),
  ],
  {
    notSupported: ['getCurrentUvid()', 'hasPackageLicense(Id)', 'isCurrentUserLicensed(String)', 'isCurrentUserLicensedForPackage(Id)'],
  },
);
