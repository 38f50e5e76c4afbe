/** The platform around the language: limits, users, jobs, events, mail. One file per class in platform/. */
import type { StandardDeclaration } from '../declare.ts';
import { asyncInfo, asyncOptions, queueableDuplicateSignature, queueableDuplicateSignatureBuilder } from './platform/AsyncOptions.ts';
import { finalizer, finalizerContext, queueable, queueableContext, schedulable, schedulableContext } from './platform/contexts.ts';
import { applicationReadWriteMode, loggingLevel, parentJobResult, quiddity, triggerOperation } from './platform/enums.ts';
import { eventBus, eventBusTriggerContext, retryableException } from './platform/EventBus.ts';
import { featureManagement } from './platform/FeatureManagement.ts';
import { formulaDeclarations } from './platform/formulas.ts';
import { flexQueue, orgLimits } from './platform/gaps.ts';
import { pageNamed } from './core/pages/PageReference.ts';
import { label } from './platform/Label.ts';
import { limits } from './platform/Limits.ts';
import { stubProvider } from './platform/createStub.ts';
import { inboundDeclarations } from './mail/inbound.ts';
import { customNotification, messaging, sendEmailError, sendEmailResult } from './mail/Messaging.ts';
import { emailDeclarations } from './mail/SingleEmailMessage.ts';
import { publishCallbackDeclarations } from './platform/publishCallbacks.ts';
import { request } from './platform/Request.ts';
import { runAs } from './platform/runAs.ts';
import { resetPasswordResult, system } from './platform/System.ts';
import { test, testBroker } from './platform/Test.ts';
import { triggerVariable } from './platform/Trigger.ts';
import { userInfo } from './platform/UserInfo.ts';
import { aura } from './sites/Aura.ts';
import { authConfiguration } from './sites/AuthConfiguration.ts';
import { handlerDeclarations } from './sites/handlers.ts';
import { network } from './sites/Network.ts';
import { externalUserCreateException, site } from './sites/Site.ts';

export const declarations: readonly StandardDeclaration[] = [
  loggingLevel,
  triggerOperation,
  parentJobResult,
  applicationReadWriteMode,
  quiddity,
  system,
  resetPasswordResult,
  test,
  testBroker,
  stubProvider,
  userInfo,
  limits,
  request,
  featureManagement,
  ...formulaDeclarations,
  eventBus,
  eventBusTriggerContext,
  retryableException,
  ...publishCallbackDeclarations,
  queueable,
  queueableContext,
  schedulable,
  schedulableContext,
  finalizer,
  finalizerContext,
  asyncOptions,
  asyncInfo,
  queueableDuplicateSignature,
  queueableDuplicateSignatureBuilder,
  messaging,
  ...emailDeclarations,
  ...inboundDeclarations,
  sendEmailResult,
  sendEmailError,
  customNotification,
  network,
  site,
  externalUserCreateException,
  authConfiguration,
  ...handlerDeclarations,
  aura,
  orgLimits,
  flexQueue,
];

/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = {
  '#label': label,
  '#page': pageNamed,
  '#triggerVariable': triggerVariable,
  '#runAs': runAs,
};
