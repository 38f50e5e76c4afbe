/** A run that the platform works on, or that waits for somebody. Fires `stop` and `resume`. */
import { LightningElement, api } from 'lwc';
import { isAtWork } from 'c/portalUsersRun';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

const TITLES: Readonly<Record<string, string>> = {
  Draft: labels.checkingTitle,
  Checking: labels.checkingTitle,
  Stopped: labels.stoppedTitle,
  Waiting: labels.waiting,
};

/** Before that a rate says nothing. */
const SECONDS_TO_KNOW = 3;

const EXPLANATIONS: Readonly<Record<string, string>> = {
  Draft: labels.draft,
  Checking: labels.checking,
  Running: labels.running,
  Settling: labels.settling,
  Stopped: labels.stopped,
  WaitingLane: labels.waitingLane,
  WaitingLicence: labels.waitingLicence,
  WaitingRunner: labels.waitingRunner,
};

export default class PortalUsersProgress extends LightningElement {
  @api
  get progress(): Apex.Progress {
    return this.now;
  }
  set progress(progress: Apex.Progress) {
    const before = this.now;
    this.now = progress;
    this.measure(before);
  }
  @api busy = false;

  labels = labels;
  now: Apex.Progress = { state: 'Checking', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };
  /** Contacts a second, since this page has looked; 0 = not known. */
  rate = 0;
  since: { readonly at: number; readonly done: number } | null = null;

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
    return TITLES[this.progress.state] ?? labels.creatingTitle;
  }
  get explanation(): string {
    if (this.progress.jobGone === true) return labels.jobGone;
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
  get rateText(): string {
    if (this.rate === 0) return '';
    const left = (this.progress.requested - this.done) / this.rate;
    return format(labels.rate, Math.round(this.rate * 60), duration(left));
  }
  get canStop(): boolean {
    const { state, mayStop } = this.progress;
    return mayStop === true && (this.isMoving || state === 'Waiting' || state === 'Draft');
  }
  get canResume(): boolean {
    const { state, waitingFor, jobGone, mayResume } = this.progress;
    if (mayResume !== true) return false;
    return jobGone === true || state === 'Stopped' || (state === 'Waiting' && waitingFor !== 'Approval');
  }

  measure(before: Apex.Progress): void {
    const at = performance.now() / 1000;
    const { done } = this;
    // Another phase has another pace.
    if (this.since === null || before.state !== this.now.state || done < this.since.done) {
      this.since = { at, done };
      this.rate = 0;
      return;
    }
    const seconds = at - this.since.at;
    this.rate = seconds >= SECONDS_TO_KNOW && isAtWork(this.now.state) ? (done - this.since.done) / seconds : 0;
  }

  handleStop(): void {
    this.dispatchEvent(new CustomEvent('stop'));
  }

  handleResume(): void {
    this.dispatchEvent(new CustomEvent('resume'));
  }
}

/** Rounded up, in the unit a person would use. */
function duration(seconds: number): string {
  if (seconds < 90) return format(labels.seconds, Math.ceil(seconds));
  if (seconds < 90 * 60) return format(labels.minutes, Math.ceil(seconds / 60));
  return format(labels.hours, Math.ceil(seconds / 3600));
}
