/** The console: contacts, policy, check, create, results, one after the other. Once a run exists, its state on the server says which step is shown. */
import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import approveRun from '@salesforce/apex/PortalUserConsole.approve';
import readProgress from '@salesforce/apex/PortalUserConsole.progress';
import rejectRun from '@salesforce/apex/PortalUserConsole.reject';
import resumeRun from '@salesforce/apex/PortalUserConsole.resume';
import readRights from '@salesforce/apex/PortalUserConsole.rights';
import startRun from '@salesforce/apex/PortalUserConsole.start';
import stopRun from '@salesforce/apex/PortalUserConsole.stop';
import { messageOf } from 'c/portalUsersErrors';
import { hearOfRuns, type News } from 'c/portalUsersLive';
import { handOver, isAtWork, notBegun, type HandOver } from 'c/portalUsersRun';
import { NOTHING, sizeOf, type Selection } from 'c/portalUsersSelection';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

/** Between two questions while a run is at work: where news come in by themselves, questions only make up for lost ones. */
const POLL = 2000;
const POLL_BESIDE_NEWS = 15_000;
/** News come in bursts: one question answers them all. */
const SOON = 500;

type Step = 'contacts' | 'options' | 'check' | 'create' | 'results';

export default class PortalUsersConsole extends LightningElement {
  labels = labels;

  // What is being chosen
  rights: Apex.Rights | null = null;
  selection: Selection = NOTHING;
  policyName = '';
  sendInvitations = false;
  choosing: 'contacts' | 'options' = 'contacts';
  /** Kept while a hand-over fails, so that trying again goes on with the same run. */
  begun: HandOver | null = null;
  handingOver = false;
  sent = 0;

  // The run that is shown
  runId: string | null = null;
  progress: Apex.Progress | null = null;
  watching = false;
  timer: number | undefined = undefined;
  soon: number | undefined = undefined;
  news: News | null = null;

  busy = false;
  problem = '';
  /** The problem is that the last question got no answer: the next answer settles it. */
  lost = false;

  connectedCallback(): void {
    this.news = hearOfRuns((runId) => this.hear(runId));
    void this.learnRights();
  }

  disconnectedCallback(): void {
    this.unwatch();
    this.news?.stop();
  }

  // ---------------------------------------------------------------------------------------------- what is shown

  get step(): Step {
    if (this.runId === null) return this.choosing;
    const { state, waitingFor, ready = 0, created = 0 } = this.progress ?? {};
    if (state === 'Finished') return 'results';
    const before = state === 'Draft' || state === 'Checking' || state === 'Ready' || (state === 'Stopped' && created === 0 && ready === 0);
    return before && waitingFor === undefined ? 'check' : 'create';
  }
  get choosesContacts(): boolean {
    return this.mayRequest && this.runId === null && this.choosing === 'contacts';
  }
  get choosesOptions(): boolean {
    return this.runId === null && this.choosing === 'options';
  }
  /** Nothing to request, and no run is open. */
  get onlyLooks(): boolean {
    return this.rights !== null && !this.rights.mayRequest && this.runId === null;
  }
  get mayRequest(): boolean {
    return this.rights?.mayRequest === true;
  }
  get showsSteps(): boolean {
    return this.mayRequest || this.runId !== null;
  }
  get subtitle(): string {
    const { name, policy } = this.progress ?? {};
    return name === undefined ? labels.subtitle : `${name} · ${policy ?? ''}`;
  }
  get stepText(): string {
    const { step } = this;
    const names = {
      contacts: labels.stepContacts,
      options: labels.stepOptions,
      check: labels.stepCheck,
      create: labels.stepCreate,
      results: labels.stepResults,
    };
    const steps = Object.keys(names);
    return format(labels.stepOf, steps.indexOf(step) + 1, steps.length, names[step]);
  }
  get decides(): boolean {
    return this.progress?.state === 'Ready';
  }
  get waitsForApproval(): boolean {
    return this.progress?.state === 'Waiting' && this.progress.waitingFor === 'Approval';
  }
  get finished(): boolean {
    return this.progress?.state === 'Finished';
  }
  get watches(): boolean {
    return this.progress !== null && !this.decides && !this.finished && !this.waitsForApproval;
  }
  get stopped(): boolean {
    return this.progress?.state === 'Stopped';
  }
  get nothingChosen(): boolean {
    return sizeOf(this.selection) === 0;
  }
  get cannotGoBack(): boolean {
    return this.begun !== null;
  }
  get cannotCheck(): boolean {
    return this.policyName === '' || this.handingOver;
  }
  get checkLabel(): string {
    return this.begun !== null && !this.handingOver ? labels.tryAgain : labels.check;
  }
  get selectedText(): string {
    return format(labels.selected, sizeOf(this.selection));
  }
  get handOverText(): string {
    return format(labels.handingOver, this.sent, sizeOf(this.selection));
  }
  get handOverPercent(): number {
    return Math.floor((this.sent / sizeOf(this.selection)) * 100);
  }

  // ---------------------------------------------------------------------------------------------- choosing

