/** Picklist values that several standard objects share, as a new org has them. */

export const industries = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other',
];

export const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
export const ratings = ['Hot', 'Warm', 'Cold'];
export const accountTypes = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Channel Partner / Reseller',
  'Installation Partner',
  'Technology Partner',
  'Other',
];

/** `UserType` of users and profiles. Source: Object Reference, User. */
export const userTypes = [
  'Standard',
  ['PowerPartner', 'Partner'],
  ['PowerCustomerSuccess', 'Customer Portal Manager'],
  ['CustomerSuccess', 'Customer Portal User'],
  ['Guest', 'Guest'],
  ['CspLitePortal', 'High Volume Portal'],
  ['CsnOnly', 'CSN Only'],
  ['SelfService', 'Self Service'],
  ['AutomatedProcess', 'Automated Process'],
] as const;
