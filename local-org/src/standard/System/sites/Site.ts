/**
 * System.Site and Site.ExternalUserCreateException. Apex here runs outside of any site: what signs in, registers or changes passwords
 * for the guest of a site then does nothing and answers null or false, as the tests say that Salesforce puts beside its own controllers.
 */
import { type ApexException, exceptionClass } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import { membersOf, refusedWhenCalled, standardClass } from '../../declare.ts';
import { no, nothing } from './outside.ts';

const { m } = membersOf<never>();

/** The form of a username is an email address. */
const looksLikeUsername = (name: string | null): boolean => name !== null && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(name);

export const site = standardClass(
  'System.Site',
  [
    m('static PageReference changePassword(String newPassword, String verifyNewPassword)', nothing),
    m('static PageReference changePassword(String newPassword, String verifyNewPassword, String oldPassword)', nothing),
    m('static Id createExternalUser(SObject user, String accountId)', nothing),
    m('static Id createExternalUser(SObject user, String accountId, String password)', nothing),
    m('static Id createExternalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)', nothing),
    m('static Id createPersonAccountPortalUser(SObject user, String ownerId, String password)', nothing),
    m('static Id createPersonAccountPortalUser(SObject user, String ownerId, String recordTypeId, String password)', nothing),
    m('static Id createPortalUser(SObject user, String accountId)', nothing),
    m('static Id createPortalUser(SObject user, String accountId, String password)', nothing),
    m('static Id createPortalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)', nothing),
    m('static PageReference login(String username, String password, String startUrl)', nothing),
    m('static Boolean forgotPassword(String username)', no),
    m('static Boolean forgotPassword(String username, String emailTemplateName)', no),
    m('static Boolean isValidUsername(String username)', looksLikeUsername),
    /** "True if the site is associated with an active login-enabled portal". */
    m('static Boolean isLoginEnabled()', no),
    m('static Boolean isRegistrationEnabled()', no),
    /** "For non-authenticated users, returns false"; whose password has expired cannot sign in here. */
    m('static Boolean isPasswordExpired()', no),
    m('static Id getAdminId()', nothing),
    m('static String getAdminEmail()', nothing),
    m('static String getName()', nothing),
    m('static String getMasterLabel()', nothing),
    m('static String getPathPrefix()', nothing),
    m('static Id getSiteId()', nothing),
    /** "If it's a designated error page for the site; otherwise, returns null". */
    m('static String getOriginalUrl()', nothing),
    /** Kept in a cookie of the browser, and there is none. */
    m('static void setExperienceId(String experienceId)', () => void current()),
    refusedWhenCalled('static void validatePassword(SObject user, String password, String confirmPassword)', 'Site.validatePassword'),
    refusedWhenCalled('static String getBaseUrl()', 'Site.getBaseUrl'),
    refusedWhenCalled('static String getBaseSecureUrl()', 'Site.getBaseSecureUrl'),
  ],
  {
    notSupported: [
      'getAnalyticsTrackingCode()',
      'getBaseCustomUrl()',
      'getBaseInsecureUrl()',
      'getBaseRequestUrl()',
      'getCurrentSiteUrl()',
      'getCustomWebAddress()',
      'getDomain()',
      'getErrorDescription()',
      'getErrorMessage()',
      'getExperienceId()',
      'getPasswordPolicyStatement()',
      'getPrefix()',
      'getSiteType()',
      'getSiteTypeLabel()',
      'getTemplate()',
      'passwordlessLogin(Id, List<Auth.VerificationMethod>, String)',
      'setPortalUserAsAuthProvider(SObject, String)',
    ],
  },
);

const failed = membersOf<ApexException>();
const name = 'Site.ExternalUserCreateException';

/** Thrown by createExternalUser inside a site; tests make it themselves. */
export const externalUserCreateException = standardClass(
  name,
  [
    failed.c('()', () => new (exceptionClass(name))(null, null)),
    failed.c('(String message)', (message) => new (exceptionClass(name))(message, null)),
    /** What a guest may be shown: none where Apex made the exception. */
    failed.m('List<String> getDisplayMessages()', () => new ApexList('String', [])),
  ],
  { extends: 'Exception' },
);
