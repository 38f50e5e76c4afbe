/** Org shapes: what an org was given when it was signed up. A shape is named in Settings and by tests. */

export interface LicenceRow {
  readonly name: string;
  /** `LicenseDefinitionKey` */
  readonly key: string;
  readonly total: number;
  /** `UserType` of its profiles and users. */
  readonly userType: string;
  /** Standard profiles that come with it. */
  readonly profiles: readonly string[];
}

export interface Shape {
  readonly name: string;
  readonly licences: readonly LicenceRow[];
  /** How many portal roles the org may have; Salesforce raises it on request. */
  readonly portalRoles: number;
  readonly digitalExperiences: boolean;
  readonly personAccounts: boolean;
  readonly stateAndCountryPicklists: boolean;
}

const internal: readonly LicenceRow[] = [
  {
    name: 'Salesforce',
    key: 'SFDC',
    total: 1_000,
    userType: 'Standard',
    profiles: ['System Administrator', 'Standard User', 'Minimum Access - Salesforce', 'Read Only'],
  },
  { name: 'Salesforce Platform', key: 'AUL', total: 100, userType: 'Standard', profiles: ['Standard Platform User'] },
];

const external: readonly LicenceRow[] = [
  {
    name: 'Customer Community',
    key: 'PID_Customer_Community',
    total: 200_000,
    userType: 'CspLitePortal',
    profiles: ['Customer Community User'],
  },
  {
    name: 'Customer Community Login',
    key: 'PID_Customer_Community_Login',
    total: 200_000,
    userType: 'CspLitePortal',
    profiles: ['Customer Community Login User'],
  },
  {
    name: 'Customer Community Plus',
    key: 'PID_Customer_Community_Plus',
    total: 2_000,
    userType: 'PowerCustomerSuccess',
    profiles: ['Customer Community Plus User'],
  },
  {
    name: 'Customer Community Plus Login',
    key: 'PID_Customer_Community_Plus_Login',
    total: 2_000,
    userType: 'PowerCustomerSuccess',
    profiles: ['Customer Community Plus Login User'],
  },
  { name: 'Partner Community', key: 'PID_Partner_Community', total: 2_000, userType: 'PowerPartner', profiles: ['Partner Community User'] },
  {
    name: 'Partner Community Login',
    key: 'PID_Partner_Community_Login',
    total: 2_000,
    userType: 'PowerPartner',
    profiles: ['Partner Community Login User'],
  },
  {
    name: 'External Identity',
    key: 'PID_External_Identity',
    total: 25_000,
    userType: 'CspLitePortal',
    profiles: ['External Identity User'],
  },
];

/** What every shape has that says nothing else: digital experiences, licences of every external kind, no other feature. */
const usual: Omit<Shape, 'name'> = {
  licences: [...internal, ...external],
  portalRoles: 50_000,
  digitalExperiences: true,
  personAccounts: false,
  stateAndCountryPicklists: false,
};

export const shapes: readonly Shape[] = [
  { ...usual, name: 'standard' },
  /** Digital experiences were never turned on: their objects and fields do not exist. */
  { ...usual, name: 'bare', licences: internal, digitalExperiences: false },
  /** Digital experiences on, but nobody bought an external licence: where tests must pass too. */
  { ...usual, name: 'noPortalLicences', licences: internal },
  { ...usual, name: 'personAccounts', personAccounts: true },
  { ...usual, name: 'stateAndCountryPicklists', stateAndCountryPicklists: true },
];

export function shapeNamed(name: string): Shape {
  const shape = shapes.find((candidate) => candidate.name === name);
  if (!shape) throw new Error(`no org shape is named ${name}; there are ${shapes.map((known) => known.name).join(', ')}`);
  return shape;
}
