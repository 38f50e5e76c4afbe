import test from 'node:test';
import { expectTexts } from './expectations.ts';

test('PageReference: an address with parameters, whose names ignore case', () => {
  expectTexts([
    ["new PageReference('/apex/page').getUrl()", '/apex/page'],
    [
      "PageReference p = new PageReference('/apex/page?id=a%20b&x=1#top'); p.getParameters().put('ID', '2 3'); p.getParameters().put('é', null); return p.getUrl() + p.getParameters().get('Id') + p.getAnchor();",
      '/apex/page?id=2+3&x=1&%C3%A9=#top2 3top',
    ],
    [
      "PageReference p = new PageReference('/001').setRedirect(true).setAnchor('a'); return p.getUrl() + p.getRedirect() + new PageReference('/').getRedirect();",
      '/001#atruefalse',
    ],
    [
      "PageReference p = new PageReference('/'); p.setCookies(new List<Cookie>{ new Cookie('n', 'v', null, -1, true, 'Strict') }); Cookie c = p.getCookies().get('n'); return c.getName() + c.getValue() + c.getMaxAge() + c.isSecure() + c.getSameSite() + c.getPath();",
      'nv-1trueStrictnull',
    ],
    ["PageReference p = new PageReference('/'); p.getHeaders().put('Host', 'h'); return p.getHeaders().get('host');", 'h'],
  ]);
});

test('SelectOption: value, label and what is shown of them', () => {
  expectTexts([
    [
      "SelectOption o = new SelectOption('v', 'l'); o.setLabel('L'); o.setEscapeItem(false); return o.getValue() + o.getLabel() + o.getDisabled() + o.getEscapeItem() + new SelectOption('v', 'l', true).getDisabled();",
      'vLfalsefalsetrue',
    ],
  ]);
});

test('Collator: the order of the language, alone and as a Comparator', () => {
  expectTexts([
    [
      "Collator.getInstance().compare('a', 'B') + ' ' + Collator.getInstance().compare('z', 'ä') + ' ' + Collator.getInstance().compare('x', 'x')",
      '-1 1 0',
    ],
    ["List<String> texts = new List<String>{ 'z', 'B', 'ä', 'a' }; texts.sort(Collator.getInstance()); return '' + texts;", '(a, ä, B, z)'],
  ]);
});

test('the org has a domain of its own', () => {
  expectTexts([
    ['Url.getOrgDomainUrl().toExternalForm()', 'https://local-org.my.salesforce.com'],
    ['Url.getSalesforceBaseUrl().getHost()', 'local-org.my.salesforce.com'],
    [
      "DomainCreator.getExperienceCloudSitesHostname() + ' ' + DomainCreator.getVisualforceHostname(null)",
      'local-org.my.site.com local-org--c.vf.force.com',
    ],
  ]);
});
