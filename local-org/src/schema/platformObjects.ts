/**
 * Well-known standard objects: those that the schema lacks are refused as NotSupported and not as unknown. Source: Object Reference.
 * Those of several currencies (CurrencyType, DatedConversionRate) are unknown: an org with one currency does not have them.
 */
const names = `
  AccountContactRelation AccountContactRole AccountTeamMember ActionLinkGroupTemplate ApexComponent ApexLog
  ApexPage ApexTestQueueItem ApexTestResult ApexTestRunResult AppMenuItem Asset AssetRelationship AssignedResource AssignmentRule
  Attachment AuthConfig AuthProvider AuthSession AuraDefinitionBundle BrandTemplate BusinessHours BusinessProcess CallCenter Campaign
  CampaignMember CampaignMemberStatus CaseComment CaseContactRole CaseMilestone CaseSolution CaseStatus CaseTeamMember CaseTeamRole
  CategoryData CategoryNode CollaborationGroup CollaborationGroupMember ConnectedApplication Contract ContactPointAddress
  ContactPointConsent ContactPointEmail ContactPointPhone ContentAsset ContentDocument ContentDocumentLink ContentVersion ContentWorkspace
  ContractContactRole ContractLineItem ContractStatus CustomBrand CustomObjectUserLicenseMetrics Dashboard DashboardComponent
  DelegatedUserAdmin Document DuplicateRecordItem DuplicateRecordSet DuplicateRule EmailMessage EmailMessageRelation EmailServicesAddress
  EntityDefinition EntitySubscription Entitlement Event EventLogFile EventRelation ExternalDataSource FeedComment FeedItem FieldDefinition
  FiscalYearSettings FlowDefinitionView FlowInterview FlowVersionView Folder ForecastingItem ForecastShare HashtagDefinition Holiday Idea
  Individual KnowledgeArticle KnowledgeArticleVersion KnowledgeableUser Knowledge__kav LeadStatus LightningUsageByPageMetrics ListEmail ListView
  LiveAgentSession LiveChatTranscript LoginGeo LoginIp Macro MatchingRule MessagingSession MilestoneType NamedCredential Note
  OAuthToken ObjectTerritory2Association OpportunityCompetitor OpportunityContactRole OpportunityLineItem OpportunityLineItemSchedule
  OpportunityPartner OpportunityStage OpportunityTeamMember Order OrderItem OrgWideEmailAddress PackageLicense Partner PartnerRole
  PermissionSetTabSetting PersonAccountOwnerPowerUser PlatformCachePartition Pricebook2 PricebookEntry ProcessDefinition ProcessInstance
  ProcessInstanceStep ProcessInstanceWorkitem ProcessNode Product2 ProfileSkill PushTopic QueueSobject QuickText Quote QuoteDocument
  QuoteLineItem RecentlyViewed RecordAction Report ReturnOrder ServiceAppointment ServiceContract ServiceResource ServiceTerritory SetupAuditTrail
  Skill SocialPersona SocialPost Solution StaticResource StreamingChannel TaskRelation TaskStatus TenantUsageEntitlement Territory2
  Territory2Model ThirdPartyAccountLink TodayGoal Topic TopicAssignment TwoFactorInfo UserAppInfo UserAppMenuItem UserPackageLicense
  UserPreference UserTerritory2Association VerificationHistory WebLink WorkOrder WorkOrderLineItem WorkType
`;

let known: ReadonlySet<string> | null = null;

export function isPlatformObject(name: string): boolean {
  known ??= new Set(names.trim().toLowerCase().split(/\s+/));
  return known.has(name.toLowerCase());
}
