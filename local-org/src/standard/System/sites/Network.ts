/** System.Network, outside of any site. */
import { membersOf, refusedWhenCalled, standardClass } from '../../declare.ts';
import { nothing } from './outside.ts';

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
    refusedWhenCalled('static String getLoginUrl(String networkId)', 'Network.getLoginUrl'),
    refusedWhenCalled('static String getLogoutUrl(String networkId)', 'Network.getLogoutUrl'),
    refusedWhenCalled('static String getSelfRegUrl(String networkId)', 'Network.getSelfRegUrl'),
  ],
  {
    notSupported: [
      'loadAllPackageDefaultNetworkDashboardSettings()',
      'loadAllPackageDefaultNetworkPulseSettings()',
      'loadAllPackageDefaultNetworkWorkspaceMetricSettings()',
    ],
  },
);
