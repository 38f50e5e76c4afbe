/**
 * Assumption switches: platform behaviours that no public source confirms. Never a hard-wired guess: each has named
 * positions, and the product must hold in every one. ASSUMPTIONS.md is printed from this table.
 */
export interface Assumption {
  readonly name: string;
  /** What is not known, in a sentence. */
  readonly question: string;
  readonly positions: readonly { readonly name: string; readonly means: string }[];
  /** Name of the position that is used unless Settings say otherwise. */
  readonly default: string;
  /** What public material there is. */
  readonly evidence: string;
  /** Anonymous Apex that shows in a real org which position holds. */
  readonly probe: string;
}

const users: readonly Assumption[] = [
  {
    name: 'nicknameMessage',
    question: 'What is the text of DUPLICATE_COMM_NICKNAME?',
    positions: [
      { name: 'html', means: 'with <br> between the sentences, as the text of DUPLICATE_USERNAME has' },
      { name: 'plain', means: 'another wording: nobody should rely on it' },
    ],
    default: 'html',
    evidence: 'The status code is in every WSDL; the text is in no public source.',
    probe:
      'User a = [SELECT CommunityNickname FROM User WHERE IsActive = true LIMIT 1]; User b = [SELECT Id FROM User WHERE Id != :a.Id LIMIT 1]; b.CommunityNickname = a.CommunityNickname; System.debug(Database.update(b, false).getErrors());',
  },
  {
    name: 'contactWithoutAccount',
    question: 'Which error does a user on a contact without account get?',
    positions: [
      { name: 'ownerRole', means: 'UNKNOWN_EXCEPTION, portal account owner must have a role' },
      { name: 'crossReference', means: 'INVALID_CROSS_REFERENCE_KEY' },
      { name: 'fieldIntegrity', means: 'FIELD_INTEGRITY_EXCEPTION' },
    ],
    default: 'ownerRole',
    evidence: 'The object reference says that an error occurs; one component author maps the case to the owner-role error.',
    probe: "Contact c = new Contact(LastName = 'Probe'); insert c; /* insert a user with ContactId = c.Id and read getErrors() */",
  },
  {
    name: 'partnerUserOnOtherAccount',
    question: 'Which error does a partner user on an account that is no partner account get?',
    positions: [
      { name: 'fieldIntegrity', means: 'FIELD_INTEGRITY_EXCEPTION' },
      { name: 'crossReference', means: 'INVALID_CROSS_REFERENCE_KEY' },
    ],
    default: 'fieldIntegrity',
    evidence: 'Help says that the account must be a business account enabled as a partner account; no code is given.',
    probe: '/* insert a user with a partner profile on a contact of an account with IsPartner = false and read getErrors() */',
  },
  {
    name: 'ownerRoleRuleForHighVolume',
    question: 'Must the account owner have a role when the licence is a high-volume one?',
    positions: [
      { name: 'applies', means: 'UNKNOWN_EXCEPTION, portal account owner must have a role' },
      { name: 'skipped', means: 'the owner is not looked at' },
    ],
    default: 'applies',
    evidence: 'Knowledge articles state the rule for portal users without saying which; high-volume users have no roles.',
    probe: '/* insert a Customer Community user on a contact whose account owner has UserRoleId = null */',
  },
  {
    name: 'portalRolesPerAccount',
    question: 'How many portal roles does the first role-based user of an account bring?',
    positions: [
      { name: 'three', means: 'Executive, Manager and User' },
      { name: 'two', means: 'Manager and User' },
      { name: 'one', means: 'User' },
    ],
    default: 'three',
    evidence: 'A setting of Digital Experiences, from one to three for each of customers and partners, with no name in the Metadata API.',
    probe:
      "System.debug([SELECT PortalAccountId, PortalType, PortalRole FROM UserRole WHERE PortalType != 'None' ORDER BY PortalAccountId]);",
  },
  {
    name: 'portalRoleNotMade',
    question: 'What becomes of a user whose PortalRole is a level that the account has no role for?',
    positions: [
      { name: 'refused', means: 'FIELD_INTEGRITY_EXCEPTION' },
      { name: 'lowest', means: 'the user gets the lowest role, Worker' },
    ],
    default: 'refused',
    evidence: 'None found.',
    probe: "/* in an org with one role per account: insert a partner user with PortalRole = 'Executive', read getErrors() and the row */",
  },
  {
    name: 'portalRoleLimit',
    question: 'Which status code does the user get whose portal roles would be more than the org may have?',
    positions: [
      { name: 'limitExceeded', means: 'LIMIT_EXCEEDED' },
      { name: 'unknown', means: 'UNKNOWN_EXCEPTION' },
    ],
    default: 'limitExceeded',
    evidence: 'A limit of 50,000 portal roles is documented; what is answered beyond it is not.',
    probe: '/* only in an org that has 50,000 portal roles */',
  },
  {
    name: 'partnerAccountOwnerRole',
    question: 'Must the owner have a role when Account.IsPartner is set?',
    positions: [
      { name: 'required', means: 'UNKNOWN_EXCEPTION, portal account owner must have a role' },
      { name: 'later', means: 'only with the first user' },
    ],
    default: 'required',
    evidence: 'Questions about the message show both the update of the account and the insert of the user.',
    probe: '/* update an account to IsPartner = true whose owner has UserRoleId = null */',
  },
  {
    name: 'plusDowngrade',
    question: 'May a Customer Community Plus user be moved to a Customer Community profile?',
    positions: [
      { name: 'refused', means: 'FIELD_INTEGRITY_EXCEPTION, as for other licences that do not fit' },
      { name: 'allowed', means: 'the user loses role and assignments' },
    ],
    default: 'refused',
    evidence: 'Help names upgrades only; one guide says "between Customer Community and Customer Community Plus".',
    probe: '/* update a Customer Community Plus user: ProfileId of a Customer Community profile; read getErrors() */',
  },
  {
    name: 'partnerDisable',
    question: 'Can a partner user be disabled by IsPortalEnabled = false?',
    positions: [
      { name: 'works', means: 'as a customer user' },
      { name: 'refused', means: 'the row fails' },
    ],
    default: 'works',
    evidence: 'A knowledge article says that the API way "does not apply for partner users"; the object reference says that it does.',
    probe: 'update new User(Id = partnerUserId, IsPortalEnabled = false);',
  },
  {
    name: 'inactiveLinkedUser',
    question: 'Does a deactivated user that is still linked to the contact block a new one?',
    positions: [
      { name: 'blocks', means: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' },
      { name: 'free', means: 'a second user is made' },
    ],
    default: 'blocks',
    evidence: 'Inferred from the message, which says nothing of active.',
    probe: '/* deactivate a portal user, insert another one for the same contact, read getErrors() */',
  },
  {
    name: 'standardExternalProfiles',
    question: 'Is "Allow using standard external profiles for self-registration, user creation, and login" off?',
    positions: [
      { name: 'blocked', means: 'users with the profiles that came with the licence are refused' },
      { name: 'allowed', means: 'they are accepted' },
    ],
    default: 'blocked',
    evidence:
      'A setting of the org (CommunitiesSettings.enableOotbProfExtUserOpsEnable), off in new orgs; the code of the refusal is not public.',
    probe: '/* insert a user with the standard profile Customer Community User and read getErrors() */',
  },
  {
    name: 'usernameAfterRollback',
    question: 'Is a username free again directly after its insert was rolled back?',
    positions: [
      { name: 'free', means: 'yes' },
      { name: 'taken', means: 'not in the same transaction: DUPLICATE_USERNAME' },
    ],
    default: 'free',
    evidence: 'Usernames are reserved across orgs; after a sandbox refresh false duplicates can last a day.',
    probe:
      'Savepoint sp = Database.setSavepoint(); /* insert u */ Database.rollback(sp); /* insert u.clone(false) with the same Username */',
  },
  {
    name: 'disableWithInactive',
    question: 'May IsPortalEnabled = false and IsActive = false be set in one update?',
    positions: [
      { name: 'works', means: 'the user is disabled' },
      { name: 'fails', means: 'the row fails' },
    ],
    default: 'works',
    evidence: 'The knowledge article sets both; an answer of 2021 says that adding IsActive fails.',
    probe: 'update new User(Id = portalUserId, IsPortalEnabled = false, IsActive = false);',
  },
  {
    name: 'assignmentToInactiveUser',
    question: 'May a permission set be assigned to an inactive user?',
    positions: [
      { name: 'refused', means: 'INACTIVE_OWNER_OR_USER' },
      { name: 'allowed', means: 'the assignment is made' },
    ],
    default: 'refused',
    evidence: 'Setup offers active users only; nothing is said of the API.',
    probe: '/* insert a PermissionSetAssignment for a user with IsActive = false and read getErrors() */',
  },
  {
    name: 'operatorPrivileges',
    question: 'May Apex in system mode write users, assignments and logins for a running user who lacks Manage Users?',
    positions: [
      { name: 'allowed', means: 'system mode means it' },
      { name: 'refused', means: 'INSUFFICIENT_ACCESS_OR_READONLY' },
      { name: 'usersRefused', means: 'INSUFFICIENT_ACCESS_OR_READONLY for users and logins; assignments are made' },
      { name: 'assignmentsRefused', means: 'INSUFFICIENT_ACCESS_OR_READONLY for assignments; users are made' },
    ],
    default: 'allowed',
    evidence: 'System mode ignores object and field rights; whether it stands in for user permissions is not said.',
    probe: '/* System.runAs(a user without Manage Users) { Database.insert(user, AccessLevel.SYSTEM_MODE); } */',
  },
];

const licences: readonly Assumption[] = [
  {
    name: 'permissionSetLicenceMessage',
    question: 'What does an assignment of a permission set licence answer that has no seats left?',
    positions: [
      { name: 'asUserLicence', means: 'LICENSE_LIMIT_EXCEEDED, as for a user licence' },
      { name: 'fieldIntegrity', means: 'FIELD_INTEGRITY_EXCEPTION' },
    ],
    default: 'asUserLicence',
    evidence: 'The wording is in no public source.',
    probe: '/* insert a PermissionSetLicenseAssign of a licence whose UsedLicenses equals TotalLicenses, and read getErrors() */',
  },
  {
    name: 'groupSetupAccess',
    question: 'Does SetupEntityAccess have rows for the permission set that stands for a permission set group?',
    positions: [
      { name: 'members', means: 'no: only for the sets in the group' },
      { name: 'aggregate', means: 'yes, and assignments of the group name that set in PermissionSetId' },
    ],
    default: 'members',
    evidence:
      'PermissionSet.Type has a value Group for the sets that stand for a group; what refers to them is not said. Deployed groups only.',
    probe:
      "System.debug([SELECT Parent.Type, Parent.Name, SetupEntityId FROM SetupEntityAccess WHERE Parent.Type = 'Group' LIMIT 5]); System.debug([SELECT PermissionSetId, PermissionSetGroupId FROM PermissionSetAssignment WHERE PermissionSetGroupId != null LIMIT 5]);",
  },
  {
    name: 'loginLicenceSeats',
    question: 'What does UserLicense.TotalLicenses of a login licence count?',
    positions: [
      { name: 'users', means: 'users that may be made' },
      { name: 'logins', means: 'logins that were bought: twenty users may be made for each' },
    ],
    default: 'users',
    evidence: 'A third party says that one login licence lets twenty users be assigned.',
    probe:
      "System.debug([SELECT Name, TotalLicenses, UsedLicenses FROM UserLicense WHERE Name LIKE '%Login']); /* beside what was bought */",
  },
];

const mail: readonly Assumption[] = [
  {
    name: 'siteWelcomeMail',
    question: "How do DMLOptions.EmailHeader.triggerUserEmail and a live site's welcome mail go together?",
    positions: [
      { name: 'siteInstead', means: "the site's mail is sent whatever the header says, and replaces the header's" },
      { name: 'both', means: "the site's mail is sent whatever the header says, the header's too if asked for" },
      { name: 'headerDecides', means: 'without the header nothing is sent' },
    ],
    default: 'siteInstead',
    evidence: 'Data Loader, which cannot set the header, causes welcome mails; two blogs say that the header suppresses the default mail.',
    probe: '/* insert portal users of a live site with triggerUserEmail true and false, and count what arrives */',
  },
  {
    name: 'mailOnRollback',
    question: 'Does mail of an insert leave although the insert is rolled back?',
    positions: [
      { name: 'dropped', means: 'no' },
      { name: 'sent', means: 'yes' },
    ],
    default: 'dropped',
    evidence: 'Mail is said to be part of the commit; nothing confirms it for welcome mails.',
    probe:
      'Savepoint sp = Database.setSavepoint(); /* insert a portal user with triggerUserEmail */ Database.rollback(sp); /* wait for mail */',
  },
  {
    name: 'welcomeOnActivation',
    question: 'Is the welcome mail sent when a site member is activated (again)?',
    positions: [
      { name: 'sent', means: 'by every live site with welcome mail on' },
      { name: 'none', means: 'never' },
    ],
    default: 'sent',
    evidence: 'A reactivation mail that the header could not suppress is reported; "mail when inserted inactive, then activated" is open.',
    probe: '/* insert a portal user with IsActive = false, then activate it, and count what arrives */',
  },
  {
    name: 'welcomeOnAssignment',
    question: 'Is the welcome mail sent when membership comes by a permission set assignment?',
    positions: [
      { name: 'sent', means: 'as for membership by profile' },
      { name: 'none', means: 'only membership by profile counts' },
    ],
    default: 'sent',
    evidence: 'Help speaks of members being added by profile or permission set.',
    probe: '/* assign a permission set that is a member of a live site to a portal user who is no member */',
  },
];

const transactions: readonly Assumption[] = [
  {
    name: 'dmlOptionsAllOrNone',
    question: 'Does Database.DMLOptions without OptAllOrNone allow partial success?',
    positions: [
      { name: 'partial', means: 'yes, as if it were false' },
      { name: 'allOrNone', means: 'no, as if it were true' },
    ],
    default: 'partial',
    evidence: 'The Apex guide is quoted as saying that the default is false.',
    probe: 'Database.DMLOptions o = new Database.DMLOptions(); System.debug(Database.insert(new List<Contact>{ new Contact() }, o));',
  },
  {
    name: 'mixedDmlAfterRollback',
    question: 'Is DML on another kind of object still mixed DML after the first kind was rolled back?',
    positions: [
      { name: 'remembered', means: 'yes: MIXED_DML_OPERATION' },
      { name: 'forgotten', means: 'no: the savepoint restores that too' },
    ],
    default: 'remembered',
    evidence: 'None found.',
    probe:
      "Savepoint sp = Database.setSavepoint(); /* insert a PermissionSetAssignment */ Database.rollback(sp); insert new Account(Name = 'Probe');",
  },
  {
    name: 'resetPasswordMixed',
    question: 'Does System.resetPassword or setPassword count as DML on a setup object?',
    positions: [
      { name: 'neutral', means: 'it goes together with any DML' },
      { name: 'setup', means: 'beside DML on other objects it is MIXED_DML_OPERATION' },
    ],
    default: 'neutral',
    evidence: 'The documentation of mixed DML lists objects, not these methods.',
    probe: "insert new Account(Name = 'Probe'); System.resetPassword(portalUserId, false);",
  },
  {
    name: 'mixedDmlInRunAs',
    question: 'May setup and other objects be mixed inside one System.runAs block?',
    positions: [
      { name: 'allowed', means: 'nothing is checked inside of the block' },
      { name: 'ownContext', means: 'the block only starts afresh: mixing inside of it is MIXED_DML_OPERATION' },
    ],
    default: 'allowed',
    evidence:
      'The Apex Developer Guide ("Mixed DML Operations in Test Methods") inserts a user with a role and an account in one block and says that this is how mixed DML is allowed.',
    probe: '@IsTest static void probe() { System.runAs(me) { insert account; insert permissionSetAssignment; } }',
  },
  {
    name: 'afterTriggersOfRepeatedAttempt',
    question: 'Do after-triggers fire in the first attempt of a partial save in which rows have already failed?',
    positions: [
      { name: 'fire', means: 'yes, for the rows that are left, and again in the next attempt' },
      { name: 'skipped', means: 'no, the attempt is abandoned' },
    ],
    default: 'fire',
    evidence:
      'The Apex Developer Guide says that all records are processed and bad ones set aside, and that triggers fire again in the next attempt.',
    probe: '/* a trigger that logs each event; Database.insert of one good and one bad row with allOrNone = false */',
  },
  {
    name: 'automatedProcessUserMode',
    question: 'What may the Automated Process user do in user mode?',
    positions: [
      { name: 'everything', means: 'it is not checked' },
      { name: 'nothing', means: 'it has no object and field rights' },
    ],
    default: 'everything',
    evidence: 'It has no profile that could be edited; nothing says how user mode treats it.',
    probe: 'trigger Probe on Probe__e (after insert) { Database.insert(new Account(Name = UserInfo.getName()), AccessLevel.USER_MODE); }',
  },
];

const asynchronous: readonly Assumption[] = [
  {
    name: 'eventPublishChecksCreate',
    question: 'Does EventBus.publish ask for Create on the event in API 67.0?',
    positions: [
      { name: 'no', means: 'whoever runs the code publishes' },
      { name: 'yes', means: 'without Create the event is refused: INSUFFICIENT_ACCESS_OR_READONLY in its SaveResult' },
    ],
    default: 'no',
    evidence: 'API 67.0 makes user mode the default of DML; whether publishing counts as DML there is not said.',
    probe: '/* System.runAs(a user without rights on Probe__e) { System.debug(EventBus.publish(new Probe__e())); } */',
  },
  {
    name: 'batchErrorSubscriberConfig',
    question: 'Does a PlatformEventSubscriberConfig work for a trigger on BatchApexErrorEvent?',
    positions: [
      { name: 'honoured', means: 'user and batch size of the configuration count' },
      { name: 'ignored', means: 'it deploys and has no effect: Automated Process, up to 2,000 events' },
    ],
    default: 'honoured',
    evidence: 'The configuration is documented for "platform event triggers" without saying whether standard events are meant too.',
    probe:
      '/* a trigger on BatchApexErrorEvent with a configuration of batchSize 1 that logs Trigger.size; let two chunks of a batch die */',
  },
  {
    name: 'assignmentsInTest',
    question: 'From when on does a test see the rights of a permission set that it assigned to its own running user?',
    positions: [
      { name: 'atOnce', means: 'from the next statement on' },
      { name: 'withRunAs', means: 'from the next System.runAs on' },
    ],
    default: 'atOnce',
    evidence: 'Examples assign first and then use System.runAs; none reads rights without it.',
    probe:
      '/* in a test: assign a permission set to the running user, then FeatureManagement.checkPermission with and without System.runAs */',
  },
  {
    name: 'finalizerDmlContext',
    question: 'May a finalizer write other records after its Queueable wrote setup records?',
    positions: [
      { name: 'own', means: 'it has a context of its own' },
      { name: 'shared', means: 'MIXED_DML_OPERATION, as if it were the same transaction' },
    ],
    default: 'own',
    evidence:
      'Apex Developer Guide: "The Queueable job and the Finalizer run in separate Apex and Database transactions". A question of 2021 (salesforce.stackexchange.com 365806) reports mixed DML in a finalizer all the same.',
    probe:
      '/* System.enqueueJob of a Queueable that inserts a GroupMember and attaches a finalizer that inserts an Account; look for the account */',
  },
  {
    name: 'lineItemTriggers',
    question: 'Do triggers and validation rules of the opportunity run when its products change its amount?',
    positions: [
      { name: 'none', means: 'the opportunity is saved past both' },
      { name: 'fired', means: 'the opportunity is saved as by an update' },
    ],
    default: 'none',
    evidence:
      'Apex Developer Guide, "Operations That Don\'t Invoke Triggers": they do not fire for the opportunity, while roll-up summaries and workflow rules run. Developers report both.',
    probe: '/* a before-update trigger on Opportunity that writes to Description; insert an OpportunityLineItem and read Description */',
  },
  {
    name: 'eventTriggerStatics',
    question: 'Does a platform event trigger that runs within a test see the static variables of the test?',
    positions: [
      { name: 'own', means: 'it begins with static variables of its own, and the test keeps its own' },
      { name: 'shared', means: 'it sees and changes those of the test, as jobs do' },
    ],
    default: 'own',
    evidence:
      'Until Spring 23 tests relied on shared ones; questions from then on (salesforce.stackexchange.com 394916, 393511) report that flags set by a test no longer reach the trigger. The release note speaks of flows alone.',
    probe:
      '/* in a test: set a static Boolean, publish an event whose trigger copies it into a record, Test.getEventBus().deliver(), and read the record */',
  },
  {
    name: 'chainedBatchInTest',
    question: 'What does Database.executeBatch do in `finish` of a batch that Test.stopTest runs?',
    positions: [
      { name: 'queued', means: 'the job is queued and does not run within the test' },
      { name: 'refused', means: 'UnexpectedException, No more than one executeBatch can be called from within a test method' },
      { name: 'runs', means: 'the second batch runs within stopTest too' },
    ],
    default: 'queued',
    evidence:
      'A blog post of 2013 says that chaining in a test gives the error; a Salesforce engineer of 2021 could test three chained batches without it. Neither says whether the second one runs.',
    probe: '/* in a test: start a batch whose finish starts another one; after Test.stopTest() read Status of both rows of AsyncApexJob */',
  },
];

const library: readonly Assumption[] = [
  {
    name: 'jsonAccessors',
    question: 'What do JSON.serialize and deserialize do with a property whose accessors have bodies?',
    positions: [
      { name: 'called', means: 'its getter is written, its setter is called' },
      { name: 'ignored', means: 'it is left out, and passed over when reading' },
    ],
    default: 'called',
    evidence: 'The guide says which members are written (all that are not static or transient), not whether accessors run.',
    probe:
      'public class Probe { public Integer once = 1; public Integer twice { get { return once * 2; } set { once = value / 2; } } } System.debug(JSON.serialize(new Probe())); System.debug(((Probe) JSON.deserialize(\'{"twice":8}\', Probe.class)).once);',
  },
  {
    name: 'jsonQuotedNumbers',
    question: 'Does JSON.deserialize read a string into a number or Boolean of a class, as it does into those of a record?',
    positions: [
      { name: 'read', means: 'as what the string says' },
      { name: 'refused', means: 'JSONException, Illegal value for primitive' },
    ],
    default: 'read',
    evidence: 'Public tests show it for fields of records.',
    probe: 'System.debug(JSON.deserialize(\'["5"]\', List<Integer>.class));',
  },
];

export const assumptions: readonly Assumption[] = [...users, ...licences, ...mail, ...transactions, ...asynchronous, ...library];

/** Positions of an org whose Settings say nothing else. Throws for a switch that does not exist. */
export function defaultPosition(name: string): string {
  const assumption = assumptions.find((each) => each.name === name);
  if (!assumption) throw new Error(`there is no assumption ${name}`);
  return assumption.default;
}
