/** A run that the platform works on, or that waits for somebody. Fires `stop` and `resume`. */
import { LightningElement, api } from 'lwc';
import { isAtWork } from 'c/portalUsersRun';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

const EXPLANATIONS: Readonly<Record<string, string>> = {
  Draft: labels.draft,
  Checking: labels.checking,
  Running: labels.running,
  Settling: labels.settling,
  Stopped: labels.stopped,
  WaitingApproval: labels.waitingApproval,
  WaitingLicence: labels.waitingLicence,
  WaitingRunner: labels.waitingRunner,
};

export default class PortalUsersProgress extends LightningElement {
  @api progress: Apex.Progress = { state: 'Checking', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };
  @api busy = false;

  labels = labels;

  get isChecking(): boolean {
    return this.progress.state === 'Checking' || this.progress.state === 'Draft';
  }
  get isCreating(): boolean {
    return !this.isChecking;
  }
  get isMoving(): boolean {
    return isAtWork(this.progress.state);
  }
  get title(): string {
    return this.isChecking ? labels.checkingTitle : labels.creatingTitle;
  }
  get explanation(): string {
    return EXPLANATIONS[this.progress.state + (this.progress.waitingFor ?? '')] ?? this.progress.state;
  }
  get done(): number {
    const { created, skipped, failed, ready } = this.progress;
    return created + skipped + failed + (this.isChecking ? ready : 0);
  }
  /** Contacts that are neither created nor given up: ready, or tried again. */
  get open(): number {
    const { requested, created, skipped, failed } = this.progress;
    return requested - created - skipped - failed;
  }
  get percent(): number {
    const { requested } = this.progress;
    return requested === 0 ? 0 : Math.floor((this.done / requested) * 100);
  }
  get doneText(): string {
    return format(labels.done, this.done, this.progress.requested);
  }
  get canStop(): boolean {
    return this.isMoving || this.progress.state === 'Waiting' || this.progress.state === 'Draft';
  }
  get canResume(): boolean {
    return this.progress.state === 'Stopped' || (this.progress.state === 'Waiting' && this.progress.waitingFor !== 'Approval');
  }

  handleStop(): void {
    this.dispatchEvent(new CustomEvent('stop'));
  }

  handleResume(): void {
    this.dispatchEvent(new CustomEvent('resume'));
  }
}
