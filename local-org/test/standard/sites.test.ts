/** Apex of sites, outside of any: what controllers ask of Site, Network and Auth in a test; pages and labels by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures, orgWith } from '../helpers/project.ts';

test('outside of a site nobody is registered, signed in or sent anywhere', () => {
  const org = orgWith({
    classes: {
      SitesTest: `@IsTest(SeeAllData=true)
private class SitesTest {
  @IsTest static void nobodyIsRegistered() {
    User person = new User(Username = 'a@example.com', Email = 'a@example.com', LastName = 'A', CommunityNickname = 'a');
    Assert.isNull(Site.createExternalUser(person, null, 'secret'));
    Assert.isNull(Site.createPortalUser(person, null));
    Assert.isNull(Site.createPersonAccountPortalUser(person, UserInfo.getUserId(), 'secret'));
    Assert.areEqual(0, [SELECT COUNT() FROM User WHERE Username = 'a@example.com']);
  }
  @IsTest static void nobodyIsSignedIn() {
    Assert.isNull(Site.login('a@example.com', 'secret', null));
    Assert.isNull(Site.changePassword('new', 'new', 'old'));
    Assert.isFalse(Site.forgotPassword('a@example.com'));
    Assert.isNull(Network.communitiesLanding());
    Assert.isNull(Network.forwardToAuthPage('/start', null));
    Assert.isNull(Site.getSiteId());
  }
  @IsTest static void aUsernameLooksLikeAnAddress() {
    Assert.isTrue(Site.isValidUsername('a@example.com'));
    Assert.isFalse(Site.isValidUsername('a'));
    Assert.isFalse(Site.isValidUsername(null));
  }
  @IsTest static void thereAreDefaultsOfTheOrg() {
    Id none = Network.getNetworkId();
    Auth.AuthConfiguration settings = new Auth.AuthConfiguration(none, '');
    Assert.isTrue(settings.getUsernamePasswordEnabled());
    Assert.isFalse(settings.getSelfRegistrationEnabled());
    Assert.isFalse(new Auth.AuthConfiguration('https://nowhere.example.com', '').isCommunityUsingSiteAsContainer());
  }
  @IsTest static void failuresOfARegistrationAreCaught() {
    try {
      throw new Site.ExternalUserCreateException('taken');
    } catch (Site.ExternalUserCreateException e) {
      Assert.areEqual('taken', e.getMessage());
      Assert.isTrue(e.getDisplayMessages().isEmpty());
    }
  }
  @IsTest static void nothingIsNoPlaceToGo() {
    try {
      Aura.redirect(null);
      Assert.fail();
    } catch (NullPointerException e) {
      Assert.areEqual('Argument 1 cannot be null', e.getMessage());
    }
    try {
      ApexPages.PageReference next = new PageReference((String) null);
      Assert.fail();
    } catch (NullPointerException e) {
      Assert.areEqual('Argument 1 cannot be null', e.getMessage());
    }
  }
  @IsTest static void pagesAreKnownByName() {
    PageReference welcome = Page.welcome;
    welcome.getParameters().put('id', '1');
    Assert.areEqual('/apex/Welcome?id=1', welcome.getUrl());
    Assert.areEqual('/apex/Welcome', System.Page.Welcome.getUrl());
  }
  @IsTest static void sitesHaveLabels() {
    Assert.areEqual('Change Password', Label.Site.change_password);
    Assert.areEqual(Label.site.Username, System.Label.Site.username);
  }
}`,
    },
    pages: ['Welcome'],
  });
  assert.deepEqual(failures(org, 'SitesTest'), []);
  org.close();
});

test('what only a site could answer is refused when it is asked', () => {
  const org = orgWith({
    classes: {
      AskingTest: `@IsTest private class AskingTest {
  @IsTest static void address() { Site.getBaseUrl(); }
  @IsTest static void rules() { Site.validatePassword(new User(), 'a', 'a'); }
  @IsTest static void leaving() { Aura.redirect(new PageReference('/')); }
}`,
    },
  });
  assert.deepEqual(
    failures(org, 'AskingTest').map((text) => /NotSupported: [\w.]+/.exec(text)?.[0]),
    ['NotSupported: Site.getBaseUrl', 'NotSupported: Site.validatePassword', 'NotSupported: Aura.redirect'],
  );
});
