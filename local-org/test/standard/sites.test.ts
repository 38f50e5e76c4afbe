/** Apex of sites, outside of any: what controllers ask of Site, Network and Auth in a test; pages and labels by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures, orgWith } from '../helpers/project.ts';

test('outside of a site nobody is registered, signed in or sent anywhere', () => {
  const org = orgWith({
    classes: {
      Registration: `public class Registration implements Auth.RegistrationHandler, Auth.ConfigurableSelfRegHandler {
  public User createUser(Id portalId, Auth.UserData data) {
    return new User(FirstName = data.firstName, LastName = data.lastName, FederationIdentifier = data.identifier, Title = data.attributeMap.get('tier'));
  }
  public void updateUser(Id userId, Id portalId, Auth.UserData data) {}
  public Id createUser(Id accountId, Id profileId, Map<Schema.SObjectField, String> attributes, String password) {
    User person = new User(ProfileId = profileId);
    for (Schema.SObjectField field : attributes.keySet()) person.put(field, attributes.get(field));
    return Site.createExternalUser(person, accountId, password);
  }
}`,
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
  @IsTest static void usersOfOtherProvidersAreMadeByApex() {
    Map<String, String> more = new Map<String, String>{ 'tier' => 'gold' };
    Auth.UserData data = new Auth.UserData('7', 'Ada', 'Ames', 'Ada Ames', 'ada@example.com', null, 'ada', 'en_US', 'Test', null, more);
    Auth.RegistrationHandler handler = new Registration();
    User made = handler.createUser(null, data);
    Assert.areEqual('Ada Ames 7 gold', made.FirstName + ' ' + made.LastName + ' ' + made.FederationIdentifier + ' ' + made.Title);
    Auth.ConfigurableSelfRegHandler form = new Registration();
    Assert.isNull(form.createUser(null, null, new Map<Schema.SObjectField, String>{ User.Email => 'ada@example.com' }, 'secret'));
    Assert.isTrue(Auth.CommunitiesUtil.isInternalUser());
    Assert.isFalse(Auth.CommunitiesUtil.isGuestUser());
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
  @IsTest static void lookingUp() { Object o = new Auth.AuthConfiguration('https://acme.my.site.com/help', ''); }
  @IsTest static void leaving() { Aura.redirect(new PageReference('/')); }
}`,
    },
  });
  assert.deepEqual(
    failures(org, 'AskingTest').map((text) => /NotSupported: [\w.]+/.exec(text)?.[0]),
    [
      'NotSupported: Site.getBaseUrl',
      'NotSupported: Site.validatePassword',
      'NotSupported: Auth.AuthConfiguration',
      'NotSupported: Aura.redirect',
    ],
  );
});
