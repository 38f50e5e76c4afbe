/** What the platform knows about the values of stages and statuses of a new org. */

export interface Stage {
  readonly name: string;
  readonly probability: number;
  readonly forecast: string;
  readonly closed: boolean;
  readonly won: boolean;
}

const stage = (name: string, probability: number, forecast = 'Pipeline', closed = false, won = false): Stage => ({
  name,
  probability,
  forecast,
  closed,
  won,
});

export const opportunityStages: readonly Stage[] = [
  stage('Prospecting', 10),
  stage('Qualification', 10),
  stage('Needs Analysis', 20),
  stage('Value Proposition', 50),
  stage('Id. Decision Makers', 60),
  stage('Perception Analysis', 70),
  stage('Proposal/Price Quote', 75),
  stage('Negotiation/Review', 90),
  stage('Closed Won', 100, 'Closed', true, true),
  stage('Closed Lost', 0, 'Omitted', true, false),
];

/** Labels of forecast categories, and their names in the API. */
export const forecastCategories: ReadonlyMap<string, string> = new Map([
  ['Omitted', 'Omitted'],
  ['Pipeline', 'Pipeline'],
  ['Best Case', 'BestCase'],
  ['Most Likely', 'MostLikely'],
  ['Commit', 'Forecast'],
  ['Closed', 'Closed'],
]);

export const caseStatuses = ['New', 'Working', 'Escalated', 'Closed'] as const;
export const isClosedCase = (status: string | null): boolean => status === 'Closed';

export const taskStatuses = ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'] as const;
export const isClosedTask = (status: string | null): boolean => status === 'Completed';

export const taskPriorities = ['High', 'Normal', 'Low'] as const;
export const isHighPriority = (priority: string | null): boolean => priority === 'High';

export const leadStatuses = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'] as const;
export const isConvertedLead = (status: string | null): boolean => status === 'Closed - Converted';
