/** Auth.AuthConfiguration: how users of a site may sign in. Without a site, or with an address that no site has, the org's defaults. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import type { SObject } from '../../../runtime/values/sobject.ts';
import { membersOf, refusedWhenCalled, standardClass } from '../../declare.ts';

class AuthConfiguration extends LibraryObject {
  readonly apexType = 'Auth.AuthConfiguration';
  readonly network: SObject | null;
  constructor(networkId: string | null) {
    super();
    this.network = networkId === null || networkId === '' ? null : current().data.record('Network', networkId);
  }
  option(field: string): boolean {
    return this.network?.fields.get(field) === true;
  }
}

const { c, m } = membersOf<AuthConfiguration>();

/** What Experience Cloud sites of an org are reached by; addresses of their own domain are not modelled. */
const mayBeSite = /\.my\.site\.com(?:[:/?#]|$)/i;

function byAddress(address: string | null): AuthConfiguration {
  if (address !== null && /^0DB/.test(address)) return new AuthConfiguration(address);
  if (address !== null && mayBeSite.test(address)) throw new NotSupported('Auth.AuthConfiguration of the address of a site');
  return new AuthConfiguration(null);
}

export const authConfiguration = standardClass(
  'Auth.AuthConfiguration',
  [
    c('(Id networkId, String startUrl)', (id) => new AuthConfiguration(id)),
    c('(String communityOrCustomUrl, String startUrl)', (address) => byAddress(address)),
    /** Nothing here can switch it off. */
    m('Boolean getUsernamePasswordEnabled()', () => true),
    m('Boolean getSelfRegistrationEnabled()', (self) => self.option('OptionsSelfRegistrationEnabled')),
    m('Boolean isCommunityUsingSiteAsContainer()', (self) => self.option('OptionsSiteAsContainerEnabled')),
    refusedWhenCalled('String getForgotPasswordUrl()', 'Auth.AuthConfiguration.getForgotPasswordUrl'),
    refusedWhenCalled('String getSelfRegistrationUrl()', 'Auth.AuthConfiguration.getSelfRegistrationUrl'),
    refusedWhenCalled('String getStartUrl()', 'Auth.AuthConfiguration.getStartUrl'),
  ],
  {
    notSupported: [
      'getAllowInternalUserLoginEnabled()',
      'getAuthConfig()',
      'getAuthConfigProviders()',
      'getAuthProviders()',
      'getBackgroundColor()',
      'getCertificateLoginEnabled(String)',
      'getDefaultProfileForRegistration()',
      'getFooterText()',
      'getLoginRightFrameUrl()',
      'getLogoUrl()',
      'getSamlProviders()',
    ],
  },
);
