/** The console: contacts, policy, check, create, results, one after the other. Once a run exists, its state on the server says which step is shown. */
import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import readProgress from '@salesforce/apex/PortalUserConsole.progress';
import resumeRun from '@salesforce/apex/PortalUserConsole.resume';
import startRun from '@salesforce/apex/PortalUserConsole.start';
import stopRun from '@salesforce/apex/PortalUserConsole.stop';
import { messageOf } from 'c/portalUsersErrors';
import { handOver, isAtWork, type HandOver } from 'c/portalUsersRun';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

const POLL = 2000;

type Step = 'contacts' | 'options' | 'check' | 'create' | 'results';

export default class PortalUsersConsole extends LightningElement {
  labels = labels;

  // What is being chosen
  contactIds: readonly string[] = [];
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

  busy = false;
  problem = '';
  /** The problem is that the last question got no answer: the next answer settles it. */
  lost = false;

  disconnectedCallback(): void {
    this.unwatch();
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
    return this.runId === null && this.choosing === 'contacts';
  }
  get choosesOptions(): boolean {
    return this.runId === null && this.choosing === 'options';
  }
  get decides(): boolean {
    return this.progress?.state === 'Ready';
  }
  get finished(): boolean {
    return this.progress?.state === 'Finished';
  }
  get watches(): boolean {
    return this.progress !== null && !this.decides && !this.finished;
  }
  get stopped(): boolean {
    return this.progress?.state === 'Stopped';
  }
  get nothingChosen(): boolean {
    return this.contactIds.length === 0;
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
    return format(labels.selected, this.contactIds.length);
  }
  get handOverText(): string {
    return format(labels.handingOver, this.sent, this.contactIds.length);
  }
  get handOverPercent(): number {
    return Math.floor((this.sent / this.contactIds.length) * 100);
  }

  // ---------------------------------------------------------------------------------------------- choosing

  handleContacts(event: CustomEvent<readonly string[]>): void {
    this.contactIds = event.detail;
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
    this.begun ??= { runId: null, sent: 0 };
    this.sent = this.begun.sent;
    const { policyName, sendInvitations, contactIds, begun } = this;
    try {
      const runId = await handOver({ policyName, sendInvitations, contactIds }, begun, (sent) => {
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
    this.contactIds = [];
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
      again = isAtWork(progress.state);
      if (before !== undefined && before !== progress.state) this.tell(progress);
    } catch (error) {
      if (this.runId !== runId) return;
      this.problem = messageOf(error);
      this.lost = true;
      again = this.progress !== null;
    }
    if (again && this.watching) this.timer = window.setTimeout(() => void this.look(runId), POLL);
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
