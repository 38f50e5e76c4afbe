/** What the check found, before anything is written. Fires `start` and `discard`. */
import { LightningElement, api } from 'lwc';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

export default class PortalUsersPreflight extends LightningElement {
  @api runId = '';
  @api progress: Apex.Progress = { state: '', requested: 0, ready: 0, created: 0, skipped: 0, failed: 0, sendInvitations: false };
  @api busy = false;

  labels = labels;

  get startLabel(): string {
    return format(labels.start, this.progress.ready);
  }
  get nothing(): boolean {
    return this.progress.ready === 0;
  }
  get cannotStart(): boolean {
    return this.busy || this.nothing;
  }

  handleStart(): void {
    this.dispatchEvent(new CustomEvent('start'));
  }

  handleDiscard(): void {
    this.dispatchEvent(new CustomEvent('discard'));
  }
}
