/** The public face of the local org. */
export { isInUse, openOrg } from './src/org/openOrg.ts';
export type { DeployOptions, DeployResult, OpenOptions, Org, OutboxMessage, TestOutcome, TestRun } from './src/org/org.ts';
export { support, type Support, type SupportedObject, type SupportedType } from './src/org/support.ts';
export { UncaughtApexException } from './src/org/failure.ts';
export { assumptions, type Assumption } from './src/runtime/assumptions.ts';
export { shapes } from './src/org/shapeNames.ts';
export { NotSupported } from './src/runtime/exceptions.ts';
export type { Fault, FaultPoint, Faults, Settings } from './src/runtime/settings.ts';
export type { Order, ReadyStep } from './src/async/jobs.ts';
export type { Value } from './src/runtime/values/kinds.ts';
export { apexList } from './src/org/apexValues.ts';
