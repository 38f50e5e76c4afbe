/** Interfaces of namespace Auth by which Apex makes the users of a site. The platform calls them from pages that are not here; tests do. */
import { current } from '../../../runtime/transaction.ts';
import { ApexMap } from '../../../runtime/values/collections.ts';
import { membersOf, standardClass, standardEnum, standardInterface, type StandardDeclaration } from '../../declare.ts';
import { fill, plainMembers, PlainObject, type PlainField } from '../../plainClass.ts';

const text: PlainField = { type: 'String' };
const userData: Readonly<Record<string, PlainField>> = {
  ...{ identifier: text, firstName: text, lastName: text, fullName: text, email: text, link: text, username: text },
  ...{ locale: text, provider: text, siteLoginUrl: text, attributeMap: { type: 'Map<String,String>' } },
  ...{ idToken: text, idTokenJSONString: text, userInfoJSONString: text },
};
/** In the order of the constructor. */
const given = Object.keys(userData).slice(0, 11);
const named = given.map((name) => `${userData[name]!.type} ${name}`).join(', ');

const data = membersOf<PlainObject>();
const userDataClass = standardClass('Auth.UserData', [
  data.c(`(${named})`, (...values) => {
    const made = fill(new PlainObject('Auth.UserData'), userData);
    given.forEach((name, i) => made.values.set(name, (values as readonly (string | ApexMap | null)[])[i] ?? null));
    return made;
  }),
  ...plainMembers(userData),
]);

/** `Standard`, `CspLitePortal`, `Guest` … */
function userType(): string {
  const { data: rows, user } = current();
  return String(rows.record('User', user)?.fields.get('UserType') ?? '');
}

const { m } = membersOf<never>();

export const handlerDeclarations: readonly StandardDeclaration[] = [
  standardInterface('Auth.RegistrationHandler', [
    'User createUser(Id portalId, Auth.UserData data)',
    'void updateUser(Id userId, Id portalId, Auth.UserData data)',
  ]),
  standardInterface('Auth.SamlJitHandler', [
    'User createUser(Id samlSsoProviderId, Id communityId, Id portalId, String federationId, Map<String,String> attributes, String assertion)',
    'void updateUser(Id userId, Id samlSsoProviderId, Id communityId, Id portalId, String federationId, Map<String,String> attributes, String assertion)',
  ]),
  standardInterface('Auth.ConfigurableSelfRegHandler', [
    'Id createUser(Id accountId, Id profileId, Map<Schema.SObjectField,String> registrationAttributes, String password)',
  ]),
  standardInterface('Auth.LoginDiscoveryHandler', [
    'PageReference login(String identifier, String startUrl, Map<String,String> requestAttributes)',
  ]),
  userDataClass,
  standardEnum('Auth.VerificationMethod', ['EMAIL', 'PASSWORD', 'SALESFORCE_AUTHENTICATOR', 'SMS', 'TOTP', 'U2F']),
  standardClass(
    'Auth.CommunitiesUtil',
    [
      m('static Boolean isGuestUser()', () => userType() === 'Guest'),
      m('static Boolean isInternalUser()', () => userType() === 'Standard'),
    ],
    { notSupported: ['getLogoutUrl()', 'getUserDisplayName()'] },
  ),
];
