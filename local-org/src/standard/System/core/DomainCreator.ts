/** `System.DomainCreator`: the host names of the org, in the formats of enhanced domains. The org's My Domain is `local-org`. */
import { membersOf, standardClass } from '../../declare.ts';
import { NotSupported } from '../../../runtime/exceptions.ts';
import { MY_DOMAIN } from '../../../runtime/orgDomain.ts';

export const orgHost = `${MY_DOMAIN}.my.salesforce.com`;

const { m } = membersOf<null>();

/** Without a package the pages are the org's own: `--c`. */
function packaged(name: string | null, suffix: string): string {
  if (name !== null && name !== '') throw new NotSupported(`host name for the package ${name}`);
  return `${MY_DOMAIN}--c.${suffix}`;
}

export const domainCreatorDeclaration = standardClass(
  'System.DomainCreator',
  [
    m('static String getContentHostname()', () => `${MY_DOMAIN}.file.force.com`),
    m('static String getExperienceCloudSitesHostname()', () => `${MY_DOMAIN}.my.site.com`),
    m('static String getLightningContainerComponentHostname(String packageName)', (name) => packaged(name, 'container.force.com')),
    m('static String getLightningHostname()', () => `${MY_DOMAIN}.lightning.force.com`),
    m('static String getOrgMyDomainHostname()', () => orgHost),
    m('static String getSalesforceSitesHostname()', () => `${MY_DOMAIN}.my.salesforce-sites.com`),
    m('static String getSetupHostname()', () => `${MY_DOMAIN}.my.salesforce-setup.com`),
    m('static String getVisualforceHostname(String packageName)', (name) => packaged(name, 'vf.force.com')),
  ],
  {
    notSupported: [
      'getExperienceCloudSitesBuilderHostname()',
      'getExperienceCloudSitesLivePreviewHostname()',
      'getExperienceCloudSitesPreviewHostname()',
    ],
  },
);
