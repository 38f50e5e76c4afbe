/** Classes of the platform that have nothing here yet: named, so that using them is reported as NotSupported and not as a mistake. */
import { current } from '../../../runtime/transaction.ts';
import { membersOf, standardClass } from '../../declare.ts';

const { m } = membersOf<null>();

/** The local org runs Apex outside of any site. */
export const network = standardClass('System.Network', [m('static String getNetworkId()', () => (current(), null))], {
  notSupported: [
    'communitiesLanding()',
    'forwardToAuthPage(String)',
    'getLoginUrl(String)',
    'getLogoutUrl(String)',
    'getSelfRegUrl(String)',
  ],
});

export const site = standardClass(
  'System.Site',
  [
    m('static String getName()', () => (current(), null)),
    m('static String getMasterLabel()', () => (current(), null)),
    m('static Id getSiteId()', () => (current(), null)),
  ],
  {
    notSupported: [
      'forgotPassword(String)',
      'createExternalUser(SObject, String)',
      'getPathPrefix()',
      'validatePassword(SObject, String, String)',
      'isValidUsername(String)',
    ],
  },
);

export const orgLimits = standardClass('System.OrgLimits', [], { notSupported: ['getAll()', 'getMap()'] });

export const flexQueue = standardClass('System.FlexQueue', [], {
  notSupported: ['moveAfterJob(Id, Id)', 'moveBeforeJob(Id, Id)', 'moveJobToEnd(Id)', 'moveJobToFront(Id)'],
});
