/** System.Network, outside of any site. */
import { membersOf, standardClass } from '../../declare.ts';
import { nothing, refused } from './outside.ts';

const { m } = membersOf<never>();

export const network = standardClass(
  'System.Network',
  [
    m('static String getNetworkId()', nothing),
    /** Where the user of a site goes next: nowhere. */
    m('static PageReference communitiesLanding()', nothing),
    m('static PageReference forwardToAuthPage(String startUrl)', nothing),
    m('static PageReference forwardToAuthPage(String startUrl, String displayType)', nothing),
    m('static String createExternalUserAsync(SObject user, SObject contact, SObject account)', nothing),
    m('static String getLoginUrl(String networkId)', refused('Network.getLoginUrl')),
    m('static String getLogoutUrl(String networkId)', refused('Network.getLogoutUrl')),
    m('static String getSelfRegUrl(String networkId)', refused('Network.getSelfRegUrl')),
  ],
  {
    notSupported: [
      'loadAllPackageDefaultNetworkDashboardSettings()',
      'loadAllPackageDefaultNetworkPulseSettings()',
      'loadAllPackageDefaultNetworkWorkspaceMetricSettings()',
    ],
  },
);