  async learnRights(): Promise<void> {
    try {
      this.rights = await readRights();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  handleContacts(event: CustomEvent<Selection>): void {
    this.selection = event.detail;
  }

  handleNext(): void {
    this.choosing = 'options';
  }

  handleBack(): void {
    this.problem = '';
    this.choosing = 'contacts';
  }

  handleOptions(event: CustomEvent<{ policyName: string; sendInvitations: boolean }>): void {
    // A run that was begun has its policy.
    if (this.begun !== null) return;
    this.policyName = event.detail.policyName;
    this.sendInvitations = event.detail.sendInvitations;
  }

  async handleCheck(): Promise<void> {
    this.handingOver = true;
    this.problem = '';
    this.begun ??= notBegun();
    this.sent = this.begun.found + this.begun.single;
    const { policyName, sendInvitations, selection, begun } = this;
    try {
      const runId = await handOver({ policyName, sendInvitations, selection }, begun, (sent) => {
        this.sent = sent;
      });
      this.begun = null;
      await this.watch(runId);
    } catch (error) {
      this.problem = messageOf(error);
      // Refused before there was a run: everything can still be chosen differently.
      if (begun.runId === null) this.begun = null;
    }
    this.handingOver = false;
  }

  handleNewRun(): void {
    this.unwatch();
    this.runId = null;
    this.progress = null;
    this.begun = null;
    this.selection = NOTHING;
    this.choosing = 'contacts';
    this.problem = '';
    this.refreshRuns();
  }

  async handleOpen(event: CustomEvent<string>): Promise<void> {
    this.problem = '';
    await this.watch(event.detail);
  }

  // ---------------------------------------------------------------------------------------------- the run

  async handleStart(): Promise<void> {
    const ready = this.progress?.ready ?? 0;
    const message = format(this.progress?.sendInvitations ? labels.confirmInvitations : labels.confirmMessage, ready);
    if (!(await LightningConfirm.open({ message, label: labels.confirmTitle, theme: 'default' }))) return;
    await this.act(startRun);
  }

  async handleStop(): Promise<void> {
    if (!(await LightningConfirm.open({ message: labels.stopMessage, label: labels.stopTitle, theme: 'warning' }))) return;
    await this.act(stopRun);
  }

  async handleApprove(): Promise<void> {
    const { requester = '', ready = 0, policy = '' } = this.progress ?? {};
    const message = format(labels.approveMessage, requester, ready, policy);
    if (!(await LightningConfirm.open({ message, label: labels.approveTitle, theme: 'default' }))) return;
    await this.act(approveRun);
  }

  async handleReject(event: CustomEvent<string>): Promise<void> {
    const reason = event.detail;
    await this.act(({ runId }) => rejectRun({ runId, reason }));
  }

  async handleFixed(): Promise<void> {
    if (this.runId !== null) await this.watch(this.runId);
  }

  async handleResume(): Promise<void> {
    await this.act(resumeRun);
  }

  async act(door: (order: { runId: string }) => Promise<void>): Promise<void> {
    const runId = this.runId;
    if (runId === null) return;
    this.busy = true;
    this.problem = '';
    try {
      await door({ runId });
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
    await this.watch(runId);
  }

  async watch(runId: string): Promise<void> {
    this.unwatch();
    if (this.runId !== runId) this.progress = null;
    this.runId = runId;
    this.watching = true;
    await this.look(runId);
    this.refreshRuns();
  }

  unwatch(): void {
    this.watching = false;
    window.clearTimeout(this.timer);
    window.clearTimeout(this.soon);
    this.soon = undefined;
  }

  hear(runId: string): void {
    if (runId !== this.runId || !this.watching || this.soon !== undefined) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component: disconnectedCallback
    this.soon = window.setTimeout(() => {
      this.soon = undefined;
      window.clearTimeout(this.timer);
      void this.look(runId);
    }, SOON);
  }

  /** Asks again while the platform is at work; a question that failed is asked again too, because the run goes on without this page. */
  async look(runId: string): Promise<void> {
    const before = this.progress?.state;
    let again = true;
    try {
      const progress = await readProgress({ runId });
      if (this.runId !== runId) return;
      this.progress = progress;
      if (this.lost) this.problem = '';
      this.lost = false;
      again = isAtWork(progress.state) || progress.state === 'Waiting';
      if (before !== undefined && before !== progress.state) this.tell(progress);
    } catch (error) {
      if (this.runId !== runId) return;
      this.problem = messageOf(error);
      this.lost = true;
      again = this.progress !== null;
    }
    if (!again || !this.watching) return;
    const slowly = this.news?.flows === true || this.progress?.state === 'Waiting';
    window.clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component: disconnectedCallback
    this.timer = window.setTimeout(() => void this.look(runId), slowly && !this.lost ? POLL_BESIDE_NEWS : POLL);
  }

  tell(progress: Apex.Progress): void {
    this.refreshRuns();
    if (progress.state === 'Finished') {
      this.dispatchEvent(new ShowToastEvent({ title: format(labels.finishedToast, progress.created), variant: 'success' }));
    }
  }

  refreshRuns(): void {
    const runs = this.template?.querySelector<HTMLElement & { refresh(): Promise<void> }>('c-portal-users-recent-runs');
    void runs?.refresh();
  }
}
